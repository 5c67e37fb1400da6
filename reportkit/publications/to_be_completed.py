"""A draft that goes out with gaps: each gap says that it is to be completed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from reportkit.document.blocks import Block, Cell, CoverPage, Heading, Item, List, Paragraph, Quote, Run, Table, Text

_WORDS = "to be completed"


def to_be_completed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with every gap marked as to be completed."""
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph | List):
        return _part(block)
    match block:
        case Heading():
            return replace(block, runs=_runs(block.runs))
        case Quote():
            return replace(block, blocks=tuple(map(_part, block.blocks)))
        case Table():
            return replace(block, rows=tuple(tuple(map(_cell, row)) for row in block.rows))
        case CoverPage():
            return replace(block, facts=tuple((label, _runs(runs)) for label, runs in block.facts))
        case _:
            return block


def _part(block: Paragraph | List) -> Paragraph | List:
    return _list(block) if isinstance(block, List) else _paragraph(block)


def _list(block: List) -> List:
    return replace(block, items=tuple(Item(tuple(map(_part, item.blocks))) for item in block.items))


def _paragraph(block: Paragraph) -> Paragraph:
    if block.kind == "gap":
        return replace(block, runs=(*block.runs, Text(f" ({_WORDS})")))
    return replace(block, runs=_runs(block.runs))


def _cell(cell: Cell) -> Cell:
    return replace(cell, runs=_runs(cell.runs))


def _runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(
        replace(run, text=f"{run.text.rstrip('.')} ({_WORDS})") if isinstance(run, Text) and run.gap else run
        for run in runs
    )

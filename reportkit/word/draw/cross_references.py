"""Cross-references, worked out before anything is drawn: numbers, bookmarks, and the target of every anchor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count

from msgspec import Struct, field

from reportkit.document.blocks import (
    Block,
    Chart,
    Contents,
    Heading,
    Link,
    Paragraph,
    Reference,
    Run,
    Table,
    Text,
)
from reportkit.word.bookmark_names import bookmark_name, caption_name, contents_name


class BlockLabels(Struct, frozen=True):
    """The names under which other places refer to one block.

    `bookmark` is its own bookmark ("" for none), `label` what a reference to it shows ("12",
    "Table 3"), `entry` the bookmark for the contents.
    """

    bookmark: str = ""
    label: str = ""
    entry: str = ""


class ContentsEntry(Struct, frozen=True):
    """A line of the contents. `key` finds its page: the heading's anchor, or its words where it has none."""

    level: int
    words: str
    bookmark: str
    key: str


class ReferenceTarget(Struct, frozen=True):
    """A place that a reference can lead to: its bookmark, its label if it has one, and its words."""

    bookmark: str
    label: str
    words: str


class CrossReferences(Struct, frozen=True):
    """Everything in a document that refers or is referred to. `labels` has one item for each block, in their order."""

    labels: tuple[BlockLabels, ...]
    entries: tuple[ContentsEntry, ...]
    targets: dict[str, ReferenceTarget]


NO_LABELS = BlockLabels()


class _Counting(Struct):
    """The counters of one pass."""

    depth: int
    anchors: Counter[str] = field(default_factory=Counter)
    paragraphs: Iterator[int] = field(default_factory=lambda: count(1))
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    figures: Iterator[int] = field(default_factory=lambda: count(1))
    captions: Iterator[int] = field(default_factory=lambda: count(1))
    headings: Iterator[int] = field(default_factory=lambda: count(1))
    numbered: str = ""  # the anchor of the numbered paragraph that continued ones belong to


def cross_references(blocks: tuple[Block, ...]) -> CrossReferences:
    """Number `blocks`, name their bookmarks and find the target of every anchor."""
    counting = _Counting(max((block.depth for block in blocks if isinstance(block, Contents)), default=0))
    all_labels = tuple(_labels(block, counting) for block in blocks)
    return CrossReferences(all_labels, _entries(blocks, all_labels), _targets(blocks, all_labels))


def is_blank(runs: tuple[Run, ...]) -> bool:
    """Say if there is nothing to see: such a paragraph is not drawn and not numbered."""
    for run in runs:  # noqa: SIM110  asked twice of every paragraph, and all() takes three times as long
        if not isinstance(run, Text) or run.gap or not (run.text.isspace() or run.text == ""):
            return False
    return True


def plain(runs: tuple[Run, ...]) -> str:
    """Return the words of `runs`, without marks and notes."""
    return "".join(_words(run) for run in runs)


def _words(run: Run) -> str:
    if isinstance(run, Text | Reference):
        return run.text
    if isinstance(run, Link):
        return plain(run.runs)
    return ""


def _labels(block: Block, counting: _Counting) -> BlockLabels:
    match block:
        case Paragraph() if not is_blank(block.runs):  # nearly all
            return _paragraph(block, counting)
        case Heading() if not is_blank(block.runs):
            counting.numbered = ""
            listed = block.level <= counting.depth
            entry = contents_name(next(counting.headings)) if listed else ""
            return BlockLabels(_named(block.anchor, counting), entry=entry)
        case Table() if block.caption and any((block.head, *block.rows)):  # without columns nothing is drawn
            return BlockLabels(caption_name(next(counting.captions)), f"Table {next(counting.tables)}")
        case Chart():
            return BlockLabels(caption_name(next(counting.captions)), f"Figure {next(counting.figures)}")
        case _:
            return NO_LABELS


def _paragraph(block: Paragraph, counting: _Counting) -> BlockLabels:
    """Label a paragraph; a continued one gets the bookmark of the finding whose number is above it."""
    if block.kind == "continued":
        return BlockLabels(_named(block.anchor or counting.numbered, counting))
    counting.numbered = block.anchor if block.kind == "numbered" else ""
    label = str(next(counting.paragraphs)) if block.kind == "numbered" else ""
    return BlockLabels(_named(block.anchor, counting), label)


def _named(anchor: str, counting: _Counting) -> str:
    if not anchor:
        return ""
    counting.anchors[anchor] += 1
    return bookmark_name(anchor, counting.anchors[anchor])


def _entries(blocks: tuple[Block, ...], all_labels: tuple[BlockLabels, ...]) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(block.level, words, labels.entry, block.anchor or words)
        for block, labels in zip(blocks, all_labels, strict=True)
        if isinstance(block, Heading) and labels.entry
        for words in (plain(block.runs),)
    )


def _targets(blocks: tuple[Block, ...], all_labels: tuple[BlockLabels, ...]) -> dict[str, ReferenceTarget]:
    """Return the first block of each anchor; one with a number or label goes before one without."""
    targets: dict[str, ReferenceTarget] = {}
    for block, labels in zip(blocks, all_labels, strict=True):
        if not labels.bookmark or not isinstance(block, (Heading, Paragraph, Table, Chart)) or not block.anchor:
            continue
        known = targets.get(block.anchor)
        if known is None or (labels.label and not known.label):
            words = plain(block.runs) if isinstance(block, Heading) else ""
            targets[block.anchor] = ReferenceTarget(
                labels.bookmark, labels.label, words or (known.words if known else "")
            )
    return targets

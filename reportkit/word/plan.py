"""What must be known before a line is drawn: every block's number and bookmarks, and where anchors lead."""

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
from reportkit.word.names import bookmark_name, caption_name, contents_name


class Place(Struct, frozen=True):
    """Where a block stands.

    `bookmark` is its own bookmark ("" for none), `label` what a reference to it shows ("12",
    "Table 3"), `entry` the bookmark for the contents.
    """

    bookmark: str = ""
    label: str = ""
    entry: str = ""


class Entry(Struct, frozen=True):
    """A line of the contents. `key` finds its page: the heading's anchor, or its words where it has none."""

    level: int
    words: str
    bookmark: str
    key: str


class Target(Struct, frozen=True):
    """What a reference can lead to: a bookmark, its label if it has one, and its words."""

    bookmark: str
    label: str
    words: str


class Plan(Struct, frozen=True):
    """`places` stands beside the document's blocks, one for one."""

    places: tuple[Place, ...]
    entries: tuple[Entry, ...]
    targets: dict[str, Target]


NOWHERE = Place()


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


def plan_of(blocks: tuple[Block, ...]) -> Plan:
    """Number `blocks` and name their bookmarks."""
    counting = _Counting(max((block.depth for block in blocks if isinstance(block, Contents)), default=0))
    places = tuple(_place(block, counting) for block in blocks)
    return Plan(places, _entries(blocks, places), _targets(blocks, places))


def is_blank(runs: tuple[Run, ...]) -> bool:
    """Nothing to see: such a paragraph is not drawn and not numbered."""
    for run in runs:  # noqa: SIM110  asked twice of every paragraph, and all() takes three times as long
        if not isinstance(run, Text) or run.gap or not (run.text.isspace() or run.text == ""):
            return False
    return True


def plain(runs: tuple[Run, ...]) -> str:
    """The words of `runs`, without marks and notes."""
    return "".join(_words(run) for run in runs)


def _words(run: Run) -> str:
    if isinstance(run, Text | Reference):
        return run.text
    if isinstance(run, Link):
        return plain(run.runs)
    return ""


def _place(block: Block, counting: _Counting) -> Place:
    match block:
        case Paragraph() if not is_blank(block.runs):  # nearly all
            return _paragraph(block, counting)
        case Heading() if not is_blank(block.runs):
            counting.numbered = ""
            listed = block.level <= counting.depth
            entry = contents_name(next(counting.headings)) if listed else ""
            return Place(_named(block.anchor, counting), entry=entry)
        case Table() if block.caption and any((block.head, *block.rows)):  # without columns nothing is drawn
            return Place(caption_name(next(counting.captions)), f"Table {next(counting.tables)}")
        case Chart():
            return Place(caption_name(next(counting.captions)), f"Figure {next(counting.figures)}")
        case _:
            return NOWHERE


def _paragraph(block: Paragraph, counting: _Counting) -> Place:
    """A continued paragraph belongs to the finding whose number stands above it, and carries its bookmark."""
    if block.kind == "continued":
        return Place(_named(block.anchor or counting.numbered, counting))
    counting.numbered = block.anchor if block.kind == "numbered" else ""
    label = str(next(counting.paragraphs)) if block.kind == "numbered" else ""
    return Place(_named(block.anchor, counting), label)


def _named(anchor: str, counting: _Counting) -> str:
    if not anchor:
        return ""
    counting.anchors[anchor] += 1
    return bookmark_name(anchor, counting.anchors[anchor])


def _entries(blocks: tuple[Block, ...], places: tuple[Place, ...]) -> tuple[Entry, ...]:
    return tuple(
        Entry(block.level, words, place.entry, block.anchor or words)
        for block, place in zip(blocks, places, strict=True)
        if isinstance(block, Heading) and place.entry
        for words in (plain(block.runs),)
    )


def _targets(blocks: tuple[Block, ...], places: tuple[Place, ...]) -> dict[str, Target]:
    """The first block of each anchor; one with a number or label goes before one without."""
    targets: dict[str, Target] = {}
    for block, place in zip(blocks, places, strict=True):
        if not place.bookmark or not isinstance(block, (Heading, Paragraph, Table, Chart)) or not block.anchor:
            continue
        known = targets.get(block.anchor)
        if known is None or (place.label and not known.label):
            words = plain(block.runs) if isinstance(block, Heading) else ""
            targets[block.anchor] = Target(place.bookmark, place.label, words or (known.words if known else ""))
    return targets

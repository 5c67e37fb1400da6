"""Every text in Markdown that an inspection holds, and where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from reportkit.inspection.driver import Driver
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.source_place import Origin, Place

_MENTION = re.compile(r"(?:\]\(|<)finding:([^)>\s]*)[)>]")


class Written(Struct, frozen=True):
    """One text, and where its first line stands."""

    text: str
    file: str
    line: int


def written(inspection: Inspection) -> Iterator[Written]:
    """Return the texts of findings, narratives, evidence, recommendations, drivers and barriers.

    Empty ones are left out.
    """
    entries: tuple[Recommendation | Driver, ...] = (
        *inspection.recommendations,
        *inspection.drivers,
        *inspection.barriers,
    )
    texts = (
        *(Written(finding.text, finding.origin.file, finding.text_line) for finding in inspection.findings),
        *(Written(narrative.text, narrative.origin.file, narrative.text_line) for narrative in inspection.narratives),
        *(in_yaml(evidence.seen or "", evidence.origin, "seen") for evidence in inspection.evidence),
        *(in_yaml(entry.text, entry.origin, "text") for entry in entries),
    )
    return (text for text in texts if text.text)


class Mention(Struct, frozen=True):
    """A text refers to a finding, as `[words](finding:id)` or `<finding:id>`: to which, and in which line."""

    finding: str
    where: Place


def mentions(text: Written) -> Iterator[Mention]:
    """Yield the findings that a text refers to, in order, whether there are such findings or not."""
    if "finding:" not in text.text:
        return
    for found in _MENTION.finditer(text.text):
        yield Mention(found[1], Place(text.file, text.line + text.text.count("\n", 0, found.start())))


def in_yaml(text: str, origin: Origin, key: str) -> Written:
    """Return a text under a key of a YAML file; one of several lines begins on the line after its key."""
    place = origin.at(key)
    return Written(text, place.file, place.line + ("\n" in text.strip()))

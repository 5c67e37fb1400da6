"""Every text that an inspection holds, in the order of the report, cut up once for all the rules that read words.

Most texts have nothing that a rule about words looks for. So each text's words are looked through at one go, a rule
asks whether one of its own was among them, and only then looks closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from operator import eq
from typing import Final

from msgspec import Struct

from reportkit.inspection.driver import Driver
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.origin import Origin, Place
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.written import in_yaml
from reportkit.rules.watched import WATCHED

_NARRATIVES: Final = ("summary", "context-area", "context-organisation", "approach")
"""The narratives that the report as shipped begins with, in its order; others come after the findings."""

_LOWER: Final = bytes(
    ord(sign.lower()) if sign.isascii() and (sign.isalnum() or sign == "-") else ord(" ")
    for sign in map(chr, range(256))
)
"""Letters in small ones, digits and hyphens as they are, and a space for all else."""

_BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>#|]|\d+\.)\s?)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*]*[A-Z0-9£])")


class Passage(Struct, frozen=True, gc=False):
    """One text: a finding's title, say. `about` is the id of what it belongs to.

    `words` are those of the watched words that stand in it, `length` how many words it has, and `twice` whether two
    running are the same.
    """

    text: str
    file: str
    line: int
    about: str
    words: frozenset[bytes]
    length: int
    twice: bool
    in_report: bool

    def at(self, offset: int) -> Place:
        """The place of a character."""
        return Place(self.file, self.line + self.text.count("\n", 0, offset))

    def has(self, words: frozenset[bytes]) -> bool:
        """Whether one of these watched words stands in it."""
        return not self.words.isdisjoint(words)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Its sentences, each with where it begins; an item of a list and a row of a table are sentences too."""
        for start, block in _parts(self.text, _BLOCKS, 0):
            yield from _parts(block, _SENTENCE_END, start)


def passages(inspection: Inspection) -> tuple[Passage, ...]:
    """Every text: reasons, narratives, findings, drivers, barriers, recommendations; and evidence, not printed."""
    order = sorted(inspection.findings, key=lambda each: (each.question or "", each.area or "", each.place_in_section))
    parts = (
        _of_reasons(inspection),
        _of_narratives(inspection),
        chain.from_iterable(map(_of_finding, order)),
        _of_the_rest(inspection),
        chain.from_iterable(map(_of_evidence, inspection.evidence)),
    )
    return tuple(each for each in chain.from_iterable(parts) if each.text)


def words_of(text: str) -> list[bytes]:
    """Its words in small letters; letters with accents and apostrophes part them."""
    return text.encode("utf-8", "replace").translate(_LOWER).split()


def _passage(text: str, place: Place, about: str, *, in_report: bool = True) -> Passage:
    words = words_of(text)
    twice = any(map(eq, words, islice(words, 1, None)))
    return Passage(text, place.file, place.line, about, WATCHED.intersection(words), len(words), twice, in_report)


def _of_reasons(inspection: Inspection) -> Iterator[Passage]:
    judgements, origin = inspection.particulars.judgements, inspection.particulars.origin
    for name, reasons in (("service", judgements.service.reasons), ("prospects", judgements.prospects.reasons)):
        for number, reason in enumerate(reasons):
            yield _passage(reason, origin.at(f"judgements.{name}.reasons.{number}"), name)


def _of_narratives(inspection: Inspection) -> Iterator[Passage]:
    places = {name: number for number, name in enumerate(_NARRATIVES)}
    for each in sorted(inspection.narratives, key=lambda narrative: places.get(narrative.name, len(places))):
        yield _passage(each.text, Place(each.origin.file, each.text_line), each.name)


def _of_finding(finding: Finding) -> Iterator[Passage]:
    yield _passage(finding.title, finding.origin.at("title"), finding.id)
    yield _passage(finding.text, Place(finding.origin.file, finding.text_line), finding.id)
    yield _passage(finding.effect or "", finding.origin.at("effect"), finding.id)


def _of_the_rest(inspection: Inspection) -> Iterator[Passage]:
    entries: tuple[Driver | Recommendation, ...] = (
        *inspection.drivers,
        *inspection.barriers,
        *inspection.recommendations,
    )
    for each in entries:
        yield _passage(each.title, each.origin.at("title"), each.id)
        yield _yaml(each.text, each.origin, "text", each.id)
    for advice in inspection.recommendations:
        for key in ("measure", "cost", "pays", "gains"):
            yield _yaml(getattr(advice, key) or "", advice.origin, key, advice.id)


def _of_evidence(evidence: Evidence) -> Iterator[Passage]:
    yield _passage(evidence.title, evidence.origin.at("title"), evidence.id, in_report=False)
    yield _yaml(evidence.seen or "", evidence.origin, "seen", evidence.id, in_report=False)
    yield _yaml(evidence.held or "", evidence.origin, "held", evidence.id, in_report=False)


def _yaml(text: str, origin: Origin, key: str, about: str, *, in_report: bool = True) -> Passage:
    written = in_yaml(text, origin, key)
    return _passage(text, Place(written.file, written.line), about, in_report=in_report)


def _parts(text: str, border: re.Pattern[str], start: int) -> Iterator[tuple[int, str]]:
    begun = 0
    for found in border.finditer(text):
        yield start + begun, text[begun : found.start()]
        begun = found.end()
    yield start + begun, text[begun:]

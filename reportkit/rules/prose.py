"""Every text that an inspection holds, in the order of the report, cut up once for all the rules that read words.

Most texts have nothing that a rule about words looks for. So each text's words are looked through at one go, a rule
asks whether one of its own was among them, and only then looks closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, repeat
from operator import eq
from typing import Final

from msgspec import Struct

from reportkit.guidance.plain_english import LONGEST_SENTENCE
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.source_place import Origin, Place
from reportkit.inspection.texts import in_yaml
from reportkit.rules.watched_words import WATCHED

_NARRATIVES: Final = ("summary", "context-area", "context-organisation", "approach")
"""The narratives that the report as shipped begins with, in its order; others come after the findings."""

_LOWER: Final = bytes(
    ord(sign.lower()) if sign.isascii() and (sign.isalnum() or sign == "-") else ord(" ")
    for sign in map(chr, range(256))
)
"""Letters in small ones, digits and hyphens as they are, and a space for all else."""

_BETWEEN_DIGITS: Final = frozenset(" .()-\u00a0\u2010\u2011\u2012\u2013".encode())
_SHAPE: Final = bytes(
    ord("0" if sign in "0123456789" else "A" if "A" <= sign <= "Z" else sign if sign == "@" else " " if part else "x")
    for sign, part in ((chr(code), code in _BETWEEN_DIGITS) for code in range(256))
)
"""Digits, capitals, the sign of e-mail, a space for what may part a telephone number, and one letter for all else."""

_START: Final = 60

_BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>#|]|\d+\.)\s?)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*]*[A-Z0-9£])")


class Passage(Struct, frozen=True, gc=False):
    """One text: a finding's title, say. `about` is the id of what it belongs to.

    `words` are those of the watched words that stand in it; `twice` whether two words running are the same, `long`
    whether a sentence may be too long, `leads_on` whether a telephone number, an e-mail address or a postcode may stand
    in it.
    """

    text: str
    file: str
    line: int
    about: str
    words: frozenset[bytes]
    twice: bool
    long: bool
    leads_on: bool
    in_report: bool

    def at(self, offset: int) -> Place:
        """Return the place of a character."""
        return Place(self.file, self.line + self.text.count("\n", 0, offset))

    def has(self, words: frozenset[bytes]) -> bool:
        """Return whether one of these watched words stands in it."""
        return not self.words.isdisjoint(words)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Yield its sentences, each with where it begins; an item of a list and a row of a table are sentences too."""
        for start, block in _parts(self.text, _BLOCKS, 0):
            yield from _parts(block, _SENTENCE_END, start)


class Prose(Struct, frozen=True):
    """The texts that are worth a look, and with which words each finding begins, its title first."""

    passages: tuple[Passage, ...]
    starts: Mapping[str, tuple[bytes, ...]]


class _Unit(Struct, frozen=True, gc=False):
    """A unit of text, such as a finding: its texts with their places."""

    about: str
    texts: tuple[tuple[str, Place], ...]
    in_report: bool = True


def prose_of(inspection: Inspection) -> Prose:
    """Return every text of reasons, narratives, findings, drivers, barriers, recommendations.

    And evidence, not printed.
    """
    findings = frozenset(each.id for each in inspection.findings)
    found: list[Passage] = []
    starts: dict[str, tuple[bytes, ...]] = {}
    for unit in _units(inspection):
        glance = _glance(_together(unit))
        if glance.is_worth_it:
            found += (_passage(unit, glance, text, place) for text, place in unit.texts if text)
        if unit.in_report and unit.about in findings:
            starts[unit.about] = glance.start
    return Prose(tuple(found), starts)


def every_passage(inspection: Inspection) -> Iterator[Passage]:
    """Yield every text, worth a look or not, in the same order: for what no list of words can watch, such as a name."""
    for unit in _units(inspection):
        glance = _glance(_together(unit))
        yield from (_passage(unit, glance, text, place) for text, place in unit.texts if text)


def _together(unit: _Unit) -> str:
    return "\n".join(text for text, _ in unit.texts)


def _units(inspection: Inspection) -> Iterator[_Unit]:
    order = sorted(inspection.findings, key=lambda each: (each.question or "", each.area or "", each.place_in_section))
    yield from _of_reasons(inspection)
    yield from _of_narratives(inspection)
    yield from map(_of_finding, order)
    yield from _of_the_rest(inspection)
    yield from map(_of_evidence, inspection.evidence)


class _Glance(Struct, frozen=True, gc=False):
    """The facts that show of a text at once; the fields are as in Passage."""

    words: frozenset[bytes]
    twice: bool
    long: bool
    leads_on: bool
    start: tuple[bytes, ...]

    @property
    def is_worth_it(self) -> bool:
        """Return whether any rule has reason to look."""
        return bool(self.words) or self.twice or self.long or self.leads_on


def _glance(text: str) -> _Glance:
    words = _words(text)
    return _Glance(
        words=WATCHED.intersection(words),
        twice=any(map(eq, words, words[1:])),
        long=len(words) > LONGEST_SENTENCE and _may_be_long(text),
        leads_on=_may_lead_on(text),
        start=tuple(words[:_START]),
    )


def _words(text: str) -> list[bytes]:
    return text.encode("utf-8", "replace").translate(_LOWER).split()


def _may_be_long(text: str) -> bool:
    """Return whether so many spaces stand between two full stops."""
    together = text.replace("\n", " ").split(". ")
    return max(map(str.count, together, repeat(" "))) >= LONGEST_SENTENCE


def _may_lead_on(text: str) -> bool:
    shape = text.encode("utf-8", "replace").translate(_SHAPE)
    if b"0" not in shape:
        return b"@" in shape
    return b"0AA" in shape or b"@" in shape or b"00000" in shape.translate(None, b" ")


def _passage(unit: _Unit, seen: _Glance, text: str, place: Place) -> Passage:
    """Return one text, looked through for no more than what shows of the whole unit."""
    return Passage(
        text=text,
        file=place.file,
        line=place.line,
        about=unit.about,
        words=WATCHED.intersection(_words(text)) if seen.words else seen.words,
        twice=seen.twice and _may_stand_twice(text),
        long=seen.long and _may_be_long(text),
        leads_on=seen.leads_on and _may_lead_on(text),
        in_report=unit.in_report,
    )


def _may_stand_twice(text: str) -> bool:
    """Return whether nothing but space stands between two words that are the same: often one ends a sentence."""
    words = _words(text)
    if not any(map(eq, words, words[1:])):
        return False
    if "-" in text or not text.isascii():
        return True  # a word may go on, or begin, where the letters that are known here do not
    told = " ".join(text.lower().split()).encode()
    return any(b"%b %b" % (one, one) in told for one, other in pairwise(words) if one == other)


def _of_reasons(inspection: Inspection) -> Iterator[_Unit]:
    judgements, origin = inspection.particulars.judgements, inspection.particulars.origin
    for name, reasons in (("service", judgements.service.reasons), ("prospects", judgements.prospects.reasons)):
        places = (origin.at(f"judgements.{name}.reasons.{number}") for number in range(len(reasons)))
        yield _Unit(name, tuple(zip(reasons, places, strict=True)))


def _of_narratives(inspection: Inspection) -> Iterator[_Unit]:
    places = {name: number for number, name in enumerate(_NARRATIVES)}
    for each in sorted(inspection.narratives, key=lambda narrative: places.get(narrative.name, len(places))):
        yield _Unit(each.name, ((each.text, Place(each.origin.file, each.text_line)),))


def _of_finding(finding: Finding) -> _Unit:
    origin = finding.origin
    texts = (
        (finding.title, origin.at("title")),
        (finding.text, Place(origin.file, finding.text_line)),
        (finding.effect or "", origin.at("effect")),
    )
    return _Unit(finding.id, texts)


def _of_the_rest(inspection: Inspection) -> Iterator[_Unit]:
    for each in (*inspection.drivers, *inspection.barriers):
        yield _Unit(each.id, _in_yaml(each.origin, title=each.title, text=each.text))
    for advice in inspection.recommendations:
        keys = ("title", "text", "measure", "cost", "pays", "gains")
        texts = {key: getattr(advice, key) or "" for key in keys}
        yield _Unit(advice.id, _in_yaml(advice.origin, **texts))


def _of_evidence(evidence: Evidence) -> _Unit:
    texts = _in_yaml(evidence.origin, title=evidence.title, seen=evidence.seen or "", held=evidence.held or "")
    return _Unit(evidence.id, texts, in_report=False)


def _in_yaml(origin: Origin, **texts: str) -> tuple[tuple[str, Place], ...]:
    written = ((text, in_yaml(text, origin, key)) for key, text in texts.items() if text)
    return tuple((text, Place(found.file, found.line)) for text, found in written)


def _parts(text: str, border: re.Pattern[str], start: int) -> Iterator[tuple[int, str]]:
    begun = 0
    for found in border.finditer(text):
        yield start + begun, text[begun : found.start()]
        begun = found.end()
    yield start + begun, text[begun:]

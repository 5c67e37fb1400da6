"""Chapter T: our own questions to what was written: opposites, figures, doubles and contact details."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain, combinations
from typing import Final

from reportkit.guidance.indicators import normal_code
from reportkit.inspection.finding import Finding
from reportkit.inspection.indicator import Indicator
from reportkit.rules.index import Index
from reportkit.rules.prose import Passage
from reportkit.rules.remark import Remark, wrong
from reportkit.rules.rule import Rule, rule

NEAR: Final = Decimal("0.02")
"""A figure within so much of the indicator's, one part in fifty, is probably meant to be it."""

ALIKE: Final = 0.8
"""From which share of the shorter text's words in the other on two findings are asked about."""

_RARE: Final = 4
"""A word in no more findings than this tells which of them are alike."""

_ENOUGH: Final = 4
"""So many rare words in common make two findings worth comparing word by word."""

_FIGURES: Final[Mapping[str, re.Pattern[str]]] = {
    "per cent": re.compile(r"(\d+(?:\.\d+)?)(?= ?(?:per\s+cent|%))"),
    "days": re.compile(r"(\d+(?:\.\d+)?)(?=\s+days?\b)"),
    "pounds": re.compile(r"£(\d+(?:,\d{3})*(?:\.\d+)?)(?!\s*(?:m\b|million|billion))"),
}
_LEAST: Final = 12
"""In fewer words than this two texts are alike by chance."""


@rule(
    "T01",
    remedy="Say in each finding what the evidence shows of it, or rest one of them on other evidence.",
    example="“Calls are answered fast” and “Callers wait long”, both on question 2.2 of rent and both on mystery-calls",
)
def opposites_on_the_same_evidence(index: Index) -> Iterator[Remark]:
    """One thing seen can show both a strength and a weakness, or the two contradict each other: people must say.

    Asked about are a strength and a weakness on one question of one service where all that one of them rests on
    carries the other too.
    """
    cells: dict[tuple[str, str], list[Finding]] = {}
    for each in index.inspection.findings:
        if each.question and each.area and each.evidence:
            cells.setdefault((each.question, each.area), []).append(each)
    for found in cells.values():
        yield from _opposites(found)


@rule(
    "T02",
    remedy="Look at both figures, and put right which of them is wrong.",
    example="A text says 97 per cent and cites BVPI 66a, which is 96.9 in indicators.csv.",
)
def figure_differs_from_the_indicator(index: Index) -> Iterator[Remark]:
    """A reader compares what a text says with the table of indicators, and so do moderators.

    Asked about is a figure of the indicator's own unit that is close to its value and is not it, nor it rounded, nor
    another indicator's, where the value itself is not in the text.
    """
    known = frozenset(each.value for each in index.inspection.indicators if isinstance(each.value, Decimal))
    for finding in index.inspection.findings:
        for code in finding.indicators:
            indicator = index.indicators.get(normal_code(code))
            figure = _other_figure(finding, indicator, known) if indicator else None
            if indicator is not None and figure is not None:
                yield wrong(
                    finding.origin.at("indicators"),
                    f"{finding.id} says {figure} and cites {indicator.code}, which is {indicator.value} at "
                    f"{indicator.origin.at('value')}: do both hold?",
                    f"Put the wrong one right, or answer T02 in answers.yaml, about {finding.id}.",
                    finding.id,
                )


@rule(
    "T03",
    remedy="Make one finding of the two, or say in each what sets it apart.",
    example="“Gas appliances are not all serviced” under 2.2 and again, in nearly the same words, under 3.1",
)
def two_findings_say_the_same(index: Index) -> Iterator[Remark]:
    """What is said twice weighs twice, and a reader wonders what the second adds."""
    findings = {each.id: each for each in index.inspection.findings}
    starts = {name: start for name, start in index.prose.starts.items() if len(start) >= _LEAST}
    for one, other in _worth_comparing(starts):
        words, others = frozenset(starts[one]), frozenset(starts[other])
        if len(words & others) >= ALIKE * min(len(words), len(others)):
            yield wrong(
                findings[other].origin.at("title"),
                f"{other} and {one} ({findings[one].origin.at('title')}) say nearly the same: is one of them enough?",
                f"Make one of the two, or answer T03 in answers.yaml, about {other}.",
                other,
            )


def _opposites(found: list[Finding]) -> Iterator[Remark]:
    strengths = [each for each in found if each.kind == "strength"]
    for weakness in found:
        if weakness.kind == "weakness":
            rests_on = frozenset(weakness.evidence)
            for strength in strengths:
                if rests_on.issubset(strength.evidence) or rests_on.issuperset(strength.evidence):
                    yield _opposite(strength, weakness)


def _opposite(strength: Finding, weakness: Finding) -> Remark:
    return wrong(
        weakness.origin.at("evidence"),
        f"The weakness {weakness.id} and the strength {strength.id} ({strength.origin.at('evidence')}) rest on the "
        "same evidence: does it show both?",
        f"Say what it shows of each, or answer T01 in answers.yaml, about {weakness.id}.",
        weakness.id,
    )


def _other_figure(finding: Finding, indicator: Indicator, known: Container[Decimal]) -> str | None:
    """Return a figure of the text that is close to the indicator's and not it.

    None where its own stands there, or none is.
    """
    value, pattern = indicator.value, _FIGURES.get(indicator.unit or "")
    if pattern is None or not isinstance(value, Decimal):
        return None
    text = f"{finding.title}\n{finding.text}\n{finding.effect or ''}"
    figures = {figure: Decimal(figure.replace(",", "")) for figure in pattern.findall(text)}
    if any(_is_the_same(figure, value) for figure in figures.values()):
        return None
    others = ((name, figure) for name, figure in figures.items() if figure not in known)
    near = (name for name, figure in others if abs(figure - value) <= NEAR * abs(value))
    return next(near, None)


def _is_the_same(figure: Decimal, value: Decimal) -> bool:
    """Return whether a figure is the value, or the value rounded as far as the figure is."""
    return figure == value or figure == value.quantize(figure, rounding=ROUND_HALF_UP)


def _worth_comparing(starts: Mapping[str, tuple[bytes, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs that share some of the words that few findings begin with."""
    often = Counter(chain.from_iterable(starts.values()))
    rare = {word for word, number in often.items() if 1 < number <= _RARE}
    held_by: dict[bytes, list[str]] = {}
    for name, own in starts.items():
        for word in rare.intersection(own):
            held_by.setdefault(word, []).append(name)
    shared = Counter(pair for names in held_by.values() for pair in combinations(names, 2))
    return (pair for pair, number in shared.items() if number >= _ENOUGH)


# Nine or ten digits after the 0, or after the country's number, in whatever groups.
_GAP = r"[ \u00a0.()\-\u2010-\u2013]"
_TELEPHONE = re.compile(
    rf"(?<![\d.,£/-])(?:(?:\+|00){_GAP}?44{_GAP}{{0,2}}(?:0{_GAP}{{1,2}})?|\(?0\)? ?)"
    rf"[1-35789](?:{_GAP}{{0,2}}\d){{8,9}}(?![\d%]|[.,]\d)"
)
# A local number, where a word says that it is one: six to eight digits, and neither years nor thousands.
_LOCAL = re.compile(
    r"\b(?:tel(?:ephone)?|phoned?|ring|rang|call(?:ed)?|mobile|fax)\b(?: number| no)?[.:]? ?(?:(?:her|him|them|us) )?"
    rf"(?:on )?(?!(?:19|20)\d\d{_GAP}|\d+{_GAP}000)[2-9]\d{{2,3}}{_GAP}?\d{{3,4}}(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_POSTCODE = re.compile(r"\d[ABD-HJLNP-UW-Z]{2}\b")
_OUTWARD = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?$")


def _telephone(text: str) -> int:
    found = _TELEPHONE.search(text) if "0" in text or "+44" in text else None
    return _start(found or _LOCAL.search(text))


def _e_mail(text: str) -> int:
    return _start(_E_MAIL.search(text)) if "@" in text else -1


def _postcode(text: str) -> int:
    """Looked for from its second half: few texts have anything like that."""
    for found in _POSTCODE.finditer(text):
        outward = _OUTWARD.search(text, max(0, found.start() - 5), found.start())
        if outward:
            return outward.start()
    return -1


def _start(found: re.Match[str] | None) -> int:
    return found.start() if found else -1


_KINDS: Final[tuple[tuple[str, Callable[[str], int]], ...]] = (
    ("a telephone number", _telephone),
    ("an e-mail address", _e_mail),
    ("a full postcode", _postcode),
)


@rule(
    "T04",
    remedy="Take it out: say who it was by their part, and where the original is kept.",
    example="Not “Mrs B., 14 Elm Road, AB1 2DE”, but “a tenant of a sheltered scheme”.",
)
def contact_details_in_a_text(index: Index) -> Iterator[Remark]:
    """What is in the record can never be taken out of it again, so nothing that leads to a tenant goes in.

    A telephone number, an e-mail address or a full postcode in findings, evidence or another text is pointed out;
    whether a name is a tenant's only people can tell.
    """
    for passage in index.passages:
        for what, place in _KINDS if passage.leads_on else ():
            offset = place(passage.text)
            if offset >= 0:
                yield _contact(passage, what, offset)


def _contact(passage: Passage, what: str, offset: int) -> Remark:
    remedy = f"Take it out, or answer T04 in answers.yaml, about {passage.about}."
    return wrong(passage.at(offset), f"This looks like {what}, which may lead to a person", remedy, passage.about)


OWN: tuple[Rule, ...] = (
    opposites_on_the_same_evidence,
    figure_differs_from_the_indicator,
    two_findings_say_the_same,
    contact_details_in_a_text,
)

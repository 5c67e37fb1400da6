"""What a text may not say, and whom it may not name [1, 3, 22, 80, 88, fn I p2, fn II p4, Glossary]."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from reportkit.guidance.departments import DEPARTMENTS, department_on
from reportkit.rules.index import Index
from reportkit.rules.prose import Passage, every_passage
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.watched_words import ALMOS, EXCELLENT, LANDLORD, NUMBERED, OF_DEPARTMENTS, REPLACED_PAPERS, SOURCES

_OLD_PAPERS: Final = frozenset(("2001-08", "2002-06"))

# Few texts hold a word that is watched for, so each pattern stays text until `re` first needs it, and keeps it.
_NEEDS_EXCELLENT: Final = (
    r"(?is)\b(?:only|must|needs?|needed|required?|requires|unless|has to|have to)\b"
    r"(?=.*\b(?:excellent|three[- ]stars?|3[- ]stars?)\b)"
    r"(?=.*\b(?:funding|funds?|money|allocation|resources|subsidy)\b)"
)
_GOOD_TOO: Final = r"(?i)\b(?:good|two[- ]stars?|2[- ]stars?)\b"
_CITES_OLD: Final = r"(?i)\b(?:August 2001|June 2002)\b"
_PAPER: Final = r"(?i)\b(?:guidance|framework|advice|criteria)\b"
_UNNAMED: Final = (
    r"(?i)\b(?:(?:one|a|another|an inside|a senior|well-placed) source|sources (?:say|said|close|told|at|in)"
    r"|it (?:has|had) emerged|it is (?:widely )?understood that|it is rumoured|rumour has it|reportedly|allegedly)\b"
)
_TYPED_NUMBER: Final = r"(?i)\b(?:paragraphs?|paras?\.?|pages?) \d+\b(?! of the (?:guidance|Act|code))"
_COUNTED_TOGETHER: Final = (
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|\w+teen|eleven|twelve|twenty(?:-\w+)?|several|many) "
    r"(?:ALMOs (?:and|or) (?:their )?(?:authorities|councils)|(?:authorities|councils) (?:and|or) (?:their )?ALMOs)\b"
)
_OLD_TITLE: Final = r"\b(?:former|then|old|previous|since|successor|now)\b[^.]{0,40}$|\*[^*]*$|[“‘(][^”’)]*$"


@rule(
    "A03",
    remedy="Write that the council is the landlord, and that the ALMO manages the homes for it.",
    example="Not “tenants of their new landlord, Ashby Homes”, but “tenants of the council, whose homes it manages”.",
)
def almo_called_the_landlord(index: Index) -> Iterator[Remark]:
    """The council stays the landlord, and tenants stay its secure tenants, whoever manages the homes."""
    if index.almo is None:
        return
    names = [re.escape(name) for name in (index.almo.name, index.almo.short) if name]
    called = _CALLED.format(names="|".join((*names, "the ALMO", "an ALMO")))
    message, remedy = "The ALMO is called the landlord, which the council is", "Say that the ALMO manages the homes"
    search = partial(re.search, called, flags=re.IGNORECASE)
    yield from _said(index, "A03", LANDLORD, search, message, remedy)


_CALLED: Final = (
    r"\b(?:{names}),?(?:,[^,.]*,)? (?:is|was|as|became|becomes|remains|being)(?: now| still| also)?"
    r"(?: (?:the|a|an|their|its|our))?(?: \w+)? landlord\b|\blandlord,? (?:called )?(?:{names})\b"
)


@rule(
    "A12",
    remedy='Write `guidance: "2003-03"`, and cite the guidance of March 2003 in the text.',
    example='guidance: "2003-03"',
)
def older_guidance_cited(index: Index) -> Iterator[Remark]:
    """The guidance of March 2003 took the place of the papers of August 2001 and June 2002."""
    held_against, where = index.particulars.guidance, index.particulars.origin.at("guidance")
    remedy = 'Write `guidance: "2003-03"`, or answer A12 in answers.yaml.'
    if held_against is None:
        yield missing(where, "Which guidance the inspection is held against is not said", remedy)
    elif held_against in _OLD_PAPERS:
        yield wrong(where, f"The inspection is held against {held_against}, which was replaced in March 2003", remedy)

    def cites(sentence: str) -> re.Match[str] | None:
        return re.search(_CITES_OLD, sentence) if re.search(_PAPER, sentence) else None

    message = "A paper is cited that the guidance of March 2003 replaced"
    yield from _said(index, "A12", REPLACED_PAPERS, cites, message, "Cite the guidance of March 2003")


@rule(
    "A16",
    remedy="Write that good is enough: it has been since July 2002.",
    example="Not “Only an excellent ALMO has the funding”, but “A good or excellent one qualifies”.",
)
def excellent_said_to_be_needed(index: Index) -> Iterator[Remark]:
    """At first only an excellent ALMO was to have the money; since July 2002 the ODPM asks for no more than good."""

    def says_so(sentence: str) -> re.Match[str] | None:
        return None if re.search(_GOOD_TOO, sentence) else re.search(_NEEDS_EXCELLENT, sentence)

    for passage, offset in _places(index, EXCELLENT, says_so):
        message = "A sentence says that only an excellent service brings money: good has been enough since July 2002"
        yield wrong(passage.at(offset), message, "Say that good or excellent qualifies.", passage.about)


@rule(
    "O03",
    remedy="Refer to a finding by a link: the report puts its number in, and keeps it right.",
    example="see [the plan for sheltered housing](finding:plans-miss-sheltered)",
)
def number_typed_by_hand(index: Index) -> Iterator[Remark]:
    """A paragraph's number changes with every finding that is added, so a typed one goes wrong.

    Three references of the guidance itself do: paragraph 80 means 102, 81 means 111, and 100 means 108.
    """
    message = "A paragraph or page is referred to by a number that was typed"
    search, remedy = partial(re.search, _TYPED_NUMBER), "Link to the finding: [words](finding:its-id)"
    yield from _said(index, "O03", NUMBERED, search, message, remedy)


@rule(
    "O06",
    remedy="Use the department's name of the inspection's time; put “the former” before an older one.",
    example="ODPM in 2003, and “the former DTLR” for what it did in 2001",
)
def department_of_another_time(index: Index) -> Iterator[Remark]:
    """The department for housing was the ODPM in 2003. Older names stand only in titles, or with “former”."""
    day = _day_of(index)
    if day is None:
        return
    then = department_on(day)
    others = [each for each in DEPARTMENTS if each is not then]
    pattern = re.compile("|".join(rf"\b{each.short}\b|{each.name}" for each in others))

    def out_of_time(sentence: str) -> re.Match[str] | None:
        found = pattern.search(sentence)
        return None if found is None or re.search(_OLD_TITLE, sentence[: found.start()]) else found

    message = f"A department has a name of another time: in {day.year} it was the {then.short}"
    yield from _said(index, "O06", OF_DEPARTMENTS, out_of_time, message, f"Write {then.short}, or “the former …”")


@rule(
    "S00c",
    remedy="Take the name out: who was advised stays between the inspectorate and that body.",
    example="“Two councils have bought such help”, and neither is named",
)
def advised_body_named(index: Index) -> Iterator[Remark]:
    """The chief inspector declined to name the councils that were advised to buy help, and public papers keep to that.

    Their names stand in `advised` in casework.yaml, which is never published.
    """
    for name in index.casework.advised:
        named = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
        for passage in every_passage(index.inspection):
            found = named.search(passage.text) if passage.in_report else None
            if found:
                message = f"{name} was advised to buy help in, and is named in a text that will be public"
                yield wrong(passage.at(found.start()), message, "Take the name out.", passage.about)


@rule(
    "S01d",
    remedy="Say who said it, or rest the finding on evidence.",
    example="Not “One source said”, but “Managers told us, and the minutes of 3 May show”.",
)
def unnamed_source(index: Index) -> Iterator[Remark]:
    """What nobody stands behind weighs little, and cannot be tested by those who moderate."""
    message, remedy = "A text rests on a source that is not named", "Say who said it, or what shows it"
    yield from _said(index, "S01d", SOURCES, partial(re.search, _UNNAMED), message, remedy)


@rule(
    "S02d",
    remedy="Count the ALMOs and the authorities apart.",
    example="“21 ALMOs, of 21 authorities”, and not “21 ALMOs or councils”",
)
def bodies_counted_together(index: Index) -> Iterator[Remark]:
    """An authority may have more ALMOs than one, so the two are never one number, even where they happen to agree."""
    message = "ALMOs and authorities are counted as if they were one"
    yield from _said(index, "S02d", ALMOS, partial(re.search, _COUNTED_TOGETHER), message, "Give a number for each")


_Search = Callable[[str], "re.Match[str] | None"]


def _said(
    index: Index, row: str, words: frozenset[bytes], search: _Search, message: str, remedy: str
) -> Iterator[Remark]:
    """A warning for each sentence in which what is looked for stands."""
    for passage, offset in _places(index, words, search):
        answer = f"{remedy}, or answer {row} in answers.yaml, about {passage.about}."
        yield wrong(passage.at(offset), message, answer, passage.about)


def _places(index: Index, words: frozenset[bytes], search: _Search) -> Iterator[tuple[Passage, int]]:
    for passage in index.worded:
        if passage.in_report and passage.has(words):
            for start, sentence in passage.sentences():
                found = search(" ".join(sentence.split()))
                if found:
                    yield passage, start + len(sentence) - len(sentence.lstrip())


def _day_of(index: Index) -> dt.date | None:
    dates = index.particulars.dates
    return dates.report or dates.presentation or dates.on_site_from


WORDING: tuple[Rule, ...] = (
    almo_called_the_landlord,
    older_guidance_cited,
    excellent_said_to_be_needed,
    number_typed_by_hand,
    department_of_another_time,
    advised_body_named,
    unnamed_source,
    bodies_counted_together,
)

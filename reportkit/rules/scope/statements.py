"""What a text may not say of the programme: who the landlord is, which guidance holds, what brings money [2, 5, 13]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.watched_sentences import places, said
from reportkit.rules.watched_words import EXCELLENT, LANDLORD, REPLACED_PAPERS

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


@rule(
    "A03",
    remedy="Write that the council is the landlord, and that the ALMO manages the homes for it.",
    example="Not “tenants of their new landlord, Ashby Homes”, but “tenants of the council, whose homes it manages”.",
)
def almo_called_the_landlord(index: Index) -> Iterator[Remark]:
    """The council stays the landlord, and tenants stay its secure tenants, even where an ALMO manages the homes."""
    if index.almo is None:
        return
    names = [re.escape(name) for name in (index.almo.name, index.almo.short) if name]
    called = _CALLED.format(names="|".join((*names, "the ALMO", "an ALMO")))
    message, remedy = "The ALMO is called the landlord, which the council is", "Say that the ALMO manages the homes"
    search = partial(re.search, called, flags=re.IGNORECASE)
    yield from said(index, "A03", LANDLORD, search, message, remedy)


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
    yield from said(index, "A12", REPLACED_PAPERS, cites, message, "Cite the guidance of March 2003")


@rule(
    "A16",
    remedy="Write that good is enough: it has been since July 2002.",
    example="Not “Only an excellent ALMO has the funding”, but “A good or excellent one qualifies”.",
)
def excellent_said_to_be_needed(index: Index) -> Iterator[Remark]:
    """At first only an excellent ALMO was to have the money; since July 2002 the ODPM asks for no more than good."""

    def says_so(sentence: str) -> re.Match[str] | None:
        return None if re.search(_GOOD_TOO, sentence) else re.search(_NEEDS_EXCELLENT, sentence)

    for passage, offset in places(index, EXCELLENT, says_so):
        message = "A sentence says that only an excellent service brings money: good has been enough since July 2002"
        yield wrong(passage.at(offset), message, "Say that good or excellent qualifies.", passage.about)


STATEMENTS: tuple[Rule, ...] = (almo_called_the_landlord, older_guidance_cited, excellent_said_to_be_needed)

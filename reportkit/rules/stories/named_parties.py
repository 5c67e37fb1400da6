"""Who is named and counted: advised bodies, sources, ALMOs and authorities [stories 000, 001 and 002]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from reportkit.rules.advised import mentions, others_advised
from reportkit.rules.index import Index
from reportkit.rules.prose import every_passage
from reportkit.rules.remark import Remark, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.watched_sentences import said
from reportkit.rules.watched_words import ALMOS, SOURCES

_UNNAMED: Final = (
    r"(?i)\b(?:(?:one|a|another|an inside|a senior|well-placed) source|sources (?:say|said|close|told|at|in)"
    r"|it (?:has|had) emerged|it is (?:widely )?understood that|it is rumoured|rumour has it|reportedly|allegedly)\b"
)
_COUNTED_TOGETHER: Final = (
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|\w+teen|eleven|twelve|twenty(?:-\w+)?|several|many) "
    r"(?:ALMOs (?:and|or) (?:their )?(?:authorities|councils)|(?:authorities|councils) (?:and|or) (?:their )?ALMOs)\b"
)


@rule(
    "S00c",
    remedy="Take the name out: who was advised stays between the inspectorate and that body.",
    example="“Two councils have bought such help”, and neither is named",
)
def advised_body_named(index: Index) -> Iterator[Remark]:
    """The chief inspector declined to name the councils that were advised to buy help, and public papers keep to that.

    Their names stand in `advised` in casework.yaml, which is never published.
    """
    for name in others_advised(index.casework.advised, index.particulars.authority.name):
        for passage in every_passage(index.inspection):
            found = next(mentions(name, passage.text), None) if passage.in_report else None
            if found:
                message = f"{name} was advised to buy help in, and is named in a text that will be public"
                yield wrong(passage.at(found.start()), message, "Take the name out.", passage.about)


@rule(
    "S01d",
    remedy="Say who said it, or rest the finding on evidence.",
    example="Not “One source said”, but “Managers told us, and the minutes of 3 May show”.",
)
def unnamed_source(index: Index) -> Iterator[Remark]:
    """A claim without a named source weighs little, and cannot be tested by those who moderate."""
    message, remedy = "A text rests on a source that is not named", "Say who said it, or what shows it"
    yield from said(index, "S01d", SOURCES, partial(re.search, _UNNAMED), message, remedy)


@rule(
    "S02d",
    remedy="Count the ALMOs and the authorities apart.",
    example="“21 ALMOs, of 21 authorities”, and not “21 ALMOs or councils”",
)
def bodies_counted_together(index: Index) -> Iterator[Remark]:
    """An authority may have more ALMOs than one, so the two are never one number, even where they happen to agree."""
    message = "ALMOs and authorities are counted as if they were one"
    yield from said(index, "S02d", ALMOS, partial(re.search, _COUNTED_TOGETHER), message, "Give a number for each")


NAMES: tuple[Rule, ...] = (advised_body_named, unnamed_source, bodies_counted_together)

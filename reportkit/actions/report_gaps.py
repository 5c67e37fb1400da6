"""The gaps of the report that would go out, and what else it may not say: found in its blocks, without making Word."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reportkit.actions.known_gaps import ReportGaps
from reportkit.actions.template_cache import kept_code
from reportkit.document.block_text import text_of
from reportkit.document.blocks import Block, CoverPage
from reportkit.errors import Refused, Unreadable
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.inspection.repository import Inspectorate
from reportkit.inspection.sensitive import Withheld, withheld
from reportkit.inspection.source_place import Place
from reportkit.publications.final_report import FINAL, Read, against_report, dated
from reportkit.publications.gap_places import RULE, GapPlaces
from reportkit.publications.gaps import gaps
from reportkit.publications.report import TEMPLATE, report
from reportkit.publications.setting import Setting
from reportkit.wording.asked_values import asked_values
from reportkit.wording.values import Template

MARK: Final = "mark"
"""What a problem carries in place of a rule's id where the final report would hold what it may not."""

_DRAFT: Final = re.compile(r"\bdraft", re.IGNORECASE)
_MADE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # gaps are the same on every day


def report_gaps(
    inspection: Inspection,
    issuer: Inspectorate,
    templates: Mapping[str, Template],
    today: dt.date,
    cleared: Iterable[str] = (),
) -> ReportGaps:
    """Return the gaps of the report of an inspection, as it would be published today.

    `cleared` are the sensitive findings that may stand in it. What keeps the report from being drawn is a gap too.
    """
    try:
        return _found(inspection, issuer, templates, today, frozenset(cleared))
    except (Refused, Unreadable) as error:
        return ReportGaps((_problem(inspection, RULE, "The report cannot be drawn", str(error)),))


def _found(
    inspection: Inspection,
    issuer: Inspectorate,
    templates: Mapping[str, Template],
    today: dt.date,
    cleared: frozenset[str],
) -> ReportGaps:
    whole = dated(inspection, today)
    public = withheld(whole, cleared)
    setting = Setting(inspectorate=issuer, made=_MADE)
    drawn = report(whole, setting, templates, kept_code(), FINAL).blocks
    shown = report(public.shown, setting, templates, kept_code(), FINAL).blocks if public.findings else drawn
    found = (*_gaps(whole, templates, drawn), *_marks(whole, public, shown))
    return ReportGaps(found, frozenset((*public.findings, *public.recommendations)))


def _gaps(inspection: Inspection, templates: Mapping[str, Template], drawn: tuple[Block, ...]) -> Iterator[Problem]:
    """Return the gaps and where each is filled in; the templates are parsed for that only where there is a gap."""
    if found := gaps(drawn):
        places = GapPlaces(inspection, asked_values(templates[TEMPLATE], templates))
        yield from map(places.problem, found)


def _marks(inspection: Inspection, public: Withheld, blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """Return what a final report may not hold, or leaves out: that of a finished one is read back as well."""
    for mention in public.told:
        what = f"{mention.where} refers to the finding {mention.finding}, which is sensitive and not cleared"
        remedy = "Clear it with `reportkit moderate clear`, or take the mention out."
        yield _problem(inspection, MARK, f"{what}", remedy)
    for words in _drafts_on_the_cover(blocks):
        yield _problem(inspection, MARK, f"The cover of the final report would say “{words}”", "Take it out.")
    judged = inspection.particulars.judgements
    if judged.service.rating and judged.prospects.rating:
        read = Read(tuple(text_of(blocks).splitlines()), ())
        for clause in against_report(read, inspection, public, ()):
            yield _problem(inspection, MARK, f"The final report cannot be published: {clause}", "See the template.")


def _drafts_on_the_cover(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, CoverPage):
            labels = (label for label, _ in block.facts)
            texts = (block.title, block.subtitle, *block.notices, *labels)
            yield from (words for words in texts if _DRAFT.search(words))


def _problem(inspection: Inspection, rule: str, what: str, remedy: str) -> Problem:
    where = Place(f"inspections/{inspection.slug}")
    return Problem(rule=rule, level="error", state="not there yet", where=where, message=what, remedy=remedy)

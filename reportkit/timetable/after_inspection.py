"""From moderation to the published report, and what follows it [30, 80, 113–118]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import Final

from reportkit.guidance.periods import BEFORE_REINSPECTION_MONTHS, LONGEST_INSPECTION, SHORTEST_INSPECTION
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import BELOW_GOOD, WEAK_PROSPECTS
from reportkit.inspection.milestones import DraftCopy, Milestones
from reportkit.inspection.months import months_after, span_after
from reportkit.moderation.words import BODIES
from reportkit.timetable.appointment import Appointment
from reportkit.timetable.working_days import add_working_days, is_known

TALK_WITHIN: Final = 10
"""Working days after the decision by which weak prospects are talked over with the ODPM: our reading of [30]."""


def onwards(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    """Return everything after the team has left."""
    return chain(
        _with_the_bodies(inspection, reached),
        _score(inspection, reached),
        _report(inspection, reached),
        _reinspection(inspection, reached),
        _recommendations(inspection, reached),
    )


def _with_the_bodies(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    planned = reached.casework.planned
    what = "The inspection goes to its moderators"
    yield Appointment(key="submitted", what=what, paragraph="114", done=reached.submitted)
    whom = "authority and ALMO" if inspection.particulars.almo else "the authority"
    yield Appointment(
        key="draft-sent",
        what=f"The draft goes to {whom}",
        paragraph="115",
        due=planned.draft,
        done=reached.draft_sent,
    )
    for copy in reached.drafts:
        yield _comments(copy, reached)
    held = reached.round_table.on if reached.round_table else None
    yield Appointment(
        key="presentation",
        what="The report is presented and discussed at a round table",
        paragraph="113, 115",
        due=planned.presentation,
        done=held or inspection.particulars.dates.presentation,
    )
    if reached.wider or reached.wider_wanted:
        shown = reached.wider.on if reached.wider else None
        yield Appointment(key="wider", what="It is presented to a wider audience", paragraph="116", done=shown)


def _comments(copy: DraftCopy, reached: Milestones) -> Appointment:
    came = [reply.received for reply in reached.replies if reply.from_ == copy.to]
    return Appointment(
        key=f"comments-{copy.to}",
        what=f"Written comments come from {BODIES[copy.to]}",
        paragraph="115",
        due=copy.due,
        done=max(came, default=None),
    )


def _score(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    planned, kind = reached.casework.planned, inspection.particulars.kind
    yield Appointment(key="decision", what="The final score is decided", paragraph="117", done=reached.decided)
    what = "The letters give authority, ALMO and ODPM the score, and the press release the press"
    if kind not in {"almo", "re-inspection"}:
        what = "The letter gives the score"
    yield Appointment(key="letters", what=what, paragraph="117", due=planned.letters, done=reached.letters)
    prospects = inspection.particulars.judgements.prospects.rating
    if prospects in WEAK_PROSPECTS and kind in {"almo", "re-inspection"}:
        yield Appointment(
            key="odpm-discussion",
            what=f"What {prospects} prospects mean is discussed with the ODPM; no letter waits for it",
            paragraph="30",
            due=_talk_by(reached.decided),
            done=reached.odpm_discussion,
        )


def _talk_by(decided: dt.date | None) -> dt.date | None:
    return add_working_days(decided, TALK_WITHIN) if decided and is_known(decided) else None


def _report(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    dates = inspection.particulars.dates
    arrived, out = dates.on_site_from or reached.casework.planned.on_site_from, reached.published or dates.report
    if arrived and inspection.particulars.kind in {"almo", "re-inspection"}:
        yield Appointment(
            key="report-expected",
            what="The final report is expected, ten to sixteen weeks after the team’s arrival",
            paragraph="113",
            due=span_after(arrived, SHORTEST_INSPECTION),
            until=span_after(arrived, LONGEST_INSPECTION),
            done=out,
            note=reached.why_not_in_time or "",
        )
    planned = reached.casework.planned.publication
    yield Appointment(key="publication", what="The final report is published", paragraph="117", due=planned, done=out)


def _reinspection(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    if inspection.particulars.judgements.service.rating not in BELOW_GOOD:
        return
    agreed, out = reached.reinspection, reached.published or inspection.particulars.dates.report
    what = "A date for re-inspection is agreed with the authority"
    yield Appointment(key="reinspection-agreed", what=what, paragraph="118", done=agreed.agreed if agreed else None)
    from_ = out or reached.casework.planned.publication
    if from_:
        yield Appointment(
            key="reinspection-earliest",
            what="Six months after the report: the earliest day for a re-inspection",
            paragraph="118",
            nature="earliest",
            due=months_after(from_, BEFORE_REINSPECTION_MONTHS),
            note="" if out else "counted from the planned day of publication",
        )
    on = agreed.on if agreed else reached.casework.planned.re_inspection
    if on:
        note = "provisional" if agreed and agreed.provisional else ""
        yield Appointment(key="reinspection", what="Re-inspection", paragraph="118", due=on, note=note)


def _recommendations(inspection: Inspection, reached: Milestones) -> Iterator[Appointment]:
    told = {each.recommendation: each for each in reached.progress}
    for each in inspection.recommendations:
        progress = told.get(each.id)
        closed = progress.on if progress and progress.state in {"done", "dropped"} else None
        words = f"{progress.state.replace('-', ' ')} on {progress.on}" if progress else ""
        notes = (words, (progress and progress.note) or "", each.owner or "")
        yield Appointment(
            key=f"recommendation-{each.id}",
            what=f"Recommendation: {each.title}",
            paragraph="80",
            due=each.by,
            done=closed,
            note="; ".join(part for part in notes if part),
        )

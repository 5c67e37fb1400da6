"""What the record and the casework tell the rules: dates and facts, as plain values."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from reportkit.inspection.casework import Casework
from reportkit.inspection.milestones import (
    BodyReply,
    Cleared,
    DraftCopy,
    Milestones,
    RecommendationProgress,
    Reinspection,
    RoundTableHeld,
)
from reportkit.moderation import comment_events as co
from reportkit.moderation import outcome_events as an
from reportkit.moderation.attribution import day_of
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.correspondence import Exchange, exchange
from reportkit.moderation.ledger import Ledger

_NO_CASEWORK = Casework()


def milestones_of(ledger: Ledger, casework: Casework = _NO_CASEWORK) -> Milestones:
    """Return the milestones that the valid records and the casework have reached; days are those of England."""
    return replace(_recorded(ledger), casework=casework)


def _recorded(ledger: Ledger) -> Milestones:
    decision, told, published = ledger.decision, ledger.letters, ledger.published
    known, sent = exchange(ledger), ledger.sent[1] if ledger.sent else None
    agreed = sent.agreed if sent else None
    return Milestones(
        submitted=_day(ledger.submission),
        drafts=_drafts(ledger, known),
        turn=agreed.turn if agreed else None,
        turn_agreed_with=agreed.with_ if agreed else (),
        replies=_replies(ledger),
        comments=len(known.comments),
        unanswered=len(known.open),
        round_table=_held(ledger, wider=False),
        wider_wanted=sent.wider if sent else None,
        wider=_held(ledger, wider=True),
        decided=_day(decision[0] if decision else None),
        letters=told[1].date if told else None,
        release=told[1].date if told and told[1].release else None,
        published=published[1].on if published else None,
        why_not_in_time=published[1].reason if published else None,
        reinspection=_reinspection(ledger),
        odpm_discussion=_discussed(ledger),
        cleared=_cleared(ledger),
        progress=_progress(ledger),
    )


def _day(entry: Entry | None) -> dt.date | None:
    return day_of(entry.record) if entry else None


def _drafts(ledger: Ledger, known: Exchange) -> tuple[DraftCopy, ...]:
    """Return the copies that were sent last, each with its day for comments as it was recorded and extended."""
    if ledger.sent is None:
        return ()
    entry, sent = ledger.sent
    day = day_of(entry.record)
    return tuple(DraftCopy(to=copy.body, sent=day, due=known.due[copy.body]) for copy in sent.copies)


def _replies(ledger: Ledger) -> tuple[BodyReply, ...]:
    """Return what came back on the draft that was sent last."""
    digest = ledger.sent[0].digest if ledger.sent else None
    return tuple(
        BodyReply(from_=body, received=comment.received)
        for _, comment in ledger.of(co.Comment)
        if comment.draft == digest
        for body in comment.bodies
    )


def _held(ledger: Ledger, *, wider: bool) -> RoundTableHeld | None:
    held = [each for _, each in ledger.of(co.RoundTable) if each.wider == wider]
    return RoundTableHeld(on=held[-1].on, present=held[-1].present) if held else None


def _reinspection(ledger: Ledger) -> Reinspection | None:
    found = ledger.last(an.ReinspectionAgreed)
    if found is None:
        return None
    entry, agreed = found
    return Reinspection(
        on=agreed.on,
        agreed=agreed.agreed_on or day_of(entry.record),
        with_=agreed.with_,
        provisional=agreed.provisional,
        inspection=agreed.inspection,
        why=agreed.reason,
    )


def _discussed(ledger: Ledger) -> dt.date | None:
    found = ledger.last(an.OdpmDiscussion)
    return found[1].on if found else None


def _cleared(ledger: Ledger) -> tuple[Cleared, ...]:
    return tuple(
        Cleared(finding=each.finding, digest=each.digest, papers=each.for_) for _, each in ledger.of(an.Clearance)
    )


def _progress(ledger: Ledger) -> tuple[RecommendationProgress, ...]:
    """Return the last progress of each recommendation."""
    told = {
        each.recommendation: RecommendationProgress(
            recommendation=each.recommendation, state=each.state, on=each.on, note=each.note
        )
        for _, each in ledger.of(an.Progress)
    }
    return tuple(told.values())

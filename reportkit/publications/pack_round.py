"""The round of moderation that a pack is for, as plain values: from the record, or from anywhere else."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.inspection.casework import Casework
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.moderation.attribution import day_of, reported_by
from reportkit.moderation.case import FindPolicy, no_policy_known
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Details, Override, Query
from reportkit.moderation.former_names import named_as_then
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.policy import Policy
from reportkit.moderation.subject import version_code
from reportkit.moderation.words import ROLES
from reportkit.publications.audit_trail import AuditRow
from reportkit.rules.moderators import Other


class PackQuery(Struct, frozen=True, kw_only=True):
    """A request for further information that has no answer yet: what, about what, who was asked, when, by whom."""

    number: int
    asks: str
    about: str
    of: str
    by: dt.date
    asked: dt.date
    asked_by: str


class Overridden(Struct, frozen=True, kw_only=True):
    """A rule that was set aside: which, about what ("" for all of it), why, by whom in which role, and when."""

    rule: str
    about: str
    reason: str
    by: str
    role: str
    on: dt.date


class PackRound(Struct, frozen=True, kw_only=True):
    """Everything in a pack that is not in the inspection.

    `code` is the version's, in groups of four; `replies` are the lines of which a moderator sends one back. `before` is
    the inspection as it was when `since` (a phrase, such as "round 1, of 12 January 2004"), None where this is the
    first time. `others` are inspections to compare with, and `milestones` what the rules are told of record and
    casework.
    """

    number: int
    code: str
    replies: tuple[str, ...]
    before: Inspection | None = None
    since: str = ""
    others: tuple[Other, ...] = ()
    queries: tuple[PackQuery, ...] = ()
    overrides: tuple[Overridden, ...] = ()
    acts: tuple[AuditRow, ...] = ()
    milestones: Milestones = NOTHING_YET


class Moderation(Struct, frozen=True, kw_only=True):
    """The facts of the record and the repository for a pack.

    `subject` is the digest of what is to be signed; `acts` the record so far in words; `policy_of` finds an earlier
    policy; the rest as in PackRound.
    """

    ledger: Ledger
    policy: Policy
    policy_of: FindPolicy = no_policy_known
    subject: str
    replies: tuple[str, ...]
    before: Inspection | None = None
    since: str = ""
    others: tuple[Other, ...] = ()
    acts: tuple[AuditRow, ...] = ()
    casework: Casework = Casework()


def round_of(moderation: Moderation, inspection: Inspection) -> PackRound:
    """Return the round that the record is in."""
    ledger = moderation.ledger
    titles = {finding.id: finding.title for finding in inspection.findings}
    queries = (
        _query(number, entry, entry.record.details, titles, _named(entry, moderation))
        for number, entry in enumerate(ledger.open_queries, 1)
    )
    return PackRound(
        number=max(ledger.round, 1),
        code=version_code(moderation.subject),
        replies=moderation.replies,
        before=moderation.before,
        since=moderation.since,
        others=moderation.others,
        queries=tuple(query for query in queries if query),
        overrides=tuple(_overridden(entry, details, moderation) for entry, details in ledger.of(Override)),
        acts=moderation.acts,
        milestones=milestones_of(ledger, moderation.casework),
    )


def _named(entry: Entry, moderation: Moderation) -> Policy:
    """Return the policy with the names that people had when a record was made."""
    return named_as_then(entry, moderation.policy, moderation.policy_of)


def _query(number: int, entry: Entry, details: Details, titles: dict[str, str], policy: Policy) -> PackQuery | None:
    if not isinstance(details, Query):
        return None
    about = titles.get(details.finding or "", details.finding) or _JUDGEMENTS.get(details.judgement or "", "in general")
    return PackQuery(
        number=number,
        asks=details.asks,
        about=about,
        of=details.of,
        by=details.by,
        asked=day_of(entry.record),
        asked_by=", ".join(filter(None, (policy.name_of(entry.record.person), reported_by(entry.record, policy)))),
    )


def _overridden(entry: Entry, details: Override, moderation: Moderation) -> Overridden:
    return Overridden(
        rule=details.rule,
        about=details.about or "",
        reason=details.reason,
        by=_named(entry, moderation).name_of(entry.record.person),
        role=ROLES[entry.record.role],
        on=day_of(entry.record),
    )


_JUDGEMENTS = {"service": "judgement 1, the service", "prospects": "judgement 2, the prospects"}

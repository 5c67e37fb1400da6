"""What speaks against a decision, by the record alone: who signed, what was agreed, who was heard [114, 115, 117]."""

from __future__ import annotations

from reportkit.moderation.blocker import Objection, comments, short
from reportkit.moderation.correspondence import exchange
from reportkit.moderation.events import Decision
from reportkit.moderation.judged_record import Against, JudgedRecord
from reportkit.moderation.outcomes import Outcome
from reportkit.moderation.sign_offs import footing, signatures
from reportkit.moderation.validity_of_documents import against_rest
from reportkit.moderation.words import BODIES


def against_decision(judged: JudgedRecord, details: Decision) -> Against:
    """Check whether it rests on three sign-offs, begins where moderators ended, and the bodies were heard."""
    record, past, policy = judged.record, judged.past, judged.policy
    if record.stage != "draft" or past.decision is not None:
        yield Objection("I07", "a decision was recorded already: a query, a meeting or a comment would reopen it")
    given = footing(past, policy, signatures(past, policy, lambda _: record.subject or ""))
    yield from against_rest(judged, details.rests_on, given)
    if past.agreed:
        yield from _against_start("how good the service is", past.agreed.service, details.service)
        yield from _against_start("the prospects", past.agreed.prospects, details.prospects)
    yield from _against_unheard(judged)


def _against_unheard(judged: JudgedRecord) -> Against:
    """Check whether both bodies could comment, and every comment was considered."""
    known, inspection = exchange(judged.past), judged.record.inspection
    if known.sent is None:
        yield Objection("J01", "the draft was not sent to the bodies", comments("send", inspection))
    for body in known.awaited(judged.day):
        yield Objection("J02", f"{BODIES[body]} has until {known.due[body]} to comment")
    for entry, _ in known.open:
        if not judged.past.is_overridden("J05", short(entry.digest)):
            yield Objection("J05", f"the comment {short(entry.digest)} is not answered")


def _against_start(title: str, agreed: Outcome, decided: Outcome) -> Against:
    if decided.begins != agreed.to:
        yield Objection("I07", f"on {title} moderators agreed on {agreed.to}, and this is from {decided.begins}")

"""What happened and what comes next, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from reportkit.moderation import events as ev
from reportkit.moderation.attribution import reported_by
from reportkit.moderation.blocker import Step, short
from reportkit.moderation.causal_order import Chronicle, Entry
from reportkit.moderation.house_events import Acknowledgement, Agreement
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.outcomes import Outcome
from reportkit.moderation.phrasing import in_a_line
from reportkit.moderation.policy import Policy
from reportkit.moderation.sentences_about_acts import BACK, Before
from reportkit.moderation.sentences_to_bodies import BEYOND, because
from reportkit.moderation.standing import Standing
from reportkit.moderation.words import ROLES

STAGES: Final[Mapping[str, str]] = {
    "drafting": "drafting",
    "moderation": "moderation",
    "with-the-bodies": "with the bodies",
    "decision": "decided",
    "notified": "notified",
    "published": "published",
}
"""What people call each stage."""


def sentence(entry: Entry, ledger: Ledger, policy: Policy) -> str:
    """Return who did what, in which role, without a full stop: "Ann Lee (senior manager) signed off"."""
    record = entry.record
    stands_in = f", standing in for {policy.name_of(ledger.principal(entry))}" if record.cover else ""
    reported = f", {words}" if (words := reported_by(record, policy)) else ""
    who = f"{policy.name_of(record.person)} ({ROLES[record.role]}{stands_in}{reported})"
    return f"{who} {what(record.details, policy, ledger.chronicle)}"


def what(details: ev.Details, policy: Policy, chronicle: Chronicle) -> str:
    """Return what was done, as a clause without its subject; what it was done about is looked up in the record."""
    kind = type(details)
    if kind in BACK:
        return BACK[kind](details, Before(chronicle, policy, lambda earlier: what(earlier, policy, chronicle)))
    return _WHAT[kind](details, policy)


def _submitted(details: ev.Submitted, _: Policy) -> str:
    return "handed it to the moderators" + because(details.note, ": ")


def _meeting(details: ev.Meeting, policy: Policy) -> str:
    names = ", ".join(policy.name_of(each) for each in details.present)
    outcomes = f"the service {_outcome(details.service)}; the prospects {_outcome(details.prospects, 'need')}"
    return f"noted the meeting of {details.date} with {names}: {outcomes}"


def _outcome(outcome: Outcome, needs: str = "needs") -> str:
    if outcome.verdict == "agreed":
        return f"agreed as {outcome.to}"
    if outcome.verdict == "changed":
        return f"changed from {outcome.from_} to {outcome.to}, because: {in_a_line(outcome.why or '')}"
    return f"{needs} further information: {in_a_line(outcome.why or '')}"


def _query(details: ev.Query, _: Policy) -> str:
    about = f" about {details.finding or details.judgement}" if details.finding or details.judgement else ""
    return f"asked {details.of}{about}, for an answer by {details.by}: {in_a_line(details.asks)}"


def _cover(details: ev.Cover, policy: Policy) -> str:
    who = f"{policy.name_of(details.stand_in)} stand in for {policy.name_of(details.holder)}"
    return f"let {who} as {ROLES[details.role]} from {details.from_} until {details.until}{because(details.reason)}"


def _override(details: ev.Override, _: Policy) -> str:
    about = f" about {details.about}" if details.about else ""
    return f"set rule {details.rule}{about} aside{because(details.reason)}"


def _decision(details: ev.Decision, _: Policy) -> str:
    unseen = because(details.unseen.reason, "; not sent to the bodies again: ") if details.unseen else ""
    return f"decided: the service {_outcome(details.service)}; the prospects {_outcome(details.prospects)}{unseen}"


def _policy_changed(details: ev.PolicyChanged, _: Policy) -> str:
    easier = f"; easier now: {'; '.join(details.weakenings)}" if details.weakenings else ""
    return f"changed policy.yaml{because(details.reason)}{easier}"


_WHAT: Final[Mapping[type[ev.Details], Callable[[Any, Policy], str]]] = {
    ev.Submitted: _submitted,
    ev.Meeting: _meeting,
    ev.Query: _query,
    ev.SignOff: lambda _, __: "signed off",
    ev.Refusal: lambda details, _: f"does not agree{because(details.reason)}",
    ev.Cover: _cover,
    ev.Override: _override,
    **BEYOND,
    ev.Decision: _decision,
    ev.PolicyChanged: _policy_changed,
    Acknowledgement: lambda details, _: f"acknowledged {details.kind} of {details.path}{because(details.reason)}",
    Agreement: lambda details, _: f"agreed to the acknowledgement {short(details.to)}",
}


def ended(words: str) -> str:
    """Return the words with a full stop, unless they end a sentence already."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def stage_of(standing: Standing) -> str:
    """Return the stage in words, with the round of moderation from the second on."""
    again = f", round {standing.round}" if standing.stage == "moderation" and standing.round > 1 else ""
    return STAGES[standing.stage] + again


def follow_up(standing: Standing, policy: Policy) -> Iterator[str]:
    """Yield what now follows: how many have signed, what comes next and whose it is."""
    if standing.stage != "drafting":
        needed = policy.must_sign
        yield f"{len(standing.signed)} of {len(needed)} sign-offs hold; {stage_of(standing)}."
    yield from step_lines(standing.next_steps, policy)


def step_lines(steps: Iterable[Step], policy: Policy) -> Iterator[str]:
    """Two lines for each step: what is to do and whose it is; the command."""
    for step in steps:
        yield f"Next: {led_on(step, policy)}"
        yield f"    {step.command}"


def led_on(step: Step, policy: Policy) -> str:
    """Return what a step is, whose and by when, as a sentence."""
    told = whose(step, policy)
    return f"{step.what.rstrip('.')}{told}." if told else ended(step.what)


def with_due(step: Step) -> str:
    """Return what a step is and by when, as a sentence."""
    said = step.due is None or str(step.due) in step.what
    return ended(step.what) if said else f"{step.what.rstrip('.')} (by {step.due})."


def whose(step: Step, policy: Policy) -> str:
    """Return whose a step is and by when, in brackets after it, or ""."""
    names = " or ".join(policy.name_of(each) for each in step.who)
    due = f"by {step.due}" if step.due else ""
    told = ", ".join(part for part in (names, due) if part)
    return f" ({told})" if told else ""

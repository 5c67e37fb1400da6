"""Where an inspection stands: derived each time from its record, its content and the policy; never stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal

from msgspec import Struct

from reportkit.inspection.judgement import BELOW_GOOD
from reportkit.inspection.problem import Problem
from reportkit.moderation.blocker import Blocker, Held, Step, comments, moderate
from reportkit.moderation.blocker_context import BlockerContext
from reportkit.moderation.blockers_found import blockers, warnings
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.correspondence import Exchange
from reportkit.moderation.ledger import Ledger, SetAside
from reportkit.moderation.out_of_turn import out_of_turn
from reportkit.moderation.outcome_events import ReinspectionAgreed
from reportkit.moderation.policy import Policy
from reportkit.moderation.sign_offs import Lapse, Subjects, remembered, signatures
from reportkit.moderation.subject import Signing
from reportkit.moderation.words import Role

Stage = Literal["drafting", "moderation", "with-the-bodies", "decision", "notified", "published"]
"""How far an inspection has come."""


class Standing(Struct, frozen=True, kw_only=True):
    """The standing of one inspection.

    `round` is 0 before submission. `signed` has at most one sign-off for each role, each by another person; `lapsed`
    those that were good and hold no longer. `blockers` are all that stands in the way, of whichever act; `warnings`
    stop nothing. `next_steps` begins with the one thing to do next. `signing` and `subject` are what a sign-off
    made now would be of; `footing` are the sign-offs that a decision made now would rest on. `exchange` is what went
    to the bodies and came back. `set_aside` are records that do not count. `out_of_turn` says of acts which are not
    to be done now why not.
    """

    stage: Stage
    round: int
    signing: Signing
    subject: str
    signed: tuple[Entry, ...] = ()
    footing: tuple[Entry, ...] = ()
    lapsed: tuple[Lapse, ...] = ()
    refused: tuple[Entry, ...] = ()
    open_queries: tuple[Entry, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    warnings: tuple[Blocker, ...] = ()
    next_steps: tuple[Step, ...] = ()
    exchange: Exchange = Exchange()
    set_aside: tuple[SetAside, ...] = ()
    out_of_turn: tuple[Blocker, ...] = ()

    def holding(self, act: Held) -> tuple[Blocker, ...]:
        """Return what stands in the way of one act: its turn, its own blockers, and those of every act before it."""
        turn = tuple(each for each in self.out_of_turn if each.holds == act)
        return turn if act == "reinspect" else (*turn, *_holding(self.blockers, act))


_IN_ORDER: tuple[Held, ...] = ("submit", "sign-off", "send", "decide", "notify", "publish")
_AHEAD: Mapping[Stage, tuple[Held, ...]] = {
    "drafting": ("submit",),
    "moderation": ("sign-off", "send"),
    "with-the-bodies": ("decide",),
    "decision": ("notify",),
    "notified": ("publish",),
    "published": (),
}
"""The acts that come next at each stage, up to the one that ends it."""


def _holding(found: Iterable[Blocker], act: Held) -> tuple[Blocker, ...]:
    reached = _IN_ORDER[: _IN_ORDER.index(act) + 1]
    return tuple(each for each in found if each.holds in reached and act not in each.lets)


def standing(
    case: Case, ledger: Ledger, policy: Policy, now: dt.date, problems: Iterable[Problem], subjects: Subjects
) -> Standing:
    """Return the standing of an inspection on a day.

    `ledger` comes from `weigh`. `problems` are those errors of the rules that protect the acts ahead. `subjects`
    gives the digest of the saved content for a stage: `store.subject` for this inspection.
    """
    subjects = remembered(subjects)
    context = BlockerContext(case, ledger, policy, now, tuple(problems), signatures(ledger, policy, subjects))
    return _standing_in(context, subjects(ledger.signing))


def _standing_in(context: BlockerContext, subject: str) -> Standing:
    ledger, found = context.ledger, blockers(context)
    stage = _stage(ledger)
    return Standing(
        stage=stage,
        round=ledger.round,
        signing=ledger.signing,
        subject=subject,
        signed=context.signatures.signed,
        footing=context.footing,
        lapsed=context.signatures.lapsed,
        refused=context.signatures.refused,
        open_queries=ledger.open_queries,
        blockers=found,
        warnings=warnings(context),
        next_steps=_next_steps(found, stage, context),
        exchange=context.exchange,
        set_aside=ledger.aside,
        out_of_turn=out_of_turn(ledger, context.case.inspection),
    )


def _stage(ledger: Ledger) -> Stage:
    reached: tuple[tuple[Stage, object], ...] = (
        ("published", ledger.published),
        ("notified", ledger.letters),
        ("decision", ledger.decision),
        ("with-the-bodies", ledger.sent),
        ("moderation", ledger.submission),
    )
    return next((stage for stage, event in reached if event is not None), "drafting")


def _next_steps(found: tuple[Blocker, ...], stage: Stage, context: BlockerContext) -> tuple[Step, ...]:
    """Return what blocks the nearest act; where nothing does, the act itself."""
    for act in _AHEAD[stage]:
        steps = _holding(found, act)
        if steps:
            return steps
    return _onwards(stage, context)


def _onwards(stage: Stage, context: BlockerContext) -> tuple[Step, ...]:
    if stage == "published":
        return _reinspection(context)
    what, command, roles = _ONWARDS[stage]
    who = context.policy.able(roles(context.policy), context.now)
    return (Step(what=what, command=command.format(context.case.inspection), who=who),)


_ONWARDS: Final[Mapping[Stage, tuple[str, str, Callable[[Policy], tuple[Role, ...]]]]] = {
    "drafting": ("Hand it to the moderators", moderate("submit", "{}"), lambda _: ()),
    "moderation": ("Send the draft to the bodies [115]", comments("send", "{}"), lambda policy: policy.may_correspond),
    "with-the-bodies": (
        "Decide the score, now that the bodies’ comments are considered [117]",
        moderate("decide", "{}"),
        lambda policy: policy.may_decide,
    ),
    "decision": (
        "Tell the score, in letters and a press release [117]",
        "reportkit notify {}",
        lambda policy: policy.may_notify,
    ),
    "notified": ("Publish the final report [113]", "reportkit publish {}", lambda policy: policy.may_notify),
}
"""What comes next where nothing is in the way: in words, its command for an inspection, and whose it is."""


def _reinspection(context: BlockerContext) -> tuple[Step, ...]:
    """Return what is left to do once the report is out: below good, to agree when to come again [118]."""
    told, agreed = context.ledger.letters, context.ledger.last(ReinspectionAgreed)
    if told is None or told[1].service not in BELOW_GOOD or (agreed and not agreed[1].provisional):
        return ()
    policy = context.policy
    what = "Agree the day of a re-inspection with the authority [118]"
    command = f"reportkit reinspect {context.case.inspection} --on …"
    return (
        Step(what=what, command=command, who=policy.able((*policy.may_correspond, *policy.may_decide), context.now)),
    )

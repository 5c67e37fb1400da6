"""Where an inspection stands: derived each time from its record, its content and the policy; never stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Literal

from msgspec import Struct

from reportkit.inspection.problem import Problem
from reportkit.moderation.blocker import Blocker, Held, Step, moderate
from reportkit.moderation.blocking import Scene, blockers, warnings
from reportkit.moderation.case import Case
from reportkit.moderation.ledger import Ledger, SetAside
from reportkit.moderation.order import Entry
from reportkit.moderation.policy import Policy
from reportkit.moderation.signing import Lapse, Subjects, signatures
from reportkit.moderation.subject import Signing

Stage = Literal["drafting", "moderation", "with-the-bodies", "decision", "notified", "published"]
"""How far an inspection has come. Only events that are in the record yet move it on."""


class Standing(Struct, frozen=True, kw_only=True):
    """Where one inspection stands.

    `round` is 0 before submission. `signed` has at most one sign-off for each role, each by somebody else; `lapsed`
    those that were good and hold no longer. `blockers` are all that stands in the way, of whichever act; `warnings`
    stop nothing. `next_steps` begins with the one thing to do next. `signing` and `subject` are what a sign-off
    made now would be of. `set_aside` are records that do not count.
    """

    stage: Stage
    round: int
    signing: Signing
    subject: str
    signed: tuple[Entry, ...] = ()
    lapsed: tuple[Lapse, ...] = ()
    refused: tuple[Entry, ...] = ()
    open_queries: tuple[Entry, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    warnings: tuple[Blocker, ...] = ()
    next_steps: tuple[Step, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    def holding(self, act: Held) -> tuple[Blocker, ...]:
        """What stands in the way of one act: its own blockers, and those of every act before it."""
        reached = _IN_ORDER[: _IN_ORDER.index(act) + 1]
        return tuple(each for each in self.blockers if each.holds in reached)


_IN_ORDER: tuple[Held, ...] = ("submit", "sign-off", "send", "notify")


def standing(
    case: Case,
    ledger: Ledger,
    policy: Policy,
    now: dt.date,
    problems: Iterable[Problem],
    subjects: Subjects,
) -> Standing:
    """The standing of an inspection on a day.

    `ledger` comes from `weigh`. `problems` are those errors of the rules that protect the acts ahead. `subjects`
    gives the digest of the saved content for a stage: `store.subject` for this inspection.
    """
    subjects = cache(subjects)
    signing = ledger.signing
    scene = Scene(case, ledger, policy, now, tuple(problems), signatures(ledger, policy, subjects))
    found = blockers(scene)
    return Standing(
        stage=_stage(ledger),
        round=ledger.round,
        signing=signing,
        subject=subjects(signing),
        signed=scene.signatures.signed,
        lapsed=scene.signatures.lapsed,
        refused=scene.signatures.refused,
        open_queries=ledger.open_queries,
        blockers=found,
        warnings=warnings(scene),
        next_steps=_next_steps(found, ledger, case, policy),
        set_aside=ledger.aside,
    )


def _stage(ledger: Ledger) -> Stage:
    if ledger.submission is None:
        return "drafting"
    return "moderation" if ledger.decision is None else "decision"


def _next_steps(found: tuple[Blocker, ...], ledger: Ledger, case: Case, policy: Policy) -> tuple[Step, ...]:
    """What blocks the nearest act; where nothing does, the act itself."""
    for act in _IN_ORDER:
        steps = tuple(each for each in found if each.holds == act)
        if steps:
            return steps
    return tuple(_onwards(ledger, case, policy))


def _onwards(ledger: Ledger, case: Case, policy: Policy) -> Iterable[Step]:
    if ledger.submission is None:
        yield Step(what="Hand it to the moderators", command=moderate("submit", case.inspection))
    elif ledger.decision is None:
        deciders = (person.id for person in policy.people if set(person.roles) & set(policy.may_decide))
        what = "Decide the score, once the bodies’ comments are considered [117]"
        yield Step(what=what, command=moderate("decide", case.inspection), who=tuple(deciders))

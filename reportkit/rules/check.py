"""Checking an inspection: every rule once, in the order of the files; and what stops an act."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from reportkit.errors import WrongUse
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.inspection.problem import Problem
from reportkit.rules.all_rules import ALL_RULES
from reportkit.rules.answers import with_answers
from reportkit.rules.index import ledger_of
from reportkit.rules.rule import Rule

ACTS: Final = ("submit", "send", "decide", "notify", "publish")
"""The acts that rules protect, in the order in which an inspection comes to them."""


def check(
    inspection: Inspection, rules: Iterable[Rule] = ALL_RULES, milestones: Milestones = NOTHING_YET
) -> tuple[Problem, ...]:
    """Return everything that the rules find, with recorded answers filled in, sorted by file and line.

    `milestones` is what record and casework tell; without it, what only they could tell is not there yet.
    """
    held = tuple(rules)
    index = ledger_of(inspection, milestones)
    problems = (problem for rule in held for problem in rule.problems(index))
    answered = with_answers(problems, inspection.answers, held)
    return tuple(sorted(answered, key=attrgetter("order")))


def errors(
    inspection: Inspection, rules: Iterable[Rule] = ALL_RULES, milestones: Milestones = NOTHING_YET
) -> tuple[Problem, ...]:
    """Return the errors alone, for an act, which nothing else can stop.

    No warning is looked for, nor an answer to one.
    """
    index = ledger_of(inspection, milestones)
    found = (problem for rule in rules if rule.level == "error" for problem in rule.problems(index))
    return tuple(sorted((each for each in found if each.level == "error"), key=attrgetter("order")))


def wrong(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what `check` alone refuses: errors that contradict the guidance, not what is only not there yet."""
    return tuple(each for each in problems if each.level == "error" and each.state == "wrong")


def guards(problems: Iterable[Problem], act: str, rules: Iterable[Rule] = ALL_RULES) -> tuple[Problem, ...]:
    """Return the errors that speak against an act itself, without those of the acts before it."""
    protecting = frozenset(rule.id for rule in rules if act in rule.row.protects)
    return tuple(each for each in problems if each.level == "error" and each.rule in protecting)


def stops(problems: Iterable[Problem], act: str, rules: Iterable[Rule] = ALL_RULES) -> tuple[Problem, ...]:
    """Return the errors that stop an act, what is not there yet among them: those that protect it or an act before it.

    `act` is one of ACTS. A problem of no rule (a file that cannot be read) stops every act. Warnings
    stop none. Raises WrongUse for an act that is not in ACTS.
    """
    held = tuple(rules)
    later = {rule.id for rule in held} - {rule.id for rule in stopping(act, held)}
    return tuple(each for each in problems if each.level == "error" and each.rule not in later)


def stopping(act: str, rules: Iterable[Rule] = ALL_RULES) -> tuple[Rule, ...]:
    """Return the rules whose errors stop an act: they protect it or an act before it. Raises WrongUse as `stops` does.

    Signing comes after handing in; a re-inspection is agreed at any time after the letters, and has rules of its own.
    """
    if act not in (*ACTS, "sign-off", "reinspect"):
        raise WrongUse(f"There is no act {act!r} to check for", remedy=f"Name one of {', '.join(ACTS)}.")
    reached = frozenset(("reinspect",) if act == "reinspect" else _up_to(act))
    return tuple(rule for rule in rules if not reached.isdisjoint(rule.row.protects))


def _up_to(act: str) -> tuple[str, ...]:
    return ("submit", "sign-off") if act == "sign-off" else ACTS[: ACTS.index(act) + 1]

"""Answers to warnings: a person says, by name, why a warning may stand.

An answer names a rule. Where it also names what it is `about`, it answers only that finding,
evidence, question, cell or topic, and what is part of it: P2 answers P2.3a, `standard` answers
`standard-complaints`. Errors are not answered; they are put right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import structs

from reportkit.inspection.problem import Level, Problem
from reportkit.inspection.warning_answer import Answer
from reportkit.rules.index import wholes_of
from reportkit.rules.rule import Rule

RULE: Final = "answers"
"""What a problem with an answer itself carries in place of a rule's id."""


def with_answers(problems: Iterable[Problem], answers: Sequence[Answer], rules: Iterable[Rule]) -> Iterator[Problem]:
    """Yield the problems, answered where there is an answer, and one more for each answer that answers nothing."""
    by_rule: dict[str, list[int]] = {}
    for number, each in enumerate(answers):
        by_rule.setdefault(each.rule, []).append(number)
    used: set[int] = set()
    for problem in problems:
        chosen = _answer_to(problem, answers, by_rule.get(problem.rule, ()))
        if chosen is None:
            yield problem
        else:
            used.add(chosen)
            yield structs.replace(problem, answered=_said(answers[chosen]))
    idle = [each for number, each in enumerate(answers) if number not in used]
    levels = {rule.id: rule.level for rule in rules} if idle else {}
    yield from (_idle(each, levels) for each in idle)


def _answer_to(problem: Problem, answers: Sequence[Answer], numbers: Sequence[int]) -> int | None:
    """Return the number of the answer that fits, one that names what it is about before one that does not."""
    if problem.level != "warning" or not numbers:
        return None
    fitting = (number for number in numbers if _fits(answers[number].about, problem.about))
    return max(fitting, key=lambda number: answers[number].about is not None, default=None)


def is_answered(answers: Iterable[Answer], rule: str, about: str = "") -> bool:
    """Return whether a warning of this rule about this thing ("": about the whole) has an answer."""
    return any(each.rule == rule and _fits(each.about, about) for each in answers)


def _fits(answer: str | None, problem: str) -> bool:
    """Return whether an answer about the one holds for a problem about the other."""
    return answer is None or problem == answer or problem.startswith(f"{answer}-") or answer in wholes_of(problem)


def _said(answer: Answer) -> str:
    when = f", {answer.date.isoformat()}" if answer.date else ""
    return f"{answer.answer} ({answer.by}{when})"


def _idle(answer: Answer, levels: dict[str, Level]) -> Problem:
    return Problem(
        rule=RULE,
        level="warning",
        state="wrong",
        where=answer.origin.at("rule"),
        message=_why_idle(answer, levels.get(answer.rule)),
        remedy="Take it out of answers.yaml, or name the warning that it is for.",
        about=answer.about or "",
    )


def _why_idle(answer: Answer, level: Level | None) -> str:
    if level is None:
        return f"This answers {answer.rule}, and there is no such rule to answer"
    if level == "error":
        return f"This answers {answer.rule}, which is an error: an error is put right, not answered"
    about = f" about {answer.about}" if answer.about else ""
    return f"This answers {answer.rule}{about}, and there is no such warning"

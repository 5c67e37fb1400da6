"""What every row of the guidance's list has, whether it is checked, computed or kept by the design.

An entry's own facts (title, paragraph, level, kinds, the act it protects) come from the list in the
guidance; its remedy and example stand at the function that does the work, and its reasons are that
function's docstring.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.guidance.rule_rows.row import RuleRow
from reportkit.inspection.problem import Level, Problem
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark

Find = Callable[[Index], Iterable[Remark]]
Look = Callable[[Index], Iterable[str]]


class RuleEntry(Struct, frozen=True, kw_only=True):
    """One row of the list, and enough to explain it: why it is there, what to do, and an example."""

    row: RuleRow
    why: str
    remedy: str
    example: str

    @property
    def id(self) -> str:
        """The row's id: a chapter's letter and a number."""
        return self.row.id

    @property
    def paragraph(self) -> str:
        """The guidance's paragraphs that it comes from."""
        return self.row.paragraph


class Rule(RuleEntry, frozen=True, kw_only=True):
    """A row that can be broken: an error or a warning."""

    find: Find

    @property
    def level(self) -> Level:
        """Error where its breach can stop an act, warning where an answer is enough."""
        return "error" if "error" in self.row.levels else "warning"

    def problems(self, index: Index) -> Iterable[Problem]:
        """Return every breach of this rule; none in an inspection of a kind that it is not for."""
        if index.kind not in self.row.kinds:
            return ()
        return map(self._problem, self.find(index))

    def _problem(self, remark: Remark) -> Problem:
        return Problem(
            rule=self.row.id,
            level="warning" if remark.mild else self.level,
            state=remark.state,
            where=remark.where,
            message=remark.message,
            remedy=remark.remedy,
            paragraph=self.row.paragraph,
            about=remark.about,
        )


class FactSheet(RuleEntry, frozen=True, kw_only=True):
    """A row that is computed or looked up, and never right or wrong."""

    look: Look


class Principle(RuleEntry, frozen=True, kw_only=True):
    """A row that the design keeps: nothing in an inspection could break it."""


def rule(row: str, *, remedy: str, example: str) -> Callable[[Find], Rule]:
    """Make a rule of the function below it: its docstring says why, the guidance's list the rest."""

    def made(find: Find) -> Rule:
        return Rule(row=ALL_ROWS[row], why=_reasons(find), remedy=remedy, example=example, find=find)

    return made


def fact_sheet(row: str, *, remedy: str, example: str) -> Callable[[Look], FactSheet]:
    """Make a fact sheet of the function below it: its docstring says why, the guidance's list the rest."""

    def made(look: Look) -> FactSheet:
        return FactSheet(row=ALL_ROWS[row], why=_reasons(look), remedy=remedy, example=example, look=look)

    return made


def principle(row: str, *, why: str, remedy: str, example: str) -> Principle:
    """Return an entry for a row that the design keeps."""
    return Principle(row=ALL_ROWS[row], why=why, remedy=remedy, example=example)


def _reasons(function: Callable[..., object]) -> str:
    return " ".join((function.__doc__ or "").split())

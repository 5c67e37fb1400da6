"""What the guidance asks of an act itself when it is done: the rules that protect it, given what it would make true."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reportkit.actions.case_file import OVERRIDABLE, CaseFile
from reportkit.gitstore.casework_file import find_casework
from reportkit.inspection.casework import Casework
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.moderation.blocker import Blocker, Held, moderate
from reportkit.moderation.milestones import milestones_of
from reportkit.reading.casework import casework_path, read_casework
from reportkit.rules.check import check, guards
from reportkit.workspace.workspace import Workspace


def guarded(case_file: CaseFile, act: Held, reached: Milestones, *, reason_for: str) -> tuple[Blocker, ...]:
    """Return every breach of a rule that protects this act and that was not set aside.

    `reached` is what would be true once the act is done. `reason_for` is the warning that the act itself can give a
    reason for: here it counts, unless it was answered.
    """
    found = check(case_file.inspection, milestones=reached)
    warned = (each for each in found if each.rule == reason_for and not each.answered)
    problems = dict.fromkeys((*guards(found, act), *warned))
    standing = (each for each in problems if not case_file.ledger.is_overridden(each.rule, each.about))
    return tuple(_blocker(case_file, each, act) for each in standing)


def of_publishing(workspace: Workspace, case_file: CaseFile, reason: str | None = None) -> tuple[Blocker, ...]:
    """Return what the rules hold against publishing the report today; `reason` is why it took as long as it took."""
    casework = read_casework(workspace.saved, case_file.slug)
    reached = milestones_of(case_file.ledger, casework)
    then = replace(reached, published=case_file.clock.today, why_not_in_time=reason)
    return guarded(case_file, "publish", then, reason_for="J07")


def of_telling(workspace: Workspace, case_file: CaseFile) -> Iterator[Problem]:
    """Return what the rules hold against telling the score today, and casework that is not saved."""
    casework = read_casework(workspace.saved, case_file.slug)
    path, save = casework_path(case_file.slug), f"reportkit save {case_file.slug}"
    if find_casework(workspace.root, case_file.slug, "HEAD").changes:
        yield _unsaved(path, save)
    reached = milestones_of(case_file.ledger, casework)
    reached = replace(reached, letters=reached.letters or case_file.clock.today)  # letters of now are of today
    for problem in guards(check(case_file.inspection, milestones=reached), "notify"):
        in_casework = problem.where.file == path and problem.rule not in OVERRIDABLE
        yield replace(problem, command=problem.command or (save if in_casework else ""))


def lacks_for_release(case_file: CaseFile, casework: Casework) -> tuple[Blocker, ...]:
    """Return what the press release lacks, where one goes with the letters."""
    press = casework.press
    if press.number and press.contact:
        return ()
    what = f"The press release needs a number and a contact: `press` in {casework_path(case_file.slug)}"
    return (Blocker(rule="K02", what=what, command=f"reportkit save {case_file.slug}", holds="notify"),)


def _unsaved(path: str, save: str) -> Problem:
    return Problem(
        rule="K11",
        level="error",
        state="wrong",
        where=Place(path),
        message="holds changes that are not saved",
        remedy="",
        command=save,
    )


def _blocker(case_file: CaseFile, problem: Problem, act: Held) -> Blocker:
    about = ("--about", problem.about) if problem.about else ()
    may = problem.rule in OVERRIDABLE or problem.level == "warning"
    command = moderate("override", case_file.slug, problem.rule, *about, '--reason "…"')
    return Blocker(
        rule=problem.rule,
        about=problem.about,
        what=f"{problem.message} [{problem.paragraph}]. {problem.remedy}",
        command=command if may else f"reportkit explain {problem.rule}",
        holds=act,
    )

"""Where an inspection stands for whoever tells its score: with what the rules hold against that, and the casework."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.scene import OVERRIDABLE, Scene, gather
from reportkit.cli.moderating.stores import saved_files
from reportkit.cli.session import Session
from reportkit.gitstore.casework import find_casework
from reportkit.inspection.casework import Casework
from reportkit.inspection.origin import Place
from reportkit.inspection.problem import Problem
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.standing import standing
from reportkit.reading.casework import casework_path, read_casework
from reportkit.rules.check import check, guards


def sight(session: Session, slug: str, manner: Manner) -> Scene:
    """The scene as it is for telling the score: what the rules hold against that is a blocker."""
    scene = gather(session, slug, manner)
    casework = read_casework(saved_files(session), slug)
    problems = (*scene.problems, *_problems(session, scene, casework))
    subjects = partial(scene.store.subject, slug)
    stands = standing(scene.case, scene.ledger, scene.policy, scene.clock.today, problems, subjects)
    return replace(scene, problems=problems, standing=stands)


def _problems(session: Session, scene: Scene, casework: Casework) -> Iterator[Problem]:
    """What the rules that protect telling the score say, and casework that is not saved."""
    path, save = casework_path(scene.slug), f"reportkit save {scene.slug}"
    if find_casework(session.root, scene.slug, "HEAD").changes:
        yield Problem(
            rule="K11",
            level="error",
            state="wrong",
            where=Place(path),
            message="holds changes that are not saved",
            remedy="",
            command=save,
        )
    reached = milestones_of(scene.ledger, casework)
    reached = replace(reached, letters=reached.letters or scene.clock.today)  # letters of now are of today
    found = check(scene.inspection, milestones=reached)
    for problem in guards(found, "notify"):
        in_casework = problem.where.file == path and problem.rule not in OVERRIDABLE
        yield replace(problem, command=problem.command or (save if in_casework else ""))

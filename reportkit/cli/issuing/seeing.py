"""Where an inspection stands for whoever tells its score: with the shared place asked first, and casework read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import click
from msgspec import Struct
from msgspec.structs import replace

from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.scene import Scene, gather
from reportkit.cli.moderating.stores import saved_files
from reportkit.cli.session import Session
from reportkit.errors import ReportkitError, Trouble
from reportkit.gitstore.casework import find_casework
from reportkit.gitstore.finishing import finish
from reportkit.gitstore.place import has_shared_place
from reportkit.gitstore.records.shared_first import SharedFirstStore
from reportkit.inspection.casework import Casework
from reportkit.inspection.origin import Place
from reportkit.inspection.problem import Problem
from reportkit.moderation.milestones import milestones_of
from reportkit.moderation.standing import standing
from reportkit.reading.casework import casework_path, read_casework
from reportkit.rules.check import check, guards


class Sight(Struct, frozen=True):
    """The scene as it is for telling the score, and the casework as it is saved."""

    scene: Scene
    casework: Casework


def see(session: Session, slug: str, manner: Manner) -> Scene:
    """Everything that the letters rest on, with what others did brought in first.

    Raises Trouble where the shared place cannot be reached: nothing goes out that others do not know of.
    """
    _bring_in(session, manner)
    return sight(session, slug, manner).scene


def sight(session: Session, slug: str, manner: Manner) -> Sight:
    """The same as it is known here, and the casework. What the rules hold against telling the score is a blocker."""
    scene = gather(session, slug, manner)
    casework = read_casework(saved_files(session), slug)
    problems = (*scene.problems, *_problems(session, scene, casework))
    subjects = partial(scene.store.subject, slug)
    store = SharedFirstStore(session.root, scene.repository)
    click.get_current_context().call_on_close(store.close)
    stands = standing(scene.case, scene.ledger, scene.policy, scene.clock.today, problems, subjects)
    return Sight(replace(scene, store=store, problems=problems, standing=stands), casework)


def _bring_in(session: Session, manner: Manner) -> None:
    if manner.dry_run:
        return
    if not has_shared_place(session.root):
        finish(session.root)
        return
    from reportkit.cli.progress import shown_progress
    from reportkit.cli.sharing import tell_what_to_look_at
    from reportkit.gitstore.sharing import sync

    try:
        with shown_progress() as progress:
            synced = sync(session.root, progress)
    except ReportkitError as obstacle:
        what = f"Nothing was issued, for nobody can tell whether others were quicker: {obstacle.what}"
        raise Trouble(what, where=obstacle.where, remedy=obstacle.remedy) from obstacle
    tell_what_to_look_at(synced)


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
    found = check(scene.inspection, milestones=milestones_of(scene.ledger, casework))
    for problem in guards(found, "notify"):
        yield replace(problem, command=problem.command or (save if problem.where.file == path else ""))

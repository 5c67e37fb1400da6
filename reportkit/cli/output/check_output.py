"""One run of `check`: read, hold against the guidance, narrow to what was asked for, and tell."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

import click
from msgspec import Struct

from reportkit.actions.check import CheckResult, by_record, verdict
from reportkit.actions.check_target import Target, target
from reportkit.actions.known_endings import known_endings
from reportkit.cli.output.check_json import Told, as_json
from reportkit.cli.output.check_lines import fact_lines, problem_lines, summary
from reportkit.cli.output.group_warnings import folded
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit, WrongUse
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection
from reportkit.workspace.workspace import inspection_names


class Asked(Struct, frozen=True, kw_only=True):
    """The command's options, as they were given."""

    names: tuple[str, ...]
    act: str | None
    mine: bool
    me: str | None
    everything: bool
    facts: bool
    machine: bool


def run_check(session: Session, asked: Asked) -> Exit:
    """Check what was asked for and say what was found. Returns the exit code."""
    act = asked.act or ""
    found = _verdicts(session, target(session, asked.names), act, _person(session, asked))
    verdicts = list(found if asked.facts else map(CheckResult.alone, found))
    if asked.machine:
        click.echo(as_json(verdicts, act, _facts_beside_all(session) if asked.facts else None))
    else:
        _tell(session, verdicts, asked)
    return Exit.REFUSED if any(each.failing for each in verdicts) else Exit.DONE


def _verdicts(session: Session, wanted: Target, act: str, person: str) -> Iterator[CheckResult]:
    """Check one inspection after the other, so that none need be kept when the next is read."""
    files, known = FolderFiles(session.root), partial(by_record, partial(known_endings, session))
    for slug in wanted.inspections:
        found = verdict(files, slug, act, known)
        narrowed = found.about(wanted.findings) if wanted.findings else found
        yield _of_one_person(narrowed, person) if person else narrowed


def _of_one_person(whole: CheckResult, person: str) -> CheckResult:
    if whole.inspection is None:
        return whole  # nobody knows whose findings they are
    theirs = whole.findings_by(person)
    if not theirs:
        say(f"{whole.slug}: no finding has `by` {person}.", err=True)
    return whole.about(theirs | whole.unread)


def _person(session: Session, asked: Asked) -> str:
    """Whose findings are asked for; "" for everybody's."""
    if asked.me or not asked.mine:
        return asked.me or ""
    from reportkit.gitstore.git_program import run  # only `--mine` asks Git

    name = run(session.root, "config", "user.name").output.decode("utf-8", "replace").strip()
    if not name:
        raise WrongUse("Git does not know your name", remedy="Say it with --me; `reportkit doctor` tells more.")
    return name


def _facts_beside_all(session: Session) -> Told:
    """Find facts beside all other inspections that can be read: some are told only by comparison."""
    files = FolderFiles(session.root)
    read = (read_inspection(files, slug).inspection for slug in inspection_names(session.root))
    everything = {each.slug: each for each in read if each is not None}
    return lambda verdict: verdict.facts(tuple(each for slug, each in everything.items() if slug != verdict.slug))


def _tell(session: Session, verdicts: Sequence[CheckResult], asked: Asked) -> None:
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    shown = [problem for each in verdicts for problem in (each.problems if asked.everything else folded(each.open))]
    lines = list(problem_lines(shown, coloured=coloured))
    if asked.facts:
        facts_of = _facts_beside_all(session)
        lines += chain.from_iterable(fact_lines(each.slug, facts_of(each)) for each in verdicts)
    if lines:
        say("\n".join(lines).lstrip("\n"))
    sys.stdout.flush()
    said = [summary(each) for each in verdicts] or ["There is no inspection yet; `reportkit new` makes one."]
    if len(shown) < sum(len(each.open) for each in verdicts):
        said.append("`reportkit check --all` lists one by one what is told together here.")
    say("\n".join(said), err=True)

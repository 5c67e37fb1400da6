"""`reportkit demo`: check and draft the example inspections in a scratch copy, and say what to try next."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import click

from reportkit.workspace.inspection_folders import inspection_names


@click.command(epilog="An example: reportkit demo")
@click.option("--story", is_flag=True, help="Show how three inspections are moderated and published, act by act.")
def command(*, story: bool) -> None:
    """Check and draft the example inspections in a scratch copy.

    Nothing of yours is touched: the copy is a working repository of its own in the system's temporary
    folder. It stays, so that you can try things in it. One of its inspections waits for your sign-off.
    """
    from reportkit.actions.demo_copy import begin_copy

    root = Path(tempfile.mkdtemp(prefix="reportkit-demo-")) / "demo"
    begin_copy(root)
    names = inspection_names(root)
    click.echo(f"{len(names)} example inspections, checked and drafted in a scratch copy:\n    {root}\n")
    findings = {name: _show(root, name) for name in names}
    fullest, thinnest = max(names, key=findings.__getitem__), min(names, key=findings.__getitem__)
    if story:
        _play(root, fullest)
    else:
        _leave_a_sign_off(root, fullest)
    click.echo(f"\nWhat to try next:\n{_enter(root)}")
    click.echo((_AFTER_THE_STORY if story else _AT_FIRST).format(full=fullest, thin=thinnest))


def _show(root: Path, name: str) -> int:
    """Check and draft one inspection, and print where its report is. Return how many findings it has."""
    from reportkit.actions.draft import draft
    from reportkit.cli.output.draft_output import counts
    from reportkit.workspace.deliver import deliver

    started = time.perf_counter()
    made = draft(root, name)
    path = deliver(root / "out" / f"{name}-draft.docx", made.data)
    seconds = time.perf_counter() - started
    click.echo(f"{name}: {counts(made)}; in {seconds:.1f} s\n    {path}")
    return made.findings


def _play(root: Path, name: str) -> None:
    """Take three inspections from moderation to publication, as their people would type it."""
    from reportkit.cli.demo_story.all_stories import tell_stories

    click.echo("\nWhat follows is played. Every person is invented; every answer is what the command said.")
    tell_stories(root, name)


def _leave_a_sign_off(root: Path, name: str) -> None:
    """Moderate one inspection up to its last sign-off, and print whose it is."""
    from reportkit.cli.demo_story.short_steps import leave_the_last_sign_off

    person = leave_the_last_sign_off(root, name)
    click.echo(
        f"\n{name} is in moderation, and two of its three moderators have signed.\n"
        f"In this copy you are the third: {person.name}, {person.title}. Every person is invented."
    )


def _enter(root: Path) -> str:
    """Return the lines that lead into the copy, and make the shell find `reportkit` where it does not yet."""
    if shutil.which("reportkit") or sys.prefix == sys.base_prefix:
        return f"    cd {root}"
    activate = r"{}\Scripts\activate" if os.name == "nt" else "source {}/bin/activate"
    return f"    {activate.format(sys.prefix)}\n    cd {root}"


_AT_FIRST = """\
    reportkit status
    reportkit moderate
    reportkit moderate sign-off {full}
    reportkit history {full}
    reportkit verify
    reportkit draft {full} --open
    reportkit check {thin}
    reportkit explain E03
    reportkit new first-homes

`reportkit demo --story` shows how three inspections are moderated and published, in half a minute."""

_AFTER_THE_STORY = """\
    reportkit history {full}
    reportkit draft {full} --open
    reportkit check {thin}
    reportkit explain E03
    reportkit new first-homes"""

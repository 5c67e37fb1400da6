"""`reportkit demo`: check and draft the example inspections in a scratch copy, and say what to try next."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

import click

from reportkit.cli.session import INSPECTIONS, inspection_names


@click.command(epilog="An example: reportkit demo")
def command() -> None:
    """Check and draft the example inspections in a scratch copy.

    Nothing of yours is touched: the copy is a working repository of its own in the system's temporary
    folder. It stays, so that you can try things in it.
    """
    root = Path(tempfile.mkdtemp(prefix="reportkit-demo-")) / "demo"
    _make_copy(root)
    names = inspection_names(root)
    click.echo(f"{len(names)} example inspections, in a scratch copy: {root}\n")
    findings = {name: _show(root, name) for name in names}
    fullest, thinnest = max(names, key=findings.__getitem__), min(names, key=findings.__getitem__)
    _play(root, fullest)
    click.echo(_NEXT.format(root=root, full=fullest, thin=thinnest))


def _play(root: Path, name: str) -> None:
    """Three inspections from moderation to publication, as their people would type it."""
    from reportkit.cli.demonstrating.story import play

    click.echo("What follows is played. Every person is invented; every answer is what the command said.")
    play(root, name)


def _make_copy(root: Path) -> None:
    from reportkit.cli.beginnings import Beginning, lay_out
    from reportkit.gitstore.beginning import Person, begin_repository
    from reportkit.reading.casework import CASEWORK_HOME
    from reportkit.shipped import shipped

    lay_out(root, Beginning("Example Housing Inspectorate (invented)", demonstration=True))
    shutil.copytree(shipped() / INSPECTIONS, root / INSPECTIONS)
    shutil.copytree(shipped() / CASEWORK_HOME, root / CASEWORK_HOME, dirs_exist_ok=True)
    begin_repository(root, "The example inspections", Person("Demonstration", "demonstration@example.org"))


def _show(root: Path, name: str) -> int:
    """Check and draft one, and say so. Returns how many findings it has."""
    from reportkit.cli.delivery import deliver
    from reportkit.cli.drafting import draft

    started = time.perf_counter()
    made = draft(root, name)
    path = deliver(root / "out" / f"{name}-draft.docx", made.data)
    seconds = time.perf_counter() - started
    click.echo(f"{name}: {made.told()}; checked and drafted in {seconds:.1f} s")
    click.echo(f"    {path}\n")
    return made.findings


_NEXT = """
What to try next:
    cd {root}
    reportkit draft {full} --open
    reportkit check {thin}
    reportkit explain E03
    reportkit new first-homes

`reportkit` is in .venv/bin (on Windows in .venv\\Scripts) of the folder that you set up."""

"""The table of comments and answers made for each body from the record."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from reportkit.cli.commenting.bodies import name_of
from reportkit.cli.commenting.drafts import last_draft
from reportkit.cli.commenting.listing import Line, lines_of
from reportkit.cli.delivery import deliver
from reportkit.cli.drafting import written
from reportkit.cli.kept import kept_code
from reportkit.cli.moderating.actor import whoever
from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.scene import Scene, gather
from reportkit.cli.moderating.stores import saved_files
from reportkit.cli.moderating.telling_beyond import VERDICTS
from reportkit.cli.session import Session
from reportkit.cli.sources import templates
from reportkit.errors import WrongUse
from reportkit.inspection.milestones import Body
from reportkit.moderation.sureness import day_of
from reportkit.publications.responses import Answered, Response, response_of
from reportkit.publications.setting import Setting
from reportkit.reading.repository import read_repository


def write_responses(session: Session, slug: str, body: Body | None, folder: Path, manner: Manner) -> None:
    """Write the table for one body, or for each that had the draft, and say where it is."""
    if folder.suffix:
        raise WrongUse("A table is written for each body", remedy="Name a folder with --out.")
    scene = gather(session, slug, manner, whoever)
    _, sent = last_draft(scene)
    if body is not None and body not in sent.bodies:
        raise WrongUse(f"The draft was not sent to {body}", remedy=f"It was sent to {', '.join(sent.bodies)}.")
    setting = Setting(inspectorate=read_repository(saved_files(session)).inspectorate, made=scene.clock.now)
    for each in [body] if body else sent.bodies:
        document = response_of(_response(scene, each), setting, templates(session.root), kept_code())
        click.echo(deliver(folder / f"{slug}-response-{each}.docx", written(document, session.root)))
    waiting = len(scene.standing.exchange.open)
    if waiting:
        click.echo(f"Not answered yet: {waiting}. `reportkit comments answer {slug}` does.", err=True)


def _response(scene: Scene, body: Body) -> Response:
    entry, _ = last_draft(scene)
    titles = {finding.id: finding.title for finding in scene.inspection.findings}
    lines = [line for line in lines_of(scene.standing.exchange) if body in line.bodies]
    return Response(
        title=name_of("almo", scene.inspection),
        body=name_of(body, scene.inspection),
        sent=day_of(entry.record),
        comments=tuple(_answered(line, titles) for line in lines),
    )


def _answered(line: Line, titles: dict[str, str]) -> Answered:
    about = titles.get(line.about, line.about) or "The whole draft"
    place = f"Paragraph {line.paragraph}: {about}" if line.paragraph else about
    return Answered(about=place, received=line.received, says=line.says, answer=_answer(line, titles))


def _answer(line: Line, titles: dict[str, str]) -> str | None:
    if line.verdict is None:
        return None
    changed = "; ".join(dict.fromkeys(_called(path, titles) for path in line.changed))
    return f"{VERDICTS[line.verdict]}. {line.reason}{f' Changed: {changed}.' if changed else ''}"


def _called(path: str, titles: dict[str, str]) -> str:
    """What bodies can make of a file's name: a finding by its title, anything else by its name in words."""
    name = PurePosixPath(path).stem
    return f"“{titles[name]}”" if path.startswith("findings/") and name in titles else name.replace("-", " ")

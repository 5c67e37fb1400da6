"""The table of comments and answers for each body: made from the record, kept as it leaves, and handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import click
from msgspec import Struct

from reportkit.cli.commenting.bodies import name_of
from reportkit.cli.commenting.drafts import last_draft
from reportkit.cli.commenting.listing import Line, lines_of
from reportkit.cli.commenting.mailing import BodyCopy, copy_for, messages
from reportkit.cli.delivery import deliver
from reportkit.cli.drafting import written_with
from reportkit.cli.issuing.handing import after_recording, put_copies
from reportkit.cli.kept import kept_code
from reportkit.cli.moderating.actor import whoever
from reportkit.cli.moderating.messages import Message
from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.recording import Intent, Paper
from reportkit.cli.moderating.scene import Scene, gather
from reportkit.cli.moderating.shared_first import act_shared_first
from reportkit.cli.moderating.signed import issued_name
from reportkit.cli.moderating.stores import saved_files
from reportkit.cli.moderating.telling_beyond import VERDICTS
from reportkit.cli.saying import say
from reportkit.cli.session import Session
from reportkit.cli.sources import house_among, templates_among
from reportkit.errors import Refused, WrongUse
from reportkit.inspection.milestones import Body
from reportkit.moderation.blocker import comments
from reportkit.moderation.commenting import AnswersCopy, ResponseSent
from reportkit.moderation.phrasing import bodies_of
from reportkit.moderation.sureness import day_of
from reportkit.publications.comment_mail import response_message
from reportkit.publications.mail import Correspondent
from reportkit.publications.responses import Answered, Response, response_of
from reportkit.publications.setting import Setting
from reportkit.reading.repository import read_repository


class Order(Struct, frozen=True):
    """Which bodies are told (None: each that commented), and where copies go."""

    bodies: tuple[Body, ...] | None
    folder: Path


def respond(session: Session, slug: str, manner: Manner, order: Order) -> None:
    """Record what the bodies are told, then hand copies over. Raises Refused while a comment of theirs is open."""
    _, intent = act_shared_first(session, slug, manner, lambda scene: _telling(session, scene, order))
    with after_recording(slug):
        for path in put_copies(intent.papers, order.folder):
            click.echo(path)


def show_specimens(session: Session, slug: str, manner: Manner, order: Order) -> None:
    """Put a specimen for each body that had the draft into the folder, and say what is not answered yet."""
    scene = gather(session, slug, manner, whoever)
    _, sent = last_draft(scene)
    for body in _told(scene, order, sent.bodies):
        data = _table(session, scene, body, "SPECIMEN")
        click.echo(deliver(order.folder / f"{slug}-response-{body}-specimen.docx", data))
    waiting = len(scene.standing.exchange.open)
    if waiting:
        say(f"Not answered yet: {waiting}. `{comments('answer', slug)}` does.", err=True)
    click.echo("Nothing was recorded.", err=True)


def _telling(session: Session, scene: Scene, order: Order) -> Intent:
    """What is intended: the record of the answers, the tables that tell them, and the messages that bring these."""
    known = scene.standing.exchange
    last_draft(scene)
    commented = tuple(body for body in scene.case.bodies if any(body in each.bodies for _, each in known.comments))
    bodies = _told(scene, order, commented)
    answers = known.answers_to(bodies)
    if answers is None:
        what = "Not every comment is answered, and the bodies are told of all together"
        raise Refused(what, remedy=f"`{comments('answer', scene.slug)}` does; --dry-run shows the table as it stands.")
    _refuse_second(scene, bodies, answers)
    copies = tuple(_copy(scene, body, _table(session, scene, body, scene.marking)) for body in bodies)
    return Intent(
        details=ResponseSent(answers=answers, copies=tuple(map(_recorded, copies))),
        papers=tuple(each.paper for each in copies),
        messages=tuple(answering(scene, copies, order.folder)),
    )


def _told(scene: Scene, order: Order, there: tuple[Body, ...]) -> tuple[Body, ...]:
    """The bodies that are told. Raises WrongUse for one that is not `there`, Refused where none is."""
    for body in order.bodies or ():
        if body not in there:
            raise WrongUse(f"There is nothing to tell {bodies_of((body,))}: it has no comment here")
    if not there:
        what = "Nobody has commented on the draft, so there is nothing to answer"
        raise Refused(what, remedy=f"`{comments('add', scene.slug)}` enters what they say.")
    return order.bodies or there


def _refuse_second(scene: Scene, bodies: tuple[Body, ...], answers: tuple[str, ...]) -> None:
    """Raise Refused where they were told just that already."""
    for entry, before in scene.ledger.of(ResponseSent):
        if (before.bodies, before.answers) == (bodies, answers):
            raise Refused(
                f"These answers went to {bodies_of(bodies)} already, on {day_of(entry.record)}",
                remedy=f"`{comments('copies', scene.slug)}` hands the copies over again.",
            )


def _copy(scene: Scene, body: Body, data: bytes) -> BodyCopy:
    return copy_for(scene, body, Paper(issued_name(f"{scene.clock.today:%Y%m%d}", f"response-{body}", data), data))


def _recorded(copy: BodyCopy) -> AnswersCopy:
    return AnswersCopy(body=copy.body, document=copy.paper.name, to=copy.to.name if copy.to else None)


def answering(scene: Scene, copies: Iterable[BodyCopy], folder: Path) -> Iterator[Message]:
    """The messages that bring the tables."""
    sender, title = Correspondent(scene.person.name, scene.person.email), scene.inspection.particulars.judged

    def write(copy: BodyCopy, to: Correspondent, salutation: str | None) -> bytes:
        return response_message(to, sender, title, copy.attachment, salutation, scene.clock.now)

    return messages(scene, copies, folder, "response", write)


def _table(session: Session, scene: Scene, body: Body, marking: str) -> bytes:
    """One body's table in Word, with the templates as they are saved."""
    files = saved_files(session)
    setting = Setting(inspectorate=read_repository(files).inspectorate, made=scene.clock.now)
    document = response_of(_response(scene, body, marking), setting, templates_among(files), kept_code())
    return written_with(document, house_among(files))


def _response(scene: Scene, body: Body, marking: str) -> Response:
    entry, _ = last_draft(scene)
    titles = {finding.id: finding.title for finding in scene.inspection.findings}
    lines = [line for line in lines_of(scene.standing.exchange) if body in line.bodies]
    return Response(
        title=scene.inspection.particulars.judged,
        body=name_of(body, scene.inspection),
        sent=day_of(entry.record),
        comments=tuple(_answered(line, titles) for line in lines),
        marking=marking,
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

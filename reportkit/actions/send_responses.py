"""The table of comments and answers for each body: made from the record, kept as it leaves, and handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import click
from msgspec import Struct

from reportkit.actions.actor import whoever
from reportkit.actions.body_copies import BodyCopy, copy_for, messages
from reportkit.actions.body_names import name_of
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.comments_overview import CommentLine, lines_of
from reportkit.actions.draft import written_with
from reportkit.actions.hand_over import after_recording, put_copies
from reportkit.actions.intent import Intent, Message, Paper
from reportkit.actions.sent_drafts import last_draft
from reportkit.actions.signed_content import issued_name
from reportkit.actions.template_cache import kept_code
from reportkit.actions.templates import house_among, templates_among
from reportkit.cli.old_act import act_shared_first
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused, WrongUse
from reportkit.inspection.milestones import Body
from reportkit.mail.comment_mail import response_message
from reportkit.mail.message import Correspondent
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import comments
from reportkit.moderation.comment_events import AnswersCopy, ResponseSent
from reportkit.moderation.phrasing import bodies_of
from reportkit.moderation.sentences_to_bodies import VERDICTS
from reportkit.publications.responses import AnsweredComment, Response, response_of
from reportkit.publications.setting import Setting
from reportkit.reading.repository import read_repository
from reportkit.workspace.deliver import deliver
from reportkit.workspace.workspace import Workspace


class Order(Struct, frozen=True):
    """Which bodies are told (None: each that commented), and where copies go."""

    bodies: tuple[Body, ...] | None
    folder: Path


def respond(workspace: Workspace, slug: str, manner: Manner, order: Order) -> None:
    """Record what the bodies are told, then hand copies over. Raises Refused while a comment of theirs is open."""
    _, intent = act_shared_first(workspace, slug, manner, lambda case_file: _telling(workspace, case_file, order))
    with after_recording(slug):
        for path in put_copies(intent.papers, order.folder):
            click.echo(path)


def show_specimens(workspace: Workspace, slug: str, manner: Manner, order: Order) -> None:
    """Put a specimen for each body that had the draft into the folder, and say what is not answered yet."""
    case_file = gather(workspace, slug, manner, whoever)
    _, sent = last_draft(case_file)
    for body in _told(case_file, order, sent.bodies):
        data = _table(workspace, case_file, body, "SPECIMEN")
        click.echo(deliver(order.folder / f"{slug}-response-{body}-specimen.docx", data))
    waiting = len(case_file.standing.exchange.open)
    if waiting:
        say(f"Not answered yet: {waiting}. `{comments('answer', slug)}` does.", err=True)
    click.echo("Nothing was recorded.", err=True)


def _telling(workspace: Workspace, case_file: CaseFile, order: Order) -> Intent:
    """What is intended: the record of the answers, the tables that tell them, and the messages that bring these."""
    known = case_file.standing.exchange
    last_draft(case_file)
    commented = tuple(body for body in case_file.case.bodies if any(body in each.bodies for _, each in known.comments))
    bodies = _told(case_file, order, commented)
    answers = known.answers_to(bodies)
    if answers is None:
        what = "Not every comment is answered, and the bodies are told of all together"
        raise Refused(
            what, remedy=f"`{comments('answer', case_file.slug)}` does; --dry-run shows the table as it stands."
        )
    _refuse_second(case_file, bodies, answers)
    copies = tuple(_copy(case_file, body, _table(workspace, case_file, body, case_file.marking)) for body in bodies)
    return Intent(
        details=ResponseSent(answers=answers, copies=tuple(map(_recorded, copies))),
        papers=tuple(each.paper for each in copies),
        messages=tuple(answering(case_file, copies, order.folder)),
    )


def _told(case_file: CaseFile, order: Order, there: tuple[Body, ...]) -> tuple[Body, ...]:
    """The bodies that are told. Raises WrongUse for one that is not `there`, Refused where none is."""
    for body in order.bodies or ():
        if body not in there:
            raise WrongUse(f"There is nothing to tell {bodies_of((body,))}: it has no comment here")
    if not there:
        what = "Nobody has commented on the draft, so there is nothing to answer"
        raise Refused(what, remedy=f"`{comments('add', case_file.slug)}` enters what they say.")
    return order.bodies or there


def _refuse_second(case_file: CaseFile, bodies: tuple[Body, ...], answers: tuple[str, ...]) -> None:
    """Raise Refused where they were told just that already."""
    for entry, before in case_file.ledger.of(ResponseSent):
        if (before.bodies, before.answers) == (bodies, answers):
            raise Refused(
                f"These answers went to {bodies_of(bodies)} already, on {day_of(entry.record)}",
                remedy=f"`{comments('copies', case_file.slug)}` hands the copies over again.",
            )


def _copy(case_file: CaseFile, body: Body, data: bytes) -> BodyCopy:
    return copy_for(
        case_file, body, Paper(issued_name(f"{case_file.clock.today:%Y%m%d}", f"response-{body}", data), data)
    )


def _recorded(copy: BodyCopy) -> AnswersCopy:
    return AnswersCopy(body=copy.body, document=copy.paper.name, to=copy.to.name if copy.to else None)


def answering(case_file: CaseFile, copies: Iterable[BodyCopy], folder: Path) -> Iterator[Message]:
    """The messages that bring the tables."""
    sender, title = (
        Correspondent(case_file.person.name, case_file.person.email),
        case_file.inspection.particulars.judged,
    )

    def write(copy: BodyCopy, to: Correspondent, salutation: str | None) -> bytes:
        return response_message(to, sender, title, copy.attachment, salutation, case_file.clock.now)

    return messages(case_file, copies, folder, "response", write)


def _table(workspace: Workspace, case_file: CaseFile, body: Body, marking: str) -> bytes:
    """One body's table in Word, with the templates as they are saved."""
    files = workspace.saved
    setting = Setting(inspectorate=read_repository(files).inspectorate, made=case_file.clock.now)
    document = response_of(_response(case_file, body, marking), setting, templates_among(files), kept_code())
    return written_with(document, house_among(files))


def _response(case_file: CaseFile, body: Body, marking: str) -> Response:
    entry, _ = last_draft(case_file)
    titles = {finding.id: finding.title for finding in case_file.inspection.findings}
    lines = [line for line in lines_of(case_file.standing.exchange) if body in line.bodies]
    return Response(
        title=case_file.inspection.particulars.judged,
        body=name_of(body, case_file.inspection),
        sent=day_of(entry.record),
        comments=tuple(_answered(line, titles) for line in lines),
        marking=marking,
    )


def _answered(line: CommentLine, titles: dict[str, str]) -> AnsweredComment:
    about = titles.get(line.about, line.about) or "The whole draft"
    place = f"Paragraph {line.paragraph}: {about}" if line.paragraph else about
    return AnsweredComment(about=place, received=line.received, says=line.says, answer=_answer(line, titles))


def _answer(line: CommentLine, titles: dict[str, str]) -> str | None:
    if line.verdict is None:
        return None
    changed = "; ".join(dict.fromkeys(_called(path, titles) for path in line.changed))
    return f"{VERDICTS[line.verdict]}. {line.reason}{f' Changed: {changed}.' if changed else ''}"


def _called(path: str, titles: dict[str, str]) -> str:
    """What bodies can make of a file's name: a finding by its title, anything else by its name in words."""
    name = PurePosixPath(path).stem
    return f"“{titles[name]}”" if path.startswith("findings/") and name in titles else name.replace("-", " ")

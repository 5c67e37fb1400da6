"""Answer the bodies: a table of comments and answers for each, made from the record and kept as it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from reportkit.actions.actor import person_or_guest
from reportkit.actions.body_copies import BodyCopy, copy_for, files_of, folder_for, messages, name_of, without_address
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.comments_overview import CommentLine, lines_of
from reportkit.actions.draft import written_with
from reportkit.actions.intent import Intent, Message, Paper
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.sent_drafts import last_draft
from reportkit.actions.signed_content import issued_name
from reportkit.actions.template_cache import kept_code
from reportkit.actions.templates import house_among, templates_among
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
from reportkit.workspace.workspace import Workspace


class RespondRequest(Request, frozen=True, kw_only=True):
    """A request for answers to a body (None: each that commented), and the folder for copies, by default out/."""

    body: Body | None = None
    out: str | None = None


class Specimens(Struct, frozen=True):
    """A specimen for each body, and how many comments have no answer yet."""

    inspection: str
    papers: tuple[Paper, ...]
    unanswered: int


def prepare(workspace: Workspace, request: RespondRequest) -> Prepared:
    """Work out what the bodies are told: the record, the tables, and the messages that bring them.

    Raises Refused while a comment of theirs has no answer, and where they had these answers already.
    """
    return prepare_record(RESPOND, workspace, request, _intent)


def specimens(workspace: Workspace, request: RespondRequest) -> Specimens:
    """Return a specimen for each body that had the draft. What is not answered yet is marked in it."""
    slug = workspace.inspection(request.inspection)
    case_file = gather(workspace, slug, request, person_or_guest)
    _, sent = last_draft(case_file)
    return Specimens(
        inspection=slug,
        papers=tuple(
            Paper(f"{slug}-response-{body}-specimen.docx", _table(workspace, case_file, body, "SPECIMEN"))
            for body in _chosen(case_file, request, sent.bodies)
        ),
        unanswered=len(case_file.standing.exchange.open),
    )


def _intent(workspace: Workspace, case_file: CaseFile, request: RespondRequest) -> Intent:
    known = case_file.standing.exchange
    last_draft(case_file)
    commented = tuple(body for body in case_file.case.bodies if any(body in each.bodies for _, each in known.comments))
    bodies = _chosen(case_file, request, commented)
    answers = known.answers_to(bodies)
    if answers is None:
        remedy = f"`{comments('answer', case_file.slug)}` does; --dry-run shows the table as it is now."
        raise Refused("Not every comment is answered, and the bodies get all answers together", remedy=remedy)
    _refuse_second(case_file, bodies, answers)
    copies = tuple(_copy(case_file, body, _table(workspace, case_file, body, case_file.marking)) for body in bodies)
    folder = folder_for(workspace, request.out)
    return Intent(
        details=ResponseSent(answers=answers, copies=tuple(map(_recorded, copies))),
        papers=tuple(each.paper for each in copies),
        messages=tuple(answering(case_file, copies, folder)),
        copies=files_of(copies, folder),
        remarks=without_address(case_file, copies),
    )


def _chosen(case_file: CaseFile, request: RespondRequest, there: tuple[Body, ...]) -> tuple[Body, ...]:
    """Return the bodies that get a table. Raises WrongUse for one that is not `there`, Refused where none is."""
    if request.body and request.body not in there:
        raise WrongUse(f"There is nothing to send to {bodies_of((request.body,))}: it has no comment here")
    if not there:
        what = "No one has commented on the draft, so there is nothing to answer"
        raise Refused(what, remedy=f"`{comments('add', case_file.slug)}` enters what they say.")
    return (request.body,) if request.body else there


def _refuse_second(case_file: CaseFile, bodies: tuple[Body, ...], answers: tuple[str, ...]) -> None:
    """Raise Refused where these bodies had just these answers already."""
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
    """Yield the messages that bring the tables."""
    sender = Correspondent(case_file.person.name, case_file.person.email)
    title = case_file.inspection.particulars.judged

    def write(copy: BodyCopy, to: Correspondent) -> bytes:
        return response_message(to, sender, title, copy.attachment, copy.salutation, case_file.clock.now)

    return messages(case_file, copies, folder, "response", write)


def _table(workspace: Workspace, case_file: CaseFile, body: Body, marking: str) -> bytes:
    """Return one body's table in Word, with the templates as they are saved."""
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
    """Return what bodies understand by a file: a finding's title, or else the file's name in words."""
    name = PurePosixPath(path).stem
    return f"“{titles[name]}”" if path.startswith("findings/") and name in titles else name.replace("-", " ")


RESPOND = Action("response", prepare, "bring in first")

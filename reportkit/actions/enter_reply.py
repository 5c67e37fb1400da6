"""Enter a moderator's e-mailed reply as what it says: a sign-off, a refusal or a query."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.actor import find_name, find_person
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.known_of_reply import known_of_reply
from reportkit.actions.on_behalf_of import Behalf
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.reply_checks import refuse_unfit
from reportkit.actions.reply_notice import notice
from reportkit.actions.reply_shown import DAYS_TO_ANSWER, confirmations, remarks
from reportkit.actions.request import Request
from reportkit.actions.seen_content import content
from reportkit.errors import WrongUse
from reportkit.mail.outlook_msg import is_outlook_msg
from reportkit.mail.replies import Reply, read_reply
from reportkit.mail.reply_text import whole_reply
from reportkit.moderation.events import Details, Query, Refusal, SignOff
from reportkit.moderation.policy import Person
from reportkit.moderation.record import Reported
from reportkit.moderation.record_paths import replies_folder
from reportkit.moderation.store import File
from reportkit.moderation.subject import version_code
from reportkit.moderation.words import ASSESSED
from reportkit.reading.outside_file import read_sent
from reportkit.workspace.workspace import Workspace


class EnterReplyRequest(Request, frozen=True, kw_only=True):
    """A reply to enter: the moderator's id and the path of the saved e-mail.

    For a reply that needs something, `whom` is asked (None: the lead inspector) and `due` is the day for the answer.
    The message to the moderator goes into the folder `out`. Paths start where the workspace does.
    """

    moderator: str
    file: str
    whom: str | None = None
    due: dt.date | None = None
    out: str | None = None


class ReplyFile(Struct, frozen=True):
    """A reply as it was read: the file's bytes, and what they say."""

    data: bytes
    reply: Reply


def prepare(workspace: Workspace, request: EnterReplyRequest) -> Prepared:
    """Work out what a reply says, in its writer's name. Raises Refused for a reply that does not count."""
    data = read_sent(workspace.start / request.file)
    prepared = prepare_record(ENTER_REPLY, workspace, request, partial(_intent, data))
    return replace(prepared, basis=replace(prepared.basis, files=((request.file, _digest(data)),)))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _refuse_useless(reply: Reply, request: EnterReplyRequest) -> None:
    """Raise WrongUse for options that this reply has no use for."""
    if reply.answer != "need" and (request.whom or request.due):
        raise WrongUse(
            "--of and --by are for a reply that needs something, and this does not", remedy="Leave them out."
        )


def _intent(data: bytes, workspace: Workspace, case_file: CaseFile, request: EnterReplyRequest) -> Intent:
    person = find_person(case_file.policy, case_file.identity, request.moderator)
    reply = read_reply(data, known_of_reply(case_file, person))
    _refuse_useless(reply, request)
    refuse_unfit(workspace, case_file, person, data, reply)
    return _intent_of(ReplyFile(data, reply), workspace, case_file, request, person)


def _intent_of(
    file: ReplyFile, workspace: Workspace, case_file: CaseFile, request: EnterReplyRequest, person: Person
) -> Intent:
    reported = _reported(file, case_file)
    return Intent(
        details=_details(workspace, case_file, request, file.reply),
        needs="sign-off" if file.reply.answer == "agree" else None,
        files=(File(path=f"{replies_folder(case_file.slug)}/{reported.name}", data=file.data),),
        behalf=Behalf(
            person=person,
            reported=reported,
            target=_target(workspace, case_file.slug, request, reported),
            notice=partial(notice, case_file, person, reported, whole_reply(file.data)),
        ),
        remarks=tuple(remarks(file.reply, reported.code, asked_by_options=bool(request.whom and request.due))),
        confirmations=tuple(confirmations(file.reply)),
    )


def _reported(file: ReplyFile, case_file: CaseFile) -> Reported:
    return Reported(
        by=case_file.person.id,
        reply=_digest(file.data),
        code=version_code(case_file.standing.subject),
        accepted=file.reply.digests,
        form="msg" if is_outlook_msg(file.data) else "eml",
    )


def _target(workspace: Workspace, slug: str, request: EnterReplyRequest, reported: Reported) -> Path:
    """Return where the message to the moderator goes."""
    folder = workspace.output(Path(request.out) if request.out else None)
    return folder / f"{slug}-recorded-{request.moderator}-{reported.reply[:6]}.eml"


def _details(workspace: Workspace, case_file: CaseFile, request: EnterReplyRequest, reply: Reply) -> Details:
    if reply.answer == "need":
        team = case_file.inspection.particulars.team
        whom = find_name(case_file.policy, team, request.whom) if request.whom else _lead_inspector(case_file)
        due = request.due or case_file.clock.today + dt.timedelta(days=DAYS_TO_ANSWER)
        return Query(asks=reply.words, of=whom, by=due)
    seen = content(workspace, case_file.slug)
    if reply.answer == "not-agreed":
        return Refusal(reason=reply.words, content=seen)
    return SignOff(assessed=ASSESSED, content=seen)


def _lead_inspector(case_file: CaseFile) -> str:
    """Return the name of the team's lead inspector, or of its first member. Raises WrongUse where there is no team."""
    team = sorted(case_file.inspection.particulars.team, key=lambda member: member.role != "lead inspector")
    if not team:
        raise WrongUse("The inspection's `team` is empty", remedy="Name in --of the person who is asked.")
    return team[0].name


ENTER_REPLY = Action("enter-reply", prepare)

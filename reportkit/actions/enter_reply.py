"""Enter a moderator's e-mailed reply as what it says: a sign-off, a refusal or a query."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.actor import find_name, find_person
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Confirmation, Intent
from reportkit.actions.on_behalf_of import Behalf
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.reply_checks import refuse_unfit
from reportkit.actions.reply_notice import notice
from reportkit.actions.request import Request
from reportkit.actions.seen_content import content
from reportkit.errors import WrongUse
from reportkit.mail.incoming_mail import WINMAIL
from reportkit.mail.replies import Reply, read_reply
from reportkit.mail.reply_text import whole_reply
from reportkit.moderation.events import Details, Query, Refusal, SignOff
from reportkit.moderation.phrasing import in_a_line
from reportkit.moderation.record import Reported
from reportkit.moderation.record_paths import replies_folder
from reportkit.moderation.store import File
from reportkit.moderation.subject import version_code
from reportkit.moderation.words import ASSESSED
from reportkit.reading.outside_file import read_sent
from reportkit.workspace.workspace import Workspace

DAYS_TO_ANSWER: Final = 7
"""The days that there are to answer what a reply asks for, where the administrator gives no date."""


class EnterReplyRequest(Request, frozen=True, kw_only=True):
    """A reply to enter: the moderator's id and the path of the .eml file.

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

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def prepare(workspace: Workspace, request: EnterReplyRequest) -> Prepared:
    """Work out what a reply says, in its writer's name. Raises Refused for a reply that does not count."""
    data = read_sent(workspace.start / request.file)
    file = ReplyFile(data, read_reply(data))
    _refuse_useless(file.reply, request)
    prepared = prepare_record(ENTER_REPLY, workspace, request, partial(_intent, file))
    return replace(prepared, basis=replace(prepared.basis, files=((request.file, file.digest),)))


def _refuse_useless(reply: Reply, request: EnterReplyRequest) -> None:
    """Raise WrongUse for options that this reply has no use for."""
    if reply.answer != "need" and (request.whom or request.due):
        raise WrongUse(
            "--of and --by are for a reply that needs something, and this does not", remedy="Leave them out."
        )


def _intent(file: ReplyFile, workspace: Workspace, case_file: CaseFile, request: EnterReplyRequest) -> Intent:
    person = find_person(case_file.policy, case_file.identity, request.moderator)
    refuse_unfit(workspace, case_file, person, file.data, file.reply)
    code = version_code(case_file.standing.subject)
    reported = Reported(by=case_file.person.id, reply=file.digest, code=code)
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
        remarks=tuple(_remarks(file.reply, request)),
        confirmations=tuple(_confirmations(file.reply)),
    )


def _target(workspace: Workspace, slug: str, request: EnterReplyRequest, reported: Reported) -> Path:
    """Return where the message to the moderator goes."""
    folder = workspace.output(Path(request.out) if request.out else None)
    return folder / f"{slug}-recorded-{request.moderator}-{reported.reply[:6]}.eml"


def _remarks(reply: Reply, request: EnterReplyRequest) -> Iterator[str]:
    """Return what the administrator should know before it is recorded."""
    if reply.in_html:
        yield "The answer was read in the e-mail’s HTML: its plain text has none."
    if reply.beside:
        yield "The reply also has these lines, which are no part of what is recorded:"
        yield from (f"    “{in_a_line(line)}”" for line in reply.beside)
    if reply.attached:
        listed = ", ".join(f"“{name}”" for name in reply.attached)
        yield f"What hangs on it is not read here: {listed}. Look whether it asks for anything."
    if reply.answer == "need" and not (request.whom and request.due):
        yield (
            "The reply does not name a person or a day. Without --of and --by the lead inspector is asked, "
            f"for an answer within {DAYS_TO_ANSWER} days."
        )


def _confirmations(reply: Reply) -> Iterator[Confirmation]:
    """Ask whether what is beside the answer changes it: only a person can say.

    winmail.dat holds the same words in Outlook's own form, so it stops nothing where no person can be asked.
    """
    agrees = reply.answer == "agree"
    if not (reply.beside or (agrees and reply.attached)):
        return
    unread = reply.beside or any(name.casefold() != WINMAIL for name in reply.attached)
    yield Confirmation(
        shown="",
        question="Is it plain agreement all the same?" if agrees else "Record the answer without these lines?",
        remedy="Ask the moderator for one of the three answers alone.",
        unattended="only a person can tell whether what is beside the answer changes it" if unread else "",
        unattended_remedy="Enter the reply at a terminal, where you are asked, or ask the moderator for the answer "
        "alone.",
    )


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

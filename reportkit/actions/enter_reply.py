"""A moderator's e-mailed reply made into the act that it asks for: a sign-off, a refusal, or a query."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import partial
from pathlib import Path
from typing import Final

import click
from msgspec import Struct

from reportkit.actions.actor import find_person, somebody
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.on_behalf_of import Behalf, Notice
from reportkit.actions.reply_checks import refuse_unfit
from reportkit.actions.seen_content import content
from reportkit.cli.old_act import act
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.records.paths import replies_folder
from reportkit.mail.incoming_mail import WINMAIL
from reportkit.mail.message import Correspondent
from reportkit.mail.recorded_mail import Recorded, recorded_message, recorded_words
from reportkit.mail.replies import Reply, read_reply
from reportkit.mail.reply_text import whole_reply
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Details, Query, Refusal, SignOff
from reportkit.moderation.phrasing import in_a_line
from reportkit.moderation.policy import Person
from reportkit.moderation.record import Reported
from reportkit.moderation.store import File
from reportkit.moderation.subject import version_code
from reportkit.moderation.words import ASSESSED, ROLES
from reportkit.publications.phrases import day
from reportkit.reading.outside_file import read_sent
from reportkit.workspace.workspace import Workspace

DAYS_TO_ANSWER: Final = 7
"""How long there is to answer what a reply asks for, where nobody says otherwise."""


class Entering(Struct, frozen=True, kw_only=True):
    """What the administrator was told to enter: whose reply, the file, and for further information of whom, by when.

    `out` is the folder for the message that tells the moderator.
    """

    moderator: str
    file: Path
    whom: str | None = None
    due: dt.date | None = None
    out: Path | None = None


def enter(workspace: Workspace, inspection: str | None, manner: Manner, entering: Entering) -> None:
    """Record what a reply says, in its writer's name. Raises Refused, with a sentence, for any that does not count."""
    data = read_sent(workspace.start / entering.file)
    reply = read_reply(data)
    _refuse_useless(reply, entering)
    asks = workspace.may_ask and not manner.dry_run

    def intend(case_file: CaseFile) -> Intent:
        intent = _intent(workspace, case_file, entering, data, reply)
        _tell_of(reply, entering)
        if asks:
            _ask_about(reply)
        elif not workspace.may_ask:
            _refuse_unjudged(reply)
        return intent

    act(workspace, inspection, manner, intend)


def _refuse_useless(reply: Reply, entering: Entering) -> None:
    """Raise WrongUse for options that this reply has no use for."""
    if reply.answer != "need" and (entering.whom or entering.due):
        raise WrongUse(
            "--of and --by are for a reply that needs something, and this does not", remedy="Leave them out."
        )


def _tell_of(reply: Reply, entering: Entering) -> None:
    """Say what the administrator should know before it is recorded."""
    if reply.in_html:
        say("The answer was read in the e-mail’s HTML: its plain text has none.", err=True)
    if reply.beside:
        say("The reply also has these lines, which are no part of what is recorded:", err=True)
        for line in reply.beside:
            say(f"    “{in_a_line(line)}”", err=True)
    if reply.attached:
        listed = ", ".join(f"“{name}”" for name in reply.attached)
        say(f"What hangs on it is not read here: {listed}. Look whether it asks for anything.", err=True)
    if reply.answer == "need" and not (entering.whom and entering.due):
        say(
            "The reply does not say of whom or by when: where --of and --by do not, it is asked of the lead inspector, "
            f"for an answer within {DAYS_TO_ANSWER} days.",
            err=True,
        )


def _ask_about(reply: Reply) -> None:
    """Have a person say that what is beside the answer does not change it. Raises Refused where it does."""
    agrees = reply.answer == "agree"
    if not (reply.beside or (agrees and reply.attached)):
        return
    question = "Is it plain agreement all the same?" if agrees else "Record the answer without these lines?"
    if not click.confirm(question, err=True):
        raise Refused("Nothing was recorded", remedy="Ask the moderator for one of the three answers alone.")


def _refuse_unjudged(reply: Reply) -> None:
    """Raise Refused where only a person can tell whether what is beside the answer changes it.

    winmail.dat holds the same words in Outlook's own form.
    """
    unopened = [name for name in reply.attached if name.casefold() != WINMAIL] if reply.answer == "agree" else []
    if reply.beside or unopened:
        raise Refused(
            "Nothing was recorded: only a person can tell whether what is beside the answer changes it",
            remedy="Enter the reply at a terminal, where you are asked, or ask the moderator for the answer alone.",
        )


def _intent(workspace: Workspace, case_file: CaseFile, entering: Entering, data: bytes, reply: Reply) -> Intent:
    person = find_person(case_file.policy, case_file.identity, entering.moderator)
    refuse_unfit(workspace, case_file, person, data, reply)  # before anybody is asked about it
    code = version_code(case_file.standing.subject)
    reported = Reported(by=case_file.person.id, reply=hashlib.sha256(data).hexdigest(), code=code)
    folder = workspace.output(entering.out)
    return Intent(
        details=_details(workspace, case_file, entering, reply),
        needs="sign-off" if reply.answer == "agree" else None,
        files=(File(path=f"{replies_folder(case_file.slug)}/{reported.name}", data=data),),
        behalf=Behalf(
            person=person,
            reported=reported,
            target=folder / f"{case_file.slug}-recorded-{person.id}-{reported.reply[:6]}.eml",
            notice=partial(_notice, case_file, person, reported, whole_reply(data)),
        ),
    )


def _details(workspace: Workspace, case_file: CaseFile, entering: Entering, reply: Reply) -> Details:
    if reply.answer == "need":
        team = case_file.inspection.particulars.team
        whom = somebody(case_file.policy, team, entering.whom) if entering.whom else _lead_inspector(case_file)
        due = entering.due or case_file.clock.today + dt.timedelta(days=DAYS_TO_ANSWER)
        return Query(asks=reply.words, of=whom, by=due)
    seen = content(workspace, case_file.slug)
    if reply.answer == "not-agreed":
        return Refusal(reason=reply.words, content=seen)
    return SignOff(assessed=ASSESSED, content=seen)


def _lead_inspector(case_file: CaseFile) -> str:
    """The team's lead inspector, or its first member. Raises WrongUse where there is no team."""
    team = sorted(case_file.inspection.particulars.team, key=lambda member: member.role != "lead inspector")
    if not team:
        raise WrongUse("Nobody is of the inspection's team", remedy="Say with --of whom it is asked of.")
    return team[0].name


def _notice(case_file: CaseFile, person: Person, reported: Reported, whole: str, entry: Entry) -> Notice:
    """The message that tells the moderator what was recorded in their name."""
    particulars, record = case_file.inspection.particulars, entry.record
    does, words = _said(entry.record.details)
    recorded = Recorded(
        title=particulars.almo.name if particulars.almo else particulars.authority.name,
        code=reported.code,
        role=ROLES[record.role],
        does=does,
        words=words,
        number=short(entry.digest),
        on=day_of(record),
        reply=reported.reply,
        whole=whole,
    )
    to, sender = Correspondent(person.name, person.email), Correspondent(case_file.person.name, case_file.person.email)
    return Notice(recorded_words(to, sender, recorded), recorded_message(to, sender, recorded, case_file.clock.now))


def _said(details: Details) -> tuple[str, str]:
    """What the record says that they did, as a clause, and the words that it has from the reply."""
    if isinstance(details, Refusal):
        return "does not agree, because", details.reason
    if isinstance(details, Query):
        return f"asks {details.of} for further information, by {day(details.by)}", details.asks
    return "has assessed its evidence, judgements and report, and agrees", ""

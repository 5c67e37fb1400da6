"""Checks of an e-mailed reply before it is entered: who enters it, its sender, its version and its time."""

from __future__ import annotations

import datetime as dt
import hashlib

from reportkit.actions.case_file import CaseFile
from reportkit.errors import Refused, ReportkitError
from reportkit.gitstore.records.past_versions import FormerVersions
from reportkit.mail.incoming_mail import Stamp, stamp
from reportkit.mail.replies import Reply
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Query, Refusal, SignOff
from reportkit.moderation.policy import Person
from reportkit.moderation.record_paths import replies_folder
from reportkit.moderation.sign_offs import stages_of
from reportkit.moderation.subject import is_code_of, one_code
from reportkit.publications.phrases import day
from reportkit.workspace.workspace import Workspace

_WORDS = SignOff | Refusal | Query


def refuse_unfit(workspace: Workspace, case_file: CaseFile, person: Person, data: bytes, reply: Reply) -> None:
    """Raise Refused, saying what to do, where a reply cannot be entered for a person now."""
    _refuse_who_enters(case_file)
    _refuse_other_sender(person, reply)
    _refuse_twice(workspace, case_file, person, data)
    code = one_code(reply.codes)
    if not is_code_of(code, case_file.standing.subject):
        raise _of_another_version(workspace, case_file, code)


def _refuse_who_enters(case_file: CaseFile) -> None:
    if case_file.person.holds("administrator", case_file.clock.today):
        return
    policy = case_file.policy
    able = ", ".join(policy.name_of(each.id) for each in policy.holders("administrator", case_file.clock.today))
    raise Refused(
        f"{case_file.person.name} is no administrator, and only one enters what others wrote",
        remedy=f"Ask {able}." if able else "policy.yaml names none: `reportkit people` shows who is who.",
    )


def _refuse_other_sender(person: Person, reply: Reply) -> None:
    if reply.sender != person.email.casefold():
        raise Refused(
            f"The reply comes from {reply.sender}, and the address of {person.name} in policy.yaml is {person.email}",
            remedy="Ask for one from there, or correct the address in moderation/policy.yaml: `reportkit people save`.",
        )


def _refuse_twice(workspace: Workspace, case_file: CaseFile, person: Person, data: bytes) -> None:
    """Raise Refused for a reply that was entered already, or that is older than what its writer said since."""
    this, digest = stamp(data), hashlib.sha256(data).hexdigest()
    for entry in case_file.ledger.chronicle:
        record = entry.record
        if record.person != person.id or not isinstance(record.details, _WORDS):
            continue
        before = _stamp_of(workspace, case_file, entry)
        if record.reported and (record.reported.reply == digest or (this.id and this.id == before.id)):
            raise Refused(
                f"This reply is recorded already: {case_file.policy.name_of(record.reported.by)} entered it",
                remedy=f"`reportkit history {case_file.slug}` shows it.",
            )
        _refuse_older(this.sent, before.sent, person)


def _refuse_older(sent: dt.datetime | None, before: dt.datetime | None, person: Person) -> None:
    if before is None or (sent is not None and sent >= before):
        return
    when = f"is of {day(sent.date())}, {sent:%H:%M %Z}," if sent else "does not say when it was sent,"
    raise Refused(
        f"The reply {when} and {person.name} spoke on {day(before.date())}, {before:%H:%M %Z}, which is recorded",
        remedy="What was said last counts: ask for a new reply if it has changed.",
    )


def _stamp_of(workspace: Workspace, case_file: CaseFile, entry: Entry) -> Stamp:
    """Return when something was said: by the reply that it rests on, or else by the record itself."""
    record = entry.record
    if record.reported is None:
        return Stamp("", record.time)
    try:
        return stamp(workspace.saved.read(f"{replies_folder(case_file.slug)}/{record.reported.name}"))
    except ReportkitError:  # the reply is missing; `verify` reports it
        return Stamp("", None)


def _of_another_version(workspace: Workspace, case_file: CaseFile, code: str) -> Refused:
    """Return the refusal of a reply to another version, naming that version where it is known."""
    versions = FormerVersions(workspace.root, workspace.reader, case_file.repository)
    remedy = f"Send a new pack: `reportkit moderate pack {case_file.slug} --eml`."
    try:
        found = versions.find(case_file.slug, stages_of(case_file.ledger), lambda subject: is_code_of(code, subject))
    except ReportkitError:  # a shallow copy does not have the older versions
        found = None
    if found is None:
        return Refused(f"The reply’s code, {code}, is of no version of {case_file.slug} that is here", remedy=remedy)
    saved = f"{found.commit[:7]}, saved on {day(found.saved.date())}"
    what = f"The reply is about version {saved}, and what is to be signed now is another"
    return Refused(what, remedy=remedy)

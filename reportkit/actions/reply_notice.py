"""The message to a moderator that says what was recorded in their name from an e-mailed reply."""

from __future__ import annotations

from reportkit.actions.case_file import CaseFile
from reportkit.actions.known_of_reply import title_of_mail
from reportkit.actions.on_behalf_of import Notice
from reportkit.mail.message import Correspondent
from reportkit.mail.recorded_mail import AGREES, Recorded, recorded_message, recorded_words
from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Details, Query, Refusal
from reportkit.moderation.policy import Person
from reportkit.moderation.record import Reported
from reportkit.moderation.words import ROLES
from reportkit.publications.phrases import day


def notice(case_file: CaseFile, person: Person, reported: Reported, whole: str, entry: Entry) -> Notice:
    """Return the message to the moderator about what was recorded in their name."""
    record = entry.record
    does, words = _said(entry.record.details)
    recorded = Recorded(
        title=title_of_mail(case_file.inspection),
        code=reported.code,
        role=ROLES[record.role],
        does=does,
        words=words,
        number=short(entry.digest),
        on=day(day_of(record)),
        reply=reported.reply,
        whole=whole,
    )
    to, sender = Correspondent(person.name, person.email), Correspondent(case_file.person.name, case_file.person.email)
    return Notice(recorded_words(to, sender, recorded), recorded_message(to, sender, recorded, case_file.clock.now))


def _said(details: Details) -> tuple[str, str]:
    """Return what the record says that they did, as a clause, and the words that it has from the reply."""
    if isinstance(details, Refusal):
        return "does not agree, because", details.reason
    if isinstance(details, Query):
        return f"asks {details.of} for further information, by {day(details.by)}", details.asks
    return AGREES, ""

"""Verify that the e-mailed replies that are kept say what was recorded from them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from reportkit.actions.known_of_reply import people_of_office
from reportkit.errors import Damaged, Refused
from reportkit.gitstore.records import SavedFiles
from reportkit.mail.outlook_msg import ReaderNotInstalled
from reportkit.mail.replies import Reply, as_recorded, read_reply
from reportkit.mail.reply_answers import Answer
from reportkit.mail.reply_context import NOTHING_KNOWN, ReplyContext
from reportkit.moderation.codec import parse
from reportkit.moderation.events import Details, Query, Refusal, SignOff
from reportkit.moderation.record import Record
from reportkit.moderation.record_paths import replies_folder
from reportkit.moderation.subject import is_code_of, one_code
from reportkit.moderation.verifying.observation import Observation
from reportkit.moderation.verifying.record_evidence import Exhibit

_EVENTS: Mapping[Answer, type[Details]] = {"agree": SignOff, "not-agreed": Refusal, "need": Query}


def of_the_replies(files: SavedFiles, exhibits: Iterable[Exhibit]) -> Iterator[Observation]:
    """Return what kept replies say against their records. One that is not kept as it came says nothing here."""
    for exhibit in exhibits:
        try:
            record = parse(exhibit.data)
        except Damaged:  # reported elsewhere
            continue
        yield from _held_against(exhibit, record, files)


def _held_against(exhibit: Exhibit, record: Record, files: SavedFiles) -> Iterator[Observation]:
    if record.reported is None or exhibit.replies.get(record.reported.name) != record.reported.reply:
        return
    data = files.read(f"{replies_folder(exhibit.brought.inspection)}/{record.reported.name}")
    if hashlib.sha256(data).hexdigest() != record.reported.reply:
        return
    strict, recorded = _reading(partial(read_reply, context=_known(exhibit)), data), _reading(as_recorded, data)
    if isinstance(strict, Reply) and _fits(exhibit, record, strict):
        return
    if isinstance(recorded, Reply) and _fits(exhibit, record, recorded):
        why = strict.what if isinstance(strict, Refused) else "it has more words than were read then"
        what = f"the reply that it rests on was read as this answer; this reportkit asks for a clearer one: {why}"
        yield exhibit.finding("note", "reply-read-before", what)
        return
    yield from _faults(exhibit, record, strict)


def _known(exhibit: Exhibit) -> ReplyContext:
    """Return the names that the policy of then had; whose notices were accepted changes no answer."""
    return ReplyContext(people=people_of_office(exhibit.policy)) if exhibit.policy else NOTHING_KNOWN


def _reading(read: Callable[[bytes], Reply], data: bytes) -> Reply | Refused:
    try:
        reply = read(data)
        one_code(reply.codes)
    except Refused as unclear:
        return unclear
    return reply


def _fits(exhibit: Exhibit, record: Record, reply: Reply) -> bool:
    """Return whether a record says what its reply does, all of it."""
    differs = any(_differences(exhibit, record, reply))
    return not differs and not _reads_more_or_less(record.details, reply)


def _faults(exhibit: Exhibit, record: Record, reply: Reply | Refused) -> Iterator[Observation]:
    if isinstance(reply, ReaderNotInstalled):
        what = f"the reply that it rests on was not read here, so its words were not compared: {reply}"
        yield exhibit.finding("incomplete", "reply-not-read", what)
        return
    if isinstance(reply, Refused):
        what = f"the reply that it rests on is not one clear answer, as this reportkit reads it: {reply.what}"
        yield exhibit.finding("incomplete", "reply-unclear", what)
        return
    for difference in _differences(exhibit, record, reply):
        yield exhibit.finding("forged", "reply-differs", f"the reply that it rests on {difference}")
    if _reads_more_or_less(record.details, reply):
        what = "the record has more or fewer of its reply’s words than this reportkit reads in it"
        yield exhibit.finding("incomplete", "reply-unclear", what)


def _differences(exhibit: Exhibit, record: Record, reply: Reply) -> Iterator[str]:
    person = exhibit.policy.person(record.person) if exhibit.policy else None
    if person and reply.sender != person.email.casefold():
        yield f"came from {reply.sender}, and not from {person.name}"
    if record.subject and not is_code_of(one_code(reply.codes), record.subject):
        yield "is about another version"
    if not isinstance(record.details, _EVENTS[reply.answer]):
        yield f"gives another answer ({reply.answer})"
    elif _words(record.details) not in reply.words and reply.words not in _words(record.details):
        yield "has other words"


def _reads_more_or_less(details: Details, reply: Reply) -> bool:
    """Return whether one has words that the other continues: another reportkit may find a farewell elsewhere."""
    words = _words(details)
    return bool(words) and words != reply.words and (words in reply.words or reply.words in words)


def _words(details: Details) -> str:
    """Return the words that a record has from a reply; a sign-off has none."""
    match details:
        case Refusal(reason=words) | Query(asks=words):
            return words
    return ""

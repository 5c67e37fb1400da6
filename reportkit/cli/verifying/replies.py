"""Whether the e-mailed replies that are kept say what was recorded from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from reportkit.errors import Damaged, Refused
from reportkit.gitstore.records import SavedFiles
from reportkit.gitstore.records.paths import replies_folder
from reportkit.moderation.codec import parse
from reportkit.moderation.events import Details, Query, Refusal, SignOff
from reportkit.moderation.record import Record
from reportkit.moderation.subject import is_code_of
from reportkit.moderation.verifying.exhibit import Exhibit
from reportkit.moderation.verifying.finding import Finding
from reportkit.publications.replies import Answer, Reply, read_reply

_EVENTS: Mapping[Answer, type[Details]] = {"agree": SignOff, "not-agreed": Refusal, "need": Query}


def of_the_replies(files: SavedFiles, exhibits: Iterable[Exhibit]) -> Iterator[Finding]:
    """What speaks against records by what their kept replies say; of one that is not kept as it came, nothing more."""
    for exhibit in exhibits:
        try:
            record = parse(exhibit.data)
        except Damaged:  # which is said elsewhere
            continue
        yield from _held_against(exhibit, record, files)


def _held_against(exhibit: Exhibit, record: Record, files: SavedFiles) -> Iterator[Finding]:
    if record.reported is None or exhibit.replies.get(record.reported.name) != record.reported.reply:
        return
    data = files.read(f"{replies_folder(exhibit.brought.inspection)}/{record.reported.name}")
    if hashlib.sha256(data).hexdigest() != record.reported.reply:
        return
    try:
        differences = tuple(_differences(exhibit, record, read_reply(data)))
    except Refused as unclear:
        what = f"the reply that it rests on is not one clear answer, as this reportkit reads it: {unclear.what}"
        yield exhibit.finding("incomplete", "reply-unclear", what)
        return
    for difference in differences:
        yield exhibit.finding("forged", "reply-differs", f"the reply that it rests on {difference}")


def _differences(exhibit: Exhibit, record: Record, reply: Reply) -> Iterator[str]:
    person = exhibit.policy.person(record.person) if exhibit.policy else None
    if person and reply.sender != person.email.casefold():
        yield f"came from {reply.sender}, and not from {person.name}"
    if record.subject and not is_code_of(reply.code, record.subject):
        yield "is about another version"
    if not isinstance(record.details, _EVENTS[reply.answer]):
        yield f"gives another answer ({reply.answer})"
    elif isinstance(record.details, Refusal | Query) and reply.words != _words(record.details):
        yield "has other words"


def _words(details: Refusal | Query) -> str:
    return details.reason if isinstance(details, Refusal) else details.asks

"""A record to bytes and back, in one way only.

The bytes are JSON in UTF-8 on one line: keys sorted, no space that is not in a value, no number but whole ones,
nothing escaped that need not be, fields at their default left out (but for `schema`), a newline at the end. So equal
records have equal bytes and equal digests, whichever machine wrote them, and `json.dumps(…, sort_keys=True,
separators=(",", ":"), ensure_ascii=False)` of any language's library gives the same.
"""

from __future__ import annotations

import hashlib
import re
import time
from functools import cache
from typing import Any, Final, NoReturn

import msgspec
from msgspec.structs import asdict, fields, replace

from reportkit.errors import Damaged, Newer, Refused
from reportkit.moderation.all_events import EVENTS
from reportkit.moderation.events import Details
from reportkit.moderation.record import SCHEMA, Record, RecordHeading

LARGEST: Final = 200_000
"""Bytes in one record."""

_OWN: Final = ("event", "details")
_LINE: Final = msgspec.json.Decoder(
    msgspec.defstruct(
        "Line",
        [
            ("event", str),
            ("details", msgspec.Raw),
            ("schema", int),
            *(
                (each.name, each.type) if each.required else (each.name, each.type, each.default)
                for each in fields(RecordHeading)
                if each.name != "schema"
            ),
        ],
        frozen=True,
        kw_only=True,
        rename="kebab",
        omit_defaults=True,
        forbid_unknown_fields=True,
    )
)
"""A record's line as it is written: its heading, the event, and the event's own details, not yet looked at."""

_SORTED: Final = msgspec.json.Encoder(order="sorted")
_EVENT: Final = re.compile("[a-z]+(?:-[a-z]+){0,3}")
_NOT_BELIEVED: Final = "A record cannot be believed: "
_TAKEN_BACK: Final = "Take out of names and texts what cannot be seen, and say it shorter where it is long."
_TEXT: Final = re.compile(r"Expected `str` matching regex .*(?= - at )", re.DOTALL)
_NAME: Final = re.compile(r"[0-9]{8}T[0-9]{6}Z-([a-z-]+)-[0-9a-f]{12}\.json")


def encode(record: Record) -> bytes:
    """Return the record's bytes. Raises Refused where a value is not one that `parse` takes back."""
    try:
        data = _written(record)
        parse(data)
    except Damaged as error:
        why = error.what.removeprefix(_NOT_BELIEVED)
        raise Refused(f"This cannot be recorded: {why}", remedy=_TAKEN_BACK) from None
    return data


def parse(data: bytes) -> Record:
    """Return the record that has exactly these bytes.

    Raises Newer for one of a later form, or of an event that this tool does not know; Damaged, saying why, for any
    other bytes that `encode` would not give.
    """
    return _at_once(data) or _step_by_step(data)


def _at_once(data: bytes) -> Record | None:
    """Return the record; None where the bytes are not exactly those of one.

    Many are read at a time, so that this counts.
    """
    if len(data) > LARGEST:
        return None
    try:
        whole = _LINE.decode(data)
        facts = asdict(whole)
        facts["details"] = details = _details(facts.pop("event")).decode(facts["details"])
        record = Record(**facts)
    except (msgspec.MsgspecError, ValueError, KeyError, RecursionError):
        return None
    written = _SORTED.encode(replace(whole, details=details))
    return record if record.schema == SCHEMA and written + b"\n" == data else None


@cache
def _details(event: str) -> msgspec.json.Decoder[Details]:
    return msgspec.json.Decoder(EVENTS[event])


def _step_by_step(data: bytes) -> Record:
    """Return the same, at leisure, to tell what is wrong."""
    raw = _mapping(data)
    form, name = raw.get("schema"), raw.get("event")
    if isinstance(form, int) and form > SCHEMA:
        _refuse_newer(f"it is of form {form}, and this tool knows form {SCHEMA}")
    if form != SCHEMA:
        _refuse(f"it is of form {form!r}, and this tool knows form {SCHEMA}")
    if not isinstance(name, str) or not _EVENT.fullmatch(name):
        _refuse(f"it tells of {name!r}, which is no event")
    if name not in EVENTS:
        _refuse_newer(f"it tells of {name!r}, which this tool does not know")
    try:
        heading = msgspec.convert({key: raw[key] for key in raw if key not in _OWN}, RecordHeading)
        record = Record(**asdict(heading), details=msgspec.convert(raw.get("details"), EVENTS[name]))
    except msgspec.ValidationError as error:
        _refuse(_TEXT.sub("a text in it holds what a record does not take", str(error))[:300])
    if _written(record) != data:
        _refuse("it is not written in the one way in which records are written")
    return record


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a record's bytes, by which others name it."""
    return hashlib.sha256(data).hexdigest()


def file_name(data: bytes) -> str:
    """Return the name of the file that holds these bytes: time, event, first 12 digits of the digest.

    Raises Damaged.
    """
    return name_of(parse(data), digest_of(data))


def name_of(record: Record, digest: str) -> str:
    """Return the name of a record's file, given the digest of its bytes."""
    return f"{_time_in_name(record.at)}-{record.event}-{digest[:12]}.json"


def _time_in_name(seconds: int) -> str:
    """Return what the name of a record of this time begins with."""
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(seconds))


def is_name_of(name: str, digest: str) -> bool:
    """Return whether a file's name ends as that of a record with this digest does, whatever the record's form."""
    return name.endswith(f"-{digest[:12]}.json")


def event_in(name: str) -> str:
    """Return the event that a record's file name tells of; "" where it is no such name."""
    found = _NAME.fullmatch(name)
    return found[1] if found else ""


def _written(record: Record) -> bytes:
    try:
        raw = {**msgspec.to_builtins(record), "event": record.event, "schema": record.schema}
        return msgspec.json.encode(raw, order="sorted") + b"\n"
    except UnicodeEncodeError:
        _refuse("it holds half a character (a lone surrogate)")


def _mapping(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        _refuse(f"it is larger than {LARGEST // 1000} kB")
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        _refuse(f"it cannot be read: {str(error)[:120]}")
    if not isinstance(raw, dict):
        _refuse("it is not a record")
    return raw


def _refuse(why: str) -> NoReturn:
    raise Damaged(f"{_NOT_BELIEVED}{why}")


def _refuse_newer(why: str) -> NoReturn:
    raise Newer(f"A newer reportkit made a record: {why}", remedy="Install the newest reportkit.")

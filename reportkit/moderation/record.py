"""One record: who did what, in which role, when, on which content, knowing which acts before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from reportkit.moderation.all_events import NAME_OF
from reportkit.moderation.events import Details
from reportkit.moderation.words import Digest, FileName, Id, Line, Role, Seconds, SigningStage

SCHEMA: Final = 1
"""The version of the record's form that this tool writes, and the only one it reads."""

OF_THE_HOUSE: Final = "_house"
"""In the place of an inspection's name: what concerns all of them. No inspection can be called so."""


class IssuedDocument(Struct, frozen=True, kw_only=True, order=True, rename="kebab", forbid_unknown_fields=True):
    """A document that left the house with this act, or came to it: its name in issued/, and its SHA-256."""

    name: FileName
    digest: Digest


class Reported(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """An e-mailed reply that another person entered: who did, the SHA-256 of the reply, and the pack's code in it.

    `accepted` are the SHA-256 of the paragraphs and pictures beside its answer that this person was shown and took
    for no part of it, so that a house's notice is asked about once. `form` is how the reply was saved.
    """

    by: Id
    reply: Digest
    code: Line
    accepted: tuple[Digest, ...] = ()
    form: Literal["eml", "msg"] = "eml"

    def __post_init__(self) -> None:
        if not _in_order(self.accepted):
            raise ValueError("what was accepted stands in order and once")

    @property
    def name(self) -> str:
        """The name of the kept reply's file, in replies/."""
        return f"{self.reply[:12]}.{self.form}"


class RecordHeading(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The fields of every record.

    `inspection` is OF_THE_HOUSE for what concerns all of them; then there is no `subject`. `person` is the policy's
    id of who acts, `role` the one in which they do, `cover` the digest of the cover under which they hold it.
    `subject` is the digest of the inspection's content at this act (see subject.py), for `stage` and, at the final
    stage, for the `decision` with that digest. `policy` is the digest of the policy in force, `seen` the heads of
    the record known to the writer, in order. `at` is declared by the writer's clock.
    """

    schema: int = SCHEMA
    repository: Line
    inspection: Annotated[str, Meta(pattern=rf"^(?:{OF_THE_HOUSE}|[a-z0-9][a-z0-9-]{{0,39}})\Z")]
    person: Id
    role: Role
    round: Annotated[int, Meta(ge=0, le=10_000)]
    stage: SigningStage = "draft"
    decision: Digest | None = None
    subject: Digest | None = None
    policy: Digest
    seen: tuple[Digest, ...] = ()
    at: Seconds
    cover: Digest | None = None
    reported: Reported | None = None
    issued: tuple[IssuedDocument, ...] = ()
    demonstration: bool = False

    def __post_init__(self) -> None:
        if (self.inspection == OF_THE_HOUSE) != (self.subject is None):
            raise ValueError("a record about an inspection says on which content, and no other does")
        if (self.stage == "final") != (self.decision is not None):
            raise ValueError("a record at the final stage names the decision, and no other does")
        if not (_in_order(self.seen) and _in_order([each.name for each in self.issued])):
            raise ValueError("what was seen, and what was issued, is in order, each once")


def _in_order(names: Sequence[str]) -> bool:
    return len(names) < 2 or all(before < after for before, after in pairwise(names))  # noqa: PLR2004  no pair at all


class Record(RecordHeading, frozen=True, kw_only=True):
    """A whole record: the heading, and the event's own `details`."""

    details: Details

    @property
    def event(self) -> str:
        """The event's name."""
        return NAME_OF[type(self.details)]

    @property
    def time(self) -> dt.datetime:
        """The declared time, in UTC."""
        return dt.datetime.fromtimestamp(self.at, dt.UTC)

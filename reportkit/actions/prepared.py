"""An action worked out and not yet carried out, and what came of carrying it out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

import msgspec
from msgspec import Struct

from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Confirmation, Intent, Obstacle
from reportkit.actions.on_behalf_of import Notice
from reportkit.actions.request import Request
from reportkit.gitstore.sharing import Synced
from reportkit.moderation.record import Record
from reportkit.moderation.standing import Standing
from reportkit.moderation.store import Receipt
from reportkit.workspace.signer import Signer
from reportkit.workspace.workspace import Workspace

R = TypeVar("R", bound=Request)


class Action(Struct, Generic[R], frozen=True):
    """Something that a person does: its name, and the function that works it out.

    `others` says what is done with others' work before: "bring in" where the shared place can be reached, "look"
    without bringing it in, or "bring in first": without it the action stops, and what it records is in the shared
    place before it is here.
    """

    name: str
    prepare: Callable[[Workspace, R], Prepared]
    others: Literal["bring in", "look", "bring in first"] = "bring in"


class Basis(Struct, frozen=True, kw_only=True):
    """The facts that a prepared action rests on.

    `version` is the store's token for the inspection's content, its record and the policy. `content` is the subject
    of what is saved, `policy` the SHA-256 of policy.yaml: what the person decides by. `files` are the SHA-256 of
    files that were read in the work tree.
    """

    version: str
    content: str
    policy: str
    person: str
    role: str
    key: str
    day: str
    program: str
    files: tuple[tuple[str, str], ...] = ()


class Prepared(Struct, frozen=True, kw_only=True):
    """An action worked out: what it would record, write and send, and what stands in the way.

    Where something stands in the way there may be no `record`. `message` is what the new version would say, `said`
    the act as a sentence, and `remarks` what the person should know beforehand. `case_file` is where the inspection
    stands, None for a change of policy.
    """

    action: Action[Any]
    request: Request
    inspection: str
    basis: Basis
    intent: Intent | None = None
    record: Record | None = None
    signer: Signer | None = None
    notice: Notice | None = None
    message: str = ""
    said: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    remarks: tuple[str, ...] = ()
    case_file: CaseFile | None = None

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the action, its request and its basis: equal where carrying out would do the same."""
        rests_on = (self.action.name, self.inspection, self.request, self.basis)
        return hashlib.sha256(msgspec.json.encode(rests_on, order="deterministic")).hexdigest()

    def decides_by_the_same(self, other: Prepared) -> bool:
        """Return whether a person has the same before them: content, policy, files and what stands in the way."""
        mine, theirs = (
            (each.basis.content, each.basis.policy, each.basis.files, each.obstacles, each.confirmations)
            for each in (self, other)
        )
        return mine == theirs


class HandedOver(Struct, frozen=True):
    """A message for a person to send: to whom, and its file, or why it could not be put in its place."""

    to: str
    path: Path | None
    obstacle: str = ""


class Copies(Struct, frozen=True):
    """Copies that were written, those of them that had been prepared otherwise, and what kept others back."""

    paths: tuple[Path, ...] = ()
    prepared_otherwise: tuple[Path, ...] = ()
    obstacle: str = ""


class Done(Struct, frozen=True, kw_only=True):
    """An action carried out and read back: what was recorded, where the inspection stands now, what was written."""

    prepared: Prepared
    receipt: Receipt
    after: Standing | None = None
    notice: HandedOver | None = None
    messages: tuple[HandedOver, ...] = ()
    copies: Copies = Copies()


class Moved(Struct, frozen=True):
    """Something that the action rests on changed meanwhile: the action prepared anew, to be looked at again.

    `synced` is what came in by bringing others' work in again, if it was.
    """

    prepared: Prepared
    synced: Synced | None = None

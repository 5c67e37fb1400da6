"""What an action is about to record, before it is known whether it may be."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reportkit.actions.on_behalf_of import Behalf
from reportkit.moderation.blocker import Held
from reportkit.moderation.events import Details
from reportkit.moderation.record_paths import issued_folder
from reportkit.moderation.store import File
from reportkit.moderation.words import Role


class Paper(Struct, frozen=True, order=True):
    """A document that goes into issued/: its name there, and its bytes."""

    name: str
    data: bytes


class Message(Struct, frozen=True):
    """A message for a person to send: to whom, as people call them, where its file goes, and the file's bytes."""

    to: str
    target: Path
    data: bytes


class CopyFile(Struct, frozen=True):
    """A file to write once the act is recorded: where it goes, and its bytes."""

    path: Path
    data: bytes


class Obstacle(Struct, frozen=True):
    """An obstacle to an action, as a sentence, and the command that clears it ("" where none does)."""

    what: str
    command: str = ""


class Confirmation(Struct, frozen=True):
    """The text that a person must read before an action is carried out, and the question that they agree to.

    `remedy` is what to do where they do not agree; "" where nothing needs to be done. `unattended` is the refusal
    where no person can be asked; "" where it is enough to have shown it. `unattended_remedy` is what to do then, where
    that differs from `remedy`. `undone` says what did not happen then.
    """

    shown: str
    question: str
    remedy: str = ""
    unattended: str = ""
    unattended_remedy: str = ""
    undone: str = "Nothing was recorded"


class Intent(Struct, frozen=True, kw_only=True):
    """The event's own facts, and the act whose blockers must be cleared first.

    `role` is the one in which it is done, where the act itself settles that. `papers` are the documents that go into
    issued/ with it, and `files` what else its commit keeps. `behalf` says for whom it is entered, where that is
    another person. `messages` are ready before it is recorded, and `copies` are written after it; `hints` are said
    then. `overrides` are the subjects of blockers that this event sets aside. `remarks` are what the person should
    know beforehand, and `confirmations` what they are asked.
    """

    details: Details
    needs: Held | None = None
    role: Role | None = None
    papers: tuple[Paper, ...] = ()
    files: tuple[File, ...] = ()
    behalf: Behalf | None = None
    messages: tuple[Message, ...] = ()
    copies: tuple[CopyFile, ...] = ()
    hints: tuple[str, ...] = ()
    overrides: frozenset[str] = frozenset()
    remarks: tuple[str, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()

    def kept(self, inspection: str) -> tuple[File, ...]:
        """Return everything that the commit keeps besides the record."""
        folder = issued_folder(inspection)
        return (*(File(path=f"{folder}/{each.name}", data=each.data) for each in self.papers), *self.files)

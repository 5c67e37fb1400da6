"""A store that fails on demand: before it recorded an act, or after that and before it could say so."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Literal

from reportkit.errors import Trouble
from reportkit.moderation.store import Receipt, Recording, RecordStore, Stored
from reportkit.moderation.subject import DRAFT, Signing


class Gone(Trouble):
    """The disk went away."""


class FailingStore:
    """A RecordStore over another, whose next `append` fails at the step named in `at`."""

    def __init__(self, store: RecordStore, at: Literal["before", "after", "never"]) -> None:
        self._store = store
        self.at = at

    def records(self, inspection: str) -> tuple[Stored, ...]:
        return self._store.records(inspection)

    def version(self, inspection: str) -> str:
        return self._store.version(inspection)

    def heads(self, inspection: str) -> tuple[str, ...]:
        return self._store.heads(inspection)

    def subject(self, inspection: str, signing: Signing = DRAFT) -> str:
        return self._store.subject(inspection, signing)

    def unsaved(self, inspection: str) -> AbstractContextManager[Callable[[], tuple[str, ...]]]:
        return self._store.unsaved(inspection)

    def append(self, act: Recording) -> Receipt:
        at, self.at = self.at, "never"
        if at == "before":
            raise Gone("The disk went away")
        receipt = self._store.append(act)
        if at == "after":
            raise Gone("The disk went away")
        return receipt

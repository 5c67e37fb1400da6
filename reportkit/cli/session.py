"""A workspace at a terminal, where a person may be asked."""

from __future__ import annotations

import sys
from pathlib import Path

from reportkit.workspace.workspace import Workspace


class Session(Workspace):
    """One run of the program: its workspace, and whether it may ask the person at the terminal."""

    def __init__(self, start: Path, *, asks: bool) -> None:
        super().__init__(start)
        self._asks = asks

    @property
    def may_ask(self) -> bool:
        """Return whether a person can answer: a terminal on both sides, and not `--no-input`."""
        return self._asks and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def may_ask_passphrase(self) -> bool:  # type: ignore[override]  # a question to the terminal, not a setting
        """The same: a key's passphrase is typed at the terminal."""
        return self.may_ask

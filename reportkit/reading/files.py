"""Where files come from: a folder on disk or a tree in Git, behind one small protocol."""

from __future__ import annotations

from typing import Protocol

from reportkit.errors import Refused


class Files(Protocol):
    """Named bytes. Paths are relative to the project root, with forward slashes."""

    def under(self, folder: str) -> tuple[str, ...]:
        """Return every file below `folder`, sorted, what `read` refuses included; () where there is no such folder."""
        ...

    def read(self, path: str) -> bytes:
        """Return the file's bytes. Raises Refused where it cannot be read or is too large."""
        ...


class NoFiles:
    """`Files` that hold nothing."""

    def under(self, folder: str) -> tuple[str, ...]:  # noqa: ARG002  as the protocol has it
        """No file."""
        return ()

    def read(self, path: str) -> bytes:
        """Raises Refused: there is no such file."""
        raise Refused("There is no such file", where=path)

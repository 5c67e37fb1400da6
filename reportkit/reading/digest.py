"""One digest over everything that was read: what a document was made from, in 64 characters."""

from __future__ import annotations

import hashlib

from reportkit.reading.files import Files

_DOMAIN = b"reportkit files 1"


class DigestingFiles:
    """`Files` that remembers the SHA-256 of each file it gave out."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._seen: dict[str, bytes] = {}

    def under(self, folder: str) -> tuple[str, ...]:
        """Return every regular file below `folder`, sorted."""
        return self._files.under(folder)

    def read(self, path: str) -> bytes:
        """Return the file's bytes, noted."""
        data = self._files.read(path)
        self._seen[path] = hashlib.sha256(data).digest()
        return data

    def digest(self) -> str:
        """SHA-256 over every file that was read: each path length-prefixed, then its bytes' own SHA-256."""
        whole = hashlib.sha256(_DOMAIN)
        for path, seen in sorted(self._seen.items()):
            name = path.encode()
            whole.update(len(name).to_bytes(4, "big") + name + seen)
        return whole.hexdigest()

"""The subject: one digest of exactly what a sign-off is of.

SHA-256 over, each with its length in 8 bytes before it: a domain tag, the repository's id, the inspection's name, the
stage, the decision's digest (at the final stage; else nothing), and then for every file under `inspections/<name>/`,
in the order of the paths' UTF-8 bytes, its path below that folder and its bytes as Git keeps them. No field of any
file is left out, and the same folder elsewhere, or at another stage, has another subject.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.moderation.words import SigningStage

_DOMAIN = b"reportkit subject 1"
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH, _GROUP = 20, 4
_MISREAD = str.maketrans("OIL", "011")


class Signing(Struct, frozen=True):
    """The subject of a signature: the draft, or what the decision with this digest makes of it."""

    stage: SigningStage = "draft"
    decision: str | None = None

    def __post_init__(self) -> None:
        if (self.stage == "final") != (self.decision is not None):
            raise ValueError("the final stage, and no other, has a decision")


DRAFT = Signing()


class SubjectDigest:
    """The subject of one inspection, fed file by file, so that no more than one file need be in memory."""

    def __init__(self, repository: str, inspection: str, signing: Signing = DRAFT) -> None:
        self._whole = hashlib.sha256()
        self._last: bytes | None = None
        for part in (_DOMAIN, repository.encode(), inspection.encode(), signing.stage.encode()):
            self._put(part)
        self._put((signing.decision or "").encode())

    def add(self, path: str, data: bytes) -> None:
        """Add the next file: its path below the inspection's folder, with forward slashes, and its bytes.

        Raises ValueError where it is not after the one before in the order of the paths' bytes.
        """
        name = path.encode("utf-8", "surrogateescape")
        if self._last is not None and name <= self._last:
            raise ValueError(f"{path!r} is out of order: files are added once, sorted by the bytes of their paths")
        self._last = name
        self._put(name)
        self._put(data)

    def hexdigest(self) -> str:
        """Return the subject of what was added so far."""
        return self._whole.hexdigest()

    def _put(self, part: bytes) -> None:
        self._whole.update(len(part).to_bytes(8, "big"))
        self._whole.update(part)


def subject_of(repository: str, inspection: str, files: Iterable[tuple[str, bytes]], signing: Signing = DRAFT) -> str:
    """Return the subject of files given in any order, as (path below the inspection's folder, bytes)."""
    digest = SubjectDigest(repository, inspection, signing)
    for path, data in sorted(files, key=lambda file: file[0].encode("utf-8", "surrogateescape")):
        digest.add(path, data)
    return digest.hexdigest()


def version_code(subject: str) -> str:
    """Return the code by which people name a version in an e-mail.

    It is 100 bits of its subject, as five groups of four signs.

    Long enough that no two versions with one code can be found; without the letters that are read as digits.
    """
    number = int(subject, 16) >> (4 * len(subject) - 5 * _CODE_LENGTH)
    return grouped("".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(_CODE_LENGTH))))


def grouped(signs: str) -> str:
    """Return a code as people read it: its signs in groups."""
    return "-".join(signs[place : place + _GROUP] for place in range(0, len(signs), _GROUP))


def is_code_of(written: str, subject: str) -> bool:
    """Return whether a code, however it is written, is that of the subject."""
    return code_signs(written) == code_signs(version_code(subject))


def one_code(written: Iterable[str]) -> str:
    """Return the code that all of these write, in groups. Raise Refused where there is none, or more than one."""
    codes = sorted({grouped(code_signs(each)) for each in written})
    if not codes:
        raise Refused(
            "The reply does not say which version it is about",
            remedy="Ask for the code from the pack's cover, in the subject or beside the answer.",
        )
    if len(codes) > 1:
        what = f"The reply names {len(codes)} versions: {', '.join(codes)}"
        raise Refused(what, remedy="Ask for one reply for each version.")
    return codes[0]


def code_signs(written: str) -> str:
    """Return a code's signs alone, in capitals and with what is misread put right.

    Two writings of one code are alike.
    """
    return "".join(sign for sign in written.upper().translate(_MISREAD) if sign in _SIGNS)

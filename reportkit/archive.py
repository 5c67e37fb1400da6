"""A zip file from outside, checked before anything in it is unpacked: .docx and .xlsx are such files."""

from __future__ import annotations

import io
import zipfile

from msgspec import Struct

from reportkit.errors import Refused

_MOST_RATIO = 200
_MOST_MEMBERS = 2000
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Called(Struct, frozen=True):
    """The words for a file: “The house file”, “a Word document”, “an old .doc file”, and what to do about it.

    `most` is how many bytes such a file may unpack to, `where` the name that errors give it.
    """

    file: str
    kind: str
    old: str
    remedy: str
    most: int = 64 * 1024 * 1024
    where: str = ""

    def refused(self, why: str) -> Refused:
        """Return the error that says so of the file: “The house file”, “is not a Word document”."""
        return Refused(f"{self.file} {why}", where=self.where, remedy=self.remedy)


def look_before_unpacking(data: bytes, called: Called) -> frozenset[str]:
    """Return the names of its members. Raises Refused, in one sentence, for another kind of file or a bomb.

    What a member says of its own size can be believed: zipfile gives no more than that, or raises.
    """
    if data.startswith(_OLE):
        why = "is protected by a password" if _ENCRYPTED in data else f"is protected by a password or is {called.old}"
        raise called.refused(why)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise called.refused(f"is not {called.kind}") from error
    _refuse_bombs(members, called)
    _refuse_odd_members(members, called)
    return frozenset(member.filename for member in members)


def _refuse_bombs(members: list[zipfile.ZipInfo], called: Called) -> None:
    size, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if len(members) > _MOST_MEMBERS or size > called.most or size > _MOST_RATIO * max(packed, 1):
        raise called.refused(f"would unpack to far more than {called.kind} holds")


def _refuse_odd_members(members: list[zipfile.ZipInfo], called: Called) -> None:
    names = [member.filename.lower() for member in members]
    outside = any(".." in name.split("/") or name.startswith("/") for name in names)
    if outside or len(set(names)) < len(names) or any(member.flag_bits & 1 for member in members):
        raise called.refused("holds locked, doubled or misplaced parts")

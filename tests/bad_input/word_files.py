"""Files that end in .docx and that no command can use, and what is said of each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

SHIPPED_HOUSE = (Path(__file__).parents[2] / "templates" / "house.docx").read_bytes()
HOUSE = "templates/house.docx"
SAVE_AGAIN = "Save it in Word or LibreOffice as a Word document (.docx) without macros or a password."
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
DAMAGED = "is damaged: one of its parts cannot be read"
OTHER = "is not a Word document"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Spoil = Callable[[bytes], bytes]


def repacked(whole: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Return the .docx with other parts, or without some."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    parts |= changes
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            if blob is not None:
                archive.writestr(name, blob)
    return packed.getvalue()


def _with(name: str, blob: bytes | None) -> Spoil:
    return lambda whole: repacked(whole, {name: blob})


def _of_type(kind: bytes) -> Spoil:
    """Return the document's part called another kind of thing."""

    def spoil(whole: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            types = archive.read(TYPES)
        old = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        assert old in types
        return repacked(whole, {TYPES: types.replace(old, kind)})

    return spoil


def _locked_member(whole: bytes) -> bytes:
    """Return the flag that says a member is encrypted, set on the first one."""
    at = whole.index(b"PK\x01\x02") + 8
    return whole[:at] + bytes([whole[at] | 1]) + whole[at + 1 :]


def _torn_member(whole: bytes) -> bytes:
    """Packed bytes of the body overwritten, the list of members left whole."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        member = archive.getinfo(BODY)
    at = member.header_offset + 30 + len(BODY)
    return whole[:at] + b"\xff" * (member.compress_size // 2) + whole[at + member.compress_size // 2 :]


def _workbook(_: bytes) -> bytes:
    import openpyxl

    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


def _laughs() -> bytes:
    """Return the billion laughs: entities of entities."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE l [<!ENTITY l0 "ha">{entities}]><l>&l9;</l>'.encode()


WORD_FILES: Mapping[str, tuple[Spoil, str]] = {
    "text": (lambda _: b"not one", OTHER),
    "nothing": (lambda _: b"", OTHER),
    "half of one": (lambda whole: whole[: len(whole) // 2], OTHER),
    "an archive of something else": (lambda _: repacked(SHIPPED_HOUSE, {TYPES: None}), OTHER),
    "a workbook": (_workbook, OTHER),
    "an old .doc": (lambda _: OLE + bytes(512), "is protected by a password or is an old .doc file"),
    "one with a password": (lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    "one with a locked member": (_locked_member, "holds locked, doubled or misplaced parts"),
    "one with a part outside": (_with("../x.xml", b"<x/>"), "holds locked, doubled or misplaced parts"),
    "one with a part from the root": (_with("/x.xml", b"<x/>"), "holds locked, doubled or misplaced parts"),
    "one with a part twice": (_with("WORD/Document.xml", b"<x/>"), "holds locked, doubled or misplaced parts"),
    "a zip bomb": (_with("word/media/x", bytes(50_000_000)), "would unpack to far more than a Word document holds"),
    "a template": (
        _of_type(b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        "is a template or holds macros",
    ),
    "one with macros": (
        _of_type(b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        "is a template or holds macros",
    ),
    "one with a macro's code": (_with("word/vbaProject.bin", b"x"), "is a template or holds macros"),
    "one of another type": (_of_type(b"text/plain"), OTHER),
    "one without a body": (_with(BODY, None), OTHER),
    "one whose relationships are missing": (_with("_rels/.rels", None), OTHER),
    "one whose relationships are no XML": (_with("_rels/.rels", b"<a"), DAMAGED),
    "one whose list of types is another thing": (_with(TYPES, b"<x/>"), OTHER),
    "one whose list of types is no XML": (_with(TYPES, b"\0"), DAMAGED),
    "one whose body is no XML": (_with(BODY, b"<w:document"), DAMAGED),
    "one whose body is empty": (_with(BODY, b""), DAMAGED),
    "one whose body is torn": (_torn_member, DAMAGED),
    "one whose body never ends": (_with(BODY, b"<a>" * 100_000), DAMAGED),
    "one with entities of entities": (_with(BODY, _laughs()), DAMAGED),
}
"""Every command that opens a .docx refuses these."""

HOUSES: Mapping[str, tuple[Spoil, str]] = {
    "one whose styles are missing": (_with("word/styles.xml", None), DAMAGED),
    "one whose styles are no XML": (_with("word/styles.xml", b"<a>"), DAMAGED),
    "one whose styles are another thing": (_with("word/styles.xml", b"<a/>"), DAMAGED),
    "one whose styles hold entities": (_with("word/styles.xml", _laughs()), DAMAGED),
    "one whose body is another thing": (_with(BODY, b"<a/>"), DAMAGED),
    "one whose header is another thing": (_with("word/header1.xml", b"<a/>"), DAMAGED),
    "one whose relationships lead nowhere": (
        _with(
            "word/_rels/document.xml.rels",
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Type="x" Target="gone.xml"/></Relationships>',
        ),
        DAMAGED,
    ),
}
"""No house file either: a document that came back may be read all the same."""

"""The container: a base .docx opened, changed part by part, saved.

Parts stay bytes until one is touched. What comes in is not trusted: size, ratio and kind are looked
at before anything is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from lxml import etree

from reportkit.archive import Called, look_before_unpacking
from reportkit.errors import Refused
from reportkit.word.kinds import CT, RT
from reportkit.word.opc import PARSER, TYPES_MEMBER, Piece, Relations, main_part, parts_from, read_package
from reportkit.word.xmltext import DECLARATION

_NO_PACKAGE = (
    *(zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, EOFError),
    NotImplementedError,  # zipfile's, of a way of packing that Word does not use
)
_REMEDY = "Save it in Word as a Word document (.docx) without macros or a password."
_HOUSE = Called("The house file", "a Word document", "an old .doc file", _REMEDY)
_KEPT_FROM_BODY = {RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.THEME, RT.FONT_TABLE, RT.WEB_SETTINGS, RT.HEADER, RT.FOOTER}
_KEPT_FROM_PACKAGE = {RT.OFFICE_DOCUMENT, RT.EXTENDED_PROPERTIES}
# Level 2 takes a seventh of the time of zlib's usual 6 for a report of 6,000 findings, and is a third larger.
_LEVEL = 2


class Package:
    """One .docx being written."""

    def __init__(self, rels: Relations) -> None:
        self._rels = rels
        self.body = main_part(rels)

    def part(self, reltype: str) -> Piece | None:
        """The body's part of this kind, or None."""
        return next((rel.target_part for rel in self.body.rels.values() if rel.reltype == reltype), None)

    def needed(self, reltype: str, called: str) -> Piece:
        """The body's part of this kind; Refused where the base has none."""
        part = self.part(reltype)
        if part is None:
            raise Refused(f"The house file has no {called}", remedy=_REMEDY)
        return part

    def add(self, name: str, content_type: str, blob: bytes) -> Piece:
        """A new part, not yet related to anything."""
        return Piece(name, content_type, blob)

    def describe(self, part: Piece, reltype: str) -> None:
        """Relate a properties part to the package as a whole."""
        self._rels.to(part, reltype)

    def keep(self, of_package: set[str], of_body: set[str]) -> None:
        """Drop all relationships but those of these kinds, and those to the outside."""
        _keep(self._rels, of_package)
        _keep(self.body.rels, of_body)

    def save(self, body: Iterable[bytes]) -> bytes:
        """The package as bytes: fixed order, times and system, so that equal parts make equal files.

        The body is given in pieces, so that a long one never stands in the memory as a whole.
        """
        stream = io.BytesIO()
        parts = sorted(parts_from(self._rels), key=lambda part: part.partname)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            put(archive, TYPES_MEMBER, _content_types(parts))
            put(archive, "_rels/.rels", self._rels.xml())
            for part in parts:
                put_pieces(archive, part.partname[1:], body if part is self.body else (part.blob,))
                if part.rels:
                    folder, _, name = part.partname[1:].rpartition("/")
                    put(archive, f"{folder}/_rels/{name}.rels", part.rels.xml())
        return stream.getvalue()


def put(archive: zipfile.ZipFile, name: str, blob: bytes | str) -> None:
    """Write one member with fixed fields: Windows and Linux must give the same bytes."""
    put_pieces(archive, name, (blob.encode() if isinstance(blob, str) else blob,))


def put_pieces(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    """Write one member piece by piece. Its time is zipfile's own fixed one, the first day of 1980."""
    with archive.open(name, "w") as member:
        for piece in pieces:
            member.write(piece)
    archive.getinfo(name).create_system = 3


def parse(blob: bytes) -> etree._Element:
    """Parse one XML part, entities left alone."""
    try:
        return etree.fromstring(blob, PARSER)
    except etree.XMLSyntaxError as error:
        raise Refused("The house file is damaged: one of its parts cannot be read", remedy=_REMEDY) from error


def serialise(root: etree._Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def open_package(base: bytes) -> Package:
    """Open a base file and drop what belongs to its own text: only its look goes on.

    Raises Refused, in one sentence, for anything that is not a plain .docx.
    """
    look_before_unpacking(base, _HOUSE)
    try:
        with zipfile.ZipFile(io.BytesIO(base)) as archive:
            package = Package(read_package(archive))
    except _NO_PACKAGE as error:
        raise Refused("The house file is damaged or is not a Word document", remedy=_REMEDY) from error
    if package.body.content_type != CT.WML_DOCUMENT_MAIN:
        raise Refused("The house file is a template, holds macros or is not a Word document", remedy=_REMEDY)
    package.keep(_KEPT_FROM_PACKAGE, _KEPT_FROM_BODY)
    return package


def _keep(rels: Relations, kinds: set[str]) -> None:
    for rid in [rid for rid, rel in rels.items() if rel.reltype not in kinds or isinstance(rel.target, str)]:
        del rels[rid]


def _content_types(parts: list[Piece]) -> str:
    overrides = "".join(f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>' for part in parts)
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )

"""Opening .docx files that come from outside: limits first, and one sentence for every kind of damage."""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from lxml import etree
from msgspec.structs import replace

from reportkit.archive import Called, look_before_unpacking

_REMEDY: Final = "Save it in Word or LibreOffice as a Word document (.docx) without macros or a password."
HOUSE_FILE: Final = Called("The house file", "a Word document", "an old .doc file", _REMEDY)
_DOCUMENT: Final = Called("The document", "a Word document", "an old .doc file", _REMEDY)

# What zipfile, lxml and python-docx raise for a file that is not what it should be. python-docx checks little by
# itself: a part of another kind than its place asks for shows as AttributeError or TypeError.
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(etree.LxmlError, OpcError, XmlchemyError),
    *(LookupError, ValueError, TypeError, AttributeError, RuntimeError),
)
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)
_MOST_TAGS: Final = 4_000_000  # in one part: lxml takes about 70 bytes for each; 6,000 findings have 400,000
_TYPES: Final = "[Content_Types].xml"
_RELATIONSHIPS: Final = "_rels/.rels"
_MACROS: Final = "vbaproject.bin"


class WordFile:
    """A .docx whose size, members and kind were checked. Parts are unpacked when they are asked for.

    `names` are the members of the archive, `body` the one that holds the document itself.
    """

    def __init__(self, data: bytes, called: Called) -> None:
        self._called = called
        self.names = look_before_unpacking(data, called)
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self.body = self._body()

    def part(self, name: str) -> etree._Element:
        """Return the root of one XML part. Raises Refused when it is missing, damaged or far too large."""
        with damage_refused(self._called):
            data = self._archive.read(name)
            if data.count(b"<") > _MOST_TAGS:
                raise self._called.refused(f"holds far more than {self._called.kind} does")
            root = etree.fromstring(data, _PARSER)
            _refuse_own_entities(root)
        return root

    def _body(self) -> str:
        """Return the name of the document part. Raises Refused when there is none of that kind."""
        if not {_TYPES, _RELATIONSHIPS} <= self.names:
            raise self._called.refused(f"is not {self._called.kind}")
        name = _main_part(self.part(_RELATIONSHIPS))
        kind = _content_type(self.part(_TYPES), name)
        macros = any(each.lower().endswith(_MACROS) for each in self.names)
        if macros or "template" in kind or "macroEnabled" in kind:
            raise self._called.refused("is a template or holds macros")
        if kind != CONTENT_TYPE.WML_DOCUMENT_MAIN or name not in self.names:
            raise self._called.refused(f"is not {self._called.kind}")
        return name


def open_document(data: bytes, where: str = "") -> WordFile:
    """Open a document to read it. `where` is its file's name.

    Raises Refused, in one sentence, for anything but a Word document of a sane size.
    """
    return WordFile(data, replace(_DOCUMENT, where=where))


def open_house_file(base: bytes) -> DocxDocument:
    """Open a house file in python-docx. Raises Refused as `open_document` does."""
    file = WordFile(base, HOUSE_FILE)
    for name in file.names:
        if name.endswith((".xml", ".rels")):
            file.part(name)
    with damage_refused(HOUSE_FILE):
        return Document(io.BytesIO(base))


@contextmanager
def damage_refused(called: Called) -> Iterator[None]:
    """Turn what reading a damaged file raises into Refused."""
    try:
        yield
    except _DAMAGE as error:
        raise called.refused("is damaged: one of its parts cannot be read") from error


def _main_part(relationships: etree._Element) -> str:
    """Return the name of the part that the package calls its document, or ""."""
    targets = (
        one.get("Target", "")
        for one in relationships.iterfind("{*}Relationship")
        if one.get("Type") == RELATIONSHIP_TYPE.OFFICE_DOCUMENT
    )
    return posixpath.normpath(posixpath.join("/", next(targets, "")))[1:]


def _content_type(types: etree._Element, name: str) -> str:
    """Return the content type of a part, by its name or by its ending; case does not count in either."""
    names = {one.get("PartName", "").lower(): one.get("ContentType", "") for one in types.iterfind("{*}Override")}
    endings = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in types.iterfind("{*}Default")}
    return names.get(f"/{name}".lower()) or endings.get(posixpath.splitext(name)[1][1:].lower(), "")


def _refuse_own_entities(root: etree._Element) -> None:
    """Raise ValueError for a part with a document type: Word allows none, and its entities would be lost on saving."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError(root.tag)

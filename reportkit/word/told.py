"""What a .docx says of itself, and its words: read without believing anything in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from reportkit.errors import Refused
from reportkit.word.opc import PARSER

_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST = 200_000_000  # bytes of one part, unpacked


class Told(Struct, frozen=True):
    """A document's custom properties by name, and its paragraphs' words, struck ones and footnotes left out."""

    properties: Mapping[str, str]
    paragraphs: tuple[str, ...]


def read_told(data: bytes) -> Told:
    """What the document tells. Raises Refused for what is no Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            custom = _part(archive, "docProps/custom.xml") if "docProps/custom.xml" in names else None
            body = _part(archive, "word/document.xml")
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError, etree.XMLSyntaxError) as error:
        raise Refused("This is no Word document that can be read", remedy="Is it a .docx, and whole?") from error
    told = custom.iter(_CUSTOM) if custom is not None else ()
    properties = {each.get("name", ""): "".join(str(text) for text in each.itertext()) for each in told}
    return Told(properties, tuple(_words(paragraph) for paragraph in body.iter(f"{_WORD}p")))


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    if archive.getinfo(name).file_size > _LARGEST:
        raise ValueError(name)
    return etree.fromstring(archive.read(name), PARSER)


def _words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_WORD}t"))

"""What the Word room's tests share: a document that uses everything, the house file, and drawing in one line."""

from __future__ import annotations

import datetime as dt
import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType

import docx
import pytest
from lxml import etree

from reportkit.document.blocks import Document
from reportkit.word.write import write

HERE = Path(__file__).parent
MADE = dt.datetime(2003, 10, 17, 9, 30, tzinfo=dt.UTC)
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "o": "http://schemas.openxmlformats.org/package/2006/relationships",
}


class Drawn:
    """A drawn document, opened again."""

    def __init__(self, blob: bytes) -> None:
        self.blob = blob
        self.doc = docx.Document(io.BytesIO(blob))
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def find(self, path: str, part: str = "word/document.xml") -> list:
        """Return what an XPath finds in a part."""
        return etree.fromstring(self.parts[part]).xpath(path, namespaces=SPACES)

    def lines(self) -> list[tuple[str, str]]:
        """Style and text of every paragraph of the body, as python-docx reads them."""
        return [(paragraph.style.name, paragraph.text) for paragraph in self.doc.paragraphs]


def load(name: str) -> ModuleType:
    """Return a helper beside the tests; with importlib mode there is no package to import it from."""
    spec = importlib.util.spec_from_file_location(f"tests_word_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def sample():
    return load("sample").DOCUMENT


@pytest.fixture(scope="session")
def house():
    return HERE.parents[1].joinpath("templates", "house.docx").read_bytes()


@pytest.fixture(scope="session")
def draw(house, package_problems):
    """`draw(*blocks, title=…)` draws them in the house file; whatever is drawn must be whole."""

    def drawn(*blocks, base=house, pages=None, **fields):
        document = Document(blocks=blocks, **{"title": "A report", "made": MADE, **fields})
        blob = write(document, base, pages)
        assert package_problems(blob) == []
        return Drawn(blob)

    return drawn


@pytest.fixture(scope="session")
def changed(house):
    """`changed({"word/styles.xml": (old, new)})` is the house file with one text in a part replaced."""

    def change(replacements: dict[str, tuple[str, str]]) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(house)) as old, zipfile.ZipFile(stream, "w") as new:
            for name in old.namelist():
                before, after = replacements.get(name, ("", ""))
                text = old.read(name).decode()
                assert before in text
                new.writestr(name, text.replace(before, after) if before else text)
        return stream.getvalue()

    return change

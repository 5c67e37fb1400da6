"""The core and custom properties of a document."""

from __future__ import annotations

import datetime as dt

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from reportkit.document.blocks import Document
from reportkit.word.xml_text import DECLARATION, allowed, escape

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST = 255  # characters of a core property that python-docx takes, and that Word shows


def add_properties(document: Document, package: Package) -> None:
    """Add core properties and, where there are any, custom ones."""
    core, made = package.core_properties, _utc(document.made)
    core.title, core.subject = _short(document.title), _short(document.subject)
    core.author = core.last_modified_by = _short(document.author)
    core.created = core.modified = made
    core.language = _short(document.language)
    if document.properties:
        name = PackURI("/docProps/custom.xml")
        custom = Part(name, CT.OFC_CUSTOM_PROPERTIES, _custom(document).encode(), package)
        package.relate_to(custom, RT.CUSTOM_PROPERTIES)


def _short(text: str) -> str:
    return allowed(text)[:_LONGEST]


def _utc(made: dt.datetime) -> dt.datetime:
    """Return the date as properties want it; one without a zone counts as UTC, never as this machine's."""
    return made.astimezone(dt.UTC) if made.tzinfo else made.replace(tzinfo=dt.UTC)


def _custom(document: Document) -> str:
    items = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for pid, (name, text) in enumerate(document.properties, start=2)
    )
    return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{items}</Properties>'

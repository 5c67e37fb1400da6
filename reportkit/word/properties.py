"""What a document says of itself: its core and custom properties."""

from __future__ import annotations

import datetime as dt

from reportkit.document.blocks import Document
from reportkit.word.kinds import CT, RT
from reportkit.word.package import Package
from reportkit.word.xmltext import DECLARATION, escape

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def add_properties(document: Document, package: Package) -> None:
    """Add core properties and, where there are any, custom ones."""
    core = package.add("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, _core(document).encode())
    package.describe(core, RT.CORE_PROPERTIES)
    if document.properties:
        custom = package.add("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, _custom(document).encode())
        package.describe(custom, RT.CUSTOM_PROPERTIES)


def _core(document: Document) -> str:
    made = _utc(document.made)
    return (
        f"{DECLARATION}<cp:coreProperties {_CORE}><dc:title>{escape(document.title)}</dc:title>"
        f"<dc:subject>{escape(document.subject)}</dc:subject><dc:creator>{escape(document.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(document.author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified>'
        f"<dc:language>{escape(document.language)}</dc:language></cp:coreProperties>"
    )


def _utc(made: dt.datetime) -> str:
    """The date as properties want it; one without a zone counts as UTC, never as this machine's."""
    aware = made if made.tzinfo else made.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _custom(document: Document) -> str:
    items = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for pid, (name, text) in enumerate(document.properties, start=2)
    )
    return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{items}</Properties>'

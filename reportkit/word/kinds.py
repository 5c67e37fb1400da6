"""What the parts of a .docx are called: content types, and kinds of relationship (ECMA-376, part 1, 11.3 and 15.2)."""

from __future__ import annotations

from typing import Final

_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "application/vnd.openxmlformats-package"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class CT:
    """Content types."""

    DML_CHART: Final = f"{_OFFICE}.drawingml.chart+xml"
    OFC_CUSTOM_PROPERTIES: Final = f"{_OFFICE}.custom-properties+xml"
    OPC_CORE_PROPERTIES: Final = f"{_PACKAGE}.core-properties+xml"
    SML_SHEET: Final = f"{_OFFICE}.spreadsheetml.sheet"
    WML_DOCUMENT_MAIN: Final = f"{_OFFICE}.wordprocessingml.document.main+xml"
    WML_FOOTNOTES: Final = f"{_OFFICE}.wordprocessingml.footnotes+xml"
    WML_HEADER: Final = f"{_OFFICE}.wordprocessingml.header+xml"


class RT:
    """Kinds of relationship."""

    CHART: Final = f"{_RELATION}/chart"
    CORE_PROPERTIES: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    CUSTOM_PROPERTIES: Final = f"{_RELATION}/custom-properties"
    EXTENDED_PROPERTIES: Final = f"{_RELATION}/extended-properties"
    FONT_TABLE: Final = f"{_RELATION}/fontTable"
    FOOTER: Final = f"{_RELATION}/footer"
    FOOTNOTES: Final = f"{_RELATION}/footnotes"
    HEADER: Final = f"{_RELATION}/header"
    HYPERLINK: Final = f"{_RELATION}/hyperlink"
    NUMBERING: Final = f"{_RELATION}/numbering"
    OFFICE_DOCUMENT: Final = f"{_RELATION}/officeDocument"
    PACKAGE: Final = f"{_RELATION}/package"
    SETTINGS: Final = f"{_RELATION}/settings"
    STYLES: Final = f"{_RELATION}/styles"
    THEME: Final = f"{_RELATION}/theme"
    WEB_SETTINGS: Final = f"{_RELATION}/webSettings"

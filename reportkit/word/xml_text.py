"""Text for XML: escaped, and without the characters that XML forbids."""

from __future__ import annotations

import re

_ODD = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


def escape(text: str) -> str:
    """Return `text` for an element or an attribute: what XML forbids as U+FFFD, line ends and tabs as spaces."""
    return allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def allowed(text: str) -> str:
    """Return `text` without what XML forbids, not escaped: for a library that escapes by itself."""
    return text if text.isprintable() else _ODD.sub(_instead, text)


def _instead(found: re.Match[str]) -> str:
    return " " if found[0] in "\t\n\r" else "\ufffd"


def w(tag: str) -> str:
    """Return the full name of a WordprocessingML element or attribute, as lxml writes it."""
    return f"{{{W}}}{tag}"

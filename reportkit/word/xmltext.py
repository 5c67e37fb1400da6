"""Text on its way into XML: the one place that escapes it and keeps out what XML forbids."""

from __future__ import annotations

import re

_FORBIDDEN = "\x00-\x1f\ud800-\udfff\ufffe\uffff"
_ODD = re.compile(f"[{_FORBIDDEN}]")
_SPECIAL = re.compile(f'[{_FORBIDDEN}&<>"]')
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\n": " ", "\r": " "}

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


def escape(text: str) -> str:
    """`text` fit for an element or an attribute; what XML forbids shows as U+FFFD, line ends and tabs as spaces."""
    return _SPECIAL.sub(_written, text)


def allowed(text: str) -> str:
    """`text` without what XML forbids, not escaped: for a library that escapes by itself."""
    return _ODD.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    return _WRITTEN.get(found[0], "\ufffd")


def w(tag: str) -> str:
    """The full name of a WordprocessingML element or attribute, as lxml writes it."""
    return f"{{{W}}}{tag}"

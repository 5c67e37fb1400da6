"""Versions' codes in what came by e-mail, as people and mail programs write them."""

from __future__ import annotations

import re

_GROUPS = "[0-9A-Za-z]{4}(?:\\s{0,3}-\\s{0,3}[0-9A-Za-z]{4}){4}"  # a mail program may break the line at a hyphen
_SPACED = "[0-9A-Z]{4}(?:[\\s-]{0,3}[0-9A-Z]{4}){4}"  # only behind “version” or “code”: five words could look like it
_CODE = re.compile(
    rf"(?:\b(?:(?i:version|code))[ :#]{{1,3}}(?P<named>{_GROUPS}|{_SPACED})|(?<![\w-])(?P<alone>{_GROUPS}))(?![\w-])"
)


def codes_in(*texts: str) -> tuple[str, ...]:
    """Return the codes in some texts, as they are written, each once."""
    found = (each["named"] or each["alone"] for text in texts for each in _CODE.finditer(text))
    return tuple(dict.fromkeys(found))


def without_codes(text: str) -> str:
    """Return the text without codes, on as many lines: a code beside an answer is no part of what it says."""
    return _CODE.sub(lambda found: "\n" * found[0].count("\n"), text)

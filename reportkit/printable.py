"""Text that others wrote, made safe to print: it must not move a terminal's cursor, colour or hide anything."""

from __future__ import annotations

_LONGEST_SHOWN = 600


def printable(text: str, keep: str = "") -> str:
    r"""Return the text with every control and invisible character spelt out, such as \x1b, except those to keep."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in keep else ascii(sign)[1:-1] for sign in text)


def shown(text: str) -> str:
    """Return the text in one line, not too long, and safe to print."""
    if len(text) > _LONGEST_SHOWN:
        text = f"{text[: _LONGEST_SHOWN // 2]}…{text[-_LONGEST_SHOWN // 4 :]}"
    return printable(text)

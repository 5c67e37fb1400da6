"""Text that others wrote, made safe to print: it must not move a terminal's cursor, colour or hide anything."""

from __future__ import annotations


def printable(text: str, keep: str = "") -> str:
    r"""Return the text with every control and invisible character spelt out, such as \x1b, except those to keep."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in keep else ascii(sign)[1:-1] for sign in text)

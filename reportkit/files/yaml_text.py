"""The text of a new file, from values: what `new` and `add` write, so that reading it gives the same values back."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping

Value = str | int | bool | dt.date | tuple[str, ...] | None

_NO_NOTES: Mapping[str, str] = {}

# Begins with a letter and holds nothing that YAML could take for structure; anything else is quoted.
_PLAIN = re.compile(r"[^\W\d_](?:[\w .’–—()/&%£;-]*[\w.’)%])?")
_PLAIN_IN_LIST = re.compile(r"[A-Za-z](?:[\w.-]*\w)?", re.ASCII)
_WORDS_WITH_A_MEANING = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
# JSON leaves these bare; YAML calls some of them line breaks and others not printable.
_NOT_BARE = re.compile(r"[\x7f-\xa0\xad\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def quoted(text: str) -> str:
    """`text` as YAML holds it on one line: bare where that is safe, else in double quotes."""
    return _scalar(text, _PLAIN)


def entry(values: Mapping[str, Value], notes: Mapping[str, str] = _NO_NOTES) -> str:
    """Return one `key: value` line for each value that is given, in the order given; text of several lines as a block.

    Where a value is not given but `notes` has something for its key, that stands there as a note.
    """
    return "".join(
        _line(key, value) if _is_given(value) else f"# {key}: {notes[key]}\n"
        for key, value in values.items()
        if _is_given(value) or key in notes
    )


def finding(values: Mapping[str, Value], text: str, notes: Mapping[str, str] = _NO_NOTES) -> str:
    """Return a file in findings/: `values` between --- lines, then `text` (Markdown)."""
    return f"---\n{entry(values, notes)}---\n{_ended(text)}"


def list_item(values: Mapping[str, Value], indent: int) -> str:
    """`values` as one item of a list whose dashes stand `indent` columns in."""
    margin = " " * indent
    first, *rest = entry(values).splitlines()
    return f"{margin}- {first}\n" + "".join(f"{margin}  {line}\n" if line else "\n" for line in rest)


def _is_given(value: Value) -> bool:
    return value is not None and value is not False and value not in ("", ())


def _line(key: str, value: Value) -> str:
    if isinstance(value, str):
        return f"{key}: {_text(value)}\n"
    return f"{key}: {_other(value)}\n"


def _other(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(_scalar(item, _PLAIN_IN_LIST) for item in value)}]"
    return str(value)


def _text(text: str) -> str:
    lines = text.rstrip("\n").split("\n")
    if len(lines) == 1 or not all(_fits_a_block(line) for line in lines) or lines[0][:1] in {"", " "}:
        return quoted(text)
    mark = {0: "|-", 1: "|"}.get(len(text) - len(text.rstrip("\n")), "|+")
    return "\n".join([mark, *_indented(lines)]) + "\n" * max(0, len(text) - len(text.rstrip("\n")) - 1)


def _fits_a_block(line: str) -> bool:
    return not _NOT_BARE.search(line) and all(sign >= " " for sign in line)


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]


def _scalar(text: str, bare: re.Pattern[str]) -> str:
    if bare.fullmatch(text) and text.casefold() not in _WORDS_WITH_A_MEANING:
        return text
    return _NOT_BARE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _ended(text: str) -> str:
    return f"{text.rstrip()}\n" if text.strip() else ""

"""What people get wrong in YAML, said in words that help: a parser's own words seldom do."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct


class Mistake(Struct, frozen=True):
    """A mistake: its line from 0, what is wrong, and what to do."""

    line: int
    message: str
    remedy: str


class HintContext(Struct, frozen=True):
    """The place where a parser stopped: all lines, the lines it names, from the latest back, and its own words."""

    lines: list[str]
    suspects: tuple[int, ...]
    words: str

    def text(self, number: int) -> str:
        """Return a line, or nothing where there is no such line."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""


_LineTest = Callable[[str], Mistake | None]
_KEY = r"^\s*(?:- +)?([A-Za-z][\w-]*)"


def explain(lines: list[str], stopped: int, began: int | None, words: str) -> Mistake:
    """Return what was probably meant to be written.

    `stopped` and `began` are lines from 0, `words` the parser's own.
    """
    near = [stopped, *([] if began is None else [began]), stopped - 1]
    suspects = tuple(dict.fromkeys(number for number in near if 0 <= number < len(lines)))
    scene = HintContext(lines, suspects, words)
    return _unclosed_quote(scene, began) or _by_line(scene) or _by_words(scene, stopped)


def _unclosed_quote(scene: HintContext, began: int | None) -> Mistake | None:
    if began is not None and "quoted scalar" in scene.words and "end of" in scene.words:
        return Mistake(began, "a quotation mark is opened and never closed", "Close it, or leave both out.")
    return None


def _by_line(scene: HintContext) -> Mistake | None:
    for test in _LINE_TESTS:
        for number in scene.suspects:
            found = test(scene.text(number))
            if found:
                return Mistake(number, found.message, found.remedy)
    return None


def _tab(line: str) -> Mistake | None:
    indent = line[: len(line) - len(line.lstrip())]
    return Mistake(0, "there is a tab before the text", "Indent with spaces.") if "\t" in indent else None


def _quote_inside(line: str) -> Mistake | None:
    found = re.match(_KEY + r""": +(?:'(?:[^']|'')*'|"[^"]*") *[^\s#]""", line)
    if not found:
        return None
    remedy = "Put the whole text in the other kind of quotation mark."
    return Mistake(0, f"`{found[1]}` goes on after its closing quotation mark", remedy)


def _colon_inside(line: str) -> Mistake | None:
    found = re.match(_KEY + r": +([^'\"\[{|>#\s].*: .*|[^'\"\[{|>#\s].*:$)", line.rstrip())
    if not found:
        return None
    return Mistake(0, f"`{found[1]}` holds a colon", _in_quotes(found[1], found[2]))


def _in_quotes(key: str, text: str) -> str:
    plain = text.strip().replace("\\", "").replace('"', "'")
    return f'Put the text in quotes: {key}: "{plain}"'


def _first_sign(line: str) -> Mistake | None:
    found = re.match(_KEY + r": +([@`%!&*|>,\]}].*)", line)
    if not found or found[2] in ("|", ">", "|-", ">-"):
        return None
    return Mistake(
        0,
        f"`{found[1]}` begins with `{found[2][0]}`, which has a meaning of its own here",
        _in_quotes(found[1], found[2]),
    )


def _no_space_after_colon(line: str) -> Mistake | None:
    found = re.match(_KEY + r":([^\s:/].*)$", line)
    if not found:
        return None
    return Mistake(0, f"there is no space after `{found[1]}:`", f"Write `{found[1]}: {found[2].strip()}`.")


def _no_space_after_dash(line: str) -> Mistake | None:
    found = re.match(r"^\s*-([^\s-].*)$", line)
    return Mistake(0, "there is no space after the dash", f"Write `- {found[1].strip()}`.") if found else None


def _open_bracket(line: str) -> Mistake | None:
    found = re.search(r": *([\[{])", line)
    if not found or (line.count("[") == line.count("]") and line.count("{") == line.count("}")):
        return None
    closing = "]" if found[1] == "[" else "}"
    return Mistake(
        0, f"the list's brackets `{found[1]}` and `{closing}` do not match", "Write it as `[one, two]`, on one line."
    )


def _dash_on_key(line: str) -> Mistake | None:
    found = re.match(_KEY + r": +- ", line)
    return Mistake(0, f"a list begins on the line of `{found[1]}`", "Begin it on the next line.") if found else None


def _no_colon(line: str) -> Mistake | None:
    plain = re.match(r"^[A-Za-z][^:#]*$", line)
    return Mistake(0, "this line has no colon, so no key", "Write `key: value`, or indent it.") if plain else None


_LINE_TESTS: tuple[_LineTest, ...] = (
    _tab,
    _no_space_after_colon,
    _no_space_after_dash,
    _quote_inside,
    _first_sign,
    _dash_on_key,
    _open_bracket,
    _colon_inside,
    _no_colon,
)


def _by_words(scene: HintContext, stopped: int) -> Mistake:
    if "escape" in scene.words:
        return Mistake(stopped, "a backslash in double quotation marks means something else here", "Use single ones.")
    if "mapping values" in scene.words:
        remedy = "Indent it like the keys above, or put text that goes on over lines in quotes."
        return Mistake(stopped, "a key is indented more than the line above it allows", remedy)
    return Mistake(
        min(stopped, max(len(scene.lines) - 1, 0)),
        f"the layout cannot be understood here ({scene.words})",
        "Compare this line and the one above with `key: value`; equal things are indented equally.",
    )

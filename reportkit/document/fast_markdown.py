"""The short way for plain prose: blocks found without a Markdown parser, exactly as it would find them.

Nearly all texts are paragraphs, with a word in bold here and there and a simple list; templates add
headings and slots that stand alone. Whatever *might* mean something else (a mark, an indent, a line
that could begin another block or underline a heading) is left to the parser, so this way is never
wrong, only sometimes not taken. Property tests hold the two ways equal. It takes a twentieth of the
parser's time, and where every text is plain the parser is not even loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportkit.document.blocks import Block, Heading, Item, List, PageBreak, Paragraph, Run, Text
from reportkit.document.markdown_tokens import InlineStyle
from reportkit.document.parser import SLOT
from reportkit.document.runs import RUNS

# Marks with a meaning anywhere in a line. `|` makes tables, `\t` indents, `\0` is replaced by the parser.
_MARKS = ("\\", "`", "_", "[", "<", "|", "^", "\t", "\0")
# Marks with a meaning where a line begins: headings, quotes, lists, fences, underlines of a heading.
_OPENERS = frozenset("#>-+=~")
_NUMBERED = re.compile(r"[0-9]+[.)]")
_ITEM = "- "
_HEADING = re.compile(r"(#{1,4}) ([^#\s](?:.*[^#\s])?)")
# **Bold:** or *italic* words, with nothing beside the marks that could make them mean less or more.
_END_OF_STRESS = r"(?:[A-Za-z0-9]|[.,:;!?](?=\*+(?: |\Z)))"
_STRESS = re.compile(rf"(?<![^ (])(\*\*?)([A-Za-z0-9](?:[^*]*{_END_OF_STRESS})?)\1(?![^ .,;:!?)])")
_ENTITY = re.compile("&(?:#([0-9]{2,3})|#?[A-Za-z0-9]+);")
_NO_SLOTS: Mapping[str, tuple[object, ...]] = {}


class NotPlain(Exception):
    """The parser must look at this text."""


def clean(text: str) -> str:
    """Return the text with one kind of line end and without soft hyphens, which Word leaves behind."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\xad", "") if "\xad" in text else text


def plain_runs(text: str) -> tuple[Run, ...]:
    """Return the runs of a clean text on one line. Raises NotPlain where the parser must look at it."""
    _refuse_marks(text)
    if "\n" in text:
        raise NotPlain
    return _runs(text, _NO_SLOTS)


def plain_blocks(
    text: str, manner: InlineStyle, slots: Mapping[str, tuple[object, ...]] = _NO_SLOTS
) -> tuple[Block, ...]:
    """Return the blocks of a clean text. Raises NotPlain where the parser must look at it.

    `slots` maps each token that may stand in the text to its content: a tuple of blocks, or of runs.
    """
    _refuse_marks(text)
    return _Reader(manner, slots).read(text)


def _refuse_marks(text: str) -> None:
    if any(mark in text for mark in _MARKS):  # four times as fast as one regular expression
        raise NotPlain


class _Reader:
    """Reads one text, line by line."""

    def __init__(self, manner: InlineStyle, slots: Mapping[str, tuple[object, ...]]) -> None:
        self.manner = manner
        self.slots = slots
        self.blocks: list[Block] = []
        self.lines: list[str] = []  # of the paragraph or list that is not at its end yet
        self.kind = manner.first

    def read(self, text: str) -> tuple[Block, ...]:
        """Return the text's blocks."""
        for line in text.split("\n"):
            if not line:
                self._end()
            elif not self.manner.template or not self._stands_alone(line):
                self.lines.append(line)
        self._end()
        return tuple(self.blocks)

    def _end(self) -> None:
        lines, self.lines = self.lines, []
        if lines and lines[0].startswith(_ITEM):
            self._list(lines)
        elif lines:
            self._paragraph(lines)

    def _paragraph(self, lines: list[str]) -> None:
        for line in lines:
            _refuse_opener(line)
        runs = _runs(" ".join(lines), self.slots)
        if runs:  # or it was an empty slot alone
            self.blocks.append(Paragraph(runs, self.kind))
            self.kind = self.manner.rest

    def _list(self, lines: list[str]) -> None:
        """Check that every line is an item; below another list its items might belong to that one."""
        if not all(line.startswith(_ITEM) for line in lines) or (self.blocks and isinstance(self.blocks[-1], List)):
            raise NotPlain
        items = tuple(self._item(line[len(_ITEM) :]) for line in lines)
        self.blocks.append(List(items, continued=self.manner.lists_continue))

    def _item(self, words: str) -> Item:
        _refuse_opener(words)
        return Item((Paragraph(_runs(words, self.slots)),))

    def _stands_alone(self, line: str) -> bool:
        """Take a line that a template may hold by itself: a slot's blocks, a heading, a page break."""
        content = self.slots.get(line, ())
        if content and not isinstance(content[0], RUNS):
            self._interrupt()
            self.blocks += content  # type: ignore[arg-type]  # what holds no runs holds blocks
            return True
        if heading := _HEADING.fullmatch(line):
            self._interrupt()
            self.blocks.append(Heading(len(heading[1]), _runs(heading[2], self.slots)))
            return True
        if line == "---" and not self.lines:  # below words it would underline them
            self.blocks.append(PageBreak())
            return True
        return False

    def _interrupt(self) -> None:
        """End a paragraph without an empty line; a list may go on, so the parser must say."""
        if self.lines and self.lines[0].startswith(_ITEM):
            raise NotPlain
        self._end()


def _refuse_opener(line: str) -> None:
    first = line[:1]
    if not first or first in _OPENERS or first.isspace() or line[-1].isspace():
        raise NotPlain
    if first.isdigit() and _NUMBERED.match(line):
        raise NotPlain


def _runs(words: str, slots: Mapping[str, tuple[object, ...]]) -> tuple[Run, ...]:
    if "*" not in words and "&" not in words and "\ue000" not in words:
        return (Text(words),) if words else ()
    return tuple(_marked_runs(words, slots))


def _marked_runs(words: str, slots: Mapping[str, tuple[object, ...]]) -> Iterator[Run]:
    end = 0
    for found in _STRESS.finditer(words):
        yield from _unstressed(words[end : found.start()], slots)
        if "\ue000" in found[2]:
            raise NotPlain
        yield Text(_decoded(found[2]), bold=found[1] == "**", italic=found[1] == "*")
        end = found.end()
    yield from _unstressed(words[end:], slots)


def _unstressed(words: str, slots: Mapping[str, tuple[object, ...]]) -> Iterator[Run]:
    """Words, and the runs of the slots among them."""
    if "*" in words:
        raise NotPlain
    said, end = "", 0
    for found in SLOT.finditer(words):
        said, end = said + words[end : found.start()], found.end()
        content = slots.get(found[0], ())
        if not all(isinstance(run, RUNS) for run in content):
            raise NotPlain
        if content:  # or the words go on
            yield from _said(said)
            yield from content  # type: ignore[misc]  # just looked at
            said = ""
    yield from _said(said + words[end:])


def _said(words: str) -> Iterator[Run]:
    if words:
        yield Text(_decoded(words))


def _decoded(words: str) -> str:
    """Return the words, with the marks that stand in them as numbers."""
    return _ENTITY.sub(_character, words) if "&" in words else words


def _character(found: re.Match[str]) -> str:
    character = chr(int(found[1] or 0))
    if not "!" <= character <= "~":  # a name, or a number that the parser may refuse
        raise NotPlain
    return character

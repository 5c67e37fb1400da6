"""Words with marks in them → runs: bold, italic, links, references, footnotes, line breaks and slots."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportkit.document.blocks import Footnote, LineBreak, Link, Paragraph, Reference, Run, Text
from reportkit.document.parser import SLOT

if TYPE_CHECKING:
    from markdown_it.token import Token

Complain = Callable[[int, str, str], None]

RUNS = (Text, Link, Reference, Footnote, LineBreak)

_FINDING = re.compile(r"finding:([a-z0-9][a-z0-9-]{0,39})")
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]", re.IGNORECASE)
_LEFTOVERS = (
    (
        re.compile(r"\[\^[^\]\s]*\]"),
        "A footnote's mark has no footnote: {0}",
        "Write the footnote on a line of its own, beginning with {0}: and its words.",
    ),
    (
        re.compile(r"\^\["),
        "A footnote is written inside the sentence",
        "Write the mark [^1] here, and on a line of its own [^1]: and the footnote's words.",
    ),
    (
        re.compile(r"\]\("),
        "A link is not whole",
        "Keep spaces out of the address, and footnotes and other links out of the words: [words](address).",
    ),
    (
        re.compile(r"\]\["),
        "A link is written in two places",
        "Write the words and the address together: [words](address).",
    ),
    (
        re.compile(r"^\[[^\]]+\]:"),
        "A link's address is on a line of its own",
        "Write the words and the address together: [words](address).",
    ),
)
_REFUSED = {
    "image": ("There is a picture in the text", "Take it out and keep it with the evidence."),
    "code_inline": ("There is code in the text", "Take the marks ` out, or put a backslash before each."),
    "html_inline": ("There is HTML in the text", "Write it in Markdown, or put a backslash before the <."),
}


class RunContext(Struct, frozen=True):
    """The context of a line of words: its text's footnotes and slots, and where to complain (line, message, remedy).

    Lines count from 0 within the text.
    """

    complain: Complain
    footnotes: Mapping[str, tuple[Paragraph, ...]] = {}
    slots: Mapping[str, tuple[object, ...]] = {}


def runs_from(tokens: list[Token], line: int, surroundings: RunContext) -> tuple[Run, ...]:
    """Return the runs of one inline token's children; whatever is not allowed is complained about and left out."""
    return _RunReader(line, surroundings).read(tokens)


class _RunReader:
    """Reads one line's tokens from left to right."""

    def __init__(self, line: int, surroundings: RunContext) -> None:
        self.line = line
        self.given = surroundings
        self.runs: list[Run] = []
        self.said: list[str] = []
        self.bold = 0
        self.italic = 0
        self.links: list[tuple[Token, list[Run]]] = []  # each open link, and the runs before it

    def read(self, tokens: list[Token]) -> tuple[Run, ...]:
        for token in tokens:
            if token.type in _REFUSED:
                self.given.complain(self.line, *_REFUSED[token.type])
            else:
                getattr(self, f"_{token.type}")(token)
        self._pause()
        return tuple(self.runs)

    def _pause(self) -> None:
        """End the text run that is being said."""
        if self.said:
            text = "".join(self.said)
            self.said = []
            if text:
                self.runs.append(Text(text, bold=self.bold > 0, italic=self.italic > 0))

    def _text(self, token: Token) -> None:
        for pattern, message, remedy in _LEFTOVERS:
            if found := pattern.search(token.content):
                self.given.complain(self.line, message.format(found[0]), remedy.format(found[0]))
        if "\ue000" not in token.content:
            self.said.append(token.content)
            return
        end = 0
        for found in SLOT.finditer(token.content):
            self.said.append(token.content[end : found.start()])
            self._fill(found[0])
            end = found.end()
        self.said.append(token.content[end:])

    def _text_special(self, token: Token) -> None:
        self.said.append(token.content)

    def _fill(self, key: str) -> None:
        """Put a slot's runs where its token stands, as bold or italic as the words round it."""
        content = self.given.slots.get(key, ())
        if content:
            self._pause()
        for run in content:
            if not isinstance(run, RUNS):
                self.given.complain(
                    self.line,
                    "A whole block (a finding, list, table or the like) is inside a sentence, cell or list",
                    "Put its {{ … }} on a line of its own, at the margin.",
                )
                return
            self.runs.append(self._styled(run))

    def _styled(self, run: Run) -> Run:
        if isinstance(run, Text) and (self.bold or self.italic):
            return replace(run, bold=run.bold or self.bold > 0, italic=run.italic or self.italic > 0)
        return run

    def _softbreak(self, _token: Token) -> None:
        self.said.append(" ")
        self.line += 1

    def _hardbreak(self, _token: Token) -> None:
        self._pause()
        self.runs.append(LineBreak())
        self.line += 1

    def _strong_open(self, _token: Token) -> None:
        self._pause()
        self.bold += 1

    def _strong_close(self, _token: Token) -> None:
        self._pause()
        self.bold -= 1

    def _em_open(self, _token: Token) -> None:
        self._pause()
        self.italic += 1

    def _em_close(self, _token: Token) -> None:
        self._pause()
        self.italic -= 1

    def _footnote_ref(self, token: Token) -> None:
        self._pause()
        self.runs.append(Footnote(self.given.footnotes[token.meta["label"]]))

    def _link_open(self, token: Token) -> None:
        self._pause()
        self.links.append((token, self.runs))
        self.runs = []

    def _link_close(self, _token: Token) -> None:
        self._pause()
        words = self.runs
        link, self.runs = self.links.pop()
        self.runs.extend(self._linked(link, words))

    def _linked(self, link: Token, words: list[Run]) -> tuple[Run, ...]:
        address = str(link.attrs.get("href", ""))
        texts = tuple(Text(" ") if isinstance(run, LineBreak) else run for run in words)
        plain = tuple(run for run in texts if isinstance(run, Text))
        if len(plain) < len(texts):
            self.given.complain(
                self.line, "Something other than words is inside a link", "Keep only words between [ and ]."
            )
        if "title" in link.attrs:
            self.given.complain(
                self.line, "A link has a title behind its address, which paper cannot show", "Take the title out."
            )
        if found := _FINDING.fullmatch(address):
            shown = "" if link.info == "auto" else "".join(text.text for text in plain)
            return (Reference(f"finding/{found[1]}", "words" if shown else "number", shown),)
        return self._to_address(address, plain)

    def _to_address(self, address: str, words: tuple[Text, ...]) -> tuple[Run, ...]:
        if not _ADDRESS.match(address):
            self.given.complain(
                self.line,
                f"A link leads to {address!r}" if address else "A link leads nowhere",
                "Begin the address with https://, http:// or mailto:, or with finding: and a finding's id.",
            )
        elif not any(text.text.strip() for text in words):
            self.given.complain(
                self.line, "A link has no words", "Write between [ and ] what the reader will find there."
            )
        return (Link(words, address),)

"""Sentences of a finding that another text repeats: what is withheld as a finding may not be quoted elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reportkit.inspection.finding import Finding

_SHORTEST: Final = 6
"""Words of a sentence that counts: fewer may stand in two texts by chance. Our own line."""

_BORDER: Final = re.compile(r"(?<=[.!?])\s+|\n\s*(?:\n|[-*+|]|\d+\.\s)|\|")
_TARGET: Final = re.compile(r"\]\([^)]*\)|<finding:[^>]*>")
_WORD: Final = re.compile(r"\w+")


class Repeated:
    """Texts, looked through for the sentences of findings: letters and figures alone count, in small or large."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = "\n".join(_words(text) for text in texts)

    def of(self, finding: Finding) -> str | None:
        """Return the first sentence of a finding's title, effect or text that stands in the texts.

        None where none does.
        """
        return next((each for each in _sentences(finding) if f" {_words(each).strip()} " in self._words), None)


def _sentences(finding: Finding) -> Iterator[str]:
    for text in (finding.title, finding.effect or "", finding.text):
        for sentence in _BORDER.split(_TARGET.sub(" ", text)):
            if len(_WORD.findall(sentence)) >= _SHORTEST:
                yield " ".join(sentence.split())


def _words(text: str) -> str:
    """Return the words alone, with a space before and after each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "

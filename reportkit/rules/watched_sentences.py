"""The sentences of a report that say what a rule looks for: the shape that the rules about words share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportkit.rules.index import Index
from reportkit.rules.prose import Passage
from reportkit.rules.remark import Remark, wrong

Search = Callable[[str], "re.Match[str] | None"]


def said(
    index: Index, row: str, words: frozenset[bytes], search: Search, message: str, remedy: str
) -> Iterator[Remark]:
    """Yield a warning for each sentence in which the search finds something; `words` are those that it needs."""
    for passage, offset in places(index, words, search):
        answer = f"{remedy}, or answer {row} in answers.yaml, about {passage.about}."
        yield wrong(passage.at(offset), message, answer, passage.about)


def places(index: Index, words: frozenset[bytes], search: Search) -> Iterator[tuple[Passage, int]]:
    """Yield the passages of the report with the offset of each sentence in which the search finds something."""
    for passage in index.worded:
        if passage.in_report and passage.has(words):
            for start, sentence in passage.sentences():
                found = search(" ".join(sentence.split()))
                if found:
                    yield passage, start + len(sentence) - len(sentence.lstrip())

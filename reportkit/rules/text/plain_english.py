"""House style of the text: abbreviations, long sentences, words with plainer ones, words twice [53, Glossary]."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from reportkit.guidance.glossary import ABBREVIATIONS, short_forms
from reportkit.guidance.plain_english import KNOWN_UNEXPLAINED, LONGEST_SENTENCE, MAY_BE_DOUBLED, PLAINER, RIGHT_IN
from reportkit.rules.index import Index
from reportkit.rules.prose import Passage
from reportkit.rules.remark import Remark, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.watched_words import HEAVY, SHORT_FORMS


def _any_of(phrases: Iterable[str]) -> str:
    """Return the pattern of any of these, the longest first, as whole words.

    `re` keeps what it makes of it when needed.
    """
    return rf"(?i)\b(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})\b"


_AVOID: Final = _any_of(PLAINER)
_RIGHT: Final = _any_of(RIGHT_IN)
_TWICE = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)
_LINK = re.compile(r"\]\([^)]*\)|<finding:[^>]*>")
_WORD = re.compile(r"[\w£%][\w'’.,/-]*")
_NO_SENTENCE = re.compile(r"\s*[|#]")


@rule(
    "O01",
    remedy="Write it out where it is first used, with the short form in brackets; after that the short form will do.",
    example="the Housing Revenue Account (HRA)",
)
def abbreviation_not_written_out(index: Index) -> Iterator[Remark]:
    """A reader who does not know an abbreviation is lost from there on.

    So each one of the glossary is written out where the report, as it is shipped, first uses it. Whether a word is used
    as the glossary has it, people judge: no program can.
    """
    printed = [each for each in index.passages if each.in_report]
    for short, number in _first_uses(printed).items():
        full = ABBREVIATIONS[short]
        if not any(full.casefold() in each.text.casefold() for each in islice(printed, number + 1)):
            passage = printed[number]
            found = re.search(rf"\b{short}s?\b", passage.text)
            yield wrong(
                passage.at(found.start() if found else 0),
                f"{short} is not written out where it is first used",
                f"Write “{full} ({short})” there, or answer O01 in answers.yaml, about {short}.",
                short,
            )


@rule(
    "O02",
    remedy="Say it in fewer and plainer words, or answer O02 in answers.yaml, about the finding.",
    example="Not “The ALMO utilises text messages in order to facilitate access”, but “Tenants can text the ALMO”.",
)
def not_in_plain_language(index: Index) -> Iterator[Remark]:
    """Landlords are asked to write to tenants in plain language, and a report on them should keep to it too.

    Sentences of more than 25 words, words that have a plainer one, and words that stand twice are pointed out; the
    field's own terms are let stand.
    """
    for passage in index.passages:
        if passage.in_report:
            yield from _long_sentences(passage)
            yield from _words_to_avoid(passage)
            yield from _words_twice(passage)


def _first_uses(printed: Sequence[Passage]) -> dict[str, int]:
    """Return each abbreviation of the glossary that is used, and the number of the passage that first does."""
    first: dict[str, int] = {}
    for number, passage in enumerate(printed):
        for short in short_forms(passage.text) if passage.has(SHORT_FORMS) else ():
            first.setdefault(short, number)
    return {short: number for short, number in first.items() if short in ABBREVIATIONS.keys() - KNOWN_UNEXPLAINED}


def _long_sentences(passage: Passage) -> Iterator[Remark]:
    if not passage.long:
        return
    for start, sentence in passage.sentences():
        length = len(_WORD.findall(_LINK.sub("", sentence)))
        if length > LONGEST_SENTENCE and not _NO_SENTENCE.match(sentence):
            begins = " ".join(sentence.split()[:4])
            message = f"A sentence has {length} words, and {LONGEST_SENTENCE} are enough: “{begins} …”"
            yield _style(passage, start + len(sentence) - len(sentence.lstrip()), message, "Part it")


def _words_to_avoid(passage: Passage) -> Iterator[Remark]:
    if not passage.has(HEAVY):
        return
    right = [range(*found.span()) for found in re.finditer(_RIGHT, passage.text)]
    for found in re.finditer(_AVOID, passage.text):
        if not any(found.start() in span for span in right):
            plainer = PLAINER[found[0].lower()]
            instead = plainer if plainer.startswith("(") else f"“{plainer}”"
            yield _style(passage, found.start(), f"“{found[0]}” has a plainer word: {instead}", "Use that")


def _words_twice(passage: Passage) -> Iterator[Remark]:
    if not passage.twice:
        return
    for found in _TWICE.finditer(passage.text):
        if found[1].lower() not in MAY_BE_DOUBLED:
            yield _style(passage, found.start(), f"“{found[1]}” is there twice", "Take one out")


def _style(passage: Passage, offset: int, message: str, remedy: str) -> Remark:
    answer = f"{remedy}, or answer O02 in answers.yaml, about {passage.about}."
    return wrong(passage.at(offset), message, answer, passage.about)


PLAIN_ENGLISH: tuple[Rule, ...] = (abbreviation_not_written_out, not_in_plain_language)

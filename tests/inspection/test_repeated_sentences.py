"""Sentences of a finding that another text repeats."""

from __future__ import annotations

import pytest

from reportkit.inspection.finding import Finding
from reportkit.inspection.repeated_sentences import Repeated

CALLS = Finding(
    id="calls",
    title="A tenant’s call was played to strangers",
    kind="weakness",
    effect="People fear to ring with what troubles them.",
    text="""Two of us heard it. *One call* in June was [played in a shop](finding:other) by a clerk.

- No one had asked the woman who rang
- It was stopped.

| What | When |
|---|---|
| A second call was heard by chance, too | July |
""",
)


@pytest.mark.parametrize(
    "text",
    [
        "We know that a tenant’s call was played to strangers, and more.",
        "PEOPLE FEAR TO RING\nwith what troubles them",
        "One call in June was played in a shop by a clerk; that is over.",
        "There it stands: no one had asked the woman who rang.",
        "A second call was heard by chance, too.",
    ],
)
def test_a_sentence_is_found_whatever_its_marks_and_letters(text: str) -> None:
    assert Repeated(("Nothing here.", text)).of(CALLS) is not None


@pytest.mark.parametrize(
    "text",
    [
        "It was stopped. Two of us heard it.",  # too short to be a quotation
        "One call in June was played in a shopping street by a clerk.",
        "A tenant’s call was played to many.",
        "",
    ],
)
def test_what_is_short_or_said_in_other_words_is_not(text: str) -> None:
    assert Repeated((text,)).of(CALLS) is None


def test_a_sentence_does_not_run_from_one_text_into_the_next() -> None:
    assert Repeated(("A tenant’s call was", "played to strangers")).of(CALLS) is None

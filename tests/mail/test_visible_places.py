"""A sentence that could turn an agreement is never recorded in silence, wherever it is visible and whatever it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.errors import Refused
from reportkit.mail.replies import read_reply
from tests.every_case import every_case
from tests.mail.mail_programs import KNOWN
from tests.mail.visible_places import PLACES

CONDITIONS = (
    "But only if paragraph 12 goes.",
    "subject to 12",
    "Subject to table 2 being corrected",
    "once table 3 is right",
    "Provisionally.",
    "as far as the service goes",
    "with the changes that I rang about",
    "to the first judgement alone",
    "when Wynn has corrected 4.2",
    "aber nur wenn Absatz 12 entfällt",
    "à condition que le tableau soit corrigé",
    "ar yr amod bod paragraff 12 yn mynd",
    "from 1 July 2004",
    "I do not sign the prospects",
    "Please hold this",
    "for the director",
    "not yet",
    "later",
    "👎",
    "?",
    ":-(",
)
WORDS = ("Corin", "Wynn", "12", "on", "to", "June", "2004", "regards", "dear", "senior manager", "all", "agree", "from")


def is_silent(data: bytes) -> bool:
    """Return whether a reply would be recorded as agreement with nothing asked."""
    try:
        reply = read_reply(data, KNOWN)
    except Refused:
        return False
    return reply.answer == "agree" and not (reply.beside or reply.attached)


@every_case("place", PLACES)
@every_case("condition", CONDITIONS)
def test_a_condition_is_refused_or_asked_about(place: str, condition: str) -> None:
    assert not is_silent(PLACES[place](condition))


@settings(max_examples=300, deadline=None)
@given(
    place=st.sampled_from(sorted(PLACES)),
    condition=st.sampled_from(CONDITIONS),
    around=st.tuples(st.lists(st.sampled_from(WORDS), max_size=3), st.lists(st.sampled_from(WORDS), max_size=3)),
)
def test_so_it_is_among_words_that_are_known(place: str, condition: str, around: tuple[list[str], list[str]]) -> None:
    before, after = around
    assert not is_silent(PLACES[place](" ".join((*before, condition, *after))))


@settings(max_examples=300, deadline=None)
@given(place=st.sampled_from(sorted(PLACES)), said=st.from_regex(r"[a-z]{3,9}( [a-z]{2,9}){1,6}[.!]?", fullmatch=True))
def test_so_are_any_words_of_no_table(place: str, said: str) -> None:
    assert not is_silent(PLACES[place](f"{said} qx"))


@pytest.mark.parametrize("place", ["below", "a paragraph", "beside plain text"])
def test_the_same_reply_without_it_is_recorded(place: str) -> None:
    assert is_silent(PLACES[place]("Regards"))

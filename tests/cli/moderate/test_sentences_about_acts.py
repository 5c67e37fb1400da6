"""What was done about an earlier act names that act in words, not by its number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportkit.moderation import comment_events as co
from reportkit.moderation import outcome_events as an
from reportkit.moderation.causal_order import chronicle
from reportkit.moderation.sentences import sentence
from tests.moderation.builders import SOME
from tests.moderation.story import Story, ready, sent, signed
from tests.moderation.test_reversible import corrected, sent_off, told

ASKED = "“How many are late?”"
NOTED = "“noted the meeting of 2004-06-14 with Ann, Bob, Cat: the ser…”"


def replaced() -> Story:
    story = told()
    before = story.last
    return story.tells("gus", story.telling(replaces=before))


def corrected_and_sent() -> Story:
    story = corrected()
    return story.add("gus", an.Dispatch(of=story.last, to="odpm", way="e-mail", on=story.today, note="Late."))


def undone(story: Story, by: str) -> Story:
    return story.reversal(by, of=story.last)


def withdrawn(story: Story, by: str) -> Story:
    return story.withdrawal(by, of=story.last)


def answered(story: Story) -> Story:
    return story.answer(story.last)


def comment_answered(story: Story) -> Story:
    details = co.CommentAnswer(comment=story.last, verdict="accepted", reason="It is so.", without_change=True)
    return story.add("kim", details)


NAMED: dict[str, tuple[Callable[[], Story], str]] = {
    "a query answered": (lambda: answered(ready().query()), f"answered the query of Bob, {ASKED}: Twelve."),
    "a query taken back": (
        lambda: withdrawn(ready().query(), "bob"),
        f"took back the query of Bob, {ASKED}, because: I read it again.",
    ),
    "a sign-off taken back": (
        lambda: withdrawn(signed(), "cat"),
        "took back the sign-off of 2004-06-14, because: I read it again.",
    ),
    "a sign-off undone": (lambda: undone(signed(), "cat"), "undid the sign-off of 2004-06-14"),
    "a meeting undone": (lambda: undone(ready(), "ann"), f"undid an act of 2004-06-14, {NOTED}"),
    "an answer undone": (
        lambda: undone(answered(ready().query()), "kim"),
        "undid an act of 2004-06-14, “answered the query of Bob, ‘How many are late?’: Twelve.”",
    ),
    "a comment answered": (
        lambda: comment_answered(sent().comment("almo", says="Not\nso.")),
        "answered the comment of the ALMO, “Not so.”, accepted (nothing was to be changed), because: It is so.",
    ),
    "letters sent": (sent_off, "sent the letter of 2004-06-14 to the ALMO by post on 2004-06-14"),
    "a corrected letter sent": (corrected_and_sent, "sent again.docx to the ODPM by e-mail on 2004-06-14: Late."),
    "letters replaced": (
        replaced,
        (
            "issued the letters to the authority, the ALMO, the ODPM, dated 2004-06-14, in place of the letters of "
            "2004-06-14: the service good, the prospects promising"
        ),
    ),
    "what is not here": (lambda: ready().reversal("ann", of=SOME), "undid act 555555555555"),
}


@pytest.mark.parametrize(("tell", "words"), NAMED.values(), ids=NAMED)
def test_an_act_about_an_earlier_one_says_in_words_which(tell: Callable[[], Story], words: str) -> None:
    story = tell()
    entry = chronicle(story.entries).entries[-1]
    assert sentence(entry, story.ledger, story.policy).split(") ", 1)[1] == words

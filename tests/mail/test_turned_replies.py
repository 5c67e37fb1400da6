"""Nothing of a reply that could turn its answer is left out in silence, wherever it stands."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reportkit.errors import Refused
from reportkit.mail.replies import as_recorded, read_reply
from reportkit.mail.reply_text import whole_reply
from tests.every_case import every_case
from tests.mail.mail_programs import KNOWN, PROGRAMS
from tests.mail.replies_of_kinds import OF_KINDS
from tests.mail.test_mail_programs import CAUTION, HOUSE, SELDOM
from tests.mail.turned_replies import ASKED, HOLD, RECORDED, TURNED, Turned, plain

PHONE = "T: 020 7946 0000"
REPLIES = (*TURNED, *OF_KINDS)
CLEAR = [each for each in REPLIES if each.expected in (ASKED, RECORDED)]
REFUSED = [each for each in REPLIES if each not in CLEAR]


@every_case("turned", REFUSED, ids=lambda each: each.name)
def test_a_reply_that_may_say_something_else_is_refused(turned: Turned) -> None:
    with pytest.raises(Refused, match=turned.expected):
        read_reply(turned.data, KNOWN)


@every_case("turned", CLEAR, ids=lambda each: each.name)
def test_lines_beside_the_answer_are_given_unless_they_are_courtesies(turned: Turned) -> None:
    reply = read_reply(turned.data, KNOWN)
    assert reply.beside == turned.shown
    assert bool(reply.beside) or turned.expected == RECORDED


@every_case("program", PROGRAMS)
def test_an_ordinary_reply_has_nothing_beside_its_answer(program: str) -> None:
    ordinary = ("I agree.", "“I agree.”", "Dear Wynn,\n\nI agree.\n\nKind regards\n\nCorin Blaydale\nSenior Manager")
    found = [read_reply(PROGRAMS[program](words), KNOWN) for words in ordinary]
    assert [reply.beside for reply in found] == [()] * 3
    assert {name for reply in found for name in reply.attached} <= {"winmail.dat"}


@every_case("program", PROGRAMS)
@every_case("form", [f"{CAUTION}\n\nI agree.", f"{SELDOM}\n\nI agree.", f"I agree.\n\n{HOUSE}", f"I agree.\n\n{PHONE}"])
def test_a_notice_is_asked_about_until_a_person_accepted_it_word_for_word(program: str, form: str) -> None:
    first = read_reply(PROGRAMS[program](form), KNOWN)
    assert set(first.beside) <= set(form.replace("’", "'").split("\n"))
    accepted = replace(KNOWN, accepted=frozenset(first.digests))
    assert first.beside
    assert read_reply(PROGRAMS[program](f"Dear Wynn\n\n{form}"), accepted).beside == ()
    for word, other in (
        ("recognise", "recognize"),
        ("Learn why", "Learn how"),
        ("not copy", "never copy"),
        ("00", "01"),
    ):
        if word in form:
            assert read_reply(PROGRAMS[program](form.replace(word, other)), accepted).beside != ()


def test_words_of_a_persons_own_are_asked_about_each_time() -> None:
    first = read_reply(plain(f"I agree.\n\n{HOLD}"), KNOWN)
    again = replace(KNOWN, accepted=frozenset(first.digests))
    assert read_reply(plain(f"I agree.\n\n{HOLD}"), again).beside == (HOLD,)


def test_there_are_many_kinds_of_replies() -> None:
    assert len({each.name for each in REPLIES}) == len(REPLIES) > 110


def test_what_was_accepted_before_is_still_read_as_it_was() -> None:
    names = ("condition-after-thanks", "html-condition-not-in-plain", "only-struck", "question-mark", "underscores")
    before = {each.name: as_recorded(each.data).answer for each in TURNED if each.name in names}
    assert before == dict.fromkeys(names, "agree")


def test_an_answer_in_html_beside_a_stub_says_where_it_was_read() -> None:
    read = {each.name for each in CLEAR if read_reply(each.data).in_html}
    assert read == {"plain-stub", "nothing in plain text"}
    assert not any(read_reply(make("I agree.")).in_html for make in PROGRAMS.values())


def test_lines_above_a_refusal_are_part_of_its_reason() -> None:
    (turned,) = (each for each in TURNED if each.name == "two-text-parts-answer-second")
    assert read_reply(turned.data).words == "The table that I mean:\n\nthe table is last year's"


def test_the_whole_reply_has_each_line_that_is_shown() -> None:
    for turned in TURNED:
        if turned.shown:
            whole = whole_reply(turned.data)
            assert [line for line in turned.shown if line not in " ".join(whole.split())] == [], turned.name
    assert whole_reply(plain(f"I agree.\n\nThanks\n\n{HOLD}")) == f"I agree.\n\nThanks\n\n{HOLD}"

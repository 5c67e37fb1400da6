from __future__ import annotations

import datetime as dt

from reportkit.moderation.correspondence import Exchange, exchange
from tests.moderation.story import TODAY, WEEK, Story, heard, sent, signed


def told(story: Story) -> Exchange:
    return exchange(story.ledger)


def test_before_anything_was_sent_no_one_is_waited_for() -> None:
    assert told(signed()) == Exchange()
    assert told(signed()).awaited(TODAY) == ()


def test_each_body_has_until_the_day_that_was_recorded() -> None:
    known = told(sent())
    assert known.due == {"authority": TODAY + WEEK, "almo": TODAY + WEEK}
    assert known.awaited(TODAY + WEEK) == ("authority", "almo")
    assert known.awaited(TODAY + WEEK + dt.timedelta(1)) == ()


def test_an_extension_is_of_one_body_and_of_one_draft() -> None:
    story = sent().extension("almo", days=9)
    assert told(story).due == {"authority": TODAY + WEEK, "almo": TODAY + dt.timedelta(9)}
    assert set(told(story.waits(1).sent()).due.values()) == {TODAY + dt.timedelta(8)}


def test_who_commented_and_who_has_nothing_to_say_was_heard() -> None:
    story = sent().comment("almo")
    assert told(story).heard == {"almo"}
    assert told(story.comment("authority", says=None)).heard == {"almo", "authority"}
    assert len(told(story).comments) == 1
    assert told(sent().comment("authority", "almo")).awaited(TODAY) == ()


def test_a_second_draft_asks_both_bodies_again_and_keeps_the_comments_on_the_first() -> None:
    story = heard().comment("almo")
    story.sent()
    assert told(story).awaited(TODAY) == ("authority", "almo")
    assert len(told(story).open) == 1


def test_a_comment_waits_until_it_is_answered_and_its_last_answer_holds() -> None:
    story = sent().comment("almo")
    comment = story.last
    assert [entry.digest for entry, _ in told(story).open] == [comment]
    story.comment_answer(comment).comment_answer(comment, by="bob")
    assert told(story).open == ()
    assert told(story).answers[comment][0].record.person == "bob"


def test_who_was_answered_is_to_be_told_and_told_again_of_another_answer() -> None:
    story = sent().comment("almo")
    comment = story.last
    assert told(story).untold == ()
    answer = story.comment_answer(comment).last
    assert told(story).untold == ("almo",)
    assert told(story.response(answer, "almo")).untold == ()
    assert told(story.comment_answer(comment, by="bob")).untold == ("almo",)


def test_a_body_is_told_once_all_its_comments_are_answered() -> None:
    story = sent().comment("almo", "authority")
    story.comment_answer(story.last).comment("almo")
    assert told(story).untold == ("authority",)


def test_a_comment_that_was_entered_by_mistake_is_undone() -> None:
    story = sent().comment("almo")
    story.reversal("gus", of=story.last)
    assert told(story).comments == ()
    assert told(story).heard == frozenset()

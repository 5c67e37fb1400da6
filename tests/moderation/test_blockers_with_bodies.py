"""What stands in the way while the draft is with the bodies: each with the command that clears it."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec import structs

from reportkit.moderation import events as ev
from reportkit.moderation.worsened import Worse
from tests.moderation.people import POLICY
from tests.moderation.story import CASE, TODAY, WEEK, Story, changed, heard, sent, signed
from tests.moderation.test_standing import problem

WORSE = structs.replace(CASE, worse=(Worse("gas", "the weakness gas was added"),))


def in_the_way(story: Story) -> list[tuple[str, str, str]]:
    return [(each.rule, each.what, each.command) for each in story.standing().holding("decide")]


def test_each_body_that_has_time_is_waited_for() -> None:
    story = sent()
    assert in_the_way(story) == [
        (
            "J02",
            "The authority has until 2004-06-21 to comment",
            'reportkit comments add ashby-homes-2003 authority --text "…"',
        ),
        ("J02", "The ALMO has until 2004-06-21 to comment", 'reportkit comments add ashby-homes-2003 almo --text "…"'),
    ]
    assert {(step.due, step.who) for step in story.standing().next_steps} == {(TODAY + WEEK, ("flo", "gus"))}
    assert in_the_way(story.waits(8)) == []


def test_each_comment_waits_for_its_answer() -> None:
    story = heard().comment(says="This  is\nnot so. " * 9)
    number = story.last[:12]
    told = f"A comment of the ALMO is not answered: {'This is not so. ' * 4}This is not so.…"
    assert in_the_way(story) == [("J05", told, f"reportkit comments answer ashby-homes-2003 {number}")]
    assert in_the_way(story.override("J05", about=number)) == []


def test_a_judgement_that_comments_changed_is_met_about_before_the_draft_is_sent_again() -> None:
    story = heard().writes(service="fair")
    (found,) = (each for each in story.standing().holding("send") if each.rule == "I07")
    assert found.command == "reportkit moderate meeting ashby-homes-2003"
    assert found.what.endswith("and good was agreed: before the draft is sent again, the moderators meet on it")
    assert found not in story.standing().holding("decide")


def test_a_body_that_never_had_the_draft_is_told() -> None:
    story = heard()
    story.case = structs.replace(CASE, bodies=("authority",))
    assert in_the_way(story) == []
    half = signed(case=structs.replace(CASE, bodies=("authority",)))
    details = half.sending(copies=half.sending().copies[:1])
    half.tells("gus", details).comment("authority", says=None)
    assert in_the_way(half) == []
    half.case = CASE
    assert in_the_way(half) == [("J01", "The ALMO never had the draft", "reportkit comments send ashby-homes-2003")]


def test_what_the_rules_find_stands_in_the_way_of_the_decision_alone_until_it_is_set_aside() -> None:
    story = heard(case=structs.replace(CASE, ahead=(problem("J04"),), overridable=frozenset(("J04",))))
    command = 'reportkit moderate override ashby-homes-2003 J04 --reason "…"'
    (found,) = story.standing().holding("decide")
    assert (found.rule, found.command, found.who) == ("J04", command, ("flo", "gus"))
    assert found.what == f"{problem('J04').message}. {problem('J04').remedy}"
    assert story.standing().holding("send") == ()
    assert story.override("J04").standing().holding("decide") == ()


def test_what_the_rules_find_stands_in_the_way_of_the_draft_before_it_is_sent() -> None:
    story = signed(case=structs.replace(CASE, ahead=(problem("A02"),)))
    told = [(each.rule, each.holds, each.command) for each in story.standing().holding("send")]
    assert told == [("A02", "send", "reportkit check ashby-homes-2003")]
    assert story.standing().holding("sign-off") == ()


def test_what_got_worse_since_is_sent_again_or_the_decision_says_why_not() -> None:
    story = heard(case=WORSE)
    told = ("J01", "The weakness gas was added since the bodies saw the draft")
    assert in_the_way(story) == [(*told, "reportkit comments send ashby-homes-2003")]
    assert in_the_way(heard(structs.replace(POLICY, send_again=False), WORSE)) == []
    unseen = ev.Unseen(about=("gas",), reason="They told us of it.")
    story.add("flo", story.decided(unseen=unseen))
    assert story.standing().blockers == ()


def test_what_got_worse_after_the_decision_keeps_the_score_from_being_told() -> None:
    story = heard().decision()
    story.case = WORSE
    assert [each.rule for each in story.standing().holding("notify")] == ["J01"]
    assert {each.rule for each in story.letters().standing().blockers} == {"K01"}


def test_answers_that_no_one_was_told_of_are_to_look_at_and_stop_nothing() -> None:
    story = heard().comment("almo", "authority")
    answer = story.comment_answer(story.last).last
    (found,) = story.standing().warnings
    command = "reportkit comments response ashby-homes-2003"
    what = "The authority and the ALMO have not had the answers to their comments yet"
    assert (found.rule, found.command, found.who) == ("J05", command, ("flo", "gus"))
    assert found.what == f"{what}: `{command}` sends them"
    assert story.standing().holding("decide") == ()
    (found,) = story.response(answer, "almo").standing().warnings
    assert found.what == f"The authority has not had the answers to its comments yet: `{command}` sends them"
    assert story.response(answer, "authority").standing().warnings == ()


@pytest.mark.parametrize("at_once", [True, False])
def test_a_comment_that_the_decision_had_not_seen_reopens_it(at_once: bool) -> None:
    story = heard()
    seen = story.now
    story.decision()
    story.comment(**({"seen": seen} if at_once else {}))
    assert story.standing().stage == "with-the-bodies"
    assert [each.rule for each in story.standing().next_steps] == ["J05"]
    assert story.comment_answer(story.last).decision().standing().stage == "decision"


def test_who_has_no_comments_reopens_nothing() -> None:
    story = heard().decision().comment("almo", says=None)
    assert story.standing().stage == "decision"


def test_a_comment_of_who_knew_the_score_reopens_nothing() -> None:
    story = heard().decision().letters().comment("almo")
    assert (story.standing().stage, story.ledger.decision is None) == ("notified", False)


def test_a_comment_that_crossed_the_letters_reopens_the_decision() -> None:
    story = heard().decision()
    seen = story.now
    story.letters().comment("almo", seen=seen)
    assert story.ledger.decision is None
    assert [each.rule for each in story.standing().holding("publish") if each.rule != "K01"] == ["K08", "J05"]


def test_more_time_that_the_decision_had_not_seen_reopens_it() -> None:
    story = sent().comment("authority", says=None).waits(8)
    seen = story.now
    story.decision()
    story.extension("almo", days=9, seen=seen)
    assert story.standing().stage == "with-the-bodies"
    assert [each.due for each in story.standing().next_steps] == [TODAY + dt.timedelta(17)]


def test_a_judgement_that_the_comments_change_is_settled_by_the_decision_and_signed_after_it() -> None:
    story = heard().writes(service="fair")
    assert story.standing().holding("decide") == ()
    assert {each.rule for each in story.standing().holding("send")} == {"I01", "I07"}
    story.add("flo", story.decided(service=changed("good", "fair")))
    assert {each.rule for each in story.standing().holding("notify")} == {"I01"}
    assert story.signed_by("ann", "bob", "cat").standing().holding("notify") == ()

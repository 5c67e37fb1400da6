"""Each line says what speaks against one event with the bodies: by the record alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import structs

from reportkit.inspection.milestones import Body
from reportkit.moderation import comment_events as co
from tests.every_case import every_case
from tests.moderation.builders import SOME
from tests.moderation.people import POLICY
from tests.moderation.story import (
    TODAY,
    Story,
    heard,
    last_does_not_count,
    papers,
    ready,
    reported,
    sent,
    signed,
    whys,
)

TOMORROW, YESTERDAY = TODAY + dt.timedelta(1), TODAY - dt.timedelta(1)
STRICT = structs.replace(POLICY, author_may_answer=False)


def sends(story: Story, by: str = "gus", **changes: object) -> Story:
    details = story.sending(**changes)
    return story.add(by, details, issued=papers(*details.documents))


def says(story: Story, **changes: object) -> Story:
    return story.add("gus", story.said(**changes))


def on_gas(story: Story) -> Story:
    return says(story, finding="gas-checks")


def answers(story: Story, by: str = "kim") -> Story:
    return story.comment_answer(story.last, by=by)


def late(story: Story) -> list[co.Copy]:
    return [structs.replace(copy, due=YESTERDAY) for copy in story.sending().copies]


def known_by(story: Story, name: str) -> Story:
    """Another document under a name that was used."""
    return story.query(issued=(structs.replace(papers(name)[0], digest="6" * 64),))


def told(story: Story, *bodies: Body, of: int = -1) -> Story:
    """Bodies, by default both, are told the first or the last answer."""
    given = [entry.digest for entry in story.entries if isinstance(entry.record.details, co.CommentAnswer)]
    copies = tuple(co.AnswersCopy(body=body, document=f"{body}.docx") for body in bodies or ("authority", "almo"))
    details = co.ResponseSent(answers=(given[of] if given else SOME,), copies=copies)
    return story.add("gus", details, issued=papers(*details.documents))


def answered_twice() -> Story:
    story = sent().comment()
    comment = story.last
    return story.comment_answer(comment, by="kim").comment_answer(comment, by="kim")


SPOKEN_AGAINST: dict[str, tuple[Callable[[], Story], str]] = {
    "a draft that no one signed": (lambda: ready().sent(), "it is not signed by the regional lead inspector, "),
    "a draft that was edited since": (lambda: signed().edits().sent(), "it is not signed by the regional lead "),
    "a draft on other sign-offs": (lambda: sends(signed(), rests_on=(SOME,)), "on the sign-offs that hold"),
    "a draft with a query open": (lambda: signed().query().sent(), "a query is open"),
    "a draft sent by a moderator": (lambda: signed().sent("bob"), "Bob acts as ALMO co-ordinator"),
    "a draft that is due before it is sent": (
        lambda: sends(signed(), copies=tuple(late(signed()))),
        "comments of the authority were due on 2004-06-13, before the draft was sent",
    ),
    "a draft that is not there": (
        lambda: signed().add("gus", signed().sending()),
        "it names draft-almo-5.docx, and did not bring it",
    ),
    "another draft under the same name": (
        lambda: known_by(sent(), "draft-almo-5.docx"),
        "another document was issued as draft-almo-5.docx before",
    ),
    "a draft of the final report before a decision": (lambda: sends(signed(), final=SOME), "drawn from the draft"),
    "a draft after the letters": (
        lambda: heard().decision().letters().sent(),
        "the letters with the score were sent already",
    ),
    "a comment on nothing": (lambda: signed().comment(), "555555555555 is no draft that was sent"),
    "a comment on what is no draft": (lambda: says(sent(), draft=sent().entries[0].digest), "is no draft that was"),
    "a comment from before": (lambda: says(sent(), received=YESTERDAY), "2004-06-13, before the draft was sent"),
    "a comment from tomorrow": (lambda: says(sent(), received=TOMORROW), "of 2004-06-15 had not taken place yet"),
    "a comment entered by a moderator": (lambda: sent().comment(by="bob"), "Bob acts as ALMO co-ordinator"),
    "a comment of who had no draft": (
        lambda: says(sends(signed(), copies=signed().sending().copies[:1])),
        "that draft was not sent to the ALMO",
    ),
    "an answer to nothing": (lambda: sent().comment_answer(SOME), "no comment that waits for an answer"),
    "an answer to who has no comments": (lambda: answers(sent().comment(says=None)), "no comment that waits"),
    "an answer by an administrator": (lambda: answers(sent().comment(), "gus"), "Gus acts as administrator"),
    "an answer by the finding's author": (
        lambda: answers(on_gas(sent(STRICT))),
        "Kim wrote the finding, and policy lets another person answer",
    ),
    "answers told to who made no comment": (lambda: told(answers(sent().comment())), "the authority made no comments"),
    "answers told while a comment is open": (
        lambda: told(sent().comment(), "almo"),
        "a comment of theirs is not answered",
    ),
    "answers told that do not hold": (
        lambda: told(answered_twice(), "almo", of=0),
        "it does not give the answers that hold",
    ),
    "a round table without a draft": (
        lambda: signed().add("gus", co.RoundTable(on=TODAY, present=("Ann",))),
        "no draft was sent that could be discussed",
    ),
    "a round table tomorrow": (
        lambda: sent().add("gus", co.RoundTable(on=TOMORROW, present=("Ann",))),
        "the round table of 2004-06-15 had not taken place yet",
    ),
    "more time for no draft": (lambda: signed().extension(), "no draft is with the ALMO that it could have more"),
    "more time that is less": (lambda: sent().extension(days=7), "the ALMO has until 2004-06-21 already"),
    "more time after the decision": (lambda: heard().decision().extension(), "a decision was recorded already"),
    "a decision before anything was sent": (lambda: signed().decision(), "the draft was not sent to the bodies"),
    "a decision while a body has time": (
        lambda: sent().comment("authority", says=None).decision(),
        "the ALMO has until 2004-06-21 to comment",
    ),
    "a decision on the last day": (lambda: sent().waits(7).decision(), "the ALMO has until 2004-06-21 to comment"),
    "a decision with a comment open": (lambda: heard().comment().decision(), "is not answered"),
    "a decision after a sign-off was taken back": (
        lambda: with_one_taken_back().decision(),
        "it is not signed by the senior manager",
    ),
    "a decision after a meeting that asked for more": (
        lambda: heard().meeting(service="?").meeting().decision(),
        "it is not signed by the regional lead inspector, the ALMO co-ordinator, the senior manager",
    ),
}


def with_one_taken_back() -> Story:
    story = heard()
    return story.withdrawal("cat", of=story.standing().signed[2].digest)


@every_case(("tell", "why"), SPOKEN_AGAINST.values(), ids=SPOKEN_AGAINST.keys())
def test_a_record_does_not_count_and_it_is_said_why(tell: Callable[[], Story], why: str) -> None:
    last_does_not_count(tell(), why)


COUNTED: dict[str, Callable[[], Story]] = {
    "a second draft": lambda: sent().sent(),
    "a draft under a decision": lambda: heard().decision().sent(),
    "a comment of both": lambda: sent().comment("authority", "almo"),
    "answers told to who commented": lambda: told(answers(sent().comment()), "almo"),
    "a late comment": lambda: sent().waits(30).comment("almo"),
    "a comment after the letters": lambda: heard().decision().letters().comment("almo"),
    "an answer by the finding's author": lambda: answers(on_gas(sent())),
    "an answer by another": lambda: answers(on_gas(sent(STRICT)), "bob"),
    "a presentation before the draft": lambda: signed().add("gus", co.RoundTable(on=TODAY, present=("A",), wider=True)),
    "more time for one body": lambda: sent().extension("authority"),
    "a decision once time is up": lambda: sent().waits(8).decision(),
    "a decision on answered comments": lambda: answers(heard().comment()).decision(),
    "a decision on what was edited since": lambda: heard().edits().decision(),
    "a decision with an answer set aside": lambda: set_aside(heard().comment()).decision(),
}


def set_aside(story: Story) -> Story:
    return story.override("J05", about=story.last[:12])


@every_case("tell", COUNTED.values(), ids=COUNTED.keys())
def test_a_record_counts(tell: Callable[[], Story]) -> None:
    assert whys(tell().standing()) == []


def test_a_decision_on_what_was_edited_since_rests_on_what_the_sent_draft_rested_on() -> None:
    story = heard().edits()
    assert story.standing().signed == ()
    assert [each.record.person for each in story.standing().footing] == ["ann", "bob", "cat"]
    story.decision()
    assert {each.what for each in story.standing().next_steps} == {
        f"The sign-off of the {role} has lapsed: the inspection changed since"
        for role in ("regional lead inspector", "ALMO co-ordinator", "senior manager")
    }
    assert story.signed_by("ann", "bob", "cat").standing().blockers == ()


def test_a_reply_may_be_entered_for_a_moderator_while_the_draft_is_out() -> None:
    story = heard().edits()
    story.sign_off("ann", reported=reported(story))
    assert [each.record.person for each in story.standing().signed] == ["ann"]

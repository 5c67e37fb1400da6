"""What told someone outside the house is never undone; everything else may be, while no one else has seen it."""

from __future__ import annotations

from msgspec import structs

from reportkit.moderation import comment_events as co
from reportkit.moderation import outcome_events as an
from reportkit.moderation.all_events import EVENTS
from reportkit.moderation.reversible import GOES, STAYS, instead_of_undoing
from tests.every_case import every_case
from tests.moderation.builders import EXAMPLES, record
from tests.moderation.story import Story, heard, papers, signed, whys

MAY_BE_UNDONE = {
    "submitted": True,
    "meeting": True,
    "query": True,
    "answer": True,
    "sign-off": True,
    "refusal": True,
    "cover": True,
    "withdrawal": True,
    "override": True,
    "draft-sent": False,
    "comment": True,
    "comment-answer": True,
    "response-sent": False,
    "round-table": True,
    "extension": True,
    "decision": True,
    "letters": False,
    "dispatch": False,
    "correction": False,
    "published": False,
    "re-inspection-agreed": True,
    "odpm-discussion": True,
    "clearance": True,
    "progress": True,
    "policy-changed": False,  # not on an inspection: `reportkit undo --people` has its own way
    "reversal": False,
    "acknowledgement": False,
    "agreement": False,
}


def test_there_is_an_answer_for_every_event() -> None:
    assert MAY_BE_UNDONE.keys() == EVENTS.keys()
    assert not GOES & STAYS.keys()


@every_case(("event", "may"), MAY_BE_UNDONE.items())
def test_an_event_may_be_undone_or_it_is_said_what_to_do_instead(event: str, may: bool) -> None:
    instead = instead_of_undoing(record(event))
    assert (instead is None) == may
    assert instead is None or instead.endswith(".")


def test_an_event_that_no_one_has_thought_of_stays() -> None:
    class Unheard(an.Dispatch, frozen=True, kw_only=True):
        """Made for this test."""

    details = Unheard(**structs.asdict(EXAMPLES["dispatch"]))
    assert instead_of_undoing(record("dispatch", details=details)) == "Record what is right now."


def test_what_brought_a_document_that_went_out_stays() -> None:
    assert instead_of_undoing(record("query", issued=papers("a.eml"))) == "Record what is right now."
    assert instead_of_undoing(record("comment", issued=papers("c.eml"))) is None


def told() -> Story:
    """Issue the letters."""
    story = heard()
    story.decision().signed_by("ann", "bob", "cat")
    return story.letters()


def sent_off() -> Story:
    story = told()
    return story.add("gus", an.Dispatch(of=story.last, to="almo", way="post", on=story.today))


def corrected() -> Story:
    story = told()
    letters = story.entries[-1].record.details
    assert isinstance(letters, an.Letters)
    day, original = story.today, letters.letters[0].document
    details = an.Correction(
        of=story.last, original=original, dated=day, document="again.docx", date=day, reason="A name."
    )
    return story.tells("gus", details)


def published() -> Story:
    story = told()
    return story.tells("gus", story.publication())


def answered() -> Story:
    story = signed().sent().comment("almo")
    story.comment_answer(story.last)
    table = co.AnswersCopy(body="almo", document="answers.docx")
    return story.tells("gus", co.ResponseSent(answers=(story.last,), copies=(table,)))


GONE_OUT = {
    "draft-sent": lambda: signed().sent(),
    "response-sent": answered,
    "letters": told,
    "dispatch": sent_off,
    "correction": corrected,
    "published": published,
}


@every_case("event", [name for name, kind in EVENTS.items() if kind in STAYS])
def test_a_reversal_of_what_went_out_counts_for_nothing(event: str) -> None:
    story = GONE_OUT[event]()
    assert story.standing().set_aside == ()
    story.reversal("gus", of=story.last)
    assert whys(story.standing()) == ["what was sent out cannot be undone"]
    assert [*story.ledger.of(EVENTS[event])]

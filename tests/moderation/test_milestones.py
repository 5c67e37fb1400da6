"""What a record tells the rules, event by event."""

from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.inspection.casework import Casework
from reportkit.inspection.milestones import (
    NOTHING_YET,
    BodyReply,
    Cleared,
    DraftCopy,
    Milestones,
    RecommendationProgress,
    Reinspection,
    RoundTableHeld,
)
from reportkit.moderation import comment_events as co
from reportkit.moderation import outcome_events as an
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.milestones import milestones_of
from tests.moderation.builders import SOME
from tests.moderation.story import TODAY, Story, changed, heard, sent, signed

DAY = dt.timedelta(1)
AGREED = co.TurnAgreed(turn="after", on=TODAY, with_=("The Director", "The Chief Executive"))


def reached(story: Story) -> Milestones:
    return milestones_of(story.ledger)


def test_an_empty_record_has_reached_nothing():
    assert milestones_of(Ledger()) == NOTHING_YET


def test_the_casework_comes_with_it():
    casework = Casework(advised=("Oak Council",))
    assert milestones_of(Ledger(), casework).casework == casework


def test_it_was_submitted_and_decided_on_the_days_of_those_records():
    found = reached(heard().waits(3).decision())
    assert found.submitted == TODAY
    assert found.decided == TODAY + 3 * DAY


def test_a_decision_that_a_query_reopened_is_none():
    assert reached(heard().decision().query()).decided is None


def test_a_submission_that_was_undone_is_none():
    story = Story().submitted()
    assert reached(story.reversal("kim", story.last)).submitted is None


def test_the_draft_has_a_day_for_each_body_as_recorded_and_extended():
    story = sent()
    due = story.ledger.sent[1].copies[0].due
    assert reached(story).drafts == (
        DraftCopy(to="authority", sent=TODAY, due=due),
        DraftCopy(to="almo", sent=TODAY, due=due),
    )
    assert reached(story.extension("almo", 30)).drafts[1].due == TODAY + 30 * DAY


def test_what_was_agreed_and_wished_when_the_draft_went_is_told():
    story = signed()
    details = story.sending(agreed=AGREED, wider=True)
    found = reached(story.tells("gus", details))
    assert (found.turn, found.turn_agreed_with) == ("after", ("The Director", "The Chief Executive"))
    assert found.wider_wanted is True


def test_comments_are_counted_until_they_are_answered():
    story = sent().comment("authority").comment("almo", says=None)
    found = reached(story)
    assert (found.comments, found.unanswered) == (1, 1)
    assert found.replies == (
        BodyReply(from_="authority", received=TODAY),
        BodyReply(from_="almo", received=TODAY),
    )
    answered = reached(story.comment_answer(story.entries[-2].digest))
    assert (answered.comments, answered.unanswered) == (1, 0)


def test_round_tables_and_wider_presentations_are_kept_apart():
    story = sent().add("gus", co.RoundTable(on=TODAY, present=("Ann",)))
    assert reached(story).round_table == RoundTableHeld(on=TODAY, present=("Ann",))
    assert reached(story).wider is None
    shown = story.add("gus", co.RoundTable(on=TODAY, present=("All",), wider=True))
    assert reached(shown).round_table == RoundTableHeld(on=TODAY, present=("Ann",))
    assert reached(shown).wider == RoundTableHeld(on=TODAY, present=("All",))


def test_letters_and_publication_are_told_with_their_days():
    story = heard().decision().signed_by("ann", "bob", "cat").letters().waits(20)
    found = reached(story)
    assert found.letters == TODAY
    assert (found.published, found.why_not_in_time) == (None, None)
    out = reached(story.tells("gus", story.publication(reason="A flood.")))
    assert (out.published, out.why_not_in_time) == (TODAY + 20 * DAY, "A flood.")


def test_a_reinspection_is_told_as_it_was_agreed_last():
    story = below_good()
    first = an.ReinspectionAgreed(on=TODAY + 200 * DAY, judgement="fair", agreed_on=TODAY, provisional=True)
    story.add("gus", first)
    story.add("gus", structs.replace(first, on=TODAY + 250 * DAY, provisional=False, with_=("The Director",)))
    assert reached(story).reinspection == Reinspection(
        on=TODAY + 250 * DAY, agreed=TODAY, with_=("The Director",), provisional=False
    )


def test_a_talk_with_the_odpm_has_its_day():
    assert reached(Story().submitted().add("gus", an.OdpmDiscussion(on=TODAY, note="They know."))).odpm_discussion == (
        TODAY
    )


def test_what_was_cleared_is_told_with_the_papers_it_was_cleared_for():
    clear = an.Clearance(finding="fraud", digest=SOME, by="Flo Nye", for_=("report",))
    assert reached(Story().submitted().add("flo", clear)).cleared == (
        Cleared(finding="fraud", digest=SOME, papers=("report",)),
    )


def test_the_last_word_on_a_recommendation_counts():
    begun = an.Progress(recommendation="check-gas", state="under-way", on=TODAY)
    story = Story().submitted().add("kim", begun).add("kim", structs.replace(begun, state="done", note="All of it."))
    assert reached(story).progress == (
        RecommendationProgress(recommendation="check-gas", state="done", on=TODAY, note="All of it."),
    )


def below_good() -> Story:
    """Return a service that the decision made fair, and whose score was told."""
    story = heard().writes(service="fair")
    story.add("flo", story.decided(service=changed("good", "fair")))
    return story.signed_by("ann", "bob", "cat").letters()

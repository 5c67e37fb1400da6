"""Each line says what speaks against telling the score, and what follows it: by the record alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import structs

from reportkit.moderation import outcome_events as an
from reportkit.moderation.validity_of_documents import is_of_final
from tests.every_case import every_case
from tests.moderation.builders import SOME
from tests.moderation.story import TODAY, Story, changed, heard, last_does_not_count, papers, whys

TOMORROW, YESTERDAY = TODAY + dt.timedelta(1), TODAY - dt.timedelta(1)


def decided() -> Story:
    return heard().decision()


def told() -> Story:
    return decided().letters()


def tells(story: Story, by: str = "gus", **changes: object) -> Story:
    return story.tells(by, story.telling(**changes))


def dispatched(story: Story, **changes: object) -> Story:
    given = {"of": story.last, "to": "almo", "way": "post", "on": TODAY, **changes}
    return story.add("gus", an.Dispatch(**given))


def corrected(story: Story, **changes: object) -> Story:
    letter = story.entries[-1].record.details.documents
    given = {"of": story.last, "original": letter[0] if letter else "a.docx", "document": "again.docx", **changes}
    return story.tells("gus", an.Correction(**{"dated": TODAY, "date": story.today, "reason": "A name.", **given}))


def publishes(story: Story, **changes: object) -> Story:
    return story.tells("gus", story.publication(**changes))


def again(story: Story, **changes: object) -> Story:
    """Reopen the decision by a meeting, decide again, and replace the first letters."""
    before = story.ledger.letters[0].digest
    story.meeting().decision()
    return tells(story, replaces=before, **changes)


def agrees(story: Story, judgement: str = "fair", **changes: object) -> Story:
    return story.add("gus", an.ReinspectionAgreed(on=dt.date(2005, 3, 1), judgement=judgement, **changes))


def below_good() -> Story:
    story = heard().writes(service="fair")
    story.add("flo", story.decided(service=changed("good", "fair")))
    return story.signed_by("ann", "bob", "cat").letters()


def publishes_again() -> Story:
    story = publishes(told())
    return story.tells("gus", story.publication(document="again.docx"))


def corrected_twice() -> Story:
    story = corrected(told())
    letters = story.ledger.letters[0].digest
    return corrected(story, of=letters, original="again.docx", document="once-more.docx")


SPOKEN_AGAINST: dict[str, tuple[Callable[[], Story], str]] = {
    "letters without a decision": (lambda: heard().letters(), "they do not rest on the decision that holds"),
    "letters on a decision that was reopened": (
        lambda: tells(decided().query(), decision=decided().last),
        "they do not rest on the decision that holds",
    ),
    "letters of another score": (
        lambda: tells(decided(), service="excellent"),
        "they give excellent and promising, and good and promising was decided",
    ),
    "letters of yesterday": (lambda: tells(decided(), date=YESTERDAY), "cannot be dated 2004-06-13"),
    "letters of tomorrow": (lambda: tells(decided(), date=TOMORROW), "a letter of 2004-06-14 cannot be dated"),
    "letters after an edit": (lambda: decided().edits().letters(), "it is not signed by the regional lead"),
    "letters of the draft": (lambda: tells(decided(), final=None), "drawn from the draft although there is a decision"),
    "letters by a moderator": (lambda: decided().letters("bob"), "Bob acts as ALMO co-ordinator"),
    "letters that leave a body out": (
        lambda: tells(decided(), letters=(an.Letter(body="authority", document="a.docx"),)),
        "the ALMO had the draft, and gets no letter",
    ),
    "a second set of letters": (
        lambda: told().letters(),
        "the letters with the score were sent already, on 2004-06-14",
    ),
    "letters that replace nothing": (lambda: tells(decided(), replaces=SOME), "is no letter that could be replaced"),
    "letters replaced without a decision": (
        lambda: tells(told(), replaces=told().last),
        "letters are replaced only after a new decision",
    ),
    "nothing sent off": (lambda: dispatched(decided()), "issued nothing that could be sent off"),
    "sent off before": (lambda: dispatched(told(), on=YESTERDAY), "sent on 2004-06-13, before it was issued"),
    "sent off tomorrow": (lambda: dispatched(told(), on=TOMORROW), "the dispatch of 2004-06-15 had not taken place"),
    "nothing corrected": (lambda: corrected(decided()), "issued nothing that could be corrected"),
    "another's letter corrected": (lambda: corrected(told(), original="x.docx"), "x.docx is not among what"),
    "corrected with another day": (
        lambda: corrected(told().waits(1), dated=TOMORROW),
        "what it corrects is dated 2004-06-14, not 2004-06-15",
    ),
    "corrected tomorrow": (lambda: corrected(told(), date=TOMORROW), "cannot be dated 2004-06-15"),
    "published before the letters": (lambda: publishes(decided()), "were not sent before"),
    "published with an earlier day": (lambda: publishes(told(), on=YESTERDAY), "before the letters of 2004-06-14"),
    "published tomorrow": (lambda: publishes(told(), on=TOMORROW), "the publication of 2004-06-15 had not taken"),
    "published twice": (publishes_again, "it was published already, on 2004-06-14"),
    "published after an edit": (lambda: publishes(told().edits()), "it is not signed by the"),
    "published on a decision that fell": (lambda: publishes(told().query()), "no longer holds"),
    "a re-inspection of another score": (lambda: agrees(told()), "the letters did not give the score as fair"),
    "a re-inspection before the score": (lambda: agrees(decided()), "the letters did not give the score as fair"),
    "a re-inspection agreed tomorrow": (
        lambda: agrees(below_good(), agreed_on=TOMORROW),
        "the agreement of 2004-06-15 had not taken place yet",
    ),
    "a talk tomorrow": (
        lambda: told().add("gus", an.OdpmDiscussion(on=TOMORROW, note="They know.")),
        "the discussion of 2004-06-15 had not taken place yet",
    ),
    "progress tomorrow": (
        lambda: told().add("kim", an.Progress(recommendation="gas", state="done", on=TOMORROW)),
        "the progress of 2004-06-15 had not taken place yet",
    ),
    "a clearance by who may not": (
        lambda: told().add("gus", an.Clearance(finding="gas", digest=SOME, by="Flo", for_=("report",))),
        "Gus acts as administrator",
    ),
}


@every_case(("tell", "why"), SPOKEN_AGAINST.values(), ids=SPOKEN_AGAINST.keys())
def test_a_record_does_not_count_and_it_is_said_why(tell: Callable[[], Story], why: str) -> None:
    last_does_not_count(tell(), why)


COUNTED: dict[str, Callable[[], Story]] = {
    "letters": told,
    "letters that take the place of others": lambda: again(told()),
    "a letter sent off": lambda: dispatched(told()),
    "a draft sent off": lambda: dispatched(heard(), of=heard().ledger.sent[0].digest),
    "a correction": lambda: corrected(told().waits(1)),
    "a correction of a correction": corrected_twice,
    "a publication": lambda: publishes(told()),
    "a publication corrected": lambda: corrected(publishes(told())),
    "a re-inspection": lambda: agrees(below_good(), agreed_on=TODAY),
    "a clearance before anything else": lambda: Story().add(
        "flo", an.Clearance(finding="gas", digest=SOME, by="Flo Nye", for_=("report",))
    ),
    "progress without moderation": lambda: Story().add(
        "kim", an.Progress(recommendation="gas", state="done", on=TODAY)
    ),
}


@every_case("tell", COUNTED.values(), ids=COUNTED.keys())
def test_a_record_counts(tell: Callable[[], Story]) -> None:
    assert whys(tell().standing()) == []


def test_the_final_report_that_letters_say_was_signed_is_held_against_the_content() -> None:
    story = decided()
    details = story.telling()
    assert is_of_final(details, story.ledger, story.subject)
    assert not is_of_final(structs.replace(details, final=SOME), story.ledger, story.subject)
    assert is_of_final(heard().sending(), heard().ledger, story.subject)
    forged = story.entry("gus", structs.replace(details, final=SOME), issued=papers(*details.documents))
    assert "the final report that it says was signed is not what is saved now" in map(str, story.objections(forged))


def test_the_stage_moves_with_what_goes_out() -> None:
    story = told()
    sent = "reportkit notify sent ashby-homes-2003 --to {} --by …"
    steps = [step.command for step in story.standing().next_steps]
    assert steps == [sent.format(to) for to in ("authority", "almo", "odpm")]
    assert story.standing().stage == "notified"
    publishes(story)
    assert (story.standing().stage, story.standing().next_steps) == ("published", ())

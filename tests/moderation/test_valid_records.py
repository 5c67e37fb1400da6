from __future__ import annotations

import pytest
from msgspec import structs

from reportkit.moderation import events as ev
from reportkit.moderation.worsened import Worse
from tests.moderation.builders import SOME
from tests.moderation.people import POLICY
from tests.moderation.story import (
    CASE,
    Story,
    agreed,
    changed,
    heard,
    meeting,
    papers,
    ready,
    sign_off,
    signed,
)


def against(story: Story, by: str, details: ev.Details, **changes: object) -> list[str]:
    return [str(each) for each in story.objections(story.entry(by, details, **changes))]


def test_nothing_speaks_against_a_sign_off_that_may_be_recorded() -> None:
    story = ready()
    assert against(story, "ann", sign_off()) == []
    assert story.sign_off("ann").standing().set_aside == ()


def test_what_would_not_count_is_told_before_it_is_recorded() -> None:
    assert against(ready(), "gus", sign_off()) == ["Gus acts as administrator, which is not a role for this"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"subject": SOME}, "it is of other content than what is saved now"),
        ({"seen": ()}, "it does not name everything that is in the record"),
    ],
)
def test_what_does_not_fit_the_moment_is_told(changes: dict[str, object], why: str) -> None:
    assert why in against(ready(), "ann", sign_off(), **changes)


def test_beside_a_record_from_the_future_a_right_clock_is_to_be_left_as_it_is() -> None:
    (said,) = against(ready(), "ann", sign_off(), at=1_087_000_000)
    assert said.startswith("the record holds an act of 2004-06-")
    assert "which has not come yet by this computer’s clock" in said
    assert "If it is right, leave it" in said


def test_clocks_that_differ_a_little_are_let_pass() -> None:
    story = ready()
    assert against(story, "ann", sign_off(), at=story.entries[-1].record.at - 60) == []


def test_no_one_signs_while_there_are_unsaved_changes() -> None:
    story = ready(case=structs.replace(CASE, unsaved=("a.md", "b.md")))
    assert against(story, "ann", sign_off()) == ["there are unsaved changes: a.md, b.md"]
    assert against(story, "ann", ev.Refusal(reason="No.", content=sign_off().content)) == []


def test_a_meeting_begins_at_what_inspection_yaml_says() -> None:
    story = Story().submitted()
    assert against(story, "ann", meeting()) == []
    assert against(story, "ann", meeting(service="?")) == []
    fair = structs.replace(meeting(), service=changed("fair", "good"))
    assert against(story, "ann", fair) == ["for the service inspection.yaml says good, and this is from fair"]
    story.writes(prospects=None)
    assert against(story, "ann", meeting()) == [
        "for the prospects inspection.yaml says nothing, and this is from promising"
    ]


def test_a_decision_begins_there_too() -> None:
    story = heard()
    assert against(story, "flo", story.decided()) == []
    assert "for the service inspection.yaml says good, and this decides on excellent" in against(
        story, "flo", story.decided(service=agreed("excellent"))
    )


def test_a_decision_that_changes_a_judgement_comes_to_what_inspection_yaml_says() -> None:
    story = heard()
    lowered = story.decided(service=changed("good", "fair"))
    assert against(story, "flo", lowered) == ["for the service inspection.yaml says good, and this decides on fair"]
    assert against(story.writes(service="fair"), "flo", lowered) == []


WORSE = structs.replace(CASE, worse=(Worse("service:fair", "judgement 1 was lowered from good to fair"),))


def test_what_got_worse_is_sent_again_or_the_decision_says_why_not() -> None:
    story = heard(case=WORSE)
    assert against(story, "flo", story.decided()) == [
        "judgement 1 was lowered from good to fair since the bodies saw the draft"
    ]
    told = ev.Unseen(about=("service:fair",), reason="They asked for it.")
    assert against(story, "flo", story.decided(unseen=told)) == []
    lenient = heard(structs.replace(POLICY, send_again=False), WORSE)
    assert against(lenient, "flo", lenient.decided()) == []


def test_no_body_is_left_out_when_the_draft_is_sent() -> None:
    story = signed()
    details = story.sending()
    half = structs.replace(details, copies=details.copies[:1])
    assert against(story, "gus", details, issued=papers(*details.documents)) == []
    assert against(story, "gus", half, issued=papers(*half.documents)) == ["the ALMO gets no copy of the draft"]


def test_nothing_goes_out_while_there_are_unsaved_changes() -> None:
    story = signed(case=structs.replace(CASE, unsaved=("a.md",)))
    details = story.sending()
    assert against(story, "gus", details, issued=papers(*details.documents)) == ["there are unsaved changes: a.md"]

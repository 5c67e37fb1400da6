"""What the rules make moderators ask."""

from __future__ import annotations

import pytest
from msgspec import structs

from reportkit.inspection.driver import Barrier, Driver
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import ScopedService
from reportkit.inspection.warning_answer import Answer
from reportkit.rules.balance import Balance, Count
from reportkit.rules.moderators import ModeratorQuestion, Other, moderators_questions, other_of
from tests.rules.builders import but, evidence, finding, good, plus, rated, weakness, with_particulars


def asked(inspection: Inspection, rule: str, others: tuple[Other, ...] = ()) -> list[ModeratorQuestion]:
    return [question for question in moderators_questions(inspection, others) if question.rule == rule]


def words(inspection: Inspection, rule: str, others: tuple[Other, ...] = ()) -> list[str]:
    return [question.words for question in asked(inspection, rule, others)]


def shared(strengths: int, weaknesses: int) -> Balance:
    return Balance(Count(medium=strengths), Count(medium=weaknesses))


def other(strengths: int, weaknesses: int, rating: str = "good") -> Other:
    return Other(name="Elm", service=rating, balance=shared(strengths, weaknesses))


def test_a_rated_service_is_always_put_beside_its_strengths_and_weaknesses() -> None:
    (question,) = asked(plus(good(), findings=(weakness("gas", weight="high"),)), "F13")
    assert question.words == (
        "The service is rated good. Judgement 1 rests on 6 strengths (none of high weight) and 3 weaknesses "
        "(1 of high weight). Do they support the rating, against those named here?"
    )
    assert question.findings == ("gas",)


def test_beside_a_low_rating_the_weighty_strengths_are_named() -> None:
    (question,) = asked(plus(rated(service="poor"), findings=(finding("best", weight="high"),)), "F13")
    assert question.findings == ("best",)


def test_a_balance_that_is_unusual_for_the_rating_is_said_with_the_teams_answer() -> None:
    weak = tuple(weakness(f"w{number}") for number in range(20))
    answer = Answer(rule="F13", answer="The weaknesses are small.", by="A. Okafor")
    (question,) = asked(but(plus(good(), findings=weak), answers=(answer,)), "F13")
    assert "45 to 100 would be usual" in question.words
    assert question.answers == ("The weaknesses are small. (A. Okafor)",)


@pytest.mark.parametrize("inspection", [rated(service=None), but(good(), findings=())])
def test_without_a_rating_or_findings_there_is_no_balance_to_ask_about(inspection: Inspection) -> None:
    assert asked(inspection, "F13") == []


def test_an_excellent_service_without_tenants_part_in_its_standards_is_asked_about() -> None:
    covered = structs.replace(evidence(), covers=("excellent-tenants-setting",))
    (question,) = asked(but(rated(service="excellent"), evidence=(covered,)), "F05")
    assert question.words == (
        "Nothing covers “Tenants help to monitor the service standards”. "
        "Nothing covers “Tenants help to review the service standards”. "
        "What shows that tenants set, monitor and review the standards?"
    )
    assert question.paragraph == "42"


def test_the_findings_that_deny_excellence_are_named() -> None:
    weak = weakness("no-part", covers=("excellent-tenants-setting",))
    (question,) = asked(plus(rated(service="excellent"), findings=(weak,)), "F05")
    assert question.findings == ("no-part",)


def test_a_good_service_is_not_asked_for_the_marks_of_excellence() -> None:
    assert {question.rule for question in moderators_questions(but(good(), evidence=()))}.isdisjoint(
        {"F05", "F06", "F07", "F08", "F09"}
    )


def test_an_excellent_service_without_an_indicator_at_the_threshold_is_asked_about() -> None:
    (told,) = words(but(rated(service="excellent"), indicators=()), "F08")
    assert told.endswith("What in the place or its past explains that?")


def test_gas_is_asked_about_where_nothing_covers_it() -> None:
    uncovered = but(good(), evidence=tuple(structs.replace(each, covers=(), questions=()) for each in good().evidence))
    told = "Nothing covers “Every gas appliance serviced each year”. Is it so, and who has looked?"
    assert words(uncovered, "F14") == [told]


@pytest.mark.parametrize("covers", [("gas-servicing",), ("2.2-stock-5",)])
def test_gas_is_asked_about_where_it_is_found_weak(covers: tuple[str, ...]) -> None:
    (question,) = asked(plus(good(), findings=(weakness("gas", covers=covers, weight="low"),)), "F14")
    assert question.findings == ("gas",)
    assert asked(plus(good(), findings=(finding("gas", covers=covers),)), "F14") == []


def test_a_service_where_weaknesses_outweigh_is_asked_about_beside_a_good_score_for_all() -> None:
    scope = (ScopedService(id="rent"), ScopedService(id="register", title="The register"))
    weak = (weakness("lost", area="register", weight="high"), finding("clear", area="register", weight="low"))
    (question,) = asked(plus(with_particulars(scope=scope), findings=weak), "F02")
    assert question.words == (
        "“The register”: 1 strength (none of high weight) and 1 weakness (1 of high weight). "
        "Does one rating of good hold for it?"
    )
    assert (question.findings, question.paragraph) == (("lost",), "104")


def test_weighty_findings_that_no_one_saw_anything_of_are_named() -> None:
    read = evidence("minutes", kind="document")
    unseen = (finding("read", weight="high", evidence=("minutes",)), finding("bare", weight="high", evidence=()))
    seen = finding("seen", weight="high")
    inspection = plus(good(), findings=(*unseen, seen), evidence=(read,))
    (question,) = [each for each in asked(inspection, "I05") if each.paragraph == "38-41, 114"]
    assert question.words.startswith("2 findings of high weight, of 3, rest on no reality check.")
    assert question.findings == ("read", "bare")


def test_more_barriers_than_drivers_are_asked_about_beside_promising_prospects() -> None:
    barriers = tuple(Barrier(id=f"b{number}", title="Old systems", findings=("on-p1",)) for number in range(2))
    (question,) = asked(but(good(), barriers=barriers), "H17")
    assert question.words == (
        "The prospects are rated promising, beside 1 driver and 2 barriers. Which of them decides?"
    )
    assert question.findings == ("on-p1",)


def test_more_drivers_than_barriers_are_asked_about_beside_uncertain_prospects() -> None:
    drivers = tuple(Driver(id=f"d{number}", title="A board that asks") for number in range(2))
    assert len(asked(but(rated(prospects="uncertain"), drivers=drivers), "H17")) == 1
    assert asked(but(rated(prospects="promising"), drivers=drivers), "H17") == []


def test_a_rating_that_drivers_and_barriers_do_not_bear_out_is_asked_about_once() -> None:
    (told,) = words(but(rated(prospects="uncertain"), barriers=()), "H17")
    assert told.endswith("Do they and the rating say the same?")


def test_a_balance_outside_that_of_other_inspections_of_the_same_rating_is_asked_about() -> None:
    others = (other(9, 1), other(8, 2), other(1, 9, rating="poor"))
    told = (
        "Strengths have 75 per cent of the findings’ weight here, and 80 to 90 in 2 other inspections rated good. "
        "What sets this one apart?"
    )
    assert words(good(), "I05", others) == [told]
    assert asked(good(), "I05", (other(9, 1), other(5, 5))) == []
    assert asked(good(), "I05", (other(9, 1, rating="poor"),)) == []


def test_another_inspection_is_told_by_its_ratings_and_its_balance() -> None:
    assert other_of(good()) == Other(
        name="Ashby Homes",
        round=2,
        service="good",
        prospects="promising",
        balance=shared(6, 2),
        drivers=1,
        barriers=1,
    )


def test_nothing_in_a_question_is_a_rating_that_no_one_gave() -> None:
    others = (other(9, 1), other(5, 5, rating="excellent"))
    told = " ".join(question.words for question in moderators_questions(good(), others))
    assert "excellent" not in told

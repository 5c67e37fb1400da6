"""How much of an inspection an earlier one makes lighter."""

from __future__ import annotations

from msgspec import structs

from reportkit.guidance.areas import AREAS
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import ScopedService
from reportkit.inspection.previous_inspection import Predecessor
from reportkit.rules.lighter_scope import FOCUS, scope_of, what_follows
from tests.rules.builders import but, rated, with_particulars
from tests.rules.cases_of_scope import WELL
from tests.rules.test_facts import lines


def scoped(*before: Predecessor, kind: str = "almo", services: tuple[str, ...] = tuple(AREAS)) -> Inspection:
    scope = tuple(ScopedService(id=each) for each in services)
    return but(with_particulars(kind, scope=scope), predecessors=before)


def depths(inspection: Inspection) -> dict[str, str]:
    return {each.id: each.ruling.depth for each in scope_of(inspection).services}


def test_a_good_result_for_the_whole_service_lightens_all_and_turns_to_governance():
    scope = scope_of(scoped(WELL))
    assert {each.ruling.depth for each in scope.services} == {"lighter"}
    assert {each.ruling.paragraph for each in scope.services} == {"102"}
    assert scope.focus == FOCUS


def test_a_good_result_for_a_part_lightens_that_part_alone():
    scope = scoped(structs.replace(WELL, services=("rent",)))
    assert depths(scope) == {
        "stock-investment": "full",
        "rent": "lighter",
        "tenant-participation": "full",
        "estate-management": "full",
    }
    assert scope_of(scope).focus == ()


def test_a_service_that_the_whole_did_not_hold_stays_in_full():
    found = scope_of(scoped(WELL, services=(*AREAS, "housing-register")))
    register = found.services[-1]
    assert (register.ruling.depth, register.ruling.paragraph) == ("full", "103")
    assert register.ruling.why == "the inspection of 2002-09 did not cover it"


def test_of_several_the_last_that_covered_a_service_counts():
    rent = structs.replace(WELL, date="2002-11", services=("rent",), service="fair")
    assert depths(scoped(rent, WELL))["rent"] == "full"
    assert depths(scoped(rent, WELL))["estate-management"] == "lighter"


def test_other_kinds_than_an_almo_inspection_are_in_full():
    for kind in ("re-inspection", "best-value", "indicative"):
        assert set(depths(scoped(WELL, kind=kind)).values()) == {"full"}


def test_without_a_written_scope_the_four_areas_are_told_of():
    found = scope_of(but(with_particulars(scope=()), predecessors=(WELL,)))
    assert [(each.id, each.written) for each in found.services] == [(area, None) for area in AREAS]


def test_an_indicative_inspection_tells_what_it_would_lighten():
    found = what_follows(rated("indicative", "good", "promising"))
    assert {each.ruling.depth for each in found.services} == {"lighter"}
    assert found.focus == FOCUS
    assert {each.ruling.depth for each in what_follows(rated("indicative", "fair")).services} == {"full"}
    assert not any(each.ruling.known for each in what_follows(rated("indicative", None)).services)


def test_the_facts_tell_what_is_lighter_and_why():
    whole = but(with_particulars(), predecessors=(WELL,))
    assert lines(whole, "C04")[0].startswith("Lighter, since the whole service was rated good or excellent: Stock")
    part = scoped(structs.replace(WELL, services=("rent",)))
    assert lines(part, "C04") == ("Lighter, since the whole service was rated good or excellent: none",)
    assert lines(part, "C05") == (
        "Lighter, since this part was rated good or excellent: Rent collection, arrears and debt advice",
        "In full: Stock investment and repairs, Tenant participation, Estate management and lettings",
    )

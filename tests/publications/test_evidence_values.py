"""Evidence, recommendations, drivers and services in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace

from reportkit.inspection.bodies import Almo, Authority
from reportkit.inspection.driver import Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.publications.evidence_values import evidence_values
from tests.publications.builders import finding, inspection, with_particulars

JUNE_16 = dt.date(2004, 6, 16)


def values(**changes: object) -> dict[str, object]:
    return evidence_values(inspection(**changes))


def evidence(id_: str, kind: str, **changes: object) -> Evidence:
    return Evidence(id=id_, title=f"Evidence {id_}", kind=kind, **changes)


def test_reality_checks_stand_in_the_guidances_order_with_their_kinds_in_words() -> None:
    checks = values(
        evidence=(
            evidence("a", "satisfaction-surveys", sample=1204, date=JUNE_16),
            evidence("b", "interviews-members"),
            evidence("c", "document"),
        )
    )["reality_checks"]
    assert [check["title"] for check in checks["done"]] == ["Evidence b", "Evidence a"]
    assert checks["done"][1]["sample"] == "1,204"
    assert checks["done"][1]["date"] == "16 June 2004"
    assert (checks["done"][0]["sample"], checks["done"][0]["date"]) == ("", None)


def test_kinds_of_reality_check_that_were_not_used_are_named() -> None:
    unused = values(evidence=(evidence("a", "mystery-shopping"),))["reality_checks"]["unused"]
    assert len(unused) == 11
    assert not any("mystery" in title.lower() for title in unused)


def test_documents_say_what_they_are() -> None:
    made = values(evidence=(evidence("a", "document", source="beacon"), evidence("b", "document")))["documents"]
    assert [document["source"] for document in made][1] == "Other document"
    assert made[0]["source"] != "Other document"


def test_recommendations_are_numbered_in_their_order_and_the_others_come_after() -> None:
    made = values(
        recommendations=(
            Recommendation(id="c", title="C"),
            Recommendation(id="a", title="A", order=2, to="both", by=JUNE_16),
            Recommendation(id="b", title="B", order=1),
        )
    )["recommendations"]
    assert [(each["number"], each["id"]) for each in made] == [(1, "b"), (2, "a"), (3, "c")]
    assert (made[1]["to"], made[1]["by"]) == ("the authority and the ALMO", "16 June 2004")
    assert (made[0]["to"], made[0]["by"]) == (None, None)


def test_drivers_are_grouped_by_how_far_they_reach_and_none_is_lost() -> None:
    made = values(
        drivers=(
            Driver(id="a", title="A"),
            Driver(id="b", title="B", reach="corporate"),
            Driver(id="c", title="C", reach="service-specific"),
        )
    )
    assert made["drivers"]["all"] == ("a", "b", "c")
    assert [(group["reach"], group["ids"]) for group in made["drivers"]["groups"]] == [
        ("service-specific", ("c",)),
        ("corporate", ("b",)),
        ("", ("a",)),
    ]
    assert made["barriers"] == {"all": (), "groups": ()}


def test_findings_worth_sharing_are_listed() -> None:
    made = evidence_values(inspection(finding("a"), finding("b", positive_practice=True)))
    assert made["positive_practice"] == ({"id": "b", "title": "Repairs are done on time"},)


@pytest.mark.parametrize(
    ("homes_of_almo", "homes", "told"),
    [
        (1000, 2000, "£48,000 a year, £48 a home"),
        (None, 21000, "£48,000 a year, £2.29 a home"),
        (None, None, "£48,000 a year"),
    ],
)
def test_a_price_is_told_for_each_home_where_homes_are_counted(homes_of_almo, homes, told) -> None:
    inspected = with_particulars(
        authority=Authority(name="Elm Council", homes=homes), almo=Almo(name="Elm Homes", homes=homes_of_almo)
    )
    bought = SupportService(service="Payroll", price=Decimal(48000))
    (row,) = evidence_values(replace(inspected, support_services=(bought,)))["support_services"]
    assert row["price"] == told


def test_a_service_without_a_price_is_a_gap_and_its_term_says_what_is_known() -> None:
    bought = (
        SupportService(service="Payroll", reviewed=JUNE_16),
        SupportService(service="Cars", ends=dt.date(2005, 3, 31), next_review=dt.date(2004, 9, 1)),
    )
    payroll, cars = values(support_services=bought)["support_services"]
    assert (payroll["price"], payroll["term"]) == (None, "reviewed 16 June 2004")
    assert cars["term"] == "until 31 March 2005; next review 1 September 2004"


def test_what_is_traced_from_before_says_what_it_was_and_what_has_become_of_it() -> None:
    traced = (
        Earlier(id="late", part="weakness", title="Repairs are late", outcome="in-part", findings=("repairs",)),
        Earlier(id="ask", part="recommendation", title="Ask tenants.", note="Not looked at yet."),
    )
    late, ask = values(earlier=traced)["earlier"]
    assert (late["part"], late["title"], late["outcome"]) == ("Weakness", "Repairs are late.", "put right in part")
    assert (late["findings"], late["note"]) == (("repairs",), "")
    assert (ask["part"], ask["title"], ask["outcome"]) == ("Recommendation", "Ask tenants.", None)


def test_a_best_value_review_says_when_it_ended_by_whom_and_what_it_looked_at() -> None:
    done = BestValueReview(title="Repairs", completed=JUNE_16, by="authority", themes=("access", "value-for-money"))
    made = values(
        best_value_reviews=(done, BestValueReview(title="Rent", completed=JUNE_16), BestValueReview(title="X"))
    )
    repairs, rent, other = made["best_value_reviews"]
    assert repairs["finished"] == "16 June 2004, by the authority"
    assert repairs["themes"] == "access to services, value for money"
    assert rent["finished"] == "16 June 2004"
    assert (other["finished"], other["themes"], other["progress"]) == (None, None, "")

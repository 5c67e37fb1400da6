"""Fact sheets of the programme, of agreements and of the text."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from msgspec import structs

from reportkit.inspection.casework import Allocation, Casework
from reportkit.inspection.driver import Driver
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.rules.facts import facts
from tests.rules.builders import ALMO, but, finding, good, service, weakness, with_particulars


def lines(inspection: Inspection, rule: str, reached: Milestones = NOTHING_YET) -> tuple[str, ...]:
    (found,) = (fact.lines for fact in facts(inspection, reached) if fact.rule == rule)
    return found


def test_the_round_stands_beside_the_years_of_the_money_on_file():
    money = Allocation(amount=18_000_000, years=("2003/04", "2004/05"), source="A letter")
    told = lines(good(), "A05", Milestones(casework=Casework(allocation=money)))
    assert told[1] == "Round 2: 13 authorities, money for 2003/04, 2004/05"
    assert told[-2:] == ("This inspection: round 2", "Allocation on file: 2003/04, 2004/05, as in round 2")
    assert lines(good(), "A05")[-1] == "Allocation: none"


def test_the_money_of_the_programme_is_told_as_it_was_announced():
    assert lines(good(), "A07")[0] == "Made available in 2002/03: £160 million"


def test_table_7_is_laid_from_the_day_the_almo_took_over_with_what_slipped():
    told = lines(good(), "A15", Milestones(letters=dt.date(2003, 10, 6)))
    assert told[5] == "The ODPM gives its consent: 2003-03 by Table 7, 2003-03 in fact, as it should be"
    assert told[7] == "The ALMO is inspected: 2003-10 by Table 7, 2003-11 in fact, 1 month later"
    assert told[8].endswith("2003-11 by Table 7, 2003-10 in fact, 1 month earlier")
    assert told[9] == "The final report is published: 2003-12 by Table 7"


def test_without_the_day_of_the_almo_neither_table_nor_earliest_day_can_be_told():
    undated = with_particulars(almo=structs.replace(ALMO, went_live=None))
    assert lines(undated, "A15") == ("When the ALMO took over is not given, so Table 7 cannot be laid",)
    assert lines(undated, "B02") == ("When the ALMO took over is not given",)


def test_the_earliest_day_is_six_months_on():
    assert lines(good(), "B02") == (
        "The ALMO took over on 2003-04-01; the earliest day for its inspection is 2003-10-01",
    )
    assert lines(good(), "B11") == ("Between 2003-04-01, when the ALMO took over, and 2003-11-03, on site",)


def test_practice_to_share_is_listed():
    inspection = but(good(), findings=(finding("a", positive_practice=True), finding("b")))
    assert lines(inspection, "O05") == ("Positive practice: 1 (a)",)
    assert lines(good(), "O05") == ("Positive practice: none marked",)
    assert "leaseholders" in lines(good(), "O04")[0]


def test_slow_improvement_stands_beside_the_prospects():
    slow = but(good(), findings=(weakness("slow", question="P1.1", area=None),))
    assert lines(slow, "S00d") == ("Prospects rated promising; weaknesses on what has improved: 1 (slow)",)


def test_agreements_are_listed_with_their_price_for_each_home():
    bought = (service("Legal advice"), service("Vans", price=None, provider=None, ends=None, next_review=None))
    told = lines(but(good(), support_services=bought), "S02a")
    legal = "Legal advice from Ashby Borough Council: £40,000 a year, £5.00 a home; ends 2005-03-31; "
    assert told == (
        f"{legal}reviewed 2003-09-01; next review 2004-09-01; value for money not said",
        "Vans: price not given; end not given; reviewed 2003-09-01; next review not given; value for money not said",
        "Together: £40,000 a year, £5.00 a home",
    )
    assert lines(but(good(), support_services=bought), "S02e") == told[:1]
    assert lines(good(), "S02e") == ("No agreement for legal or financial services is listed",)


def test_what_the_council_says_to_it_is_looked_for_among_corporate_drivers_and_barriers():
    calm = Driver(id="calm", title="The council takes it well", reach="corporate")
    assert lines(but(good(), drivers=(calm,)), "S02c")[0].endswith(": 1 (calm)")


def test_policy_action_team_5_is_looked_for():
    assert lines(good(), "S03c")[0].endswith(": 1 (tenant-survey)")


def beside(mine: Inspection, *others: Inspection) -> dict[str, tuple[str, ...]]:
    return {fact.rule: fact.lines for fact in facts(mine, others=others)}


def test_who_does_well_is_found_among_the_other_inspections():
    weak = but(good(), findings=(weakness("w", area="rent"),))
    strong = but(good(), findings=(finding("s", area="rent"),))
    assert beside(weak, strong)["S00a"] == ("Rent collection, arrears and debt advice: Ashby Homes",)
    assert beside(weak, weak)["S00a"] == ("Rent collection, arrears and debt advice: no one in this repository",)
    assert beside(strong, strong)["S00a"] == ("In no service do weaknesses outweigh strengths",)


def test_the_worst_quarter_is_of_the_repository_alone_and_of_four_figures_at_least():
    def relet(days: int) -> Inspection:
        figure = structs.replace(good().indicators[0], code="BVPI 68", value=Decimal(days), direction="lower")
        return but(good(), indicators=(figure,))

    others = (relet(30), relet(35), relet(40))
    assert beside(relet(52), *others)["S01a"] == ("BVPI 68: in the worst quarter of 4 inspections here",)
    nothing = ("None, or fewer than 4 inspections here have the figure",)
    assert beside(relet(20), *others)["S01a"] == nothing
    assert beside(relet(52), *others[:2])["S01a"] == nothing

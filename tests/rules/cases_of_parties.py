"""Cases of chapters A and M: the bodies, the round, and more ALMOs than one."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from msgspec import structs

from reportkit.guidance.areas import AREAS
from reportkit.inspection.bodies import Authority, Board, Programme
from reportkit.inspection.particulars import Dates, ScopedService
from tests.rules.builders import (
    ALMO,
    Breach,
    Kept,
    but,
    good,
    indicator,
    particulars,
    with_particulars,
    with_reasons,
    without_claims,
)

ASHBY = particulars().authority
CORE = tuple(ScopedService(id=area) for area in AREAS)
OTHERS = structs.replace(ASHBY, other_almos=("Ashby South Homes",))
IN_TIME = Programme(interest=dt.date(2003, 4, 4), bid=dt.date(2003, 5, 16))


def of(**changes: object):
    """The good inspection of an authority that differs."""
    return with_particulars(authority=structs.replace(ASHBY, **changes))


def with_almo(**changes: object):
    return with_particulars(almo=structs.replace(ALMO, **changes))


def with_service(**service: str):
    return with_particulars(scope=(*CORE, ScopedService(**service)))


def one_of_two(reason: str = "Repairs are done on time.", *indicators, others: Authority = OTHERS):
    inspection = with_reasons(service=(reason,))
    changed = structs.replace(inspection.particulars, authority=others)
    return but(inspection, particulars=changed, indicators=indicators)


COUNCILS = Board(council=8, tenants=4, independent=3)
OF_THE_ALMO = indicator("BVPI 66a", Decimal(97), scope="almo")
OF_ALL = indicator("bvpi66a", Decimal(96), scope="authority")

BREACHES = (
    Breach("A01", "a region that is a country", of(region="Wales"), "wrong"),
    Breach("A01", "a Scottish council", of(name="Glasgow City Council"), "wrong"),
    Breach("A01", "no region", of(region=None), "not there yet"),
    Breach("A02", "no ALMO", with_particulars(almo=None), "not there yet"),
    Breach("A02", "a council that is its own ALMO", with_almo(name="Borough of Ashby"), "wrong"),
    Breach("A04", "no board", with_almo(board=None), "not there yet"),
    Breach("A04", "a board with one number missing", with_almo(board=Board(council=5, tenants=5)), "not there yet"),
    Breach(
        "A04", "a board that the council rules", with_almo(board=Board(council=8, tenants=4, independent=3)), "wrong"
    ),
    Breach(
        "A06",
        "round 2 in March",
        with_particulars(dates=Dates(on_site_from=dt.date(2003, 3, 31))),
        "wrong",
    ),
    Breach(
        "A06",
        "some round in March",
        with_particulars(round=None, dates=Dates(on_site_from=dt.date(2003, 3, 31))),
        "not there yet",
    ),
    Breach("A08", "round 3 without dates", with_particulars(round=3), "not there yet", ("bid", "interest")),
    Breach(
        "A08",
        "a bid a day late",
        with_particulars(round=3, programme=structs.replace(IN_TIME, bid=dt.date(2003, 5, 17))),
        "wrong",
        ("bid",),
    ),
    Breach(
        "A09",
        "no plan for rents",
        without_claims(good(), "condition-rents"),
        "not there yet",
        ("condition-rents-and-lettings",),
    ),
    Breach(
        "A10",
        "neither plan nor performance",
        without_claims(good(), "condition-business", "condition-performance"),
        "not there yet",
        ("condition-business-plan", "condition-performance"),
    ),
    Breach("A11", "no consent", with_almo(section_27=None), "not there yet"),
    Breach("A11", "a consent a day late", with_almo(section_27=dt.date(2003, 4, 2)), "wrong"),
    Breach("A13", "an ALMO inspection by older questions", with_particulars(questions="2001-08"), "wrong"),
    Breach("A13", "an indicative inspection by none", with_particulars("indicative", questions=None), "not there yet"),
    Breach(
        "A14",
        "homelessness in scope",
        with_service(id="homeless-families", title="Homelessness"),
        "not there yet",
        ("homeless-families",),
    ),
    Breach(
        "A14",
        "housing advice, said only in the title",
        with_service(id="bureau", title="Housing advice"),
        "not there yet",
        ("bureau",),
    ),
    Breach(
        "A14", "homelessness, said only in the id", with_service(id="homelessness"), "not there yet", ("homelessness",)
    ),
    Breach("M01", "a reason that is the other's", one_of_two("It beats Ashby South Homes."), "wrong", ("service",)),
    Breach(
        "M01",
        "an ALMO beside itself",
        with_particulars(authority=structs.replace(ASHBY, other_almos=("The Ashby Homes",))),
        "wrong",
        ("other-almos",),
    ),
    Breach(
        "M02",
        "an ALMO for some of the homes, and nothing on the centre",
        without_claims(with_almo(partial=True), "central-services"),
        "not there yet",
        ("central-services",),
    ),
    Breach("M03", "a figure of this ALMO alone", one_of_two("Good.", OF_THE_ALMO), "not there yet", ("BVPI 66a",)),
    Breach(
        "M04",
        "one of two that compares with no one",
        without_claims(one_of_two(), "benchmarked-alike"),
        "not there yet",
        ("benchmarked-alike",),
    ),
    Breach(
        "M05",
        "tenants of a TMO and nothing on who runs it",
        without_claims(good(), "tmo-governance"),
        "not there yet",
        ("tmo-governance",),
    ),
)

KEPT = (
    Kept("A01", "a district in the East", good()),
    Kept("A01", "a council whose name holds that of a Welsh one", of(name="Newport Pagnell Council")),
    Kept("A02", "two bodies", good()),
    Kept("A04", "a board of thirds", good()),
    Kept("A04", "a board with one more tenant", with_almo(board=Board(council=5, tenants=6, independent=5))),
    Kept("A04", "ten points from a third", with_almo(board=Board(council=13, tenants=10, independent=7))),
    Kept("A04", "no ALMO, which A02 speaks of", with_particulars(almo=None)),
    Kept("A06", "round 2 in November", good()),
    Kept("A06", "round 2 on the first day", with_particulars(dates=Dates(on_site_from=dt.date(2003, 4, 1)))),
    Kept("A06", "round 1 in October", with_particulars(round=1, dates=Dates(on_site_from=dt.date(2002, 10, 7)))),
    Kept("A08", "round 2, for which no day is given", good()),
    Kept("A08", "round 3 on the last days", with_particulars(round=3, programme=IN_TIME)),
    Kept("A09", "evidence on it", good()),
    Kept("A10", "evidence on both", good()),
    Kept("A11", "a consent beforehand", good()),
    Kept("A11", "a consent of the day itself", with_almo(section_27=ALMO.went_live)),
    Kept("A11", "no ALMO, which A02 speaks of", with_particulars(almo=None)),
    Kept("A11", "a consent for an ALMO of no first day", with_almo(went_live=None)),
    Kept("A13", "an ALMO inspection that names none", with_particulars(questions=None)),
    Kept("A13", "an indicative inspection that names one", with_particulars("indicative", questions="2001-08")),
    Kept("A14", "the four core services", good()),
    Kept("A14", "grants that the ALMO runs", with_service(id="grants", why="The ALMO runs them.")),
    Kept("A14", "another service", with_service(id="housing-register")),
    Kept("M01", "a reason of its own", one_of_two()),
    Kept("M01", "no other ALMO", good()),
    Kept("M02", "an ALMO for all homes", without_claims(good(), "central-services")),
    Kept("M02", "evidence on the centre", with_almo(partial=True)),
    Kept("M03", "both figures", one_of_two("Good.", OF_THE_ALMO, OF_ALL)),
    Kept("M03", "an indicator of its own", one_of_two("Good.", indicator("AH 1", Decimal(3), scope="almo"))),
    Kept("M03", "an only ALMO", but(good(), indicators=(OF_THE_ALMO,))),
    Kept("M04", "evidence on it", one_of_two()),
    Kept("M04", "an only ALMO", without_claims(good(), "benchmarked-alike")),
    Kept("M05", "evidence on it", good()),
    Kept("M05", "no tenants of a TMO, which E15 asks for", without_claims(good(), "tmo-")),
)

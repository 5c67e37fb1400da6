"""Cases of chapters B and C: what comes before an inspection, and earlier ones."""

from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.guidance.areas import AREAS
from reportkit.guidance.topic_lists import FOUNDING, SELF_ASSESSMENTS
from reportkit.inspection.casework import Fee, RequestedDocument
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.particulars import Dates, ScopedService
from tests.rules.builders import (
    ALMO,
    BEFORE_THE_TRANSFER,
    ON_FILE,
    REACHED,
    Breach,
    Kept,
    but,
    evidence,
    good,
    plus,
    review,
    service,
    with_particulars,
    with_reasons,
    without_claims,
)

CORE = tuple(ScopedService(id=area) for area in AREAS)
REGISTER = (*CORE, ScopedService(id="housing-register", title="The register"))
MEETING = evidence("board", kind="observed-meetings", date=dt.date(2003, 12, 20))
A_YEAR_ON = Dates(on_site_from=dt.date(2004, 4, 1))


def on_site(year: int, month: int, day: int, kind: str = "almo"):
    return with_particulars(kind, dates=Dates(on_site_from=dt.date(year, month, day)))


def with_file(**changes: object) -> Milestones:
    """Casework that differs."""
    return Milestones(casework=structs.replace(ON_FILE, **changes))


def agreed(**changes: object) -> Milestones:
    return with_file(timing_agreed=structs.replace(ON_FILE.timing_agreed, **changes))


def asked(title: str, *day: int) -> Milestones:
    return with_file(documents=(RequestedDocument(title=title, requested=dt.date(*day)),))


def reviewed(*reviews, kind: str = "almo", **changes: object):
    return but(with_particulars(kind, **changes), best_value_reviews=reviews)


def buying(*services, **changes: object):
    return but(with_particulars(**changes), support_services=services)


def watching(*meetings):
    rest = tuple(each for each in good().evidence if each.kind != "observed-meetings")
    return but(good(), evidence=(*rest, *meetings))


def ids(topics) -> tuple[str, ...]:
    return tuple(sorted(topic.id for topic in topics))


EARLIER = Earlier(id="voids", part="weakness", title="Voids are slow", outcome="in-part")
UNAGREED = with_file(fee=Fee(envelope="inside"))
RENT_LATE = tuple(
    structs.replace(each, completed=dt.date(2003, 12, 1)) if each.area == "rent" else each
    for each in good().best_value_reviews
)
UNREVIEWED = service(reviewed=None)
FIRST_DAY = Dates(on_site_from=dt.date(2003, 11, 3))
A_YEAR_OLD = dt.date(2004, 4, 1)


def met_on(year: int, month: int, day: int, **changes: object):
    """A board's meeting that was watched on one day alone."""
    inspection = watching(structs.replace(MEETING, date=dt.date(year, month, day)))
    return but(inspection, particulars=structs.replace(inspection.particulars, **changes))


def all_reviewed_on(dates: Dates, kind: str = "almo"):
    """Every review ended on the first day on site."""
    ended = (structs.replace(each, completed=dates.on_site_from) for each in good().best_value_reviews)
    return reviewed(*ended, kind=kind, dates=dates)


def paid(**said: object) -> Milestones:
    return with_file(fee=Fee(**said))


BREACHES = (
    Breach("B01", "a day too soon", on_site(2003, 9, 30), "wrong"),
    Breach("B01", "no day on site", with_particulars(dates=Dates()), "not there yet"),
    Breach(
        "B01", "an ALMO of no first day", with_particulars(almo=structs.replace(ALMO, went_live=None)), "not there yet"
    ),
    Breach("B03", "nothing on record", good(), "not there yet"),
    Breach("B03", "no one for the ALMO", good(), "not there yet", ("",), agreed(almo=None)),
    Breach("B03", "agreed once it had begun", good(), "wrong", ("",), agreed(date=dt.date(2003, 11, 4))),
    Breach("B04", "no review", reviewed(), "not there yet", tuple(sorted(AREAS))),
    Breach("B04", "one that ended too late", reviewed(*RENT_LATE), "wrong", ("rent",)),
    Breach(
        "B05",
        "an old review and no progress",
        reviewed(review("Rent and arrears", "rent", progress=None)),
        "not there yet",
        ("rent-and-arrears",),
    ),
    Breach(
        "B06",
        "no review",
        reviewed(),
        "not there yet",
        ("capital-programme", "estates", "rent", "repairs"),
    ),
    Breach("B06", "another service", with_particulars(scope=REGISTER), "not there yet", ("housing-register",)),
    Breach(
        "B07",
        "a review without two themes",
        reviewed(review("Rent", "rent", themes=("access", "diversity"))),
        "not there yet",
        ("rent",),
    ),
    Breach("B08", "none listed", buying(), "not there yet"),
    Breach("B08", "no review planned", buying(service(reviewed=None, next_review=None)), "not there yet", ("payroll",)),
    Breach("B08", "none after a year", buying(UNREVIEWED, dates=A_YEAR_ON), "wrong", ("payroll",)),
    Breach(
        "B08",
        "round 3, reviewed after the first year",
        buying(service(reviewed=dt.date(2004, 4, 2)), round=3),
        "wrong",
        ("payroll",),
    ),
    Breach("B08", "round 3, planned after the first year", buying(UNREVIEWED, round=3), "wrong", ("payroll",)),
    Breach("B09", "nothing on record", good(), "not there yet"),
    Breach("B09", "no minutes", good(), "not there yet", ("minutes",), asked("The plan", 2003, 9, 1)),
    Breach("B09", "asked for on the day", good(), "wrong", ("in-advance",), asked("Board minutes", 2003, 11, 3)),
    Breach("B10", "no meeting", watching(), "not there yet"),
    Breach("B10", "a meeting five weeks later", watching(MEETING), "wrong"),
    Breach("B10", "a meeting more than a fortnight later", met_on(2003, 11, 29), "wrong"),
    Breach("B12", "nothing on record", good("indicative"), "not there yet"),
    Breach("B12", "the last day of 2003", on_site(2003, 12, 31, "indicative"), "not there yet"),
    Breach(
        "B13",
        "none",
        without_claims(good(), "self-assessment"),
        "not there yet",
        ids(SELF_ASSESSMENTS),
    ),
    Breach(
        "B13",
        "none where there is no ALMO",
        without_claims(with_particulars(almo=None), "self-assessment"),
        "not there yet",
        ids(SELF_ASSESSMENTS[:2]),
    ),
    Breach("B14", "none", without_claims(good(), "founding-"), "not there yet", ids(FOUNDING)),
    Breach("C01", "after the transfer", on_site(2003, 11, 3, "indicative"), "wrong", ("transfer",)),
    Breach("C01", "on the transfer's day", on_site(2003, 4, 1, "indicative"), "wrong", ("transfer",)),
    Breach("C01", "before the reviews", reviewed(kind="indicative"), "not there yet", tuple(sorted(AREAS))),
    Breach(
        "C02",
        "a reason that speaks of money",
        with_reasons("indicative", service=("Repairs work.", "So it qualifies for funding.")),
        "wrong",
        ("service",),
    ),
    Breach("C03", "nothing on record", good("indicative"), "not there yet"),
    Breach("C03", "agreed with no one", good("indicative"), "not there yet", ("",), UNAGREED),
    Breach(
        "C03",
        "inside or outside is not said",
        good("indicative"),
        "not there yet",
        ("",),
        paid(agreed_with="P. Dunne", agreed=dt.date(2002, 9, 2)),
    ),
    Breach(
        "C03",
        "agreed on no day",
        good("indicative"),
        "not there yet",
        ("",),
        paid(envelope="inside", agreed_with="P. Dunne"),
    ),
    Breach("C08", "nothing said of it", with_particulars(previous=None), "not there yet"),
    Breach(
        "C08",
        "recommendations that no one traced",
        without_claims(good(), "previous-recommendations"),
        "not there yet",
        ("previous-recommendations",),
    ),
)

KEPT = (
    Kept("B01", "the first day", on_site(2003, 10, 1)),
    Kept("B01", "seven months", good()),
    Kept("B03", "agreed the year before", good(), REACHED),
    Kept("B03", "agreed on the first day itself", good(), agreed(date=FIRST_DAY.on_site_from)),
    Kept("B03", "agreed, with no day on site", with_particulars(dates=Dates()), REACHED),
    Kept("B04", "four reviews", good()),
    Kept("B04", "reviews that ended on the first day", all_reviewed_on(FIRST_DAY)),
    Kept("B04", "four reviews and no day on site", with_particulars(dates=Dates())),
    Kept("B05", "old reviews with their progress", good()),
    Kept("B05", "a review since", reviewed(review("Rent", "rent", completed=dt.date(2003, 6, 1), progress=None))),
    Kept(
        "B05",
        "a review that ended as it took over",
        reviewed(review("Rent", "rent", completed=ALMO.went_live, progress=None)),
    ),
    Kept("B05", "a review that has not ended", reviewed(review("Rent", "rent", completed=None, progress=None))),
    Kept("B06", "all four", good()),
    Kept(
        "B06",
        "another service and its review",
        reviewed(*good().best_value_reviews, review("X", "housing-register"), scope=REGISTER),
    ),
    Kept("B07", "reviews with all themes", good()),
    Kept("B08", "one that was reviewed", good()),
    Kept("B08", "round 2 with a day for it", buying(UNREVIEWED)),
    Kept("B08", "round 3, reviewed in time", buying(service(), round=3)),
    Kept("B08", "round 3, by the end of the first year", buying(service(reviewed=A_YEAR_OLD), round=3)),
    Kept("B08", "no ALMO", buying(almo=None)),
    Kept("B09", "minutes asked for the day before", good(), asked("Board minutes", 2003, 11, 2)),
    Kept("B09", "other papers where there is no ALMO", with_particulars(almo=None), asked("The plan", 2003, 9, 1)),
    Kept("B10", "a meeting while they were there", good()),
    Kept("B10", "a meeting a week before", watching(structs.replace(MEETING, date=dt.date(2003, 10, 27)))),
    Kept("B10", "a meeting a fortnight after they left", met_on(2003, 11, 28)),
    Kept("B10", "a meeting a fortnight after a visit of no last day", met_on(2003, 11, 17, dates=FIRST_DAY)),
    Kept("B10", "a meeting of no stated day", watching(structs.replace(MEETING, date=None))),
    Kept("B10", "a meeting, with no day on site", with_particulars(dates=Dates())),
    Kept("B12", "discussed", good("indicative"), REACHED),
    Kept("B12", "an inspection of 2004", on_site(2004, 1, 5, "indicative")),
    Kept("B13", "all three", good()),
    Kept("B14", "all of them", good()),
    Kept("C01", "between reviews and transfer", good("indicative")),
    Kept("C01", "reviews that ended on the first day", all_reviewed_on(BEFORE_THE_TRANSFER["dates"], "indicative")),
    Kept("C02", "reasons of the service", good("indicative")),
    Kept("C03", "agreed with the manager", good("indicative"), REACHED),
    Kept("C08", "an earlier list", plus(without_claims(good(), "previous-recommendations"), earlier=(EARLIER,))),
    Kept("C08", "recommendations that were traced", good()),
)

"""Cases of chapter K: score letter, press release, funding."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from reportkit.inspection.casework import Addressee, Addressees, Allocation, Casework, Planned, Signatory
from reportkit.inspection.milestones import Milestones
from tests.rules.builders import ALMO, Breach, Kept, good, rated, with_particulars

SUBMITTED = dt.date(2003, 12, 1)
SOMEBODY = Addressee(name="Ann Price")
ALL = Addressees(authority=SOMEBODY, almo=SOMEBODY, odpm=SOMEBODY)
ON_FILE = Casework(
    addressees=ALL,
    signatory=Signatory(name="Ada", office="Lead"),
    allocation=Allocation(amount=1_000_000, years=("2003/04",), source="ODPM letter"),
)
READY = Milestones(submitted=SUBMITTED, decided=dt.date(2004, 1, 10), casework=ON_FILE)
PARTIAL = with_particulars(almo=replace(ALMO, partial=True))


def but_casework(**changes: object) -> Milestones:
    return replace(READY, casework=replace(ON_FILE, **changes))


def planned(letters: dt.date, publication: dt.date) -> Milestones:
    return but_casework(planned=Planned(letters=letters, publication=publication))


def addressed(organisation: str) -> Milestones:
    return but_casework(addressees=replace(ALL, almo=Addressee(name="T", organisation=organisation)))


DAY = dt.date(2004, 1, 16)
WITHOUT = but_casework(allocation=None)
NO_ODPM = but_casework(addressees=replace(ALL, odpm=None))

BREACHES = (
    Breach(
        "K01",
        "no one at the ODPM",
        good(),
        "not there yet",
        ("",),
        but_casework(addressees=replace(ALL, odpm=None)),
    ),
    Breach("K01", "no one who signs", good(), "not there yet", ("",), but_casework(signatory=None)),
    Breach(
        "K01",
        "an indicative one without the authority",
        good("indicative"),
        "not there yet",
        ("",),
        but_casework(addressees=Addressees(almo=SOMEBODY)),
    ),
    Breach("K07", "a report on the letters' day", good(), "wrong", ("",), planned(DAY, DAY)),
    Breach(
        "K07",
        "a report that came before",
        good(),
        "wrong",
        ("",),
        replace(READY, letters=DAY, published=DAY - dt.timedelta(1)),
    ),
    Breach("K07", "a report ten days after", good(), "wrong", ("",), planned(DAY, DAY + dt.timedelta(10))),
    Breach("K10", "a partial ALMO's letter to another", PARTIAL, "wrong", ("",), addressed("Ashby West Homes")),
    Breach("K11", "no decision", good(), "not there yet", ("",), replace(READY, decided=None)),
    Breach("K11", "comments without an answer", good(), "not there yet", ("comments",), replace(READY, unanswered=2)),
    Breach(
        "K13", "a good service without an allocation", good(), "not there yet", ("",), but_casework(allocation=None)
    ),
)

KEPT = (
    Kept("K01", "everyone on file", good(), READY),
    Kept("K01", "one that no one has handed in", good()),
    Kept(
        "K01",
        "an indicative one without the ODPM",
        good("indicative"),
        but_casework(addressees=replace(ALL, odpm=None)),
    ),
    Kept("K07", "a report weeks after", good(), planned(DAY, DAY + dt.timedelta(28))),
    Kept("K07", "a report two weeks after", good(), planned(DAY, DAY + dt.timedelta(14))),
    Kept("K07", "no days planned", good(), READY),
    Kept("K10", "a partial ALMO's own letter", PARTIAL, addressed("Ashby Homes")),
    Kept("K10", "a whole ALMO under a parent's name", good(), addressed("Ashby Group")),
    Kept("K11", "a decision, all answered", good(), READY),
    Kept("K11", "one that no one has handed in", good()),
    Kept("K13", "an allocation on file", good(), READY),
    Kept("K13", "a fair service", rated(service="fair"), but_casework(allocation=None)),
    Kept("K13", "one that no one has handed in", good()),
)

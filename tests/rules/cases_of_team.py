"""Cases of chapter D: the team and the auditor."""

from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.inspection.bodies import Authority
from reportkit.inspection.team import Auditor, Member
from tests.rules.builders import (
    Breach,
    Kept,
    good,
    particulars,
    with_particulars,
    with_team,
)

LEAD, LOCAL, ADVISER = particulars().team


def adviser(**changes: object) -> Member:
    return structs.replace(ADVISER, **changes)


def with_adviser(**changes: object):
    return with_team(LEAD, LOCAL, adviser(**changes))


BREACHES = (
    Breach("D01", "a team without a tenant adviser", with_team(LEAD, LOCAL), "not there yet"),
    Breach("D01", "no team at all", with_team(), "not there yet"),
    Breach("D02", "an adviser who was not trained", with_adviser(trained=False), "wrong", ("m-price",)),
    Breach("D02", "an adviser without either", with_adviser(trained=None), "not there yet", ("m-price",)),
    Breach("D02", "an adviser who is no one's tenant", with_adviser(tenant_of=None), "not there yet", ("m-price",)),
    Breach("D03", "a tenant of the council inspected", with_adviser(tenant_of="Ashby"), "wrong", ("m-price",)),
    Breach("D03", "a tenant of its ALMO", with_adviser(tenant_of="Ashby Homes"), "wrong", ("m-price",)),
    Breach("D04", "no one who was there before", with_team(LOCAL, ADVISER), "wrong"),
    Breach(
        "D04",
        "no one who is said to have been there",
        with_team(structs.replace(LEAD, inspected_before=None), ADVISER),
        "not there yet",
    ),
    Breach("D05", "everyone from the region", with_team(structs.replace(LEAD, region="East"), ADVISER), "wrong"),
    Breach(
        "D05",
        "an authority without a region",
        with_particulars(authority=Authority(name="Ashby")),
        "not there yet",
    ),
    Breach("D07", "nothing on the auditor", with_particulars(auditor=None), "not there yet"),
    Breach(
        "D07",
        "an auditor spoken with and not read",
        with_particulars(auditor=Auditor(involved=False, discussion=dt.date(2003, 10, 2), duplication="None.")),
        "not there yet",
    ),
    Breach("D08", "nothing on work done twice", with_particulars(auditor=Auditor(involved=True)), "not there yet"),
)

KEPT = (
    Kept("D01", "one adviser", good()),
    Kept("D02", "an adviser who is a trained tenant", good()),
    Kept("D02", "a team without an adviser, which D01 speaks of", with_team(LEAD, LOCAL)),
    Kept("D03", "a tenant of another council", good()),
    Kept("D03", "an adviser whose council is not said", with_adviser(tenant_of=None)),
    Kept("D04", "one who was there before", good()),
    Kept("D05", "one from another region", good()),
    Kept(
        "D05",
        "one from another region and one without a region",
        with_team(LEAD, structs.replace(LOCAL, region=None)),
    ),
    Kept("D07", "an auditor who took part", good()),
    Kept(
        "D07",
        "an auditor spoken with and read",
        with_particulars(auditor=Auditor(discussion=dt.date(2003, 10, 2), work_reviewed="The opinion on the plan")),
    ),
    Kept("D08", "a sentence on it", good()),
    Kept("D08", "no auditor, which D07 speaks of", with_particulars(auditor=None)),
)

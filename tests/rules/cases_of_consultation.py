"""Cases of chapter J, first half: draft, comments, round table and the wider presentation."""

from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.inspection.milestones import Milestones, RoundTableHeld
from tests.rules.builders import REACHED, Breach, Kept, good, with_particulars

HELD = dt.date(2004, 1, 21)
TO_COUNCIL, TO_ALMO = REACHED.drafts


def done(**changes: object) -> Milestones:
    """Return everything with the bodies done, but for what is named."""
    return structs.replace(REACHED, **changes)


ALONE = with_particulars("indicative", almo=None)

BREACHES = (
    Breach("J01", "a draft that no one has", good(), "not there yet", ("almo", "authority")),
    Breach("J01", "a draft that only the council has", good(), "not there yet", ("almo",), done(drafts=(TO_COUNCIL,))),
    Breach("J01", "one of a service without an ALMO that no one has", ALONE, "not there yet", ("authority",)),
    Breach(
        "J02",
        "a draft without a day for comments",
        good(),
        "not there yet",
        ("almo",),
        done(drafts=(TO_COUNCIL, structs.replace(TO_ALMO, due=None))),
    ),
    Breach("J03", "a turn that no one has settled", good(), "not there yet"),
    Breach("J03", "a turn agreed with one of both", good(), "not there yet", ("",), done(turn_agreed_with=("J.",))),
    Breach("J04", "no round table", good(), "not there yet", ("",), done(round_table=None)),
    Breach(
        "J04",
        "a round table of no one",
        good("re-inspection"),
        "not there yet",
        ("",),
        done(round_table=RoundTableHeld(on=HELD)),
    ),
    Breach("J05", "a comment that waits", good(), "not there yet", ("",), done(unanswered=1)),
    Breach("J05", "comments that wait", good("best-value"), "not there yet", ("",), done(unanswered=2)),
    Breach("J06", "a wish that no one asked for", good(), "not there yet", ("",), done(wider_wanted=None)),
    Breach("J06", "a presentation that was wanted", good(), "not there yet", ("",), done(wider_wanted=True)),
)

KEPT = (
    Kept("J01", "a draft that both have", good(), REACHED),
    Kept("J01", "one of a service without an ALMO that the council has", ALONE, done(drafts=(TO_COUNCIL,))),
    Kept("J02", "a draft with a day for comments", good(), REACHED),
    Kept("J02", "a draft that no one has, which J01 speaks of", good()),
    Kept("J03", "a turn agreed with both", good(), REACHED),
    Kept("J04", "a round table", good(), REACHED),
    Kept("J05", "comments that were answered", good(), REACHED),
    Kept("J05", "no comments", good(), done(comments=0)),
    Kept("J06", "a draft that is not out yet", good()),
    Kept("J06", "an authority that wants none", good(), REACHED),
    Kept("J06", "one that was held", good(), done(wider_wanted=True, wider=RoundTableHeld(on=HELD))),
    Kept(
        "J06", "one that was held though no one asked", good(), done(wider_wanted=None, wider=RoundTableHeld(on=HELD))
    ),
)

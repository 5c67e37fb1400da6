"""Cases of chapter N: fees."""

from __future__ import annotations

from reportkit.inspection.casework import Casework, Fee
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.source_place import Origin
from tests.rules.builders import Breach, Kept, good, with_particulars

SECOND, THIRD = with_particulars(round=2), with_particulars(round=3)


def fee(**facts: object) -> Milestones:
    origin = Origin("moderation/ashby-homes-2003/casework.yaml", {"fee": 4, "fee.amount": 5})
    return Milestones(casework=Casework(fee=Fee(**facts), origin=origin))


BREACHES = (
    Breach("N01", "a pound too little", SECOND, "wrong", ("",), fee(amount=16_999)),
    Breach("N01", "a pound too much in round 1", with_particulars(round=1), "wrong", ("",), fee(amount=50_001)),
    Breach("N04", "one beside the envelope", good("indicative"), "not there yet", ("",), fee(envelope="outside")),
    Breach(
        "N04",
        "one that rests on nothing",
        good("indicative"),
        "not there yet",
        ("",),
        fee(envelope="outside", amount=9000),
    ),
)

KEPT = (
    Kept("N01", "the lowest that was seen", SECOND, fee(amount=17_000)),
    Kept("N01", "the highest that was seen", SECOND, fee(amount=50_000)),
    Kept("N01", "any fee of round 3", THIRD, fee(amount=60_000)),
    Kept("N01", "no fee", SECOND),
    Kept("N01", "a round that no one named", with_particulars(round=None), fee(amount=60_000)),
    Kept("N04", "one inside the envelope", good("indicative"), fee(envelope="inside")),
    Kept("N04", "a fee of which nothing is said, which C03 speaks of", good("indicative")),
    Kept(
        "N04",
        "one beside it with what it rests on",
        good("indicative"),
        fee(envelope="outside", amount=9000, basis="8,000 homes"),
    ),
)

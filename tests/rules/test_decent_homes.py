"""BVPI 184b worked out again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportkit.inspection.indicator import Indicator
from reportkit.rules.decent_homes import decent_homes
from reportkit.rules.indicators.indicator_facts import describe_change
from tests.rules.builders import but, good, indicator


def shares(before: str, after: str, given: str | None = None, **changes: object):
    rows: list[Indicator] = [
        indicator("BVPI 184a", Decimal(before), year="2002/03", **changes),
        indicator("BVPI 184a", Decimal(after), year="2003/04", **changes),
    ]
    if given is not None:
        rows.append(indicator("BVPI 184b", Decimal(given), year="2002/03", **changes))
    return but(good(), indicators=tuple(rows))


@pytest.mark.parametrize(
    ("before", "after", "given", "told"),
    [
        (
            "48.0",
            "43.2",
            "10.0",
            "(43.2 - 48.0) ÷ 48.0 = -10.0 per cent, a fall; given: 10.0, which agrees but for the sign",
        ),
        ("48.0", "43.2", "-10.0", "(43.2 - 48.0) ÷ 48.0 = -10.0 per cent, a fall; given: -10.0, which agrees"),
        ("48.0", "43.2", "4.8", "(43.2 - 48.0) ÷ 48.0 = -10.0 per cent, a fall; given: 4.8, which differs"),
        ("40", "44", None, "(44 - 40) ÷ 40 = 10.0 per cent, a rise; not given"),
        ("40", "40", "0", "(40 - 40) ÷ 40 = 0.0 per cent, no change; given: 0, which agrees"),
    ],
)
def test_the_change_is_worked_out_and_says_how(before, after, given, told):
    (found,) = decent_homes(shares(before, after, given))
    assert describe_change(found) == f"2002/03 to 2003/04: {told}"


def test_it_agrees_to_the_places_that_were_given():
    (found,) = decent_homes(shares("47.3", "41.9", "11"))  # 11.416…
    assert (found.change, found.agrees) == (Decimal("-11.4"), True)


def test_one_share_alone_or_a_share_of_nought_gives_no_change():
    assert decent_homes(but(good(), indicators=(indicator("BVPI 184a", Decimal(48), year="2002/03"),))) == ()
    assert decent_homes(shares("0", "4")) == ()


def test_authority_and_almo_are_kept_apart():
    mixed = (
        indicator("BVPI 184a", Decimal(48), year="2002/03", scope="authority"),
        indicator("BVPI 184a", Decimal(40), year="2003/04", scope="almo"),
    )
    assert decent_homes(but(good(), indicators=mixed)) == ()

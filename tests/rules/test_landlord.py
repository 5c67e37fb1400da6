"""Whether two names mean one landlord."""

from __future__ import annotations

import pytest

from reportkit.rules.landlord import same_landlord

SAME = (
    ("Waltham Forest", "London Borough of Waltham Forest"),
    ("waltham forest council", "Waltham Forest LBC"),
    ("City of Nottingham", "Nottingham City Council"),
    ("Stoke-on-Trent", "Stoke on Trent City Council"),
)
DIFFERENT = (
    ("Waltham Abbey", "Waltham Forest"),
    ("Ashby", "Ashby Homes"),
    ("", ""),
    ("Borough Council", "The City Council"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_landlord_is_known_however_formally_it_is_written(one: str, other: str):
    assert same_landlord(one, other)
    assert same_landlord(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_names_are_other_landlords(one: str, other: str):
    assert not same_landlord(one, other)

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.files.new_id import id_from, numbered_name
from reportkit.reading.names import why_no_id


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Repairs are done on time", "repairs-are-done-on-time"),
        ("Tenants’ views: café & “bar”", "tenants-views-cafe-bar"),
        (
            "A title that goes on for far longer than any name of a file may be",
            "a-title-that-goes-on-for-far-longer-than",
        ),
        ("w" * 50, "w" * 40),
        ("…", "finding"),
        ("CON", "finding-con"),
    ],
)
def test_a_title_makes_an_id(title, name):
    assert id_from(title, otherwise="finding") == name


def test_an_id_that_is_taken_gets_a_number_that_fits():
    assert id_from("Rent", otherwise="finding", taken={"rent", "rent-2"}) == "rent-3"
    assert id_from("w" * 50, otherwise="finding", taken={"w" * 40}) == f"{'w' * 38}-2"


@settings(max_examples=60, deadline=None)
@given(title=st.text())
def test_any_title_makes_an_allowed_id(title):
    assert why_no_id(id_from(title, otherwise="finding")) == ""


@pytest.mark.parametrize(
    ("name", "taken", "next_one"),
    [
        ("ashby-homes", (), "ashby-homes-2005"),
        ("ashby-homes-2003", (), "ashby-homes-2005"),
        ("ashby-homes-2005", ("ashby-homes-2005",), "ashby-homes-2005-2"),
        ("a" * 40, (), f"{'a' * 35}-2005"),
        (f"{'a' * 34}-bcde", (), f"{'a' * 34}-2005"),
    ],
)
def test_the_next_inspection_is_called_as_this_one_with_its_year(name: str, taken: tuple[str, ...], next_one: str):
    assert numbered_name(name, 2005, taken) == next_one

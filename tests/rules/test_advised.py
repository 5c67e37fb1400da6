"""Names that no public paper may hold."""

from __future__ import annotations

import pytest

from reportkit.rules.advised import named

ADVISED = ("Elmbridge Borough Council", "Reading", "London Borough of Camden", "Hull", "Bath")


def tells(text: str, inspected: str = "Harrowmere Council") -> tuple[str, ...]:
    return named(ADVISED, (text,), inspected)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It learnt from Elmbridge Borough Council.", "Elmbridge Borough Council"),
        ("Elmbridge  borough\ncouncil does it well.", "Elmbridge Borough Council"),
        ("Managers visited Elmbridge twice.", "Elmbridge Borough Council"),
        ("Managers visited Camden and others.", "London Borough of Camden"),
        ("They asked in Reading.", "Reading"),
        ("Help came from Camden last year.", "London Borough of Camden"),
        ("Help came from Hull.", "Hull"),
        ("ELMBRIDGE BOROUGH COUNCIL", "Elmbridge Borough Council"),
    ],
)
def test_a_name_is_found_whole_and_bare(text: str, name: str):
    assert tells(text) == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "Reading this report",
        "It is late. Reading takes time.",
        "12 Reading this report",
        "No one is reading it.",
        "Camdenian ways.",
        "Homes in Camden Street are damp.",
        "The hulls of boats lie there.",
        "New bathrooms were put in.",
        "Elmbridge",
        "",
    ],
)
def test_a_word_that_may_be_no_place_is_let_pass(text: str):
    assert tells(text) == ()


def test_the_authority_that_the_paper_is_about_stands_in_it():
    assert tells("Elmbridge has 9,000 homes, and Elmbridge knows it.", "Elmbridge Council") == ()


def test_each_name_is_told_once():
    assert named((*ADVISED, *ADVISED), ("In Camden", "in Camden"), "Oak") == ("London Borough of Camden",)

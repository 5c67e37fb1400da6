"""Which abbreviations a report spells out."""

from __future__ import annotations

import pytest

from reportkit.inspection.driver import Driver
from reportkit.inspection.inspection import Inspection, Narrative
from reportkit.publications.abbreviations import abbreviations_used
from tests.publications.builders import at, finding, inspection


def used(inspected: Inspection | None = None, shown: object = (), template: str = "") -> list[str]:
    return [each["short"] for each in abbreviations_used(inspected or inspection(), {"shown": shown}, template)]


@pytest.mark.parametrize(
    "inspected",
    [
        inspection(finding(title="A TMO")),
        inspection(finding(text="A TMO")),
        inspection(finding(effect="A TMO")),
        inspection(narratives=(Narrative("x", "A TMO", 1, at("narrative/x.md")),)),
        inspection(drivers=(Driver(id="d", title="A TMO"),)),
        inspection(drivers=(Driver(id="d", title="D", text="A TMO"),)),
    ],
)
def test_an_abbreviation_is_found_wherever_someone_wrote_it(inspected: Inspection) -> None:
    assert used(inspected) == ["TMO"]


def test_an_abbreviation_is_found_in_what_tables_show_and_in_the_templates_own_words() -> None:
    assert used(shown=[{"name": "A TMO", "number": 3}], template="The ALMO") == ["ALMO", "TMO"]


def test_several_of_a_kind_count_as_one() -> None:
    assert used(template="ALMOs and TMOs and the ALMO") == ["ALMO", "TMO"]


def test_what_only_looks_like_an_abbreviation_is_left_out() -> None:
    assert used(template="NOTHING of the TMOX or a tmo") == []


def test_each_is_spelt_out() -> None:
    (almo,) = abbreviations_used(inspection(), {}, "ALMO")
    assert almo == {"short": "ALMO", "full": "arm's length management organisation"}

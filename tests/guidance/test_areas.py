"""The four service areas and the themes."""

from reportkit.guidance.areas import AREAS, THEMES


def test_there_are_four_service_areas_in_the_order_of_appendix_1():
    assert list(AREAS) == ["stock-investment", "rent", "tenant-participation", "estate-management"]


def test_each_area_has_a_short_name_of_its_own_for_question_ids():
    assert [area.short for area in AREAS.values()] == ["stock", "rent", "participation", "estates"]


def test_there_are_four_themes_that_every_review_covers():
    assert list(THEMES) == ["access", "diversity", "participation", "value-for-money"]
    assert {theme.paragraph for theme in THEMES.values()} == {"109"}

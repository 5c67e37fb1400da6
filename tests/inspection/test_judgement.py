from __future__ import annotations

import pytest

from reportkit.inspection.judgement import Judgements, ServiceJudgement, ServiceRating


@pytest.mark.parametrize(("rating", "stars"), [("poor", 0), ("fair", 1), ("good", 2), ("excellent", 3), (None, None)])
def test_a_rating_has_its_stars(rating: ServiceRating | None, stars: int | None) -> None:
    assert ServiceJudgement(rating=rating).stars == stars


def test_nothing_is_judged_until_it_is_said() -> None:
    assert (Judgements().service.rating, Judgements().prospects.rating) == (None, None)

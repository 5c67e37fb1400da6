"""When a press release goes with the letters [117]."""

from __future__ import annotations

import pytest

from reportkit.actions.notify import NotifyRequest, _names
from reportkit.errors import Refused
from tests.publications.scores import announcement

LETTERS = {
    "almo": ("letter-authority", "letter-almo", "letter-odpm"),
    "re-inspection": ("letter-authority", "letter-almo", "letter-odpm"),
    "indicative": ("letter-authority", "letter-almo"),
    "best-value": ("letter-authority",),
}


@pytest.mark.parametrize(("kind", "letters"), LETTERS.items())
@pytest.mark.parametrize("asked", [None, True, False])
def test_it_goes_with_an_almos_letters_and_with_others_where_it_is_asked_for(
    kind: str, letters: tuple[str, ...], asked: bool | None
) -> None:
    announced, request = announcement(kind), NotifyRequest(release=asked)
    if announced.concerns_funding and asked is False:
        with pytest.raises(Refused, match="goes out with the letters"):
            _names(announced, request)
        return
    goes = announced.concerns_funding or asked is True
    assert _names(announced, request) == ((*letters, "press-release") if goes else letters)

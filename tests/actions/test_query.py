"""Asking for further information, called from Python."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reportkit.actions.query import QUERY, QueryRequest
from reportkit.errors import WrongUse
from reportkit.moderation.events import Query
from tests.actions.conftest import DAY, Sit
from tests.cli.moderate.conftest import SLUG

REQUEST = QueryRequest(inspection=SLUG, whom="ros", due=DAY, text="How many?", today=DAY)


@pytest.mark.parametrize(
    ("about", "finding", "judgement"),
    [(None, None, None), ("service", None, "service"), ("adaptations-slow", "adaptations-slow", None)],
)
def test_a_query_is_on_a_finding_on_a_judgement_or_in_general(
    sits: Sit, about: str | None, finding: str | None, judgement: str | None
) -> None:
    prepared = QUERY.prepare(sits("ann"), replace(REQUEST, whom="dan", about=about))
    assert prepared.intent is not None
    details = prepared.intent.details
    assert isinstance(details, Query)
    assert (details.of, details.finding, details.judgement) == ("Dan Orr", finding, judgement)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"about": "no-such"}, "is neither a finding nor a judgement"),
        ({"whom": "Orr"}, "No one is called `Orr`. Did you mean `dan`"),
    ],
)
def test_what_is_meant_must_be_known(sits: Sit, changed: dict[str, object], what: str) -> None:
    with pytest.raises(WrongUse, match=what):
        QUERY.prepare(sits("ann"), replace(REQUEST, **changed))

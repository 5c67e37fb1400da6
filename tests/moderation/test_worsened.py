from __future__ import annotations

import pytest

from reportkit.inspection.bodies import Authority
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import Judgements, ProspectsJudgement, ServiceJudgement
from reportkit.inspection.particulars import Particulars
from reportkit.moderation.worsened import Worse, worse


def judged(service: str | None = "good", prospects: str | None = "promising", **findings: str) -> Inspection:
    """Return an inspection with these judgements, and findings of these kinds."""
    judgements = Judgements(service=ServiceJudgement(rating=service), prospects=ProspectsJudgement(rating=prospects))
    particulars = Particulars(kind="almo", authority=Authority(name="Ashby"), judgements=judgements)
    made = tuple(Finding(id=name, title=name, kind=kind) for name, kind in findings.items())
    return Inspection(slug="ashby", particulars=particulars, findings=made)


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        (judged(), judged(), []),
        (judged(), judged(service="excellent", prospects="excellent"), []),
        (judged(), judged(service="fair"), [("service:fair", "judgement 1 was lowered from good to fair")]),
        (
            judged(),
            judged(prospects="uncertain"),
            [("prospects:uncertain", "judgement 2 was lowered from promising to uncertain")],
        ),
        (judged(service=None), judged(service="poor"), []),
        (judged(gas="weakness"), judged(gas="strength"), []),
        (judged(gas="weakness"), judged(gas="weakness"), []),
        (judged(gas="strength"), judged(gas="weakness"), [("gas", "the weakness gas was added")]),
        (judged(), judged(gas="weakness", doors="strength"), [("gas", "the weakness gas was added")]),
    ],
)
def test_what_got_worse_for_the_bodies_is_found(
    before: Inspection, now: Inspection, found: list[tuple[str, str]]
) -> None:
    assert worse(before, now) == tuple(Worse(*each) for each in found)

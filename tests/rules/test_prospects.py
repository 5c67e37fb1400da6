"""Chapter H: what its problems propose can be done."""

from __future__ import annotations

from reportkit.guidance.questions import FINDING_QUESTIONS
from tests.rules.builders import breaches, finding, good, plus


def test_the_question_proposed_for_a_straddling_finding_is_one_that_a_finding_may_name():
    on_plans = finding("x", question="P2.3", area=None, covers=("1.1-stock-6",))
    (problem,) = breaches(plus(good(), findings=(on_plans,)), "H12")
    assert 'Add `also: ["1.1"]`' in problem.remedy
    assert "1.1" in FINDING_QUESTIONS

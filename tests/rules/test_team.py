"""Chapter D: where its problems point, and what they say."""

from __future__ import annotations

from reportkit.inspection.team import Auditor
from tests.rules.builders import breaches, particulars, with_particulars, with_team


def test_a_problem_with_the_team_points_at_the_line_of_the_team():
    (problem,) = breaches(with_team(particulars().team[0]), "D01")
    assert str(problem.where) == "inspections/ashby-homes-2003/inspection.yaml:3"


def test_the_lacking_half_of_a_talk_with_the_auditor_is_named():
    (problem,) = breaches(with_particulars(auditor=Auditor(work_reviewed="The opinion on the plan")), "D07")
    assert "the date of a detailed discussion is not given" in problem.message
    assert "audit work" not in problem.message

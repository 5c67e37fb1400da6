"""Chapter D: where its problems point, and what they say."""

from __future__ import annotations

from msgspec import structs

from reportkit.inspection.source_place import Origin
from reportkit.inspection.team import Auditor
from tests.rules.builders import breaches, particulars, with_particulars, with_team


def test_a_problem_with_the_team_points_at_the_line_of_the_team():
    (problem,) = breaches(with_team(particulars().team[0]), "D01")
    assert str(problem.where) == "inspections/ashby-homes-2003/inspection.yaml:3"


def test_the_lacking_half_of_a_talk_with_the_auditor_is_named():
    (problem,) = breaches(with_particulars(auditor=Auditor(work_reviewed="The opinion on the plan")), "D07")
    assert problem.message.endswith("and there is no date of a detailed discussion")


def test_a_problem_with_one_adviser_points_at_the_adviser():
    team = structs.replace(particulars().team[2], trained=False)
    origin = Origin("inspections/ashby/inspection.yaml", {"team": 3, "team.0": 4, "team.0.trained": 7})
    (problem,) = breaches(with_team(team, origin=origin), "D02")
    assert str(problem.where) == "inspections/ashby/inspection.yaml:7"

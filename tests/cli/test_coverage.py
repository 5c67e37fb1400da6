"""`reportkit coverage`: at a terminal, and for other programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reportkit.cli.output.coverage_output import FORMAT

PAGE = (Path(__file__).parents[2] / "docs" / "coverage-json.md").read_text(encoding="utf-8")

FINDING = """---
title: Repairs are late
kind: weakness
question: "2.2"
area: stock-investment
covers: [standard-complaints]
evidence: [calls]
by: a-okafor
---
They are.
"""
EVIDENCE = "title: Calls\nkind: mystery-shopping\nway: mystery-shopping\n"


@pytest.fixture
def seen(homes: Path) -> Path:
    """An inspection with one finding, and one piece of evidence."""
    (homes / "findings" / "late.md").write_text(FINDING, encoding="utf-8")
    (homes / "evidence" / "calls.yaml").write_text(EVIDENCE, encoding="utf-8")
    return homes


def test_the_grid_counts_findings_and_evidence(reportkit, seen):
    told = reportkit("coverage", "homes")
    assert told.code == 0
    row = next(line for line in told.out.splitlines() if line.startswith("  2.2 "))
    assert re.split(r"\s{2,}", row.strip())[1:5] == ["1 / 1", "nothing", "nothing", "nothing"]


def test_parts_lists_and_team_follow_the_grid(reportkit, seen):
    out = reportkit("coverage", "homes").out
    assert "P1 What shows that the service has improved?: 0 of 5 with findings, 5 with nothing" in out
    assert "Reality checks [39]: 1 of 12" in out
    assert "Standards due everywhere [53]: 1 of 13" in out
    assert "Ada Okafor: no service; 1 finding" in out
    assert "No one is assigned to: stock-investment" in out


def test_only_what_is_open_can_be_listed(reportkit, seen):
    out = reportkit("coverage", "homes", "--open-only").out
    assert "  nothing  2.2-rent  " in out
    assert "2.2-stock " not in out
    assert "mystery-shopping" not in out


def test_within_an_inspection_its_name_may_be_left_out(reportkit, seen, monkeypatch):
    monkeypatch.chdir(seen)
    assert "Appendix 1" in reportkit("coverage").out


def test_json_has_the_shape_that_the_page_tells(reportkit, seen):
    told = json.loads(reportkit("coverage", "homes", "--json").out)
    keys = re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE)
    assert list(told) == keys
    assert told["format"] == FORMAT
    inner = {*told["cells"][0], *told["parts"][0], *told["lists"][0], *told["team"][0]}
    assert [key for key in sorted(inner) if f"`{key}`" not in PAGE] == []
    late = next(cell for cell in told["cells"] if cell["id"] == "2.2-stock")
    assert (late["findings"], late["evidence"]) == (["late"], ["calls"])


def test_an_unknown_inspection_is_refused_with_the_likely_one(reportkit, seen):
    refused = reportkit("coverage", "home")
    assert refused.code == 2
    assert "Did you mean `homes`?" in refused.err


def test_an_inspection_that_cannot_be_read_says_where(reportkit, seen):
    (seen / "findings" / "late.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    refused = reportkit("coverage", "homes")
    assert refused.code == 1
    assert "inspections/homes/findings/late.md:2" in refused.err

from __future__ import annotations

import datetime as dt
import io
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportkit.cli import add as adding
from reportkit.inspection.inspection import Inspection
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection

FINDING = ("add", "finding", "homes", "--title", "Repairs are done on time", "--kind", "strength")


def read(project) -> Inspection:
    reading = read_inspection(FolderFiles(project), "homes")
    assert reading.problems == ()
    assert reading.inspection is not None
    return reading.inspection


def test_a_finding_reads_back_as_it_was_given(reportkit, project, homes):
    reportkit("add", "evidence", "homes", "repairs-case-sample", "--title", "Fifty repairs", "--kind", "case-samples")
    given = (
        *("--question", "2.2", "--area", "rent", "--weight", "high", "--evidence", "repairs-case-sample"),
        *("--by", "a-okafor", "--effect", "Tenants wait nine days: down from 21.", "--covers", "status-repairs,P1.3"),
        *("--covers", "2.2-stock-6", "--also", "P1.3", "--themes", "access", "--indicators", "BVPI 73"),
        *("--order", "3", "--teething", "--positive-practice", "--text", "Tenants **notice**.\n\nThey say so."),
    )
    made = reportkit(*FINDING, *given)
    finding = read(project).findings[0]
    assert made.out == "inspections/homes/findings/repairs-are-done-on-time.md\n"
    assert (finding.id, finding.title) == ("repairs-are-done-on-time", "Repairs are done on time")
    assert (finding.question, finding.area, finding.kind, finding.weight) == ("2.2", "rent", "strength", "high")
    assert (finding.evidence, finding.by, finding.also) == (("repairs-case-sample",), "a-okafor", ("P1.3",))
    assert finding.effect == "Tenants wait nine days: down from 21."
    assert finding.covers == ("status-repairs", "P1.3", "2.2-stock-6")
    assert (finding.themes, finding.indicators, finding.order) == (("access",), ("BVPI 73",), 3)
    assert finding.teething
    assert finding.positive_practice
    assert finding.text.strip() == "Tenants **notice**.\n\nThey say so."


def test_what_is_not_given_stands_in_the_file_as_a_note(reportkit, homes):
    reportkit(*FINDING)
    text = (homes / "findings" / "repairs-are-done-on-time.md").read_text(encoding="utf-8")
    assert text == (
        "---\n"
        "title: Repairs are done on time\n"
        '# question: "2.2"    # the question it answers\n'
        "# area: a service area\n"
        "kind: strength\n"
        "# weight: medium    # or high, low\n"
        "# evidence: [ids of evidence]\n"
        "# by: a member of the team\n"
        "# effect: what it means for tenants\n"
        "---\n"
    )


def test_evidence_reads_back_as_it_was_given(reportkit, project, homes):
    given = (
        *("--title", "What 40 tenants said", "--kind", "users-met", "--date", "2004-05-12", "--by", "a-okafor"),
        *("--questions", "2.2,P1", "--areas", "rent", "--covers", "status-contact", "--source", "plans"),
        *("--way", "focus-groups-service", "--about", "almo", "--sample", "40", "--held", "Room 4: shelf 2"),
        *("--seen", "They wait.\n\n- a list\n"),
    )
    assert reportkit("add", "evidence", "homes", *given).code == 0
    evidence = read(project).evidence[0]
    assert (evidence.id, evidence.kind, evidence.date) == ("what-40-tenants-said", "users-met", dt.date(2004, 5, 12))
    assert (evidence.by, evidence.questions, evidence.areas) == (("a-okafor",), ("2.2", "P1"), ("rent",))
    assert (evidence.source, evidence.way, evidence.about) == ("plans", "focus-groups-service", "almo")
    assert (evidence.sample, evidence.held) == (40, "Room 4: shelf 2")
    assert evidence.seen is not None
    assert evidence.seen.strip() == "They wait.\n\n- a list"


def test_a_recommendation_reads_back_as_it_was_given(reportkit, project, homes):
    reportkit(*FINDING)
    given = (
        *("--title", "Clear the backlog", "--text", "All of it.", "--findings", "repairs-are-done-on-time"),
        *("--to", "both", "--owner", "Head of repairs", "--by", "2004-12-31", "--measure", "No repair over 30 days"),
        *("--cost", "£40,000", "--pays", "the ALMO", "--gains", "tenants", "--buy-in", "take-over", "--order", "1"),
    )
    assert reportkit("add", "recommendation", "homes", "backlog", *given).code == 0
    made = read(project).recommendations[0]
    assert (made.id, made.to, made.by, made.buy_in) == ("backlog", "both", dt.date(2004, 12, 31), "take-over")
    assert (made.cost, made.pays, made.gains, made.order) == ("£40,000", "the ALMO", "tenants", 1)
    assert made.findings == ("repairs-are-done-on-time",)


def test_drivers_and_barriers_are_put_into_their_file(reportkit, project, homes):
    given = ("--reach", "corporate", "--text", "One: two.\n\nThree.")
    assert reportkit("add", "driver", "homes", "--title", "Tenants sit on the board", *given).code == 0
    reportkit("add", "driver", "homes", "--title", "Tenants sit on the board")
    reportkit("add", "barrier", "homes", "slow", "--title", "It: is slow", "--area", "rent")
    inspection = read(project)
    assert [each.id for each in inspection.drivers] == ["tenants-sit-on-the-board", "tenants-sit-on-the-board-2"]
    assert inspection.drivers[0].text.strip() == "One: two.\n\nThree."
    assert [(each.id, each.title, each.area) for each in inspection.barriers] == [("slow", "It: is slow", "rent")]
    assert (homes / "drivers-and-barriers.yaml").read_text(encoding="utf-8").startswith("# What will help")


def test_a_driver_can_be_added_where_the_file_is_not_there_yet(reportkit, project, homes):
    (homes / "drivers-and-barriers.yaml").unlink()
    assert reportkit("add", "driver", "homes", "--title", "Money").code == 0
    assert [each.id for each in read(project).drivers] == ["money"]


def test_a_driver_whose_id_is_taken_is_refused(reportkit, homes):
    reportkit("add", "driver", "homes", "money", "--title", "Money")
    before = (homes / "drivers-and-barriers.yaml").read_bytes()
    assert reportkit("add", "barrier", "homes", "money", "--title", "Money").code == 1
    assert (homes / "drivers-and-barriers.yaml").read_bytes() == before


def test_the_same_title_twice_makes_two_ids(reportkit, project, homes):
    reportkit(*FINDING)
    assert reportkit(*FINDING).out == "inspections/homes/findings/repairs-are-done-on-time-2.md\n"
    assert len(read(project).findings) == 2


def test_a_file_that_is_there_is_never_overwritten(reportkit, homes):
    reportkit(*FINDING)
    file = homes / "findings" / "repairs-are-done-on-time.md"
    before = file.read_bytes()
    refused = reportkit("add", "finding", "homes", file.stem, *FINDING[3:])
    assert refused.code == 1
    assert "is there already; nothing was written" in refused.err
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["../x", "Con", "con", "a b", "x" * 41])
def test_an_id_that_is_none_is_refused(reportkit, project, homes, name):
    assert reportkit("add", "finding", "homes", name, *FINDING[3:]).code == 2
    assert read(project).findings == ()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--kind", "strenght"), "Did you mean `strength`?"),
        (("--question", "2.22"), "Did you mean"),
        (("--area", "rents"), "Did you mean `rent`?"),
        (("--evidence", "nothing"), "There is none yet: `reportkit add evidence` adds one."),
        (("--by", "b-okafor"), "Did you mean `a-okafor`?"),
        (("--covers", "status-repair"), "Did you mean `status-repairs`?"),
        (("--order", "first"), "is not a number"),
        (("--title", "bell\x07"), "a Word document cannot hold"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_written(reportkit, project, homes, options, said):
    refused = reportkit(*FINDING, *options)
    assert refused.code == 2
    assert said in refused.err
    assert read(project).findings == ()


def test_what_is_missing_is_named_with_an_example(reportkit, homes):
    refused = reportkit("add", "finding", "homes")
    assert refused.code == 2
    assert "A finding needs --title and --kind. For example: reportkit add finding" in refused.err


def test_an_inspection_that_is_not_there_is_named_with_the_likely_one(reportkit, homes):
    refused = reportkit("add", "finding", "hoems", *FINDING[3:])
    assert refused.code == 2
    assert "There is no inspection `hoems`. Did you mean `homes`?" in refused.err


def test_inside_an_inspection_its_name_may_be_left_out(reportkit, project, homes, monkeypatch):
    monkeypatch.chdir(homes / "findings")
    reportkit("add", "finding", *FINDING[3:])
    reportkit("add", "finding", "second", *FINDING[3:])
    assert [each.id for each in read(project).findings] == ["repairs-are-done-on-time", "second"]


def test_the_text_can_come_from_standard_input(reportkit, project, homes, monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("\ufeffWörds.\r\n".encode()), isatty=bool))
    assert reportkit(*FINDING, "--text", "-").code == 0
    assert read(project).findings[0].text.strip() == "Wörds."


def test_standard_input_that_is_not_utf8_is_refused(reportkit, project, homes, monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"W\xf6rds"), isatty=bool))
    assert reportkit(*FINDING, "--text", "-").code == 2
    assert read(project).findings == ()


def test_at_a_terminal_it_asks_and_takes_numbers_and_ids(reportkit, project, homes, at_a_terminal):
    reportkit("add", "evidence", "homes", "sample", "--title", "Fifty repairs", "--kind", "case-samples")
    at_a_terminal("", "Repairs", "2.2", "2", "3", "weakness", "1", "1, sample", "a-okafor", "They wait.")
    asked = reportkit("add", "finding", "homes", "--no-edit", "--ask")
    finding = read(project).findings[0]
    assert asked.code == 0
    assert (finding.title, finding.question, finding.area) == ("Repairs", "2.2", "rent")
    assert (finding.kind, finding.weight, finding.evidence) == ("weakness", "high", ("sample",))
    assert (finding.by, finding.effect) == ("a-okafor", "They wait.")
    assert "`kind` cannot be `3`" in asked.err
    assert "This one needs an answer." in asked.err
    assert "Rent collection, arrears and debt advice" in asked.err


def test_the_choices_hold_the_services_of_the_scope(reportkit, project, homes, at_a_terminal):
    text = (homes / "inspection.yaml").read_text(encoding="utf-8")
    with_register = text.replace("scope:\n", "scope:\n  - id: register\n    title: Register\n    why: It is new\n")
    (homes / "inspection.yaml").write_text(with_register, encoding="utf-8")
    reportkit(*FINDING, "--area", "register")
    assert read(project).findings[0].area == "register"


def test_the_editor_opens_only_at_a_terminal(reportkit, homes, at_a_terminal, monkeypatch):
    opened = []
    monkeypatch.setattr(adding, "open_in_editor", lambda path: opened.append(path.name) or "no editor was found")
    reportkit(*FINDING)
    assert opened == []
    at_a_terminal()
    said = reportkit(*FINDING)
    assert reportkit(*FINDING, "--text", "Words.").code == 0
    assert opened == ["repairs-are-done-on-time-2.md"]
    assert "The file is written, but no editor was found." in said.err


def test_an_inspection_that_cannot_be_read_is_said_where_its_names_are_needed(reportkit, homes):
    (homes / "inspection.yaml").write_text("kind: [", encoding="utf-8")
    refused = reportkit(*FINDING, "--by", "a-okafor")
    assert refused.code == 1
    assert "inspections/homes/inspection.yaml: This file cannot be read." in refused.err


def test_a_folder_that_leads_out_of_the_project_is_refused(reportkit, homes, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (homes / "findings").rmdir()
    (homes / "findings").symlink_to(elsewhere)
    assert reportkit(*FINDING).code == 1
    assert list(elsewhere.iterdir()) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_title_reads_back_or_is_refused(reportkit, project, homes, title):
    for old in (homes / "findings").iterdir():
        old.unlink()
    made = reportkit("add", "finding", "homes", f"--title={title}", "--kind", "strength")
    findings = read(project).findings
    assert made.code == (0 if findings else 2)
    if findings:
        assert findings[0].title.split() == title.split()

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

LINE = re.compile(r"^(?:inspections|moderation)/[^:]+(:\d+)?: .+\.( \[.+\])?$")


@pytest.fixture
def finding(reportkit, homes):
    """A function that adds a finding and returns its file."""

    def add(name: str, *options: str):
        made = reportkit("add", "finding", "homes", name, "--title", name, "--kind", "strength", *options)
        assert made.code == 0, made.err
        return homes / "findings" / f"{name}.md"

    return add


def spoil(file, key: str = "kind: strength", by: str = "kind: strenght") -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(key, by), encoding="utf-8")


def test_an_inspection_that_only_lacks_things_passes_until_an_act_needs_them(reportkit, homes):
    checked = reportkit("check", "homes")
    assert checked.code == 0
    assert re.search(r"homes: nothing wrong, \d+ not there yet, \d+ warnings\.", checked.err)
    submitted = reportkit("check", "homes", "--for", "submit")
    assert submitted.code == 1
    assert re.search(r"\d+ things stand in the way of `submit`", submitted.err)
    assert set(re.findall(r"^[^ ]+: IN THE WAY: (.*)$", submitted.out, re.MULTILINE)) <= {
        line.partition(": ")[2] for line in checked.out.splitlines()
    }
    assert re.search(r"\d+ more things do not stand in its way", submitted.err)


def test_every_line_says_where_what_and_what_to_do(reportkit, homes):
    lines = [line for line in reportkit("check", "homes").out.splitlines() if line]
    assert lines
    assert [line for line in lines if not LINE.match(line)] == []


def test_problems_are_grouped_by_file_with_rule_and_paragraph(reportkit, homes):
    out = reportkit("check", "homes").out
    files = [{line.partition(": ")[0].partition(":")[0] for line in group.splitlines()} for group in out.split("\n\n")]
    assert all(len(group) == 1 for group in files)
    assert len({next(iter(group)) for group in files}) == len(files)
    assert re.search(r"\[H07 · A2 · not there yet\]$", out, re.MULTILINE)
    assert re.search(r"\[E13 · 46 · warning, not there yet\]$", out, re.MULTILINE)


def test_a_file_that_cannot_be_read_fails_the_check(reportkit, finding):
    spoil(finding("late"))
    checked = reportkit("check", "homes")
    assert checked.code == 1
    line = re.compile(r"^inspections/homes/findings/late\.md:5: .*Did you mean `strength`\?$", re.MULTILINE)
    assert line.search(checked.out)
    assert "Some files could not be read" in checked.err


def test_without_inspection_yaml_the_check_says_so(reportkit, homes):
    (homes / "inspection.yaml").unlink()
    checked = reportkit("check", "homes", "--facts", "--me", "x")
    assert checked.code == 1
    assert "inspections/homes/inspection.yaml: WRONG: is missing" in checked.out


def test_a_finding_that_cannot_be_read_may_be_anyones(reportkit, finding):
    spoil(finding("late", "--by", "a-okafor"))
    finding("early", "--by", "a-okafor")
    assert "findings/late.md" in reportkit("check", "--me", "a-okafor").out


def test_markdown_that_a_report_cannot_hold_is_named_with_its_line(reportkit, homes, finding):
    finding("late", "--text", "Fine.\n\n<script>no</script>")
    reportkit("add", "evidence", "homes", "doc", "--title", "T", "--kind", "document", "--seen", "Fine.\n\n# Heading\n")
    reportkit("add", "driver", "homes", "money", "--title", "T", "--text", "`code`")
    (homes / "narrative" / "approach.md").write_text("Fine.\n\n![x](y)\n", encoding="utf-8")
    checked = reportkit("check", "homes")
    assert checked.code == 1
    for file, mark in (
        ("findings/late.md", "<script>"),
        ("evidence/doc.yaml", "# Heading"),
        ("drivers-and-barriers.yaml", "`code`"),
        ("narrative/approach.md", "!["),
    ):
        lines = (homes / file).read_text(encoding="utf-8").splitlines()
        number = next(number for number, line in enumerate(lines, 1) if mark in line)
        assert f"inspections/homes/{file}:{number}: " in checked.out


def test_a_reference_to_a_finding_that_is_not_there_is_named(reportkit, finding):
    finding("late", "--text", "One\n[the backlog](finding:lat) and [this](finding:late).")
    checked = reportkit("check", "homes")
    assert checked.code == 1
    assert "`finding:lat` names no finding of this inspection. Did you mean `late`?" in checked.out


def test_an_answered_warning_is_counted_and_listed_only_with_all(reportkit, homes):
    (homes / "answers.yaml").write_text("- {rule: E13, answer: 'They were asked', by: A, about: beyond-status-voids}\n")
    checked = reportkit("check", "homes")
    assert "1 answered" in checked.err
    assert "empty homes are managed" not in checked.out
    assert "[E13 · 46 · answered: They were asked (A)]" in reportkit("check", "homes", "--all").out


def test_a_findings_id_narrows_the_check_to_it(reportkit, finding):
    spoil(finding("late"))
    spoil(finding("early"))
    for names in (("homes", "late"), ("late",)):
        checked = reportkit("check", *names)
        assert checked.code == 1
        assert "findings/late.md" in checked.out
        assert "findings/early.md" not in checked.out
        assert "drivers-and-barriers" not in checked.out


def test_a_finding_that_is_right_passes_whatever_else_is_wrong(reportkit, finding):
    spoil(finding("late"))
    finding("early")
    assert reportkit("check", "homes", "early").code == 0


def test_me_narrows_the_check_to_ones_own_findings(reportkit, finding):
    finding("late", "--by", "a-okafor", "--text", "# no")
    finding("early", "--text", "# no")
    for person in ("a-okafor", "Ada Okafor", "ada okafor"):
        checked = reportkit("check", "--me", person)
        assert "findings/late.md" in checked.out
        assert "findings/early.md" not in checked.out
    assert "homes: no finding has `by` Jo." in reportkit("check", "--me", "Jo").err


def test_mine_asks_git_who_i_am(reportkit, project, finding, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(project / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    subprocess.run(["git", "init", "-q", project], check=True)
    finding("late", "--by", "a-okafor", "--text", "# no")
    assert "Git does not know your name" in reportkit("check", "--mine").err
    subprocess.run(["git", "-C", project, "config", "user.name", "Ada Okafor"], check=True)
    assert "findings/late.md" in reportkit("check", "--mine").out


def test_a_name_that_is_neither_is_refused_with_the_likely_one(reportkit, finding):
    finding("late")
    refused = reportkit("check", "homes", "lat")
    assert refused.code == 2
    assert "`lat` is neither an inspection nor a finding. Did you mean `late`?" in refused.err


def test_without_a_name_it_is_the_inspection_one_stands_in_or_all(reportkit, homes, monkeypatch):
    reportkit("new", "second", "--kind", "almo", "--authority", "X")
    assert "homes: " in reportkit("check").err
    assert "second: " in reportkit("check").err
    monkeypatch.chdir(homes)
    assert "second: " not in reportkit("check").err
    assert "second: " in reportkit("check", "homes", "second").err


def test_a_folder_that_is_no_inspection_is_named_and_the_others_are_checked(reportkit, project, homes):
    (homes.parent / "Mixed Case").mkdir()
    (homes.parent / "empty").mkdir()
    checked = reportkit("check")
    assert checked.code == 1
    assert (
        "inspections/Mixed Case: WRONG: the folder's name has capital letters. Rename it to `mixed-case`."
        in checked.out
    )
    assert "inspections/empty: WRONG: the folder is empty, or leads elsewhere." in checked.out
    assert "inspections/homes/" in checked.out


def test_a_project_without_inspections_passes_and_says_so(reportkit):
    checked = reportkit("check")
    assert checked == (0, "", "There is no inspection yet; `reportkit new` makes one.\n")


def test_json_has_the_shape_that_is_documented(reportkit, finding):
    spoil(finding("late"))
    checked = reportkit("check", "homes", "--json", "--for", "submit", "--facts")
    told = json.loads(checked.out)
    assert checked.code == 1
    assert list(told) == ["format", "passed", "for", "inspections"]
    assert (told["format"], told["passed"], told["for"]) == (1, False, "submit")
    inspection = told["inspections"][0]
    assert list(inspection) == ["inspection", "passed", "counts", "problems", "in-the-way", "facts"]
    assert list(inspection["counts"]) == ["wrong", "not-there-yet", "warnings", "answered", "failing"]
    wrong = next(problem for problem in inspection["problems"] if problem["file"].endswith("late.md"))
    assert wrong["line"] == 5
    assert (wrong["rule"], wrong["level"], wrong["state"], wrong["fails"]) == ("file", "error", "wrong", True)
    assert list(wrong) == [
        *("file", "line", "rule", "paragraph", "level", "state", "about", "message", "remedy", "answered", "fails"),
    ]
    assert sum(problem["fails"] for problem in inspection["problems"]) == inspection["counts"]["failing"]
    assert list(inspection["facts"][0]) == ["rule", "title", "lines"]
    told_in_words = (Path(__file__).parents[2] / "docs" / "check-json.md").read_text(encoding="utf-8")
    keys = {*told, *inspection, *inspection["counts"], *wrong, *inspection["facts"][0]}
    assert [key for key in sorted(keys) if f"`{key}`" not in told_in_words] == []


def test_json_of_a_check_that_passes(reportkit, homes):
    checked = reportkit("check", "homes", "--json")
    told = json.loads(checked.out)
    assert (checked.code, told["passed"], told["for"]) == (0, True, None)
    assert "facts" not in told["inspections"][0]


def test_facts_are_told_after_the_problems(reportkit, homes):
    out = reportkit("check", "homes", "--facts").out
    assert out.index("[E13") < out.index("Facts of homes") < out.index("[E01]")


def test_colour_is_for_terminals_that_want_it(reportkit, homes, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in reportkit("check", "homes").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)
    assert "\x1b[1minspections/homes" in reportkit("check", "homes").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in reportkit("check", "homes").out


def test_a_reader_that_goes_away_is_no_failure(homes, process):
    running = subprocess.Popen(
        [*process.command, "check", "homes"],
        env=process.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    said = running.stderr.read().decode()
    running.stderr.close()
    assert running.wait() == 0
    assert "Traceback" not in said
    assert "bug" not in said


def test_its_output_is_utf8_whatever_the_terminal(homes, process):
    environment = {**process.environment, "LC_ALL": "C"}
    done = subprocess.run([*process.command, "check", "homes"], capture_output=True, env=environment, check=True)
    assert "· not there yet]" in done.stdout.decode()


@pytest.mark.parametrize("is_link", [False, True], ids=["of a newer reportkit", "a link"])
def test_a_record_that_cannot_be_read_is_named_and_the_others_are_checked_all_the_same(
    reportkit, project, homes, is_link
):
    data = b'{"event":"promotion","schema":1}\n'
    path = f"moderation/homes/records/20040614T090000Z-promotion-{hashlib.sha256(data).hexdigest()[:12]}.json"
    (project / path).parent.mkdir(parents=True)
    if is_link:
        (project / path).symlink_to("/etc/passwd")
    else:
        (project / path).write_bytes(data)
    (project / "inspections/oak").mkdir()
    (project / "inspections/oak/inspection.yaml").write_text("kind: almo\n")
    checked = reportkit("check")
    said = "is a link to another place." if is_link else "A newer reportkit made a record: it tells of 'promotion'"
    assert checked.code == 1
    assert f"{path}: WRONG: {said}" in checked.out
    assert "inspections/oak/inspection.yaml" in checked.out

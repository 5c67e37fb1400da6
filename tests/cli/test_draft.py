"""`reportkit draft`, as an inspector sees it."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from reportkit.cli import draft as draft_command
from reportkit.errors import Exit
from reportkit.shipped import shipped

FINDING = """\
---
title: Repairs are done on time
question: "2.2"
area: stock-investment
kind: strength
---
{text}
"""


@pytest.fixture
def draft(reportkit, homes):
    return lambda *options: reportkit("draft", "homes", *options)


@pytest.fixture
def out(project: Path) -> Path:
    return project / "out"


def write_finding(homes: Path, name: str, text: str) -> None:
    (homes / "findings" / f"{name}.md").write_text(FINDING.format(text=text), encoding="utf-8")


def own_template(project: Path, text: str, name: str = "report.md.j2") -> None:
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / name).write_text(text, encoding="utf-8")


def words_in(file: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(file.read_bytes())).paragraphs]


def save(project: Path) -> None:
    who = ("-c", "user.name=Ann Okafor", "-c", "user.email=ann@example.org")
    for words in (["init", "-q", "-b", "main"], ["add", "-A", "inspections", "reportkit.yaml"]):
        subprocess.run(["git", *words], cwd=project, check=True)
    subprocess.run(["git", *who, "commit", "-q", "-m", "Start"], cwd=project, check=True)


# Where it goes


def test_a_draft_is_put_in_out_and_its_place_is_all_that_is_printed(draft, out) -> None:
    made = draft()
    assert (made.code, made.out) == (Exit.DONE, f"{out / 'homes-draft.docx'}\n")
    assert made.err.startswith("0 findings; 0 wrong, ")
    assert made.err.endswith("`reportkit check homes` lists what is missing.\n")
    assert "The context" in words_in(out / "homes-draft.docx")


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("mine.docx", "mine.docx"),
        ("mine.DOCX", "mine.DOCX"),
        ("new/mine.docx", "new/mine.docx"),
        ("new", "new/homes-draft.docx"),
        ("inspections", "inspections/homes-draft.docx"),
    ],
)
def test_it_goes_to_the_file_or_folder_that_is_named(draft, project, given: str, place: str) -> None:
    assert draft("--out", given).code == Exit.DONE
    assert (project / place).read_bytes().startswith(b"PK")


def test_a_place_is_looked_for_from_where_the_command_is_said_to_start(
    reportkit, project, homes, tmp_path_factory, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert reportkit("-C", str(project), "draft", "homes", "--out", "mine.docx").code == Exit.DONE
    assert (project / "mine.docx").is_file()


def test_a_name_that_word_would_not_open_is_refused_before_anything_is_done(draft, project) -> None:
    made = draft("--out", "mine.pdf")
    assert (made.code, made.out) == (Exit.WRONG_USE, "")
    assert made.err == "`mine.pdf` does not end in .docx. Name a Word file, or a folder.\n"
    assert not (project / "mine.pdf").exists()


def test_a_report_that_is_open_in_word_stays_and_the_new_one_is_said_to_be_beside_it(draft, out) -> None:
    draft()
    earlier = (out / "homes-draft.docx").read_bytes()
    (out / "~$mes-draft.docx").touch()
    made = draft()
    assert made.out == f"{out / 'homes-draft (2).docx'}\n"
    assert "homes-draft.docx is open, so this one was put beside it." in made.err
    assert (out / "homes-draft.docx").read_bytes() == earlier


def test_inside_an_inspections_folder_its_name_may_be_left_out(reportkit, homes, out, monkeypatch) -> None:
    monkeypatch.chdir(homes / "findings")
    assert reportkit("draft").code == Exit.DONE
    assert (out / "homes-draft.docx").is_file()


def test_it_is_opened_in_the_machines_own_program_when_asked_for(draft, out, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(draft_command.click, "launch", lambda place: opened.append(place) or 0)
    assert draft("--open").code == Exit.DONE
    assert opened == [str(out / "homes-draft.docx")]


def test_where_nothing_can_open_it_it_is_there_all_the_same(draft, out, monkeypatch) -> None:
    monkeypatch.setattr(draft_command.click, "launch", lambda place: 1)
    made = draft("--open")
    assert made.code == Exit.REFUSED
    assert "No program was found to open it. Open it in Word yourself." in made.err
    assert (out / "homes-draft.docx").is_file()


# From which version


def test_what_was_never_saved_belongs_to_no_version(draft, out) -> None:
    draft()
    assert "Draft. Nothing has been saved yet, so it belongs to no version." in words_in(out / "homes-draft.docx")


def test_a_saved_version_is_named_on_the_cover_and_unsaved_changes_are_too(draft, project, homes, out) -> None:
    save(project)
    draft()
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=project, capture_output=True, text=True, check=True)
    assert any(f"from version {commit.stdout[:7]} of " in words for words in words_in(out / "homes-draft.docx"))
    write_finding(homes, "repairs", "Late.")
    draft()
    assert any("changes that have not been saved" in words for words in words_in(out / "homes-draft.docx"))


def test_the_same_version_makes_the_same_bytes(draft, project, homes, out) -> None:
    write_finding(homes, "repairs", "On time.")
    save(project)
    digests = set()
    for name in ("one.docx", "two.docx"):
        assert draft("--out", name).code == Exit.DONE
        digests.add(hashlib.sha256((project / name).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_the_file_says_what_it_was_made_from(draft, project, out) -> None:
    save(project)
    draft()
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=project, capture_output=True, text=True, check=True)
    with zipfile.ZipFile(out / "homes-draft.docx") as archive:
        properties = archive.read("docProps/custom.xml").decode()
    assert "reportkit inspection" in properties
    assert commit.stdout.strip() in properties


# What stops it


def test_every_problem_of_every_file_is_told_at_once_and_nothing_is_written(draft, homes, out) -> None:
    write_finding(homes, "a", "Fine.")
    (homes / "findings" / "b.md").write_text("---\ntitel: Voids\nkind: strength\n---\n", encoding="utf-8")
    (homes / "evidence" / "c.yaml").write_text("title: C\nkind: documents\n", encoding="utf-8")
    made = draft()
    assert (made.code, made.out) == (Exit.REFUSED, "")
    told = made.err.splitlines()
    assert [line for line in told if not line.startswith("inspections/homes/")] == []
    assert {line.split(":")[0].rpartition("/")[2] for line in told} == {"b.md", "c.yaml"}
    assert not out.exists()


def test_a_sync_folders_second_copy_with_other_words_is_told_by_check_and_draft(reportkit, draft, homes) -> None:
    write_finding(homes, "repairs", "On time.")
    first = homes / "findings/repairs.md"
    copy = first.with_name(f"{first.stem} (Ann's conflicted copy 2004-05-01).md")
    copy.write_bytes(first.read_bytes() + b"\nAnd this.\n")
    told = "is a second copy, as sync folders make them, and holds other words; it is left out."
    assert f"{copy.name}: {told}" in draft().err
    assert f"{copy.name}: WRONG: {told}" in reportkit("check", homes.name).out
    copy.write_bytes(first.read_bytes())
    assert copy.name not in draft().err
    assert copy.name not in reportkit("check", homes.name).out


def test_what_a_text_may_not_hold_is_told_with_file_and_line_for_all_texts(draft, homes, out) -> None:
    write_finding(homes, "a", "Good.\n\n# A heading")
    write_finding(homes, "b", "![a picture](x.png)")
    (homes / "recommendations" / "c.yaml").write_text("title: C\ntext: |\n  Do it.\n\n  ```\n  x\n  ```\n")
    made = draft()
    assert made.code == Exit.REFUSED
    assert [line.partition(": ")[0] for line in made.err.splitlines()] == [
        "inspections/homes/findings/a.md:9",
        "inspections/homes/findings/b.md:7",
        "inspections/homes/recommendations/c.yaml:5",
    ]
    assert not out.exists()


def test_check_lists_what_a_draft_would_be_refused_for(reportkit, draft, homes) -> None:
    write_finding(homes, "a", "- a list\n- first")
    (homes / "drivers-and-barriers.yaml").write_text(
        "drivers:\n  - id: d\n    title: D\n    text: |\n      | a | b |\n      |---|---|\n      | 1 | 2 |\n"
    )
    refused = draft().err.splitlines()
    assert len(refused) == 2
    checked = reportkit("check", "homes")
    assert checked.code == Exit.REFUSED
    for line in refused:
        assert line.split(": ", 1)[1].partition(".")[0] in checked.out


def test_text_that_looks_like_a_template_is_text(draft, homes, out) -> None:
    write_finding(homes, "a", "It is {{ 7*7 }} and {% raw %}.")
    assert draft().code == Exit.DONE
    assert "Repairs are done on time. It is {{ 7*7 }} and {% raw %}." in words_in(out / "homes-draft.docx")


# Templates of one's own


def test_an_organisations_own_template_and_look_are_used(draft, project, out) -> None:
    own_template(project, "# Our own words\n\n{{ authority.name }}\n")
    house = (shipped() / "templates" / "house.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(house)) as old, zipfile.ZipFile(project / "templates" / "house.docx", "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b'w:val="24"', b'w:val="26"'))
    assert draft().code == Exit.DONE
    assert words_in(out / "homes-draft.docx") == ["Our own words", "Harrowmere Council"]
    with zipfile.ZipFile(out / "homes-draft.docx") as archive:
        assert b'w:val="26"' in archive.read("word/styles.xml")


BROKEN = {
    "{% if almo %}\n": "templates/report.md.j2:",
    "# One\n\n{{ almo.naem }}\n": "templates/report.md.j2:3: Almo has no 'naem'. Did you mean name?",
    "# One\n\n{{ contents(dept=2) }}\n": "templates/report.md.j2:3: The template calls contents wrongly",
    "# One\n\n{{ findings(['x'], effect='') }}\n": "templates/report.md.j2:3: There is no finding 'x'",
    "# One\n\nOf {{ contents() }} it\n": "templates/report.md.j2:3: A whole block",
    "# One\n\n##### Five\n": "templates/report.md.j2:3: ",
    "# One\n\n\x00\n": "templates/report.md.j2:3: holds the invisible character U+0000",
    "{% for i in range(1000) %}{% for j in range(1000) %}{% for k in range(1000) %}x{% endfor %}{% endfor %}"
    "{% endfor %}": "templates/report.md.j2:1: The template",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "templates/report.md.j2:1: ",
    "{% include 'report.md.j2' %}": "templates/report.md.j2:1: The template includes itself",
    "{% set x = 'a' * 999999999 %}{{ x }}": "templates/report.md.j2:1: ",
    "{{ range(999999999) | join('x') }}": "templates/report.md.j2:1: The template's range is longer than 1,000",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}": "templates/report.md.j2:1: ",
    "{{ findings.__globals__ }}": "templates/report.md.j2:1: ",
    "{{ cycler.__init__.__globals__.os }}": "templates/report.md.j2:1: ",
    "{{ almo['__class__'] }}": "templates/report.md.j2:1: ",
}


@pytest.mark.parametrize(("text", "told"), BROKEN.items())
def test_a_template_that_does_not_work_is_one_sentence_and_nothing_is_written(
    draft, project, out, text: str, told: str
) -> None:
    own_template(project, text)
    made = draft()
    assert (made.code, made.out) == (Exit.REFUSED, "")
    assert made.err.startswith(told)
    assert made.err.count("\n") == 1
    assert not out.exists()


def test_a_house_file_that_is_none_is_one_sentence_and_nothing_is_written(draft, project, out) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "house.docx").write_bytes(b"no zip")
    made = draft()
    assert (made.code, made.err.count("\n")) == (Exit.REFUSED, 1)
    assert not out.exists()

"""The documents are held true: generated pages are current, links lead somewhere, the README's commands work."""

from __future__ import annotations

import datetime as dt
import importlib.util
import os
import re
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from reportkit.cli.command_table import PROGRAM
from tests.every_case import every_case

ROOT = Path(__file__).parent.parent
GROUPS = {"Fixed", "Changed", "Added", "Removed", "Deprecated", "Security"}
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def made_pages() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "tools" / "make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    pages: dict[str, str] = module.pages()
    return pages


@pytest.mark.parametrize(("name", "text"), made_pages().items())
def test_a_generated_page_is_what_the_program_says_today(name: str, text: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == text, "run `python tools/make_docs.py`"


@every_case("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_source_file_that_a_page_names_exists(page: Path) -> None:
    named = set(re.findall(r"`((?:\w+/)*\w+\.py)`", page.read_text(encoding="utf-8")))
    roots = (ROOT, ROOT / "reportkit", ROOT / "tests", ROOT / "reportkit" / "moderation")
    assert [name for name in sorted(named) if not any((root / name).is_file() for root in roots)] == []


def test_every_source_file_that_the_program_names_in_its_own_text_exists() -> None:
    modules = sorted((ROOT / "reportkit").rglob("*.py"))
    known = [path.relative_to(ROOT).as_posix() for path in (*modules, *(ROOT / "tools").glob("*.py"))]
    named = {
        (path.name, name)
        for path in modules
        for name in re.findall(r"\b((?:\w+/)*\w+\.py)\b", path.read_text(encoding="utf-8"))
    }
    assert named
    assert [each for each in sorted(named) if not any(f"/{file}".endswith(f"/{each[1]}") for file in known)] == []


def first_inspection() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.partition("## Your first inspection")[2]
    return section.split("```")[1].strip().splitlines()


def test_the_readmes_block_pasted_into_a_terminal_leads_from_nothing_to_a_word_report(tmp_path: Path) -> None:
    """Nothing of what was pasted may be taken for the answer to a question."""
    pty = pytest.importorskip("pty", reason="Windows has no such terminal")
    bin_, home = tmp_path / "bin", tmp_path / "home"
    bin_.mkdir()
    home.mkdir()
    (bin_ / "reportkit").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportkit "$@"\n', encoding="utf-8")
    (bin_ / "reportkit").chmod(0o755)
    (home / ".gitconfig").write_text("[user]\nname = No One\nemail = no-one@example.org\n", encoding="utf-8")
    path = f"{bin_}{os.pathsep}{os.environ['PATH']}"
    surroundings = os.environ | {"HOME": str(home), "PYTHONPATH": str(ROOT), "EDITOR": "false", "PATH": path}
    ours, shells = pty.openpty()
    shell = subprocess.Popen(
        ["sh"], cwd=tmp_path, env=surroundings, stdin=shells, stdout=shells, stderr=shells, start_new_session=True
    )
    os.close(shells)
    os.write(ours, "\n".join((*first_inspection(), "exit", "")).encode())
    shown = _read_all(ours)
    assert shell.wait() == 0, shown
    here = tmp_path / "our-inspections"
    assert (here / "out" / "first-homes-draft.docx").read_bytes().startswith(b"PK"), shown
    assert subprocess.run(["git", "status", "--porcelain"], cwd=here, capture_output=True, check=True).stdout == b""
    log = subprocess.run(["git", "log", "--format=%s"], cwd=here, capture_output=True, check=True, text=True).stdout
    assert "First findings" in log


def _read_all(terminal: int) -> str:
    """Return what a terminal shows until its last program has ended."""
    shown = b""
    with suppress(OSError):  # which is how Linux says that nothing more will come
        while some := os.read(terminal, 4096):
            shown += some
    os.close(terminal)
    return shown.decode(errors="replace")


def test_every_folder_of_an_inspection_that_the_reader_knows_is_in_the_tree() -> None:
    from reportkit.reading.inspection import _FILES, _FOLDERS

    page = (ROOT / "docs" / "inspecting.md").read_text(encoding="utf-8")
    tree = page.partition("## What is where")[2].split("```")[1]
    assert [name for name in _FOLDERS if f"{name}/" not in tree] == []
    assert [name for name in _FILES if name not in tree] == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = sorted(page.name for page in (ROOT / "docs").glob("*.md") if page.name != "index.md")
    assert sorted(set(re.findall(r"\]\(([a-z-]+\.md)\)", index))) == pages


def test_the_readme_leads_every_reader_to_one_page_and_names_every_command() -> None:
    rows = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Who are you?")[2].partition("##")[0]
    readers = [row for row in rows.splitlines() if row.startswith("| ")][1:]
    assert len(readers) >= 5
    assert [row for row in readers if len(re.findall(r"\]\(docs/", row)) != 1] == []
    assert [name for name in PROGRAM.subcommands if f"`{name}`" not in rows] == []


def test_a_page_says_how_fast_it_is_and_on_what_machine_and_the_readme_does_not() -> None:
    page = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    assert re.search(r"\d cores?.*Python 3\.\d+", page)
    assert len(re.findall(r"^\|---", page, re.MULTILINE)) == 1
    assert re.search(r"\d s\b", (ROOT / "README.md").read_text(encoding="utf-8")) is None


def glossary_words() -> list[str]:
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    return [word.casefold() for word in re.findall(r"^\| \*\*(.+?)\*\*", page, re.MULTILINE)]


@every_case("noun", ["Inspection", "Record", "Policy", "CaseFile", "Action", "Document"])
def test_the_glossary_explains_each_noun_of_the_program_once(noun: str) -> None:
    assert glossary_words().count(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun).casefold()) == 1


def test_no_word_is_in_the_glossary_twice() -> None:
    assert [word for word, times in Counter(glossary_words()).items() if times > 1] == []


def test_every_value_function_and_filter_of_a_template_is_documented() -> None:
    from reportkit.inspection.bodies import Authority
    from reportkit.inspection.casework import Casework
    from reportkit.inspection.inspection import Inspection
    from reportkit.inspection.particulars import Particulars
    from reportkit.inspection.repository import Inspectorate
    from reportkit.publications import audit_trail, letters, pack, press_release, questionnaire, report, responses
    from reportkit.publications.announcement import Announcement
    from reportkit.publications.functions import functions
    from reportkit.publications.pack_round import PackRound
    from reportkit.publications.setting import Setting
    from reportkit.publications.text_blocks import Texts
    from reportkit.wording.filters import Filters

    inspection = Inspection(slug="x", particulars=Particulars(kind="almo", authority=Authority(name="X")))
    setting = Setting(inspectorate=Inspectorate(name="X"), made=dt.datetime(2004, 1, 1, tzinfo=dt.UTC))
    announced = Announcement(
        inspection=inspection,
        casework=Casework(),
        service="good",
        prospects="poor",
        date=dt.date(2004, 1, 1),
        subject="0" * 64,
        decision="0" * 64,
    )
    issuer = letters.Issuer(setting.inspectorate)
    names = {
        *letters.letter_values(announced, "authority", issuer),
        *press_release.release_values(announced, issuer),
        *letters.LETTER_FUNCTIONS,
        *report._values(inspection, setting, "", report.Edition(notice="", marking="", head="")),
        *responses._values(responses.Response(title="X", body="X", sent=None, comments=()), setting),
        *pack._values(inspection, setting, (), PackRound(number=1, code="1a2b 3c4d 5e6f", replies=())),
        *audit_trail._values((), "X", setting),
        *questionnaire._values(inspection, "both", setting),
        *functions(inspection, Texts()),
        *Filters(None, None, None).table(),
    }
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    assert sorted(name for name in names if not re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", page)) == []


def test_the_changes_stand_in_groups_by_area() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    for version in versions:
        heading, *groups = re.split(r"^### ", version, flags=re.MULTILINE)
        assert "\n- " not in heading, "a change stands below a group"
        assert {group.splitlines()[0] for group in groups} <= GROUPS
        assert [group for group in groups if "\n- " not in group] == []

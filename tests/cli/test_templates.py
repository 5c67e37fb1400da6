"""Where templates and the house file come from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportkit.actions.templates import house, templates
from reportkit.errors import Refused
from reportkit.shipped import shipped


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def test_a_project_without_templates_uses_the_shipped_ones(tmp_path: Path) -> None:
    assert "report.md.j2" in templates(tmp_path)
    assert house(tmp_path) == (shipped() / "templates" / "house.docx").read_bytes()


def test_a_projects_own_come_before_the_shipped_ones(tmp_path: Path, own: Path) -> None:
    (own / "report.md.j2").write_text("# Ours\n")
    (own / "house.docx").write_bytes(b"ours")
    assert templates(tmp_path)["report.md.j2"].text == "# Ours\n"
    assert house(tmp_path) == b"ours"


def test_templates_in_folders_are_named_with_them(tmp_path: Path, own: Path) -> None:
    (own / "letters").mkdir()
    (own / "letters" / "score.md.j2").write_text("Dear all\n")
    found = templates(tmp_path)["letters/score.md.j2"]
    assert (found.name, found.file) == ("letters/score.md.j2", "templates/letters/score.md.j2")


def test_a_template_written_on_windows_is_fine(tmp_path: Path, own: Path) -> None:
    (own / "report.md.j2").write_bytes("\ufeff# Ours\r\n\r\nText\r\n".encode())
    assert templates(tmp_path)["report.md.j2"].text == "# Ours\n\nText\n"


def test_what_other_programs_leave_behind_is_no_template(tmp_path: Path, own: Path) -> None:
    (own / "~$report.md.j2").write_bytes(b"\xff")
    (own / "notes.txt").write_bytes(b"\xff")
    assert all("~$" not in name and not name.endswith(".txt") for name in templates(tmp_path))


def test_a_template_that_is_no_text_is_pointed_out(tmp_path: Path, own: Path) -> None:
    (own / "report.md.j2").write_bytes(b"# Caf\xe9\n")
    with pytest.raises(Refused, match=r"^templates/report\.md\.j2:1: is not UTF-8"):
        templates(tmp_path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, own: Path) -> None:
    os.mkfifo(own / "report.md.j2")
    with pytest.raises(Refused, match=r"^templates/report\.md\.j2: is not an ordinary file"):
        templates(tmp_path)


@pytest.mark.parametrize("name", ["report.md.j2", "house.docx"])
def test_a_link_out_of_the_project_is_refused(tmp_path: Path, own: Path, name: str) -> None:
    (own / name).symlink_to("/etc/passwd")
    with pytest.raises(Refused, match="is a link to another place"):
        (templates if name.endswith("j2") else house)(tmp_path)

"""What a command is given: the project's root and the inspection that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.cli.session import Session
from reportkit.errors import Unreadable, WrongUse
from reportkit.workspace.inspection_folders import inspection_names

OURS = "format: 1\nrepository: x\ninspectorate: {name: Ours}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "reportkit.yaml").write_text(OURS, encoding="utf-8")
    (tmp_path / "inspections" / "alder" / "findings").mkdir(parents=True)
    (tmp_path / "inspections" / "birch").mkdir()
    (tmp_path / "inspections" / ".hidden").mkdir()
    return tmp_path


def test_the_root_is_found_by_walking_up(project: Path) -> None:
    assert Session(project / "inspections" / "alder", asks=True).root == project.resolve()


def test_outside_a_project_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"No reportkit\.yaml in .* `reportkit init`"):
        _ = Session(tmp_path, asks=True).root


def test_inside_an_inspection_its_name_may_be_left_out(project: Path) -> None:
    assert Session(project / "inspections" / "alder" / "findings", asks=True).inspection(None) == "alder"


def test_elsewhere_it_must_be_named_and_the_choices_are_listed(project: Path) -> None:
    with pytest.raises(WrongUse, match=r"which inspection is meant\. Name it; there are: alder, birch\."):
        Session(project, asks=True).inspection(None)


def test_a_given_name_counts_before_the_folder(project: Path) -> None:
    assert Session(project / "inspections" / "alder", asks=True).inspection("birch") == "birch"


def test_hidden_folders_are_no_inspections(project: Path) -> None:
    assert inspection_names(project) == ("alder", "birch")


def test_a_project_without_inspections_has_no_names(tmp_path: Path) -> None:
    assert inspection_names(tmp_path) == ()


def test_without_a_terminal_no_one_is_asked(project: Path) -> None:
    assert not Session(project, asks=True).may_ask


def test_a_wrong_guess_is_told_which_inspection_was_perhaps_meant(project: Path) -> None:
    with pytest.raises(WrongUse, match=r"There is no inspection `adler`\. Did you mean `alder`\?"):
        Session(project, asks=True).inspection("adler")


def test_in_a_project_without_inspections_it_says_how_to_make_one(tmp_path: Path) -> None:
    (tmp_path / "reportkit.yaml").write_text(OURS, encoding="utf-8")
    with pytest.raises(WrongUse, match="none yet"):
        Session(tmp_path, asks=True).inspection(None)


def test_a_project_of_a_newer_reportkit_is_not_gone_on_in(project: Path) -> None:
    (project / "reportkit.yaml").write_text("format: 2\n", encoding="utf-8")
    session = Session(project, asks=True)
    assert session.place == project.resolve()
    with pytest.raises(Unreadable, match="was made by a newer reportkit"):
        _ = session.root

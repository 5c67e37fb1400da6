from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.errors import Exit, Refused
from reportkit.reading import folder as folder_module
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection

HOME = "inspections/eastley-homes-2004"
UNIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def pipe(place: Path) -> None:
    os.mkfifo(place)


def listening_socket(place: Path) -> None:
    here = Path.cwd()
    os.chdir(place.parent)  # a socket's path may have 100 characters only
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(place.name)
    finally:
        os.chdir(here)


def device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def link_out(place: Path) -> None:
    place.symlink_to("/etc/passwd")


def link_within(place: Path) -> None:
    place.symlink_to("repairs-on-time.md")


def dangling_link(place: Path) -> None:
    place.symlink_to("nowhere")


def linked_folder(place: Path) -> None:
    place.symlink_to("/etc", target_is_directory=True)


ODD_FILES: list[tuple[Callable[[Path], None], str]] = [
    (pipe, "is not an ordinary file. Move it out of the project."),
    (listening_socket, "is not an ordinary file. Move it out of the project."),
    (device, "is a link to another place. Put the file itself here."),
    (link_out, "is a link to another place. Put the file itself here."),
    (link_within, "is a link to another place. Put the file itself here."),
    (dangling_link, "is a link to another place. Put the file itself here."),
    (linked_folder, "is a link to another place. Put the file itself here."),
]


@UNIX_ONLY
@pytest.mark.parametrize(("make", "sentence"), ODD_FILES)
def test_what_is_no_ordinary_file_is_named_and_never_opened(
    make: Callable[[Path], None], sentence: str, project: Path
) -> None:
    make(project / HOME / "findings" / "odd.md")
    problems = read_inspection(FolderFiles(project), "eastley-homes-2004").problems
    assert [str(problem) for problem in problems] == [f"{HOME}/findings/odd.md: {sentence}"]


@UNIX_ONLY
@pytest.mark.parametrize(
    "path", ["/dev/zero", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "", "a\\..\\b", "a\0b"]
)
def test_a_path_that_leads_out_is_refused(path: str, project: Path) -> None:
    with pytest.raises(Refused) as caught:
        FolderFiles(project).read(path)
    assert caught.value.what == "the path leads out of the project"
    assert caught.value.exit_code is Exit.REFUSED


@UNIX_ONLY
def test_a_file_below_a_linked_folder_is_refused(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "inspection.yaml").write_text("kind: almo\n", encoding="utf-8")
    (project / "inspections" / "linked").symlink_to(elsewhere, target_is_directory=True)
    files = FolderFiles(project)
    assert files.under("inspections/linked") == ()
    with pytest.raises(Refused, match="link to another place"):
        files.read("inspections/linked/inspection.yaml")


@UNIX_ONLY
def test_the_project_itself_may_be_reached_through_a_link(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("links") / "project"
    link.symlink_to(project, target_is_directory=True)
    assert FolderFiles(link).read("reportkit.yaml").startswith(b"format: 1")


def test_a_file_that_is_too_large_is_refused_unread(project: Path) -> None:
    with (project / "big.bin").open("wb") as file:
        file.truncate(folder_module.LARGEST + 1)
    with pytest.raises(Refused, match="is larger than 32 MB"):
        FolderFiles(project).read("big.bin")


def test_a_file_that_is_not_there_is_refused(project: Path) -> None:
    with pytest.raises(Refused, match=r"nowhere\.md: cannot be read: it is not there"):
        FolderFiles(project).read("nowhere.md")
    with pytest.raises(Refused, match="it is not there"):
        FolderFiles(project).read("reportkit.yaml/x")


@pytest.mark.parametrize(
    ("error", "reason"),
    [(PermissionError(13, "no"), "you may not open it"), (OSError(5, "Input/output error"), "input")],
)
def test_a_file_that_the_system_will_not_give_is_refused(
    error: OSError, reason: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> int:
        raise error

    monkeypatch.setattr(folder_module.os, "open", failing)
    with pytest.raises(Refused, match=reason):
        FolderFiles(project).read("reportkit.yaml")


def test_a_file_is_read_whole_even_in_small_pieces(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (project / "reportkit.yaml").read_bytes()
    read = os.read
    monkeypatch.setattr(folder_module.os, "read", lambda handle, size: read(handle, min(size, 7)))
    assert FolderFiles(project).read("reportkit.yaml") == whole


def test_a_file_cut_while_it_is_read_ends_where_it_ends(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = iter([b"form", b""])
    monkeypatch.setattr(folder_module.os, "read", lambda handle, size: next(pieces))
    assert FolderFiles(project).read("reportkit.yaml") == b"form"


def test_files_are_listed_sorted_and_a_missing_folder_is_empty(project: Path) -> None:
    files = FolderFiles(project)
    assert files.under(f"{HOME}/findings") == (
        f"{HOME}/findings/register-errors.md",
        f"{HOME}/findings/repairs-on-time.md",
    )
    assert files.under("nowhere") == ()
    assert files.under("../") == ()


def test_a_folder_that_may_not_be_opened_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module.os, "access", lambda place, mode: not place.endswith("/findings"))
    problems = read_inspection(FolderFiles(project), "eastley-homes-2004").problems
    sentence = f"{HOME}/findings: is a folder that you may not open. Ask for the right to read it."
    assert sentence in [str(problem) for problem in problems]


def test_folders_within_folders_without_end_are_not_looked_into(project: Path) -> None:
    endless = "/".join("d" * 1500)
    here = project / "deep"
    for _ in range(15):
        here.mkdir()
        here = here / "d"
    assert FolderFiles(project).under("deep") == ("deep/d/d/d/d/d/d/d/d",)
    assert FolderFiles(project).under(f"deep/{endless}") == ()


def test_gits_own_folder_is_not_listed(project: Path) -> None:
    (project / ".git").mkdir()
    (project / ".git" / "config").write_text("x", encoding="utf-8")
    assert not any(path.startswith(".git") for path in FolderFiles(project).under(""))


STRAYS = [
    "~$pairs.md",
    "Thumbs.db",
    ".DS_Store",
    "desktop.ini",
    "repairs (conflicted copy 2004-06-14).md",
    "repairs (Ada's conflicted copy 2004-06-14).md",
    "repairs.sync-conflict-20040614-090000-ABCDEFG.md",
    "repairs-LAPTOP-conflict-20040614.md",
    "repairs-DESKTOP-AB12CD3.md",
    "repairs-LAPTOP-7TQ2.md",
    "repairs [Conflict].md",
]


def test_strays_are_left_out(project: Path) -> None:
    findings = project / HOME / "findings"
    first = next(findings.glob("*.md")).read_bytes()
    for name in STRAYS:
        (findings / name).write_text("x", encoding="utf-8")
    (findings / "repairs.md").write_bytes(first)
    files = FolderFiles(project)
    assert read_inspection(files, "eastley-homes-2004").problems == ()
    assert {f"{HOME}/findings/{name}" for name in STRAYS}.isdisjoint(files.under("inspections"))

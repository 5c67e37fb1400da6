"""Finished files are whole or absent, and never written over an open one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.errors import Refused
from reportkit.workspace.deliver import deliver


def test_a_new_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folder" / "report.docx"
    assert deliver(target, b"whole") == target
    assert target.read_bytes() == b"whole"


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    deliver(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]


@pytest.mark.parametrize("lock", ["~$report.docx", "~$port.docx", ".~lock.report.docx#"])
def test_a_report_that_is_open_is_left_alone_and_the_new_one_stands_beside_it(tmp_path: Path, lock: str) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"open")
    (tmp_path / lock).touch()
    assert deliver(target, b"new") == tmp_path / "report (2).docx"
    assert target.read_bytes() == b"open"


def test_a_file_that_windows_holds_is_left_alone_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, real = tmp_path / "report.docx", Path.replace

    def held(self: Path, name: Path) -> Path:
        if name == target:
            raise PermissionError
        return real(self, name)

    monkeypatch.setattr(Path, "replace", held)
    assert deliver(target, b"new") == tmp_path / "report (2).docx"


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match=r"could not be written.*--out"):
        deliver(tmp_path / "file" / "report.docx", b"")


def test_a_full_disk_leaves_the_earlier_file_and_nothing_half_written(tmp_path, monkeypatch) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refused, match="No space left on device"):
        deliver(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]
    assert target.read_bytes() == b"old"


def test_a_name_taken_by_a_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "report.docx").mkdir()
    with pytest.raises(Refused, match="could not be written: Is a directory"):
        deliver(tmp_path / "report.docx", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]


def test_when_every_name_is_taken_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportkit.workspace.deliver._is_open", lambda _: True)
    with pytest.raises(Refused, match="No free name"):
        deliver(tmp_path / "report.docx", b"new")
    assert list(tmp_path.iterdir()) == []

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.errors import Refused, Trouble
from reportkit.workspace import write_files


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_its_name_only_when_it_is_whole(tmp_path):
    path = tmp_path / "folder" / "file.md"
    write_files.place_new(path, b"words")
    assert path.read_bytes() == b"words"
    assert names(path.parent) == ["file.md"]


def test_a_file_that_is_there_is_not_overwritten(tmp_path):
    path = tmp_path / "file.md"
    path.write_bytes(b"theirs")
    with pytest.raises(Refused, match="is there already; nothing was written"):
        write_files.place_new(path, b"mine")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["file.md"]


def test_a_disk_without_hard_links_does_as_well(tmp_path, monkeypatch):
    def unable(*_names: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", unable)
    path = tmp_path / "file.md"
    write_files.place_new(path, b"words")
    assert path.read_bytes() == b"words"
    with pytest.raises(Refused):
        write_files.place_new(path, b"mine")
    assert names(tmp_path) == ["file.md"]


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write_files.os, "fsync", full)
    with pytest.raises(Trouble, match="No space left on device"):
        write_files.place_new(tmp_path / "file.md", b"words")
    assert names(tmp_path) == []


def test_a_file_is_replaced_only_where_no_one_changed_it_meanwhile(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_bytes(b"old")
    write_files.replace(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(Refused, match="was changed in the meantime"):
        write_files.replace(path, b"old", b"newer")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["file.yaml"]


def test_a_folder_appears_whole_or_not_at_all(tmp_path):
    home = tmp_path / "inspections" / "homes"
    write_files.place_new_folder(home, {"a.yaml": b"a"}, ("findings",))
    assert names(home) == ["a.yaml", "findings"]
    with pytest.raises(Refused, match="is there already"):
        write_files.place_new_folder(home, {"b.yaml": b"b"}, ())
    assert names(home) == ["a.yaml", "findings"]
    assert names(tmp_path) == ["inspections"]

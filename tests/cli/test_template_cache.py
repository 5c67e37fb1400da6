"""Where compiled templates are kept: whole or not at all, and only where no one else could have put them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reportkit.actions.template_cache import KeptFiles, cache_home, kept_code

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights another way")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "deep" / "templates"


def test_what_was_put_is_given_again(folder):
    KeptFiles(folder).put("a", b"code")
    assert KeptFiles(folder).get("a") == b"code"
    assert KeptFiles(folder).get("b") is None


def test_nothing_is_found_where_there_is_no_folder_yet(folder):
    assert KeptFiles(folder).get("a") is None
    assert not folder.exists()


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 40])
def test_what_is_not_whole_is_not_given(folder, damage):
    KeptFiles(folder).put("a", b"code")
    (folder / "a").write_bytes(damage)
    assert KeptFiles(folder).get("a") is None


@posix
def test_a_folder_that_others_may_write_to_is_neither_read_nor_written(folder):
    KeptFiles(folder).put("a", b"code")
    folder.chmod(0o770)
    KeptFiles(folder).put("b", b"code")
    assert KeptFiles(folder).get("a") is None
    assert not (folder / "b").exists()


@posix
def test_a_folder_of_someone_else_is_not_trusted(folder, monkeypatch):
    KeptFiles(folder).put("a", b"code")
    somebody_else = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody_else)
    assert KeptFiles(folder).get("a") is None


@posix
def test_links_are_not_followed(folder, tmp_path):
    KeptFiles(tmp_path / "real").put("a", b"code")
    folder.parent.mkdir()
    folder.symlink_to(tmp_path / "real")
    assert KeptFiles(folder).get("a") is None
    (tmp_path / "real" / "b").symlink_to(tmp_path / "real" / "a")
    assert KeptFiles(tmp_path / "real").get("b") is None


def test_a_place_that_cannot_be_made_is_done_without(tmp_path):
    (tmp_path / "file").write_text("in the way")
    kept = KeptFiles(tmp_path / "file" / "templates")
    kept.put("a", b"code")
    assert kept.get("a") is None


def test_the_oldest_are_forgotten(folder):
    kept = KeptFiles(folder)
    for number in range(45):
        kept.put(f"{number}", b"code")
        os.utime(folder / f"{number}", (number, number))
    assert len(list(folder.iterdir())) == 40
    assert kept.get("0") is None
    assert kept.get("44") == b"code"


@pytest.mark.parametrize(
    ("platform", "named", "place"),
    [
        ("linux", {"HOME": "home"}, "home/.cache"),
        ("linux", {"HOME": "home", "XDG_CACHE_HOME": "cache"}, "cache"),
        ("darwin", {"HOME": "home"}, "home/Library/Caches"),
        ("win32", {"LOCALAPPDATA": "local", "HOME": "home"}, "local"),
        ("linux", {"HOME": "nowhere"}, None),
        ("linux", {}, None),
        ("darwin", {}, None),
        ("win32", {}, None),
    ],
)
def test_each_system_has_its_own_place_for_caches(platform, named, place, tmp_path):
    (tmp_path / "home" / "Library").mkdir(parents=True)
    environment = {name: str(tmp_path / folder) for name, folder in named.items()}
    assert cache_home(platform, environment) == (tmp_path / place if place else None)


def test_a_place_named_by_half_a_path_is_not_used():
    assert cache_home("linux", {"XDG_CACHE_HOME": "cache", "HOME": "."}) is None


def test_a_user_without_a_place_keeps_nothing(monkeypatch):
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert kept_code() is None


def test_the_users_place_is_used(monkeypatch, tmp_path):
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    kept = kept_code()
    assert kept is not None
    (tmp_path / "Library").mkdir()
    kept.put("a", b"code")
    assert list(tmp_path.rglob("reportkit/templates/a")) or list(Path(tmp_path).rglob("a"))

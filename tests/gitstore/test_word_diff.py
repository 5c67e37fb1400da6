"""The words that differ between two states of a folder, as someone is shown them who signs again."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reportkit.gitstore.word_diff import words_between


class Folder:
    """A folder whose states Git keeps."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._git("init", "-q")

    def state(self, **files: bytes) -> str:
        """Return the folder as it is with exactly these files."""
        for old in self.root.glob("[!.]*"):
            old.unlink()
        for name, content in files.items():
            (self.root / name.replace("_", ".")).write_bytes(content)
        self._git("add", "-A")
        return self._git("write-tree")

    def _git(self, *words: str) -> str:
        done = subprocess.run(["git", *words], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "folder").mkdir()
    return Folder(tmp_path / "folder")


def test_a_word_that_came_and_one_that_went_are_marked_in_their_line(folder: Folder) -> None:
    old = folder.state(a_md=b"first\nTenants wait long.\n")
    new = folder.state(a_md=b"first\nTenants wait too short.\n")
    assert words_between(folder.root, old, new) == "a.md\n  line 2: Tenants wait [-long.-]{+too short.+}"


def test_a_deleted_not_is_one_word(folder: Folder) -> None:
    old, new = folder.state(a_md=b"It does not work.\n"), folder.state(a_md=b"It does work.\n")
    assert words_between(folder.root, old, new) == "a.md\n  line 1: It does [-not-] work."


def test_lines_are_numbered_as_they_are_now_across_a_file(folder: Folder) -> None:
    old = folder.state(a_md=b"one\ntwo\nthree\nfour\n")
    new = folder.state(a_md=b"zero\none\ntwo\n\nthree\nand a half\nfour\n")
    assert words_between(folder.root, old, new) == "a.md\n  line 1: {+zero+}\n  line 6: {+and a half+}"


def test_a_new_file_one_taken_out_and_one_that_is_no_text_are_named_as_such(folder: Folder) -> None:
    old = folder.state(gone_md=b"bye\n", map_png=b"\0a")
    new = folder.state(came_md=b"hello\n", map_png=b"\0b")
    assert words_between(folder.root, old, new).splitlines() == [
        *("came.md", "  It is new.", "  line 1: {+hello+}"),
        *("gone.md", "  It was taken out.", "  line 1: [-bye-]"),
        *("map.png", "  It is no text."),
    ]


def test_text_that_looks_like_gits_own_headings_is_text(folder: Folder) -> None:
    looks = b"diff --git a b\n--- a\n+++ b\n@@ -1 +1 @@\nnew file\n~\n"
    told = words_between(folder.root, folder.state(a_md=b""), folder.state(a_md=looks)).splitlines()
    lines = [f"  line {number}: {{+{line}+}}" for number, line in enumerate(looks.decode().splitlines(), 1)]
    assert told == ["a.md", *lines]


def test_nothing_differs_between_a_state_and_itself(folder: Folder) -> None:
    state = folder.state(a_md=b"as it is\n")
    assert words_between(folder.root, state, state) == ""

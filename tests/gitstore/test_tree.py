"""Trees of Git, where one of them is not there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reportkit.errors import Trouble
from reportkit.gitstore.tree import ORDINARY, TreeEntry, graft


def test_a_tree_that_git_does_not_have_is_named_and_not_taken_for_a_bug(tmp_path: Path) -> None:
    me = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org")
    for words in (("init", "-q", "-b", "main"), (*me, "commit", "-q", "--allow-empty", "-m", "Start")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    (tmp_path / "a").write_text("a", encoding="utf-8")
    for words in (("add", "a"), (*me, "commit", "-q", "-m", "A")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    tree = subprocess.run(["git", "rev-parse", "HEAD^{tree}"], cwd=tmp_path, check=True, capture_output=True, text=True)
    shutil.rmtree(tmp_path / ".git" / "objects" / tree.stdout[:2])
    with pytest.raises(Trouble, match="Git does not have the object HEAD"):
        graft(tmp_path, "HEAD", {"b": TreeEntry(ORDINARY, "0" * 40)})

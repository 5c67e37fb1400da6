"""Running git: found safely, with a clean environment, its complaints turned into sentences."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reportkit.errors import Trouble
from reportkit.gitstore.git_errors import locked, trouble
from reportkit.gitstore.git_program import clean_environment, find_git, git, run


def test_variables_of_another_git_run_are_dropped_and_the_persons_settings_kept() -> None:
    clean = clean_environment({"GIT_DIR": "x", "GIT_AUTHOR_DATE": "x", "GIT_CONFIG_GLOBAL": "mine", "HOME": "/h"})
    assert clean["HOME"] == "/h"
    assert clean["GIT_CONFIG_GLOBAL"] == "mine"
    assert clean["GIT_NO_REPLACE_OBJECTS"] == "1"
    assert not {"GIT_DIR", "GIT_AUTHOR_DATE"} & set(clean)


def test_without_git_the_sentence_says_where_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble, match=r"not on this computer.*Get it from https://git-scm\.com"):
        git(tmp_path, "status")


def test_a_git_beside_the_findings_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = tmp_path / "git"
    planted.write_text("#!/bin/sh\n")
    planted.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    assert Path(find_git()) != planted


def test_replaced_versions_are_not_believed(project: Path) -> None:
    first = run(project, "rev-parse", "HEAD").output.decode().strip()
    other = git(project, "commit-tree", "-m", "Other", "HEAD^{tree}").decode().strip()
    git(project, "replace", first, other)
    assert git(project, "log", "-1", "--format=%s").decode().strip() == "Start"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("fatal: detected dubious ownership in repository at '/p'", "does not trust /p.*safe.directory"),
        ("fatal: not a git repository (or any of the parent directories): .git", "/p is not kept in Git"),
        ("fatal: empty ident name (for <>) not allowed", "does not know who you are"),
        ("error: insufficient permission for adding an object", "may not write in /p"),
        ("error: unable to write: Read-only file system", "may not write in /p"),
        ("fatal: bad object HEAD", "is damaged"),
        (
            "warning: hm\nfatal: something new.",
            r"could not do its part \(log\): something new\. Run `reportkit doctor`",
        ),
        ("", "it did not say why"),
    ],
)
def test_git_s_complaints_become_sentences(said: str, sentence: str) -> None:
    with pytest.raises(Trouble, match=sentence):
        raise trouble("log", said, Path("/p"))


@pytest.mark.parametrize(
    ("age", "words"), [(0, "0 seconds"), (1, "1 second"), (61, "1 minute"), (7300, "2 hours"), (90000, "1 day")]
)
def test_a_lock_is_named_with_its_age(tmp_path: Path, age: int, words: str) -> None:
    lock = tmp_path / "index.lock"
    lock.touch()
    os.utime(lock, (time.time() - age, time.time() - age))
    assert f"index.lock has stood for {words}" in locked(lock).what


def test_a_lock_that_went_away_meanwhile_is_still_a_sentence(tmp_path: Path) -> None:
    assert "was there a moment ago" in locked(tmp_path / "index.lock").what

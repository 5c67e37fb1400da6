"""Acts without a home, a language, a terminal or anyone who listens: recorded once, or refused in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

import reportkit as package
from reportkit.errors import Exit
from tests.cli.moderate.conftest import SLUG, Office
from tests.losing import losing

SUBMIT = ("moderate", "submit", SLUG, "--today", "2004-06-14")
START = [sys.executable, "-m", "reportkit"]
BARE = {"LC_ALL": "C", "LANG": "C", "PATH": os.environ["PATH"], "PYTHONPATH": str(Path(package.__file__).parents[1])}


@pytest.fixture
def known(office: Office) -> Office:
    """An office whose repository itself says who sits before it."""
    office.git("config", "user.name", "Ros")
    office.git("config", "user.email", "ros@example.org")
    return office


def types(office: Office, *words: str | bytes, **streams: int) -> subprocess.CompletedProcess[bytes]:
    """Someone types this where there is no home, no language and no terminal."""
    piped = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run([*START, *words], cwd=office.root, env=BARE, check=False, timeout=60, **piped)


def test_without_a_home_or_a_language_an_act_is_recorded_and_told_in_its_own_letters(known: Office) -> None:
    done = types(known, *SUBMIT, "--note", "Café “x”.")
    assert done.returncode == Exit.DONE, done.stderr
    assert "handed it to the moderators: Café “x”." in done.stdout.decode()
    assert len(known.records()) == 1


@pytest.mark.parametrize("letters", ["latin-1", "cp1252"])
def test_letters_that_an_output_cannot_show_are_told_by_number_and_stop_no_act_half_way(
    known: Office, letters: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(BARE, "PYTHONIOENCODING", letters)
    done = types(known, *SUBMIT, "--note", "For Mr Szabó and Mrs Erdős.")
    assert (done.returncode, done.stderr) == (Exit.DONE, b"")
    shown = "For Mr Szabó and Mrs Erd\\u0151s.".encode(letters, "backslashreplace")
    assert b"handed it to the moderators: " + shown in done.stdout
    (name,) = known.records()
    assert "Erdős" in (known.root / f"moderation/{SLUG}/records" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        (*SUBMIT, "--note", b"Caf\xe9"),
        ("comments", "round-table", SLUG, "--present", b"Zo\xeb Lee", "--today", "2004-06-14"),
    ],
    ids=["words", "names"],
)
def test_bytes_that_are_no_letters_are_refused_as_wrong_use_and_nothing_is_recorded(
    known: Office, words: tuple[str | bytes, ...]
) -> None:
    done = types(known, *words)
    assert (done.returncode, done.stdout) == (Exit.WRONG_USE, b"")
    assert b"It holds letters that this terminal's language does not have. Set that to UTF-8" in done.stderr
    assert known.records() == []


def test_where_no_one_says_who_they_are_it_is_one_sentence_and_nothing_is_recorded(office: Office) -> None:
    done = types(office, *SUBMIT)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (Exit.TROUBLE, b"", 1)
    assert done.stderr.startswith(b"Git does not know who you are. Set it once: `git config")
    assert office.records() == []


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_an_act_whose_streams_are_closed_is_recorded_once(known: Office, closed: str) -> None:
    words = ["sh", "-c", f'"$@" {closed}', "sh", *START, *SUBMIT]
    finished = subprocess.run(words, cwd=known.root, env=BARE, stderr=subprocess.PIPE, check=False)
    assert (finished.returncode, finished.stderr) == (Exit.DONE, b"")
    assert len(known.records()) == 1


def test_an_act_whose_reader_has_gone_is_recorded_once_and_no_failure(known: Office) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    finished = types(known, *SUBMIT, stdout=writer)
    os.close(writer)
    assert (finished.returncode, finished.stderr) == (Exit.DONE, b"")
    assert len(known.records()) == 1


def test_the_variables_of_another_git_run_lead_no_act_elsewhere(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit = office.at("ros")
    with monkeypatch.context() as patch:
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
            patch.setenv(name, str(tmp_path / "elsewhere"))
        assert submit(*SUBMIT).code == Exit.DONE
        assert submit("verify").code == Exit.DONE
    assert len(office.records()) == 1
    assert office.git("status", "--porcelain") == ""
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(("number", "most"), [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (3, 9)])
def test_an_act_that_is_not_whole_on_the_disk_is_told_in_one_sentence_and_the_next_commands_work(
    office: Office, broken_git: Callable[[str, str], AbstractContextManager[None]], number: int, most: int
) -> None:
    submit, tip = office.at("ros"), office.git("rev-parse", "main")
    with broken_git("unpack-objects", losing(office.root, number, most=most)):
        done = submit(*SUBMIT)
    assert (done.code, done.out, done.err.count("\n")) == (Exit.TROUBLE, "", 1)
    assert "Nothing was recorded. Make room, then try again" in done.err
    assert (office.git("rev-parse", "main"), office.records()) == (tip, [])
    assert "submit" in submit("moderate", SLUG).out
    assert submit(*SUBMIT).code == Exit.DONE
    assert submit("verify").code == Exit.DONE

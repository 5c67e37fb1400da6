"""No command starts a program that a repository's own settings name, with all of them set at once."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportkit.cli.command_table import PROGRAM, Group
from tests.cli.moderate.conftest import SLUG, Office
from tests.foreign_settings import Planted

TODAY = ("--today", "2004-06-14")
MEETING = ("--present", "ann,bob,cat", "--service", "agreed", "--prospects", "agreed", *TODAY)

# Who types what, in an order in which most of it works.
TYPED = (
    ("ros", "doctor"),
    ("ros", "sync"),
    ("ros", "new", "elm", "--kind", "almo", "--authority", "Elm Council", "--almo", "Elm Homes"),
    ("ros", "add", "finding", SLUG, "late", "--title", "Late", "--text", "Tenants wait.", "--kind", "weakness"),
    ("ros", "check", SLUG),
    ("ros", "explain", "E03"),
    ("ros", "coverage", SLUG),
    ("ros", "scope", SLUG),
    ("ros", "indicators", SLUG),
    ("ros", "indicators", "import", SLUG, "nowhere.csv"),
    ("ros", "questionnaire", SLUG, "--out", "questionnaire.docx"),
    ("ros", "questionnaire", "import", SLUG, "nowhere.docx"),
    ("ros", "draft", SLUG, "--out", "draft.docx"),
    ("ros", "save", SLUG),
    ("ros", "moderate", "submit", SLUG, *TODAY),
    ("ann", "moderate", "pack", SLUG, "--out", "pack.docx"),
    ("ann", "moderate", "meeting", SLUG, *MEETING),
    ("ann", "moderate", "query", SLUG, "--of", "ros", "--by", "2004-06-20", "--text", "Which day?", *TODAY),
    ("ros", "moderate", "answer", SLUG, "--text", "That day.", *TODAY),
    ("ann", "moderate", "sign-off", SLUG, *TODAY),
    ("ann", "moderate", "withdraw", SLUG, "--reason", "Not yet.", *TODAY),
    ("ann", "undo", SLUG, *TODAY),
    ("bob", "moderate", "sign-off", SLUG, *TODAY),
    ("bob", "moderate", "cover", SLUG, *TODAY),
    ("ann", "moderate", "override", SLUG, "B01", "--reason", "Agreed.", *TODAY),
    ("ann", "moderate", "decide", SLUG, *TODAY),
    ("ann", "moderate", "clear", SLUG, "late", *TODAY),
    ("ann", "moderate", "odpm-discussion", SLUG, *TODAY),
    ("ann", "moderate", "progress", SLUG, *TODAY),
    ("gus", "comments", "send", SLUG, *TODAY),
    ("gus", "comments", "round-table", SLUG, *TODAY),
    ("gus", "comments", "add", SLUG, "almo", "--text", "It was 58.", *TODAY),
    ("gus", "comments", "none", SLUG, "authority", *TODAY),
    ("gus", "comments", "extend", SLUG, "almo", *TODAY),
    ("gus", "comments", "list", SLUG),
    ("gus", "comments", "answer", SLUG, "1", *TODAY),
    ("gus", "comments", "response", SLUG),
    ("gus", "comments", "copies", SLUG),
    ("gus", "notify", SLUG, *TODAY),
    ("gus", "notify", "sent", SLUG, *TODAY),
    ("gus", "notify", "copies", SLUG),
    ("gus", "publish", SLUG, *TODAY),
    ("gus", "correct", SLUG, "letter", *TODAY),
    ("gus", "reinspect", SLUG, *TODAY),
    ("gus", "people"),
    ("gus", "people", "add", "zoe", "--name", "Zoe", "--email", "zoe@example.org", "--roles", "inspector"),
    ("gus", "people", "keys", "zoe"),
    ("gus", "people", "rename", "zoe", "--name", "Zoe Hill"),
    ("gus", "people", "leave", "zoe", "--on", "2004-07-02"),
    ("gus", "people", "retire", "zoe", "--until", "2004-07-01"),
    ("gus", "people", "save"),
    ("gus", "people", "stricter"),
    ("gus", "restore", SLUG),
    ("gus", "rename", SLUG, "another"),
    ("gus", "remove", SLUG),
    ("bob", "moderate"),
    ("bob", "moderate", SLUG),
    ("bob", "status"),
    ("bob", "history", SLUG),
    ("bob", "verify"),
    ("bob", "timetable", SLUG),
    ("bob", "settle"),
    ("bob", "completion", "bash"),
    ("bob", "demo", "--help"),
    ("bob", "init", "housing", "--name", "Housing Inspectorate"),
    ("bob", "join", "../../shared.git", "joined", "--name", "Bob", "--email", "bob@example.org"),
    ("bob", "sync"),
)


@pytest.fixture
def planted(laptops: dict[str, Office], tmp_path: Path) -> Planted:
    """All three copies, and the shared folder, name programs wherever they can."""
    programs = Planted(tmp_path / "planted")
    lender = tmp_path / "lender.git"
    subprocess.run(["git", "init", "-q", "--bare", "--template=", str(lender)], check=True)
    for git_folder in (*(each.root / ".git" for each in laptops.values()), tmp_path / "shared.git"):
        programs.in_settings(git_folder, included=git_folder.parent.parent.name == "bob")
        (git_folder / "objects/info").mkdir(exist_ok=True)
        (git_folder / "objects/info/alternates").write_text(f"{lender}/objects\n", encoding="utf-8")
    for each in laptops.values():
        programs.in_hooks(each.root / ".git")
    return programs


def test_no_command_starts_a_program_that_the_repository_names(laptops: dict[str, Office], planted: Planted) -> None:
    for person, *words in TYPED:
        done = laptops["ros" if person == "gus" else person].at(person)(*words)
        assert done.code in (0, 1, 2), done.err
        assert planted.started() == [], words
    everywhere = {each.git("rev-parse", "main") for each in (laptops["ros"], laptops["bob"])}
    assert len(everywhere) == 1  # what was typed was shared, too


def test_every_command_is_typed_there() -> None:
    typed = {words[:length] for _, *line in TYPED for words in [tuple(line)] for length in (1, 2)}
    assert [words for words in _commands(PROGRAM) if words not in typed] == []


def _commands(group: Group, *before: str) -> Iterator[tuple[str, ...]]:
    for name, command in group.subcommands.items():
        yield from _commands(command.group, *before, name) if command.group else ((*before, name),)


@pytest.mark.parametrize("setting", ["remote.origin.vcs", "url.ext::sh.insteadOf"])
def test_an_address_that_would_start_a_program_is_refused(
    laptops: dict[str, Office], planted: Planted, setting: str, tmp_path: Path
) -> None:
    ros, program = laptops["ros"], planted.program(f"git-remote-{setting}")
    value = str(tmp_path / "shared.git") if setting.endswith("insteadOf") else "own"
    ros.git("config", setting.replace("ext::sh", f"ext::{program} "), value)
    done = ros.at("ros")("sync")
    assert (done.code, planted.started()) == (4, [])
    assert "is not an address that Git can share with" in done.err


@pytest.mark.parametrize("form", ["openpgp", "ssh", "x509"])
def test_a_version_is_not_signed_by_a_program_that_the_repository_names(
    laptops: dict[str, Office], planted: Planted, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("gpg", "gpgsm"):  # in the place of real ones, which would leave keys and agents behind
        path = tmp_path / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    ros = laptops["ros"]
    for key, value in (("commit.gpgsign", "true"), ("gpg.format", form)):
        ros.git("config", key, value)
    ros.edits("findings/board-conduct.md", "---\n", "---\n# More\n")
    done = ros.saves()
    assert planted.started() == []
    assert "signing failed" in done.err


def test_doctor_names_the_settings_that_are_put_aside(laptops: dict[str, Office], planted: Planted) -> None:
    said = laptops["ros"].at("ros")("doctor").out
    assert planted.started() == []
    for name in ("core.sshcommand", "gpg.program", "filter.own.clean", "remote.origin.uploadpack"):
        assert name in said

"""The key that this computer can sign with, of those that are listed as someone's."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reportkit.gitstore.own_key import own_key


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".ssh").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    return tmp_path


def made(path: Path) -> str:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "x", "-f", str(path)], check=True)
    return " ".join(path.with_suffix(".pub").read_text().split()[:2])


def test_a_listed_key_is_found_among_a_persons_own(home: Path) -> None:
    made(home / ".ssh" / "id_other")
    public = made(home / ".ssh" / "id_ed25519")
    assert own_key([public]) == home / ".ssh" / "id_ed25519.pub"
    assert own_key([]) is None


def test_a_key_that_git_names_is_found_wherever_it_lies(home: Path) -> None:
    public = made(home / "work")
    assert own_key([public]) is None
    assert own_key([public], str(home / "work")) == home / "work.pub"
    assert own_key([public], "~/work.pub") == home / "work.pub"


def test_a_key_in_the_home_of_someone_who_is_not_here_is_looked_for_no_further(home: Path) -> None:
    public = made(home / ".ssh" / "id_ed25519")
    assert own_key([public], "~nobody-is-called-so/work") == home / ".ssh" / "id_ed25519.pub"


def test_a_public_half_alone_signs_nothing(home: Path) -> None:
    public = made(home / ".ssh" / "id_ed25519")
    (home / ".ssh" / "id_ed25519").unlink()
    assert own_key([public]) is None


def test_a_key_of_no_ones_is_not_taken(home: Path) -> None:
    made(home / ".ssh" / "id_ed25519")
    (home / ".ssh" / "huge.pub").write_text("ssh-ed25519 AAAA " * 10_000)
    (home / ".ssh" / "binary.pub").write_bytes(b"\xff\x00")
    assert own_key(["ssh-ed25519 AAAAsomebody"]) is None


def test_an_agent_that_is_not_there_holds_no_key(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_AUTH_SOCK", str(home / "none"))
    assert own_key(["ssh-ed25519 AAAAsomebody"]) is None

"""Who Git says that its user is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.errors import Trouble
from reportkit.gitstore.identity import Identity, identity


def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "settings").write_text(text, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))


def test_the_user_is_told_with_the_key_they_sign_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings(tmp_path, monkeypatch, "[user]\nname = Zoë\nemail = z@example.org\nsigningKey = ~/work.pub\n")
    assert identity(tmp_path) == Identity(name="Zoë", email="z@example.org", signing_key="~/work.pub")


@pytest.mark.parametrize("text", ["", "[user]\nname = Zoë\n", '[user]\nname = Zoë\nemail = " "\n'])
def test_a_user_who_is_not_known_is_told_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    settings(tmp_path, monkeypatch, text)
    with pytest.raises(Trouble, match="Git does not know who you are"):
        identity(tmp_path)

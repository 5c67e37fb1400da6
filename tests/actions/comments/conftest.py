"""The office of the comment tests, called from Python: a signed inspection, its sent draft, and a comment on that."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from reportkit.workspace.workspace import Workspace
from tests.cli.comments.conftest import commented_once, sent_once, signed_once, types
from tests.cli.moderate.conftest import SLUG, begun
from tests.pristine import pack

__all__ = ["begun", "commented_once", "sent_once", "signed_once"]

Office = Callable[..., Workspace]


@pytest.fixture(scope="session")
def answered_once(commented_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one comment, of the ALMO, is answered."""
    root = tmp_path_factory.mktemp("answered") / "project"
    shutil.copytree(commented_once, root)
    types(root, "r-tollinshaw", "comments", "answer", SLUG, "--verdict", "noted", "--reason", "We saw 54.")
    return pack(root)


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Office]:
    """A function that opens a project for a person, who is Git's user from then on."""
    with ExitStack() as closing:

        def opened(root: Path, person: str) -> Workspace:
            settings = tmp_path / f"{person}.gitconfig"
            settings.write_text(f"[user]\n\tname = {person}\n\temail = {person}@example.org\n", encoding="utf-8")
            monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
            return closing.enter_context(Workspace(root))

        yield opened


@pytest.fixture
def own_copy(tmp_path: Path) -> Callable[[Path], Path]:
    """A function that copies a project, so that a test may change it."""
    return lambda root: Path(shutil.copytree(root, tmp_path / "project"))


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a file of the project, which must have the old words, and commit it."""
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), encoding="utf-8")
    commit(root)


def commit(root: Path) -> None:
    """Commit what was changed in the work tree."""
    me = ("-c", "user.name=Ros", "-c", "user.email=ros@example.org")
    subprocess.run(["git", *me, "commit", "-qam", "Change"], cwd=root, check=True)


def files_below(root: Path) -> dict[Path, bytes]:
    """Return every file of the work tree with its bytes."""
    paths = (path for path in root.rglob("*") if ".git" not in path.parts and path.is_file())
    return {path: path.read_bytes() for path in paths}

"""Three people who sign at the same moment, again and again: no one's sign-off is lost or doubled.

Each has a copy of the repository, or a work tree of its own, or all sit before one folder.
"""

from __future__ import annotations

import io
import json
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from reportkit.cli.main import run
from reportkit.errors import Exit
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.moderate.laptop import Laptop

SIGNERS = ("ann", "bob", "cat")
ROUNDS = (2, pytest.param(40, marks=pytest.mark.trial))
SIGN = ("moderate", "sign-off", SLUG, "--today", "2004-06-14")


@pytest.fixture
def shared(office: Office) -> Path:
    """A bare repository in which an inspection waits for its three sign-offs."""
    office.submitted().met()
    place = office.root.parent / "shared.git"
    subprocess.run(["git", "clone", "-q", "--bare", "--template=", str(office.root), str(place)], check=True)
    return place


@pytest.fixture
def laptops(office: Office, shared: Path) -> Iterator[dict[str, Laptop]]:
    """Each signer's copy of it, on a laptop of their own."""
    copies = {person: shared.parent / f"copy-of-{person}" for person in SIGNERS}
    for copy in copies.values():
        subprocess.run(["git", "clone", "-q", "--template=", str(shared), str(copy)], check=True)
    with opened(office, copies) as laptops:
        yield laptops


@contextmanager
def opened(office: Office, folders: Mapping[str, Path]) -> Iterator[dict[str, Laptop]]:
    """Each person's laptop, in the folder where they work."""
    laptops = {}
    for person, folder in folders.items():
        office.at(person)
        laptops[person] = Laptop(folder, office.root.parent / f"{person}.gitconfig")
    yield laptops
    for laptop in laptops.values():
        laptop.closes()


def at_once(laptops: Mapping[str, Laptop], *words: str) -> dict[str, dict[str, Any]]:
    """Return how it ended for each, where all type this at the same moment."""
    for laptop in laptops.values():
        laptop.starts(*words)
    return {person: laptop.ends() for person, laptop in laptops.items()}


@pytest.mark.parametrize("rounds", ROUNDS)
def test_every_sign_off_of_all_rounds_is_in_the_shared_history_exactly_once(
    laptops: dict[str, Laptop], shared: Path, rounds: int
) -> None:
    for number in range(rounds):
        edited(shared, number)
        at_once(laptops, "sync")  # what is signed must be on one's own computer first
        for person, ended in at_once(laptops, *SIGN).items():
            assert ended["code"] == 0, (number, person, ended["told"])
            assert "Shared " in ended["told"], (number, person, ended["told"])
    assert signed_in(shared) == dict.fromkeys(SIGNERS, rounds)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_every_sign_off_in_one_folder_is_recorded_exactly_once(met: Office, rounds: int) -> None:
    with opened(met, dict.fromkeys(SIGNERS, met.root)) as laptops:
        for number in range(rounds):
            seen_again(met.root, number)
            for person, ended in at_once(laptops, *SIGN).items():
                assert ended["code"] == 0, (number, person, ended["told"])
    assert signed_in(met.root) == dict.fromkeys(SIGNERS, rounds)
    assert is_whole(met.root)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_every_sign_off_in_a_work_tree_of_its_own_is_on_its_branch_exactly_once(met: Office, rounds: int) -> None:
    trees = {person: met.root.parent / f"tree-of-{person}" for person in SIGNERS}
    for person, tree in trees.items():
        git(met.root, "worktree", "add", "-q", "-b", person, str(tree))
    with opened(met, trees) as laptops:
        for number in range(rounds):
            for tree in trees.values():
                seen_again(tree, number)
            for person, ended in at_once(laptops, *SIGN).items():
                assert ended["code"] == 0, (number, person, ended["told"])
    for person, tree in trees.items():
        assert signed_in(tree, person) == {person: rounds}
        assert is_whole(tree)
    assert signed_in(met.root) == {}
    assert is_whole(met.root)


def test_of_two_work_trees_on_one_branch_neither_records_until_each_has_its_own(met: Office) -> None:
    other = met.root.parent / "other"
    git(met.root, "worktree", "add", "-q", "--force", str(other), "main")
    with opened(met, {"ann": met.root, "bob": other}) as laptops:
        for ended in at_once(laptops, *SIGN).values():
            assert ended["code"] == Exit.TROUBLE, ended["told"]
            assert "is on the branch main of this repository too" in ended["told"]
            assert ended["told"].count("\n") == 1
        assert signed_in(met.root) == {}
        assert is_whole(met.root)
        assert is_whole(other)
        git(other, "switch", "-q", "-c", "visit")
        assert [ended["code"] for ended in at_once(laptops, *SIGN).values()] == [0, 0]
    assert (signed_in(met.root), signed_in(other, "visit")) == ({"ann": 1}, {"bob": 1})
    assert is_whole(met.root)
    assert is_whole(other)


def edited(place: Path, number: int) -> None:
    """The inspector saves and shares one more line, which ends every sign-off."""
    copy = place.parent / "copy-of-ros"
    if not copy.exists():
        git(place.parent, "clone", "-q", str(place), str(copy))
    git(copy, "pull", "-q", "--ff-only")
    seen_again(copy, number)
    git(copy, "push", "-q")


def seen_again(root: Path, number: int) -> None:
    """The inspector saves one more line, which ends every sign-off."""
    with (root / f"inspections/{SLUG}/findings/adaptations-slow.md").open("a", encoding="utf-8") as finding:
        finding.write(f"\nSeen {number + 1} times.\n")
    git(root, "-c", "user.name=Ros", "-c", "user.email=ros@example.org", "commit", "-q", "-a", "-m", "Edited")


def is_whole(root: Path) -> bool:
    """Return whether nothing unsaved is there, and verify finds nothing wrong."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run(["-C", str(root), "verify"])
    assert (code, git(root, "status", "--porcelain")) == (0, ""), said.getvalue()
    return True


def signed_in(place: Path, branch: str = "main") -> Counter[str]:
    """Return how often each person's sign-off was brought into the history, and is still there at its end."""
    records = f"moderation/{SLUG}/records"
    brought = git(
        place, "log", "--format=", "--name-only", "--diff-filter=A", "-m", "--first-parent", branch, "--", records
    )
    there = git(place, "ls-tree", "--name-only", branch, f"{records}/").split()
    assert sorted(brought.split()) == there
    offs = [json.loads(git(place, "show", f"{branch}:{path}")) for path in there if path.endswith(".json")]
    return Counter(each["person"] for each in offs if each["event"] == "sign-off")


def git(place: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=place, check=True, capture_output=True, text=True).stdout

"""Three people with a copy each, who sign at the same moment, again and again: nobody's sign-off is lost or doubled."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.moderating.conftest import SLUG, Office
from tests.cli.moderating.laptop import Laptop

SIGNERS = ("ann", "bob", "cat")
ROUNDS = (4, pytest.param(40, marks=pytest.mark.trial))


@pytest.fixture
def shared(office: Office) -> Path:
    """A bare repository in which an inspection waits for its three sign-offs."""
    office.submitted().met()
    place = office.root.parent / "shared.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(office.root), str(place)], check=True)
    return place


@pytest.fixture
def laptops(office: Office, shared: Path) -> Iterator[dict[str, Laptop]]:
    """Each signer's copy of it, on a laptop of their own."""
    copies = {}
    for person in SIGNERS:
        office.at(person)
        root = shared.parent / f"copy-of-{person}"
        subprocess.run(["git", "clone", "-q", str(shared), str(root)], check=True)
        copies[person] = Laptop(root, shared.parent / f"{person}.gitconfig")
    yield copies
    for copy in copies.values():
        copy.closes()


@pytest.mark.parametrize("rounds", ROUNDS)
def test_every_sign_off_of_all_rounds_is_in_the_shared_history_exactly_once(
    laptops: dict[str, Laptop], shared: Path, rounds: int
) -> None:
    for number in range(rounds):
        edited(shared, number)
        words = ("moderate", "sign-off", SLUG, "--today", "2004-06-14")
        for laptop in laptops.values():
            laptop.starts(*words)
        for person, laptop in laptops.items():
            ended = laptop.ends()
            assert ended["code"] == 0, (number, person, ended["told"])
            assert "Shared " in ended["told"], (number, person, ended["told"])
    assert signed_in(shared) == dict.fromkeys(SIGNERS, rounds)


def edited(place: Path, number: int) -> None:
    """The inspector saves and shares one more line, which ends every sign-off."""
    copy = place.parent / "copy-of-ros"
    if not copy.exists():
        git(place.parent, "clone", "-q", str(place), str(copy))
    git(copy, "pull", "-q", "--ff-only")
    with (copy / f"inspections/{SLUG}/findings/adaptations-slow.md").open("a", encoding="utf-8") as finding:
        finding.write(f"\nSeen {number + 1} times.\n")
    git(copy, "-c", "user.name=Ros", "-c", "user.email=ros@example.org", "commit", "-q", "-a", "-m", "Edited")
    git(copy, "push", "-q")


def signed_in(place: Path) -> Counter[str]:
    """How often each person's sign-off was brought into the history, and is still there at its end."""
    records = f"moderation/{SLUG}/records"
    brought = git(
        place, "log", "--format=", "--name-only", "--diff-filter=A", "-m", "--first-parent", "main", "--", records
    )
    there = git(place, "ls-tree", "--name-only", "main", f"{records}/").split()
    assert sorted(brought.split()) == there
    offs = [json.loads(git(place, "show", f"main:{path}")) for path in there if path.endswith(".json")]
    return Counter(each["person"] for each in offs if each["event"] == "sign-off")


def git(place: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=place, check=True, capture_output=True, text=True).stdout

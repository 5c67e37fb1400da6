"""Three laptops that change, save and share as it comes: in the end they are alike, and nothing is lost."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportkit.gitstore.conflicts import look_at, settle, unsettled
from reportkit.gitstore.new_version import contains
from reportkit.gitstore.save import save
from reportkit.gitstore.sharing import sync
from reportkit.gitstore.tree import differences

Laptop = Any  # see conftest.py
NAMES = ("repairs", "rent", "voids")


def act(laptop: Laptop, dice: random.Random, number: int) -> None:
    """One thing a person does."""
    inspection = dice.choice(("elm", "elm", "oak"))
    folder = laptop.root / "inspections" / inspection / "findings"
    choice = dice.random()
    if choice < 0.45:
        laptop.finding(dice.choice(NAMES), f"{laptop.root.name} {number}\n", inspection)
        save(laptop.root, inspection)
    elif choice < 0.55 and (folder / "repairs.md").exists():
        laptop.finding("repairs", None, inspection)
        save(laptop.root, inspection)
    elif choice < 0.65:
        laptop.commit(f"moderation/{inspection}/records/{laptop.root.name}-{number}.json", str(number))
    elif choice < 0.75 and (waiting := unsettled(laptop.root)):
        torn = look_at(laptop.root, dice.choice(waiting).path)
        settle(laptop.root, torn, dice.choice(torn.sides).data)
    else:
        sync(laptop.root)


def lost(laptop: Laptop) -> list[str]:
    """Return what someone saved, no one who had seen it replaced, and the newest version does not hold."""
    root = laptop.root
    saved = laptop.git("rev-list", "--no-merges", "--min-parents=1", "main").split()
    made = {version: differences(root, f"{version}^", version) for version in saved}
    there = laptop.git("ls-tree", "-r", "main").splitlines()
    held = {(line.split("\t")[1], line.split()[2]) for line in there}
    beside = {line.split("\t")[1].partition("/")[2].rpartition("/")[0]: set() for line in there}
    for line in there:
        path = line.split("\t")[1]
        if path.startswith("unsettled/"):
            beside[path.partition("/")[2].rpartition("/")[0]].add(line.split()[2])
    missing = []
    for version, changes in made.items():
        for path, change in changes.items():
            if path.startswith("unsettled/"):
                continue
            name = change.after.id if change.after else None
            is_held = (path, name) in held or name in beside.get(path, ()) if name else True
            later = (other for other in saved if other != version and path in made[other])
            if not is_held and not any(contains(root, other, version) for other in later):
                missing.append(f"{version[:7]} {path}")
    return missing


@pytest.mark.parametrize("seed", range(3))
def test_whatever_three_people_do_they_end_alike_and_nothing_is_lost(
    ann: Laptop, ben: Laptop, cora: Laptop, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311  so that a run can be had again
    laptops = (ann, ben, cora)
    for number in range(20):
        act(dice.choice(laptops), dice, number)
    for laptop in (*laptops, *laptops):
        sync(laptop.root)
    assert ann.tip() == ben.tip() == cora.tip()
    assert [laptop.is_clean() for laptop in laptops] == [True] * 3
    assert lost(ann) == []
    records = ann.git("log", "--diff-filter=A", "--name-only", "--format=", "-m", "main", "--", "moderation").split()
    assert sorted(set(records)) == ann.git("ls-tree", "-r", "--name-only", "main", "moderation").split()
    assert ann.git("fsck", "--strict", "--no-dangling") == ""


def test_three_at_the_same_instant_all_get_through(ann: Laptop, ben: Laptop, cora: Laptop) -> None:
    each = 3
    code = (
        "import sys, pathlib\n"
        "from reportkit.gitstore.save import save\n"
        "from reportkit.gitstore.sharing import sync\n"
        "root = pathlib.Path(sys.argv[1])\n"
        f"for n in range({each}):\n"
        "    (root / 'inspections/elm' / f'{root.name}-{n}.md').write_text(str(n))\n"
        "    assert save(root, 'elm').version\n"
        "    sync(root)\n"
    )
    laptops = (ann, ben, cora)
    home = Path(__file__).parents[2]
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(laptop.root)], cwd=home, stderr=subprocess.PIPE)
        for laptop in laptops
    ]
    said = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    for laptop in laptops:
        sync(laptop.root)
    assert ann.tip() == ben.tip() == cora.tip()
    names = ann.git("ls-tree", "--name-only", "main", "inspections/elm/").split()
    assert len([name for name in names if "-" in name]) == 3 * each
    assert all(laptop.is_clean() for laptop in laptops)


def test_two_that_share_at_once_in_one_work_tree_take_turns(ann: Laptop, ben: Laptop) -> None:
    for number in range(4):
        ben.saved(f"voids-{number}", "Quick.\n")
    sync(ben.root)
    ann.saved("repairs", "Late.\n")
    code = "import sys, pathlib; from reportkit.gitstore.sharing import sync; sync(pathlib.Path(sys.argv[1]))"
    home = Path(__file__).parents[2]
    running = [subprocess.Popen([sys.executable, "-c", code, str(ann.root)], cwd=home) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert ann.is_clean()
    assert ann.git("rev-list", "--count", "main", "--merges") == "1"
    assert sync(ben.root).received == 2

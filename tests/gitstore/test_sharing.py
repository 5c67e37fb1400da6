"""Sharing between real copies of one bare folder: what others saved comes in, what was saved here goes out."""

from __future__ import annotations

from typing import Any

from reportkit.gitstore.remote import state
from reportkit.gitstore.sharing import sync

Laptop = Any  # see conftest.py


def test_what_one_saved_reaches_the_other_and_the_files_follow(ann: Laptop, ben: Laptop) -> None:
    version = ann.saved("voids", "Empty homes are let quickly.\n")
    assert (state(ann.root).ahead, state(ann.root).behind) == (1, 0)
    assert (sync(ann.root).sent, state(ann.root).ahead) == (1, 0)
    synced = sync(ben.root)
    assert (synced.received, synced.by, synced.sent) == (1, ("Ann Okafor",), 0)
    assert ben.tip() == version
    assert ben.read("inspections/elm/findings/voids.md") == "Empty homes are let quickly.\n"
    assert ben.is_clean()


def test_different_findings_saved_at_once_are_brought_together_by_a_version_after_both(
    ann: Laptop, ben: Laptop
) -> None:
    by_ann, by_ben = ann.saved("voids", "Quick.\n"), ben.saved("repairs", None)
    sync(ann.root)
    synced = sync(ben.root)
    assert (synced.received, synced.sent, synced.unsettled) == (1, 2, ())
    assert ben.git("log", "-1", "--format=%P|%an|%s") == (
        f"{by_ben} {by_ann}|Ben Carter|Bring together what was saved on two computers"
    )
    assert ben.git("ls-tree", "-r", "--name-only", "main", "inspections/elm").split() == [
        "inspections/elm/findings/rent.md",
        "inspections/elm/findings/voids.md",
        "inspections/elm/inspection.yaml",
    ]
    assert ben.is_clean()
    sync(ann.root)
    assert ann.tip() == ben.tip()
    assert ann.is_clean()
    assert ann.git("fsck", "--strict", "--no-dangling") == ""


def test_a_finding_changed_on_both_sides_is_kept_twice(ann: Laptop, ben: Laptop) -> None:
    ann.saved("repairs", "Late.\n")
    ben.saved("repairs", "Very late.\n")
    sync(ann.root)
    synced = sync(ben.root)
    (torn,) = synced.unsettled
    assert (torn.path, torn.who, torn.removed) == ("inspections/elm/findings/repairs.md", "ann-okafor", False)
    assert ben.read(torn.path) == "Very late.\n"
    assert ben.read(torn.kept) == "Late.\n"
    sync(ann.root)
    assert ann.tip() == ben.tip()
    assert ann.is_clean()
    assert ben.is_clean()

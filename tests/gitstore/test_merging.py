"""What becomes of a file that one changed, both changed, or someone tried to take away."""

from __future__ import annotations

from typing import Any

import pytest

from reportkit.gitstore.conflicts import unsettled
from reportkit.gitstore.sharing import Synced, sync

Laptop = Any  # see conftest.py
RECORD = "moderation/elm/records/20040614T090000Z-sign-off-0123456789ab.json"
REPAIRS = "inspections/elm/findings/repairs.md"


def meet(ann: Laptop, ben: Laptop) -> Synced:
    """Ann shares first; Ben brings the two together; Ann follows. Returns what Ben's sharing did."""
    sync(ann.root)
    synced = sync(ben.root)
    sync(ann.root)
    assert ann.tip() == ben.tip()
    assert ann.is_clean()
    assert ben.is_clean()
    assert ann.git("fsck", "--strict", "--no-dangling") == ""
    return synced


def files(laptop: Laptop, folder: str = "") -> dict[str, str]:
    """Return what the newest version holds below a folder."""
    names = laptop.git("ls-tree", "-r", "--name-only", "main", "--", *([folder] if folder else [])).splitlines()
    return {name: laptop.git("show", f"main:{name}") for name in names}


def test_the_same_change_on_both_sides_is_one_change(ann: Laptop, ben: Laptop) -> None:
    for laptop in (ann, ben):
        laptop.saved("repairs", "Late.\n")
        laptop.saved("voids", "Quick.\n")
        laptop.saved("rent", None)
    assert meet(ann, ben).unsettled == ()
    assert files(ann, "inspections/elm") == {
        REPAIRS: "Late.",
        "inspections/elm/findings/voids.md": "Quick.",
        "inspections/elm/inspection.yaml": "kind: almo",
    }


def test_two_new_files_of_one_name_are_kept_both(ann: Laptop, ben: Laptop) -> None:
    ann.saved("voids", "Ann's.\n")
    ben.saved("voids", "Ben's.\n")
    (torn,) = meet(ann, ben).unsettled
    assert ann.read("inspections/elm/findings/voids.md") == "Ben's.\n"
    assert ann.read(torn.kept) == "Ann's.\n"


def test_a_file_that_one_removed_and_the_other_changed_keeps_the_change_and_the_removal(
    ann: Laptop, ben: Laptop
) -> None:
    ann.saved("repairs", None)
    ann.saved("rent", "Rent rises.\n")
    ben.saved("repairs", "Late.\n")
    ben.saved("rent", None)
    meet(ann, ben)
    rent, repairs = unsettled(ann.root, "elm")
    assert (repairs.kept, repairs.removed) == (f"unsettled/{REPAIRS}/ann-okafor-removed", True)
    assert ann.read(REPAIRS) == "Late.\n"
    assert not (ann.root / "inspections/elm/findings/rent.md").exists()
    assert ann.read(rent.kept) == "Rent rises.\n"


def test_any_other_file_is_kept_twice_too_and_listed(ann: Laptop, ben: Laptop) -> None:
    for laptop, text in ((ann, "# Ann\n"), (ben, "# Ben\n")):
        laptop.commit("templates/report.md.j2", text)
        laptop.commit("moderation/elm/casework.yaml", text)
    meet(ann, ben)
    assert [each.path for each in unsettled(ann.root)] == ["moderation/elm/casework.yaml", "templates/report.md.j2"]
    assert unsettled(ann.root, "elm") == unsettled(ann.root)
    assert [each.path for each in unsettled(ann.root, "oak")] == ["templates/report.md.j2"]
    assert ann.read("templates/report.md.j2") == "# Ben\n"


def test_three_versions_of_one_finding_are_all_kept(ann: Laptop, ben: Laptop, cora: Laptop) -> None:
    for laptop, text in ((ann, "A.\n"), (ben, "B.\n"), (cora, "C.\n")):
        laptop.saved("repairs", text)
    for laptop in (ann, ben, cora, ann, ben):
        sync(laptop.root)
    kept = {ann.read(each.kept) for each in unsettled(ann.root)} | {ann.read(REPAIRS)}
    assert {"A.\n", "C.\n"} <= kept
    assert any(text == "B.\n" for text in kept)
    assert ann.tip() == ben.tip() == cora.tip()


def test_records_of_both_are_all_there(ann: Laptop, ben: Laptop) -> None:
    for laptop in (ann, ben):
        for number in range(3):
            laptop.commit(RECORD.replace("0123", laptop.root.name + str(number)), f"{laptop.root.name}\n")
    assert meet(ann, ben).put_back == ()
    assert len(files(ann, "moderation")) == 6


@pytest.mark.parametrize("evil", [None, "altered\n"])
@pytest.mark.parametrize("is_behind", [True, False])
def test_a_record_that_someone_took_away_or_altered_is_put_back(
    ann: Laptop, ben: Laptop, evil: str | None, is_behind: bool
) -> None:
    ann.commit(RECORD, "I agree\n")
    meet(ann, ben)
    ann.commit(RECORD, evil)
    if not is_behind:
        ben.saved("voids", "Quick.\n")
    assert meet(ann, ben).put_back == (RECORD,)
    assert ann.read(RECORD) == "I agree\n"


def test_a_kept_reply_that_someone_altered_is_put_back(ann: Laptop, ben: Laptop) -> None:
    reply = "moderation/elm/replies/0123456789ab.eml"
    ann.commit(reply, "I agree\n")
    meet(ann, ben)
    ann.commit(reply, "I need more\n")
    assert meet(ann, ben).put_back == (reply,)
    assert ann.read(reply) == "I agree\n"


def test_ones_own_removal_of_a_record_is_put_back_too(ann: Laptop, ben: Laptop) -> None:
    ann.commit(RECORD, "I agree\n")
    meet(ann, ben)
    ben.commit(RECORD, None)
    ann.saved("voids", "Quick.\n")
    assert meet(ann, ben).put_back == (RECORD,)
    assert ben.read(RECORD) == "I agree\n"


def test_a_merge_that_drops_the_other_side_drops_no_record(ann: Laptop, ben: Laptop) -> None:
    ann.commit(RECORD, "I agree\n")
    sync(ann.root)
    ben.saved("voids", "Quick.\n")
    ben.git("fetch", "-q")
    ben.git("merge", "-q", "-s", "ours", "-m", "innocent", "origin/main")
    ben.git("push", "-q", "origin", "main")
    assert not (ben.root / RECORD).exists()
    assert sync(ann.root).put_back == (RECORD,)
    sync(ben.root)
    assert ben.read(RECORD) == "I agree\n"


def test_a_file_where_the_other_has_a_folder_is_kept_beside(ann: Laptop, ben: Laptop) -> None:
    ann.commit("inspections/elm/annex", "a file\n")
    ben.commit("inspections/elm/annex/plan.md", "in a folder\n")
    (torn,) = meet(ann, ben).unsettled
    assert (torn.path, ann.read(torn.kept)) == ("inspections/elm/annex", "a file\n")
    assert ann.read("inspections/elm/annex/plan.md") == "in a folder\n"


def test_a_folder_where_the_other_has_a_file_is_kept_beside(ann: Laptop, ben: Laptop) -> None:
    ann.commit("inspections/elm/annex/plan.md", "in a folder\n")
    ben.commit("inspections/elm/annex", "a file\n")
    (torn,) = meet(ann, ben).unsettled
    assert (torn.path, ann.read(torn.kept)) == ("inspections/elm/annex/plan.md", "in a folder\n")
    assert ann.read("inspections/elm/annex") == "a file\n"


def test_a_file_that_became_a_folder_and_back_follows(ann: Laptop, ben: Laptop) -> None:
    ann.commit("inspections/elm/annex", "a file\n")
    meet(ann, ben)
    ann.commit("inspections/elm/annex", None)
    ann.commit("inspections/elm/annex/plan.md", "in a folder\n")
    meet(ann, ben)
    assert ben.read("inspections/elm/annex/plan.md") == "in a folder\n"
    ben.commit("inspections/elm/annex/plan.md", None)
    (ben.root / "inspections/elm/annex").rmdir()
    ben.commit("inspections/elm/annex", "a file\n")
    meet(ben, ann)
    assert ann.read("inspections/elm/annex") == "a file\n"


def test_odd_names_links_and_modes_arrive_as_they_were_sent(ann: Laptop, ben: Laptop) -> None:
    names = ['a "quoted" name.md', "ängström.md", " space .md", "line\nfeed.md"]
    for name in names:
        (ann.root / "inspections/elm" / name).write_text(name)
    (ann.root / "inspections/elm/link").symlink_to("findings")
    (ann.root / "inspections/elm/run.sh").write_text("#!/bin/sh\n")
    ann.git("add", "-A")
    ann.git("commit", "-q", "-m", "odd")
    ann.git("update-index", "--chmod=+x", "inspections/elm/run.sh")
    ann.git("commit", "-q", "-m", "may be run")
    ann.git("checkout", "-q", "--", ".")
    meet(ann, ben)
    assert [(ben.root / "inspections/elm" / name).read_text() for name in names] == names
    assert (ben.root / "inspections/elm/link").is_symlink()
    assert (ben.root / "inspections/elm/run.sh").stat().st_mode & 0o111
    for name in names:
        (ben.root / "inspections/elm" / name).write_text("changed\n")
    ben.git("commit", "-q", "-a", "-m", "changed")
    meet(ben, ann)
    assert [(ann.root / "inspections/elm" / name).read_text() for name in names] == ["changed\n"] * 4


def test_settling_at_the_same_time_in_two_ways_is_to_be_settled_again(ann: Laptop, ben: Laptop) -> None:
    from reportkit.gitstore.conflicts import look_at, mine, settle

    ann.saved("repairs", "A.\n")
    ben.saved("repairs", "B.\n")
    meet(ann, ben)
    for laptop in (ann, ben):
        torn = look_at(laptop.root, REPAIRS)
        settle(laptop.root, torn, mine(laptop.root, torn).data)
    meet(ann, ben)
    torn = look_at(ann.root, REPAIRS)
    assert {side.data for side in torn.sides} == {b"A.\n", b"B.\n"}


def test_a_tangle_with_several_common_versions_is_brought_together(ann: Laptop, ben: Laptop) -> None:
    ann.saved("voids", "Quick.\n")
    ben.saved("rent", "Rent rises.\n")
    for one, other in ((ann, ben), (ben, ann)):
        one.git("fetch", "-q", str(other.root), "main:refs/heads/other")
    for laptop in (ann, ben):
        laptop.git("merge", "-q", "-m", "crossed", "other")
        laptop.git("branch", "-q", "-D", "other")
    ann.saved("repairs", "Late.\n")
    assert meet(ann, ben).unsettled == ()
    assert ben.read(REPAIRS) == "Late.\n"
    assert ben.read("inspections/elm/findings/rent.md") == "Rent rises.\n"

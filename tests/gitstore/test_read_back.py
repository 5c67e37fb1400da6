"""Git says that it wrote everything and did not: no branch moves to a version that is not whole on the disk."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reportkit.errors import Exit, Trouble
from reportkit.gitstore.conflicts import look_at, mine, settle
from reportkit.gitstore.init import GitUser, begin_repository
from reportkit.gitstore.records import GitRecordStore
from reportkit.gitstore.records.shared_first import SharedFirstStore
from reportkit.gitstore.save import save
from reportkit.gitstore.sharing import sync
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.store import File
from tests.gitstore.conftest import Laptop
from tests.gitstore.recording import HOUSE, act, acts, asked, share, sign_off
from tests.losing import losing, mixing_up

Git = Callable[..., str]
Broken = Callable[[str, str], AbstractContextManager[None]]
SAID = r"The disk is full, or the repository in .* cannot be written.*Nothing was recorded"
LETTER = File(path="moderation/elm/issued/letter.docx", data=b"PK")
OBJECTS = 8  # of an act with a letter: two files, five folders, and the commit


def is_whole(repository: Path) -> bool:
    """Return whether Git finds every part of the newest version in the repository on the disk."""
    words = ("git", "rev-list", "--objects", "HEAD")
    return not subprocess.run(words, cwd=repository, check=False, capture_output=True).returncode


@pytest.mark.parametrize("number", range(1, OBJECTS + 1))
def test_where_any_one_object_of_an_act_is_not_on_the_disk_nothing_is_recorded_and_the_same_act_again_is_safe(
    project: Path, git: Git, broken_git: Broken, number: int
) -> None:
    store = GitRecordStore(project, HOUSE)
    prepared, tip = act(store, sign_off(store), files=(LETTER,)), git("rev-parse", "main")
    with broken_git("unpack-objects", losing(project, number)), pytest.raises(Trouble, match=SAID) as said:
        store.append(prepared)
    assert said.value.exit_code == Exit.TROUBLE
    assert (git("rev-parse", "main"), git("status", "--porcelain"), is_whole(project)) == (tip, "", True)
    store.append(prepared)
    assert (len(store.records("elm")), git("status", "--porcelain"), is_whole(project)) == (1, "", True)


@pytest.mark.parametrize("folder", ["", "inspections", "inspections/elm"])
def test_where_git_has_lost_a_folder_that_is_said_and_nothing_in_it_is_said_not_to_be_there(
    project: Path, git: Git, folder: str
) -> None:
    lost = git("rev-parse", f"main:{folder}")
    (project / ".git/objects" / lost[:2] / lost[2:]).unlink()
    with pytest.raises(Trouble, match=f"Git does not have the object {lost[:12]}, which this repository needs"):
        GitRecordStore(project, HOUSE).subject("elm")


@pytest.mark.parametrize("folder", ["moderation", "moderation/elm", "moderation/elm/records"])
def test_where_git_has_lost_a_folder_of_records_no_inspection_seems_to_have_none(
    project: Path, git: Git, folder: str
) -> None:
    store = GitRecordStore(project, HOUSE)
    store.append(act(store, sign_off(store)))
    lost = git("rev-parse", f"main:{folder}")
    (project / ".git/objects" / lost[:2] / lost[2:]).unlink()
    with pytest.raises(Trouble, match=f"Git does not have the object {lost[:12]}, which this repository needs"):
        GitRecordStore(project, HOUSE).heads("elm")


def test_an_act_has_no_more_objects_than_are_taken_away_here(project: Path, git: Git) -> None:
    store, before = GitRecordStore(project, HOUSE), git("count-objects")
    store.append(act(store, sign_off(store), files=(LETTER,)))
    assert int(git("count-objects").split()[0]) - int(before.split()[0]) == OBJECTS


@pytest.mark.parametrize("number", [1, 3, 5])
def test_where_a_changed_policy_is_not_whole_on_the_disk_it_is_not_recorded(
    project: Path, git: Git, broken_git: Broken, number: int
) -> None:
    store, tip = GitRecordStore(project, HOUSE), git("rev-parse", "main")
    policy = File(path="moderation/policy.yaml", data=b"signatures: required\n")
    prepared = act(store, sign_off(store, OF_THE_HOUSE, "policy-changed"), files=(policy,))
    with broken_git("unpack-objects", losing(project, number)), pytest.raises(Trouble, match=SAID):
        store.append(prepared)
    assert (git("rev-parse", "main"), git("status", "--porcelain")) == (tip, "")
    store.append(prepared)
    assert is_whole(project)


def test_what_is_not_whole_on_the_disk_is_not_shared_first(project: Path, broken_git: Broken) -> None:
    place, store = share(project), SharedFirstStore(project, HOUSE)
    prepared = act(store, sign_off(store))
    with broken_git("unpack-objects", losing(project, 2)), pytest.raises(Trouble, match=SAID):
        store.append(prepared)
    assert (acts(project), acts(place), asked(project, "status", "--porcelain")) == (0, 0, "")
    assert store.append(prepared).shared
    assert (acts(project), acts(place)) == (1, 1)


@pytest.mark.parametrize("step", ["update-index", "mktree", "commit-tree"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_where_an_inspection_is_not_whole_on_the_disk_it_is_not_saved(
    project: Path, git: Git, broken_git: Broken, step: str, number: int
) -> None:
    for name in ("voids", "repairs", "rents"):
        (project / f"inspections/elm/findings/{name}.md").write_text(f"{name}.\n")
    before = git("rev-parse", "main"), git("status", "--porcelain")
    with broken_git(step, losing(project, number, most=4)), pytest.raises(Trouble, match=SAID):
        save(project, "elm")
    assert (git("rev-parse", "main"), git("status", "--porcelain"), is_whole(project)) == (*before, True)
    assert save(project, "elm").version == git("rev-parse", "main")
    assert (git("status", "--porcelain"), is_whole(project)) == ("", True)


def test_where_git_ends_in_the_middle_of_what_is_read_back_nothing_is_recorded(
    project: Path, git: Git, broken_git: Broken
) -> None:
    (project / "inspections/elm/findings/voids.md").write_text("Voids.\n")
    tip = git("rev-parse", "main")
    with broken_git("cat-file --batch --buffer", "exit 128"), pytest.raises(Trouble, match=SAID):
        save(project, "elm")
    assert git("rev-parse", "main") == tip


def test_where_an_object_on_the_disk_is_another_one_nothing_is_recorded(
    project: Path, git: Git, broken_git: Broken
) -> None:
    store, tip = GitRecordStore(project, HOUSE), git("rev-parse", "main")
    prepared = act(store, sign_off(store))
    with broken_git("unpack-objects", mixing_up(project)), pytest.raises(Trouble, match=SAID):
        store.append(prepared)
    assert git("rev-parse", "main") == tip


def test_where_two_versions_together_are_not_whole_on_the_disk_neither_copy_moves(
    ann: Laptop, ben: Laptop, broken_git: Broken
) -> None:
    ann.saved("voids", "Ann.\n")
    ben.saved("repairs", "Ben.\n")
    sync(ben.root)
    ann.git("fetch", "-q")
    tip = ann.tip()
    with broken_git("commit-tree", losing(ann.root, 1, most=9)), pytest.raises(Trouble, match=SAID):
        sync(ann.root)
    assert (ann.tip(), ann.is_clean(), is_whole(ann.root)) == (tip, True, True)
    assert sync(ann.root).received == 1
    assert (ann.is_clean(), is_whole(ann.root)) == (True, True)


def test_where_a_settled_file_is_not_whole_on_the_disk_it_is_not_settled(
    ann: Laptop, ben: Laptop, broken_git: Broken
) -> None:
    ann.saved("damp", "Ann.\n")
    ben.saved("damp", "Ben.\n")
    sync(ben.root)
    sync(ann.root)
    torn, tip = look_at(ann.root, "inspections/elm/findings/damp.md"), ann.tip()
    with broken_git("commit-tree", losing(ann.root, 1, most=9)), pytest.raises(Trouble, match=SAID):
        settle(ann.root, torn, b"Both.\n")
    assert (ann.tip(), ann.is_clean(), is_whole(ann.root)) == (tip, True, True)
    settle(ann.root, torn, mine(ann.root, torn).data)
    assert (ann.is_clean(), is_whole(ann.root)) == (True, True)


@pytest.mark.parametrize("step", ["add", "write-tree", "commit-tree"])
def test_a_new_repository_that_is_not_whole_on_the_disk_has_no_version(
    home: Path, tmp_path: Path, broken_git: Broken, step: str
) -> None:
    folder = tmp_path / "new"
    (folder / "moderation").mkdir(parents=True)
    (folder / "moderation/policy.yaml").write_text("people: []\n")
    ann = GitUser("Ann Okafor", "ann@example.org")
    with broken_git(step, losing(folder, 1)), pytest.raises(Trouble, match=SAID):
        begin_repository(folder, "Start", ann)
    assert asked(folder, "for-each-ref") == ""
    assert begin_repository(folder, "Start", ann) == asked(folder, "rev-parse", "main")
    assert is_whole(folder)

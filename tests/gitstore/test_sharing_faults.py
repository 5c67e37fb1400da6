"""Sharing when something goes wrong: it is shared or as before, a sentence says which, and doing it again is safe."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from reportkit.errors import Damaged, Refused, ReportkitError, Trouble
from reportkit.gitstore.checkout import open_checkout
from reportkit.gitstore.fetch_and_push import HandedOver
from reportkit.gitstore.remote import name_shared_place, state
from reportkit.gitstore.save import save
from reportkit.gitstore.sharing import sync
from reportkit.gitstore.update_work_tree import advance

Laptop = Any  # see conftest.py
Broken = Callable[[str, str], AbstractContextManager[None]]
HOME = Path(__file__).parents[2]
REPAIRS = "inspections/elm/findings/repairs.md"
FULL = 'echo "fatal: No space left on device" >&2; exit 128'


def picture(laptop: Laptop) -> tuple[str, ...]:
    """Return all that must stay as it was: the branch, the index and every file."""
    files = sorted(path for path in laptop.root.rglob("*") if path.is_file() and ".git" not in path.parts)
    texts = "".join(f"{path}\n{path.read_bytes()!r}\n" for path in files)
    return laptop.git("rev-parse", "main"), laptop.git("ls-files", "--stage", "--debug"), texts


def both_have_something(ann: Laptop, ben: Laptop) -> None:
    """Ann has changed one finding and removed another and shared it; Ben has added one, and not shared it."""
    ann.finding("repairs", "Late.\n")
    ann.finding("rent", None)
    ann.finding("voids/deep", "Quick.\n")
    ann.git("add", "-A")
    ann.git("commit", "-q", "-m", "Second visit")
    ann.git("push", "-q")
    ben.commit("inspections/elm/findings/visit.md", "Seen.\n")


def all_is_well(ann: Laptop, ben: Laptop) -> None:
    """Whatever happened: sharing again brings both together, with everything of both."""
    sync(ben.root)
    sync(ann.root)
    assert ann.tip() == ben.tip()
    assert ann.read(REPAIRS) == ben.read(REPAIRS) == "Late.\n"
    assert ann.git("ls-tree", "-r", "--name-only", "main", "inspections/elm/findings").split() == [
        REPAIRS,
        "inspections/elm/findings/visit.md",
        "inspections/elm/findings/voids/deep.md",
    ]
    assert ann.is_clean()
    assert ben.is_clean()
    assert ben.git("fsck", "--strict", "--no-dangling") == ""


SYNC = "import sys, pathlib; from reportkit.gitstore.sharing import sync; sync(pathlib.Path(sys.argv[1]))"
STEPS = ["fetch", "mktree", "commit-tree", "update-ref", "checkout-index", "update-index", "push"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("when", "next_command"), [("before", "sync"), ("after", "save")])
def test_killed_at_any_step_the_next_command_mends_it(
    ann: Laptop, ben: Laptop, broken_git: Broken, step: str, when: str, next_command: str
) -> None:
    both_have_something(ann, ben)
    with broken_git(step, "kill -9 $PPID; exit 1" if when == "before" else "%s; kill -9 $PPID; exit 0"):
        killed = subprocess.run([sys.executable, "-c", SYNC, str(ben.root)], cwd=HOME, check=False)
    assert killed.returncode == -signal.SIGKILL
    if next_command == "save":
        assert save(ben.root, "elm").version is None
        ben.saved("visit", "Seen again.\n")
    all_is_well(ann, ben)


@pytest.mark.parametrize("count", range(4))
def test_killed_between_two_files_the_next_save_takes_nothing_back(ann: Laptop, ben: Laptop, count: int) -> None:
    both_have_something(ann, ben)
    code = (
        "import os, signal, reportkit.gitstore.work_tree_files as disk\n"
        f"left = [{count}]\n"
        "def dying(act):\n"
        "    def call(*words):\n"
        "        if not left[0]: os.kill(os.getpid(), signal.SIGKILL)\n"
        "        left[0] -= 1\n"
        "        act(*words)\n"
        "    return call\n"
        "disk.move_into_place = dying(disk.move_into_place)\n"
        "disk.os.fsync = dying(disk.os.fsync)\n"
    )
    killed = subprocess.run([sys.executable, "-c", code + SYNC, str(ben.root)], cwd=HOME, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert save(ben.root, "elm").version is None
    all_is_well(ann, ben)


@pytest.mark.parametrize("branch", ["a\u00a0visit", os.fsdecode(b"caf\xe9")])
def test_on_a_branch_of_any_name_files_that_could_not_follow_do_so_later(
    ann: Laptop, ben: Laptop, broken_git: Broken, branch: str
) -> None:
    ann.git("switch", "-qc", branch)
    ann.git("push", "-q", "origin", "HEAD")
    ben.git("fetch", "-q")
    ben.git("switch", "-q", branch)
    ann.saved("repairs", "Late.\n")
    sync(ann.root)
    with broken_git("checkout-index", FULL):
        assert "The disk is full" in sync(ben.root).afterwards
    assert save(ben.root, "elm").version is None
    assert ben.read(REPAIRS) == "Late.\n"


def test_what_was_changed_after_a_kill_is_not_overwritten(ann: Laptop, ben: Laptop, broken_git: Broken) -> None:
    both_have_something(ann, ben)
    with broken_git("checkout-index", "kill -9 $PPID; exit 1"):
        subprocess.run([sys.executable, "-c", SYNC, str(ben.root)], cwd=HOME, check=False)
    ben.finding("repairs", "My own words.\n")
    for command in (lambda: sync(ben.root), lambda: save(ben.root, "elm")):
        with pytest.raises(Refused, match=r"stopped half-way, and since then you changed .*repairs\.md\. Move your"):
            command()
    assert ben.read(REPAIRS) == "My own words.\n"
    (ben.root / REPAIRS).unlink()
    all_is_well(ann, ben)


@pytest.mark.parametrize("step", ["fetch", "diff-tree", "commit-tree", "update-ref", "push"])
def test_a_full_disk_says_so_and_sharing_again_is_safe(ann: Laptop, ben: Laptop, broken_git: Broken, step: str) -> None:
    both_have_something(ann, ben)
    before = picture(ben)
    with broken_git(step, FULL), pytest.raises(ReportkitError):
        sync(ben.root)
    if step != "push":
        assert picture(ben) == before
    all_is_well(ann, ben)


@pytest.mark.parametrize("step", ["checkout-index", "update-index"])
def test_files_that_could_not_follow_are_said_and_follow_later(
    ann: Laptop, ben: Laptop, broken_git: Broken, step: str
) -> None:
    both_have_something(ann, ben)
    with broken_git(step, FULL):
        synced = sync(ben.root)
    assert "The disk is full" in synced.afterwards
    assert synced.sent == 2
    all_is_well(ann, ben)


def test_a_disk_that_takes_no_file_is_said_and_mended_later(
    ann: Laptop, ben: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "repairs.md")

    both_have_something(ann, ben)
    with monkeypatch.context() as broken:
        broken.setattr("reportkit.gitstore.work_tree_files.move_into_place", refuse)
        assert "repairs.md: A file could not be written: Permission denied." in sync(ben.root).afterwards
        with pytest.raises(Trouble, match="Close it where it is open"):
            save(ben.root, "elm")
    all_is_well(ann, ben)


def test_files_come_from_another_disk_too(ann: Laptop, ben: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Path.replace

    def across(source: Path, target: Path) -> Path:
        if "reportkit-files-" in str(source):
            raise OSError(18, "Invalid cross-device link")
        return really(source, target)

    both_have_something(ann, ben)
    monkeypatch.setattr(Path, "replace", across)
    all_is_well(ann, ben)


# What stands in the way: how Ben comes to it, what is then said.


def dirty(ben: Laptop) -> None:
    ben.finding("repairs", "Unsaved.\n")


def staged(ben: Laptop) -> None:
    ben.finding("repairs", "Unsaved.\n")
    ben.git("add", "-A")
    ben.finding("repairs", "Repairs are on time.\n")


def removed(ben: Laptop) -> None:
    ben.finding("repairs", None)


def lying_about(ben: Laptop) -> None:
    ben.finding("voids/deep", "Mine.\n")


def a_file_in_place_of_a_folder(ben: Laptop) -> None:
    (ben.root / "inspections/elm/findings/voids").write_text("Mine.\n")


def a_folder_in_place_of_a_file(ben: Laptop) -> None:
    ben.finding("voids/deep.md/mine", "Mine.\n")


def a_link_in_place_of_a_folder(ben: Laptop) -> None:
    (ben.root / "inspections/elm/findings/voids").symlink_to(ben.root / "templates")


@pytest.mark.parametrize(
    "spoil",
    [dirty, staged, removed, lying_about, a_file_in_place_of_a_folder, a_folder_in_place_of_a_file,
     a_link_in_place_of_a_folder],
)  # fmt: skip
def test_unsaved_work_in_the_way_is_never_touched(ann: Laptop, ben: Laptop, spoil: Callable[[Laptop], None]) -> None:
    both_have_something(ann, ben)
    spoil(ben)
    before = picture(ben)
    with pytest.raises(Refused, match="Your own unsaved changes are in the way: inspections/elm/findings/"):
        sync(ben.root)
    assert picture(ben) == before
    assert state(ben.root).behind == 1


def test_what_lies_elsewhere_stays_as_it_was(ann: Laptop, ben: Laptop) -> None:
    both_have_something(ann, ben)
    ben.finding("voids", "Staged.\n", "oak")
    ben.git("add", "inspections/oak")
    ben.finding("voids", "Second thoughts.\n", "oak")
    (ben.root / "reportkit.yaml").write_text("format: 1\n# changed\n")
    (ben.root / "templates/report.md.j2").unlink()
    (ben.root / "note.txt").write_text("lying about")
    ben.git("rm", "-q", "--cached", ".gitignore")
    before = ben.git("status", "--porcelain"), ben.git("diff"), ben.git("diff", "--cached")
    assert sync(ben.root).received == 1
    assert (ben.git("status", "--porcelain"), ben.git("diff"), ben.git("diff", "--cached")) == before


def test_files_that_are_what_comes_in_already_are_no_obstacle(ann: Laptop, ben: Laptop) -> None:
    both_have_something(ann, ben)
    ben.finding("repairs", "Late.\n")
    ben.finding("rent", None)
    ben.finding("voids/deep", "Quick.\n")
    all_is_well(ann, ben)


def test_line_ends_of_this_computer_are_no_changes_and_come_in_as_the_attributes_say(ann: Laptop, ben: Laptop) -> None:
    ben.git("config", "core.autocrlf", "true")
    ann.commit("note.txt", "One.\n")
    both_have_something(ann, ben)
    ben.finding("repairs", "Repairs are on time.\r\n")
    sync(ben.root)
    assert (ben.root / REPAIRS).read_bytes() == b"Late.\n"
    assert (ben.root / "note.txt").read_bytes() == b"One.\r\n"
    all_is_well(ann, ben)


# Where nothing can be shared: how it comes to that, and what is said.


def half_done(name: str) -> Callable[[Laptop], None]:
    return lambda ben: (ben.root / ".git" / name).write_text("x")


def detached(ben: Laptop) -> None:
    ben.git("checkout", "-q", "--detach")


def unborn(ben: Laptop) -> None:
    ben.git("switch", "-q", "--orphan", "empty")


def on_another_branch(ben: Laptop) -> None:
    ben.git("switch", "-q", "-c", "visit")


def shallow(ben: Laptop) -> None:
    (ben.root / ".git/shallow").write_text(ben.git("rev-parse", "HEAD") + "\n")


def gone(ben: Laptop) -> None:
    ben.git("config", "remote.origin.url", "/nowhere/shared.git")


def no_server(ben: Laptop) -> None:
    ben.git("config", "remote.origin.url", "https://secret@127.0.0.1:9/shared.git")


def odd_address(ben: Laptop) -> None:
    ben.git("config", "remote.origin.url", "ext::sh -c true")


def unshared(ben: Laptop) -> None:
    ben.git("remote", "remove", "origin")


def unrelated(ben: Laptop) -> None:
    ben.git("checkout", "-q", "--orphan", "other")
    ben.git("commit", "-q", "-m", "Another beginning")
    ben.git("branch", "-q", "-M", "other", "main")
    ben.git("branch", "-q", "--set-upstream-to=origin/main")


def nobody(ben: Laptop) -> None:
    ben.git("config", "--unset", "user.name")
    ben.git("config", "--unset", "user.email")
    Path(os.environ["HOME"], ".gitconfig").write_text("")


def signing_without_a_key(ben: Laptop) -> None:
    for name, value in {"commit.gpgsign": "true", "gpg.format": "ssh", "user.signingkey": "/nowhere"}.items():
        ben.git("config", name, value)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (half_done("MERGE_HEAD"), "A merge is half-done here"),
        (half_done("rebase-merge"), "A rebase is half-done here"),
        (half_done("index.lock"), "index.lock has stood for"),
        (half_done("refs/heads/main.lock"), "main.lock has stood for"),
        (detached, "You are looking at an old version"),
        (unborn, "You are on the branch empty, and what is shared is on main"),
        (on_another_branch, "You are on the branch visit, and what is shared is on main. Go there first: git switch"),
        (shallow, "This copy holds only the newest versions"),
        (gone, "There is no shared place at /nowhere/shared.git, or it is not connected"),
        (no_server, "The shared place https://127.0.0.1:9/shared.git cannot be reached"),
        (odd_address, "ext::sh -c true is not an address that Git can share with"),
        (unshared, "This copy is not shared with anyone yet"),
        (unrelated, "holds another repository than this one: they have no version in common"),
        (nobody, "Git does not know who you are"),
        (signing_without_a_key, "ask for signed versions, and signing failed"),
    ],
)
def test_where_nothing_can_be_shared_a_sentence_says_why_and_nothing_moves(
    ann: Laptop, ben: Laptop, spoil: Callable[[Laptop], object], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportkit.gitstore.checkout._PATIENCE", 0.05)
    both_have_something(ann, ben)
    spoil(ben)
    before = picture(ben)
    with pytest.raises(ReportkitError) as error:
        sync(ben.root)
    assert words in str(error.value)
    assert picture(ben) == before


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "fatal: detected dubious ownership in repository at '/x'",
            "because it belongs to another user. If you do: git",
        ),
        ("Host key verification failed.", "has not met the server"),
        ("git@example.org: Permission denied (publickey).", "does not accept your key"),
        ("fatal: could not read Username for 'https://x': terminal prompts disabled", "wants a name and a password"),
        ("fatal: unable to access 'x': Could not resolve host: example.org", "cannot be found"),
        ("error: insufficient permission for adding an object", "You may not write in the shared place"),
        ("error: remote unpack failed: unpacker error", "cannot be written: its disk is full, or you may not write"),
        ("fatal: pack has bad object at offset 12", "is damaged, so nothing was taken"),
        ("fatal: the sky fell", "cannot be reached: the sky fell. Is the network"),
        ("", "cannot be reached: it did not say why"),
    ],
)
def test_what_git_says_of_the_shared_place_becomes_a_sentence(
    ann: Laptop, broken_git: Broken, said: str, words: str
) -> None:
    with broken_git("fetch", f'echo "{said}" >&2; exit 128'), pytest.raises(Trouble) as error:
        sync(ann.root)
    assert words in str(error.value)


def test_with_no_one_known_what_needs_no_version_of_ones_own_still_comes_in(ann: Laptop, ben: Laptop) -> None:
    ann.saved("repairs", "Late.\n")
    sync(ann.root)
    nobody(ben)
    assert sync(ben.root).received == 1


def test_hooks_of_this_computer_do_not_run_and_variables_of_another_git_run_have_no_say(
    ann: Laptop, ben: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_have_something(ann, ben)
    for name in ("pre-push", "reference-transaction", "post-merge", "post-checkout", "post-index-change"):
        hook = ben.root / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {ben.root}/hook-ran\nexit 1\n")
        hook.chmod(0o755)
    with monkeypatch.context() as odd:
        for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_AUTHOR_NAME"):
            odd.setenv(name, "/nowhere")
        assert sync(ben.root).sent == 2
    assert not (ben.root / "hook-ran").exists()
    for hook in (ben.root / ".git/hooks").iterdir():
        hook.unlink()
    assert ben.git("log", "-1", "--format=%an") == "Ben Carter"
    all_is_well(ann, ben)


def test_a_quotation_mark_too_few_in_the_way_to_start_ssh_matters_to_places_reached_by_ssh_alone(
    ann: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_SSH_COMMAND", "ssh -i 'my key")
    ann.saved("repairs", "Late.\n")
    assert sync(ann.root).sent == 1
    ann.git("remote", "set-url", "origin", "ssh://127.0.0.1:9/shared.git")
    with pytest.raises(Trouble, match="cannot be reached"):
        sync(ann.root)


def test_an_address_that_looks_like_an_option_is_none(project: Path) -> None:
    name_shared_place(project, "--mirror=push:shared.git")
    assert state(project).place == "--mirror=push:shared.git"


def guard(shared: Path, script: str) -> Path:
    hook = shared / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{script}\n")
    hook.chmod(0o755)
    return hook


def test_a_shared_place_that_does_not_take_it_says_why(ann: Laptop, ben: Laptop, shared: Path) -> None:
    both_have_something(ann, ben)
    hook = guard(shared, "echo The record would shrink. >&2; exit 1")
    with pytest.raises(Refused, match=r"did not take your versions: The record would shrink\. They are safe here"):
        sync(ben.root)
    assert state(ben.root).ahead == 2
    hook.unlink()
    all_is_well(ann, ben)


def test_a_shared_place_that_falls_silent_is_given_up(
    ann: Laptop, ben: Laptop, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_have_something(ann, ben)
    hook = guard(shared, "sleep 60")
    with monkeypatch.context() as impatient:
        impatient.setattr("reportkit.gitstore.transport._SILENCE", 0.5)
        with pytest.raises(Trouble, match="fell silent half-way"):
            sync(ben.root)
    hook.unlink()
    all_is_well(ann, ben)


def test_a_place_that_is_someones_working_folder_takes_nothing_and_says_so(ann: Laptop, ben: Laptop) -> None:
    ben.git("config", "remote.origin.url", str(ann.root))
    ben.saved("visit", "Seen.\n")
    with pytest.raises(Trouble, match="is a person's own working folder, which cannot take shared versions"):
        sync(ben.root)


def test_where_others_are_quicker_they_are_brought_in_first(ann: Laptop, ben: Laptop, broken_git: Broken) -> None:
    both_have_something(ann, ben)
    sync(ben.root)
    sync(ann.root)
    ann.saved("voids", "Quick.\n")
    ben.saved("visit", "Seen twice.\n")
    quicker = f"if mkdir {ann.root}/.git/once 2>/dev/null; then git -C {ann.root} push -q; fi"
    with broken_git("push --porcelain", quicker):
        synced = sync(ben.root)
    assert (synced.received, synced.sent) == (1, 2)
    sync(ann.root)
    assert ann.tip() == ben.tip()


def test_with_others_that_never_rest_it_gives_up_with_everything_safe_here(
    ann: Laptop, ben: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_have_something(ann, ben)
    with monkeypatch.context() as unlucky:
        unlucky.setattr("reportkit.gitstore.sharing._ATTEMPTS", 2)
        unlucky.setattr("reportkit.gitstore.sharing.hand_over", lambda *_: HandedOver(is_done=False))
        with pytest.raises(Trouble, match=r"kept sharing at the same moment\. Your versions are safe here"):
            sync(ben.root)
    with monkeypatch.context() as unlucky:
        ann.saved("repairs", "Later.\n")
        sync(ann.root)
        unlucky.setattr("reportkit.gitstore.sharing._ATTEMPTS", 2)
        unlucky.setattr("reportkit.gitstore.update_work_tree.swap", lambda *_: False)
        with pytest.raises(Trouble, match=r"kept saving at the same moment\. Nothing was brought in"):
            sync(ben.root)


def test_a_line_that_breaks_after_the_place_has_taken_it_counts_as_shared(
    ann: Laptop, ben: Laptop, broken_git: Broken
) -> None:
    both_have_something(ann, ben)
    with broken_git("push --porcelain", "%s; echo 'fatal: the remote end hung up unexpectedly' >&2; exit 128"):
        assert sync(ben.root).sent == 2
    assert state(ben.root).ahead == 0
    all_is_well(ann, ben)


def test_a_line_that_breaks_before_is_said_and_what_was_brought_in_stays(
    ann: Laptop, ben: Laptop, broken_git: Broken
) -> None:
    both_have_something(ann, ben)
    with (
        broken_git("push --porcelain", "echo 'fatal: the remote end hung up unexpectedly' >&2; exit 128"),
        pytest.raises(Trouble, match="cannot be reached: the remote end hung up"),
    ):
        sync(ben.root)
    assert state(ben.root).ahead == 2
    all_is_well(ann, ben)


def test_versions_that_the_shared_place_has_lost_are_put_back_and_said(ann: Laptop, ben: Laptop, shared: Path) -> None:
    both_have_something(ann, ben)
    lost = ann.tip()
    ben.git("push", "-q", "-f", "origin", "main")
    synced = sync(ann.root)
    assert (synced.rewritten, synced.received) == (lost, 1)
    all_is_well(ann, ben)


def test_a_shared_place_that_was_emptied_is_filled_again(ann: Laptop, ben: Laptop, shared: Path) -> None:
    both_have_something(ann, ben)
    subprocess.run(["git", "update-ref", "-d", "refs/heads/main"], cwd=shared, check=True)
    assert sync(ann.root).rewritten == ann.tip()
    all_is_well(ann, ben)


def test_a_name_that_leads_out_of_the_repository_is_never_written(ann: Laptop, ben: Laptop, shared: Path) -> None:
    blob = ann.git("hash-object", "-w", "reportkit.yaml")
    for name in ("..", ".git"):
        evil = subprocess.run(
            ["git", "mktree"], cwd=ann.root, input=f"100644 blob {blob}\tx\n".encode(), capture_output=True, check=True
        ).stdout.decode().strip()  # fmt: skip
        listing = f"{ann.git('ls-tree', 'main')}\n040000 tree {evil}\t{name}\n"
        tree = subprocess.run(
            ["git", "mktree"], cwd=ann.root, input=listing.encode(), capture_output=True, check=True
        ).stdout.decode().strip()  # fmt: skip
        version = ann.git("commit-tree", "-p", "main", "-m", "evil", tree)
        ann.git("push", "-q", "-f", "origin", f"{version}:main")
        before = picture(ben)
        with pytest.raises(Trouble, match="is damaged, so nothing was taken from it"):
            sync(ben.root)
        ben.git("-c", "fetch.fsckObjects=false", "fetch", "-q")
        with pytest.raises(Damaged, match="leads out of the repository"):
            advance(open_checkout(ben.root), ben.tip(), ben.git("rev-parse", "origin/main"), "share")
        assert picture(ben) == before


def test_in_a_submodule_on_a_branch_sharing_is_as_anywhere(ann: Laptop, ben: Laptop, tmp_path: Path) -> None:
    both_have_something(ann, ben)
    subprocess.run(["git", "init", "-q", str(tmp_path / "larger")], check=True)
    subprocess.run(
        ["git", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(tmp_path / "shared.git"), "in"],
        cwd=tmp_path / "larger",
        check=True,
        capture_output=True,
    )
    root = tmp_path / "larger/in"
    (root / "inspections/elm/findings/visit.md").write_text("Seen.\n")
    assert save(root, "elm").version
    assert sync(root).sent == 1
    assert sync(ann.root).received == 1


def test_a_project_in_a_folder_of_a_larger_repository_is_shared_with_it(ann: Laptop, ben: Laptop) -> None:
    (ann.root / "housing").mkdir()
    ann.git("mv", "inspections", "templates", "reportkit.yaml", "housing")
    ann.git("commit", "-q", "-m", "A larger repository")
    for laptop in (ann, ben):
        sync(laptop.root)
    for laptop in (ann, ben):
        laptop.commit(f"housing/{REPAIRS}", f"{laptop.root.name}\n")
        laptop.commit(f"{laptop.root.name}.txt", "outside\n")
        synced = sync(laptop.root / "housing")
    assert [each.path for each in synced.unsettled] == [REPAIRS]
    assert (ben.root / "housing" / synced.unsettled[0].kept).read_text() == "ann\n"
    assert (ben.root / "ann.txt").read_text() == "outside\n"
    assert ben.is_clean()
    for laptop in (ann, ben):
        laptop.commit("outside.txt", f"{laptop.root.name}\n")
    sync(ann.root / "housing")
    with pytest.raises(Trouble, match="none of the project's own files, was changed on two computers"):
        sync(ben.root / "housing")

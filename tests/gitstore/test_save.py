"""Saving one inspection: that folder becomes a version, and nothing else is touched."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reportkit.errors import Refused, ReportkitError, Trouble
from reportkit.gitstore.save import look, save
from reportkit.inspection.file_changes import FileChange

Git = Callable[..., str]
Broken = Callable[[str, str], AbstractContextManager[None]]


def finding(project: Path, name: str, text: str = "Text.\n", inspection: str = "elm") -> Path:
    path = project / "inspections" / inspection / "findings" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_change_an_addition_and_a_removal_become_one_version(project: Path, git: Git) -> None:
    finding(project, "repairs", "Repairs are late.\n")
    finding(project, "voids")
    (project / "inspections/elm/findings/rent.md").unlink()
    saved = save(project, "elm", "After the second visit")
    assert saved.changes == (
        FileChange("findings/rent.md", "removed"),
        FileChange("findings/repairs.md", "changed"),
        FileChange("findings/voids.md", "added"),
    )
    assert saved.version == git("rev-parse", "main")
    assert git("log", "-1", "--format=%an %ae|%cn|%s") == "Ann Okafor ann@example.org|Ann Okafor|After the second visit"
    assert git("rev-list", "--count", "main") == "2"
    assert git("show", "main:inspections/elm/findings/repairs.md") == "Repairs are late."
    assert git("status", "--porcelain") == ""
    assert git("fsck", "--strict", "--no-dangling") == ""


def test_without_a_message_the_changes_are_counted(project: Path, git: Git) -> None:
    finding(project, "voids")
    finding(project, "repairs", "Late.\n")
    save(project, "elm")
    assert git("log", "-1", "--format=%s") == "elm: 1 finding changed, 1 finding added"


def test_a_new_inspection_is_saved(project: Path, git: Git) -> None:
    finding(project, "voids", inspection="ash")
    save(project, "ash")
    assert git("ls-tree", "-r", "--name-only", "main", "inspections/ash") == "inspections/ash/findings/voids.md"
    assert git("status", "--porcelain") == ""


def test_nothing_changed_makes_no_version(project: Path, git: Git) -> None:
    before = git("rev-parse", "main")
    assert save(project, "elm").version is None
    assert git("rev-parse", "main") == before


def casework(project: Path, text: str, inspection: str = "elm") -> Path:
    path = project / "moderation" / inspection / "casework.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_casework_is_saved_with_its_inspection(project: Path, git: Git) -> None:
    finding(project, "voids")
    casework(project, "fee: {amount: 1}\n")
    casework(project, "fee: {amount: 2}\n", inspection="oak")
    saved = save(project, "elm")
    assert saved.changes == (FileChange("findings/voids.md", "added"), FileChange("casework.yaml", "added"))
    assert git("log", "-1", "--format=%s") == "elm: 1 finding added, casework added"
    assert git("show", "main:moderation/elm/casework.yaml") == "fee: {amount: 1}"
    assert git("status", "--porcelain") == "?? moderation/oak/"
    assert git("fsck", "--strict", "--no-dangling") == ""


def test_casework_alone_is_saved_and_nothing_else_of_moderation(project: Path, git: Git) -> None:
    path = casework(project, "fee: {amount: 1}\n")
    save(project, "elm")
    (path.parent / "note.txt").write_text("mine")
    casework(project, "fee: {amount: 2}\n")
    assert save(project, "elm").changes == (FileChange("casework.yaml", "changed"),)
    assert git("status", "--porcelain") == "?? moderation/elm/note.txt"
    path.unlink()
    assert look(project, "elm").changes == (FileChange("casework.yaml", "removed"),)
    assert save(project, "elm").version == git("rev-parse", "main")
    assert git("ls-tree", "-r", "--name-only", "main", "moderation") == ""
    assert save(project, "elm").version is None


def test_a_link_in_the_place_of_casework_is_not_followed(project: Path, tmp_path: Path, git: Git) -> None:
    (tmp_path / "secret").write_text("elsewhere")
    (project / "moderation/elm").mkdir(parents=True)
    (project / "moderation/elm/casework.yaml").symlink_to(tmp_path / "secret")
    assert save(project, "elm").version is None


def test_what_was_staged_changed_or_left_lying_elsewhere_stays_as_it_was(project: Path, git: Git) -> None:
    finding(project, "voids", inspection="oak")
    git("add", "inspections/oak/findings/voids.md")
    finding(project, "voids", "Second thoughts.\n", inspection="oak")
    (project / "reportkit.yaml").write_text("format: 1\n# changed\n")
    (project / "templates/report.md.j2").unlink()
    git("rm", "-q", "--cached", ".gitignore")
    (project / "note.txt").write_text("lying about")
    (project / "kept.txt").write_text("intent")
    git("add", "--intent-to-add", "kept.txt")
    before = git("status", "--porcelain")
    finding(project, "repairs", "Late.\n")
    assert save(project, "elm").version
    assert git("status", "--porcelain") == before
    assert git("show", ":inspections/oak/findings/voids.md") == "Text."
    assert git("diff", "--name-only", "main~1", "main") == "inspections/elm/findings/repairs.md"


def test_what_was_staged_in_the_folder_itself_is_saved_as_it_lies_on_the_disk(project: Path, git: Git) -> None:
    finding(project, "repairs", "First.\n")
    git("add", "-A")
    finding(project, "repairs", "Second.\n")
    save(project, "elm")
    assert git("show", "main:inspections/elm/findings/repairs.md") == "Second."
    assert git("status", "--porcelain") == ""


def test_line_ends_are_stored_as_the_attributes_say(project: Path, git: Git) -> None:
    finding(project, "voids", "One.\r\nTwo.\r\n")
    (project / "inspections/elm/annex.docx").write_bytes(b"PK\r\n\0")
    save(project, "elm")
    assert git("cat-file", "-s", "main:inspections/elm/findings/voids.md") == "10"
    assert git("cat-file", "-s", "main:inspections/elm/annex.docx") == "5"
    assert git("status", "--porcelain") == ""


@pytest.mark.parametrize(("whose", "stored"), [("--global", "CODE"), ("--local", "code")])
def test_a_clean_filter_of_the_persons_is_applied_and_one_of_the_repository_is_not(
    project: Path, git: Git, whose: str, stored: str
) -> None:
    with (project / ".gitattributes").open("a") as attributes:
        attributes.write("*.csv filter=upper\n")
    git("config", whose, "filter.upper.clean", "tr a-z A-Z")
    (project / "inspections/elm/indicators.csv").write_text("code\n")
    save(project, "elm")
    assert git("show", "main:inspections/elm/indicators.csv") == stored


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("~$report.docx", "another program"),
        ("Thumbs.db", "another program"),
        (".DS_Store", "another program"),
        ("desktop.ini", "another program"),
        ("repairs (1).md", "second copy"),
        ("repairs-LAPTOP-7.md", "second copy"),
        ("repairs (Ann's conflicted copy 2004-05-01).md", "second copy"),
        ("repairs.sync-conflict-20040501-101010-ABCDEFG.md", "second copy"),
        ("old.bak", "ignore"),
    ],
)
def test_litter_second_copies_and_ignored_files_are_left_out(project: Path, git: Git, name: str, why: str) -> None:
    (project / "inspections/elm/findings" / name).write_text("x")
    saved = save(project, "elm")
    assert [entry.path for entry in saved.left_out] == [f"findings/{name}"]
    assert why in saved.left_out[0].why
    assert saved.version is None


def test_symbolic_links_pipes_and_repositories_inside_are_left_out(project: Path, git: Git) -> None:
    folder = project / "inspections/elm"
    (folder / "findings/link.md").symlink_to("/etc/passwd")
    (folder / "linked").symlink_to(project / "templates")
    os.mkfifo(folder / "pipe")
    subprocess.run(["git", "init", "-q", str(folder / "own")], check=True)
    saved = save(project, "elm")
    assert [entry.path for entry in saved.left_out] == ["findings/link.md", "linked", "own", "pipe"]
    assert saved.version is None


def test_a_saved_file_that_became_a_link_keeps_its_saved_text(project: Path, git: Git) -> None:
    path = project / "inspections/elm/findings/rent.md"
    path.unlink()
    path.symlink_to("/etc/passwd")
    assert save(project, "elm").version is None
    assert git("show", "main:inspections/elm/findings/rent.md") == "Rent is collected."


def test_a_file_may_become_a_folder_and_a_folder_a_file(project: Path, git: Git) -> None:
    shutil.rmtree(project / "inspections/elm/findings")
    (project / "inspections/elm/findings").write_text("now a file")
    save(project, "elm")
    (project / "inspections/elm/findings").unlink()
    finding(project, "voids")
    save(project, "elm")
    assert git("status", "--porcelain") == ""
    assert git("ls-tree", "-r", "--name-only", "main:inspections/elm") == "findings/voids.md\ninspection.yaml"


def test_a_project_in_a_folder_of_a_larger_repository_is_saved_there(project: Path, tmp_path: Path, git: Git) -> None:
    larger = tmp_path / "larger"
    (larger / "housing").mkdir(parents=True)
    shutil.copytree(project, larger / "housing", dirs_exist_ok=True, ignore=shutil.ignore_patterns(".git"))
    (larger / "else.txt").write_text("else")
    git("init", "-q", "-b", "main", cwd=larger)
    git("add", "-A", cwd=larger)
    git("commit", "-q", "-m", "Start", cwd=larger)
    finding(larger / "housing", "voids")
    save(larger / "housing", "elm")
    assert git("diff", "--name-status", "HEAD~", cwd=larger) == "A\thousing/inspections/elm/findings/voids.md"
    assert git("status", "--porcelain", cwd=larger) == ""


def test_looking_says_what_would_be_saved_and_saves_nothing(project: Path, git: Git) -> None:
    finding(project, "voids")
    before = (git("rev-parse", "main"), git("status", "--porcelain"))
    assert look(project, "elm").changes == (FileChange("findings/voids.md", "added"),)
    assert (git("rev-parse", "main"), git("status", "--porcelain")) == before


def half_done(name: str) -> None:
    Path(".git", name).write_text("x")


def detach() -> None:
    subprocess.run(["git", "checkout", "-q", "--detach"], check=True)


def forget_me() -> None:
    Path(os.environ["HOME"], ".gitconfig").write_text("")


def sign_without_a_key() -> None:
    for setting, value in {"commit.gpgsign": "true", "gpg.format": "ssh", "user.signingkey": "/nowhere"}.items():
        subprocess.run(["git", "config", setting, value], check=True)


def unborn() -> None:
    subprocess.run(["git", "switch", "-q", "--orphan", "empty"], check=True)
    finding(Path(), "voids")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda: half_done("MERGE_HEAD"), "A merge is half-done here. Finish it first"),
        (lambda: half_done("rebase-merge"), "A rebase is half-done"),
        (lambda: half_done("CHERRY_PICK_HEAD"), "A cherry-pick is half-done"),
        (lambda: half_done("index.lock"), "index.lock has stood for 0 seconds"),
        (lambda: half_done("refs/heads/main.lock"), "main.lock has stood for"),
        (detach, "so a new one would belong to no branch. Go back first: git switch main."),
        (forget_me, "Git does not know who you are. Set it once"),
        (sign_without_a_key, "ask for signed versions, and signing failed"),
        (unborn, "no first version yet"),
        (lambda: shutil.rmtree(".git"), "is not kept in Git"),
    ],
)
def test_where_nothing_can_be_saved_a_sentence_says_why_and_nothing_moves(
    project: Path, monkeypatch: pytest.MonkeyPatch, spoil: object, words: str
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr("reportkit.gitstore.checkout._PATIENCE", 0.05)
    finding(project, "voids")
    spoil()  # type: ignore[operator]
    before = subprocess.run(["git", "rev-parse", "-q", "--verify", "main"], capture_output=True, check=False).stdout
    with pytest.raises(Trouble) as error:
        save(project, "elm")
    assert words in str(error.value)
    after = subprocess.run(["git", "rev-parse", "-q", "--verify", "main"], capture_output=True, check=False).stdout
    assert after == before


def test_a_version_is_signed_where_the_settings_ask_for_it(project: Path, git: Git, home: Path) -> None:
    key = home / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    for setting, value in {"commit.gpgsign": "true", "gpg.format": "ssh", "user.signingkey": str(key)}.items():
        git("config", setting, value)
    finding(project, "voids")
    save(project, "elm")
    assert "BEGIN SSH SIGNATURE" in git("cat-file", "commit", "main")


def test_a_lock_is_never_deleted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportkit.gitstore.checkout._PATIENCE", 0.05)
    lock = project / ".git/index.lock"
    lock.write_text("")
    os.utime(lock, (time.time() - 7300, time.time() - 7300))
    with pytest.raises(Trouble, match="has stood for 2 hours"):
        save(project, "elm")
    assert lock.exists()


def test_a_repository_with_sha_256_names_is_refused_by_name(tmp_path: Path, git: Git) -> None:
    root = tmp_path / "new"
    git("init", "-q", "--object-format=sha256", str(root))
    with pytest.raises(Trouble, match="names its versions by SHA256, which is not supported"):
        save(root, "elm")


def test_a_bare_repository_is_refused_by_name(project: Path, tmp_path: Path, git: Git) -> None:
    git("clone", "-q", "--bare", str(project), str(tmp_path / "bare"))
    with pytest.raises(Trouble, match="bare repository"):
        save(tmp_path / "bare", "elm")


def test_both_sides_of_a_conflict_are_not_saved(project: Path, git: Git) -> None:
    finding(project, "repairs", "Mine.\n")
    git("stash", "-q")
    finding(project, "repairs", "Theirs.\n")
    save(project, "elm")
    subprocess.run(["git", "stash", "pop", "-q"], cwd=project, capture_output=True, check=False)
    with pytest.raises(Trouble, match=r"findings/repairs\.md: Two people changed this"):
        save(project, "elm")


@pytest.mark.parametrize("spoil", ["absent", "empty", "link"])
def test_an_inspection_without_files_is_refused(project: Path, spoil: str) -> None:
    folder = project / "inspections/ash"
    if spoil == "empty":
        folder.mkdir()
    elif spoil == "link":
        folder.symlink_to(project / "templates")
    with pytest.raises(Refused, match="There is no"):
        save(project, "ash")


@pytest.mark.parametrize("slug", ["", "..", "../templates", "elm/findings", "Elm", "-elm", "a" * 41])
def test_a_name_that_leads_elsewhere_names_no_inspection(project: Path, slug: str) -> None:
    with pytest.raises(Refused, match="There is no inspection"):
        save(project, slug)


def test_variables_of_another_git_run_and_its_hooks_have_no_say(
    project: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding(project, "voids")
    hook = project / ".git/hooks/reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_AUTHOR_NAME"):
        monkeypatch.setenv(name, "/nowhere")
    version = save(project, "elm").version
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_AUTHOR_NAME"):
        monkeypatch.delenv(name)
    assert git("log", "-1", "--format=%H %an") == f"{version} Ann Okafor"


def test_two_savers_at_once_lose_nothing(project: Path, git: Git) -> None:
    each = 4
    code = (
        "import sys, pathlib\n"
        "from reportkit.gitstore.save import save\n"
        "root, slug = pathlib.Path(sys.argv[1]), sys.argv[2]\n"
        f"for n in range({each}):\n"
        "    (root / 'inspections' / slug / f'{n}.md').write_text(str(n))\n"
        "    saved = save(root, slug)\n"
        "    assert saved.version and not saved.afterwards, saved\n"
    )
    savers = [subprocess.Popen([sys.executable, "-c", code, str(project), slug]) for slug in ("elm", "oak")]
    assert [saver.wait() for saver in savers] == [0, 0]
    assert git("rev-list", "--count", "main") == str(1 + 2 * each)
    assert git("status", "--porcelain") == ""


STEPS = ["ls-files", "update-index", "write-tree", "mktree", "commit-tree", "update-ref", "reset"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_any_point_it_is_saved_or_as_before_and_saving_again_mends_it(
    project: Path, git: Git, broken_git: Broken, step: str, when: str
) -> None:
    finding(project, "repairs", "Late.\n")
    before = git("rev-parse", "main")
    code = f"from pathlib import Path; from reportkit.gitstore.save import save; save(Path({str(project)!r}), 'elm')"
    with broken_git(step, "kill -9 0" if when == "before" else "%s; kill -9 0"):
        saver = subprocess.run([sys.executable, "-c", code], start_new_session=True, check=False)
    assert saver.returncode == -signal.SIGKILL
    is_saved = STEPS.index(step) > STEPS.index("update-ref") or (step == "update-ref" and when == "after")
    assert (git("rev-parse", "main") == before) is not is_saved
    assert (save(project, "elm").version is None) is is_saved
    assert git("status", "--porcelain") == ""
    assert git("rev-list", "--count", "main") == "2"
    assert git("show", "main:inspections/elm/findings/repairs.md") == "Late."


FULL = 'echo "fatal: No space left on device" >&2; exit 128'


@pytest.mark.parametrize("step", ["rev-parse", "ls-files", "update-index", "write-tree", "mktree", "commit-tree"])
def test_a_full_disk_or_a_killed_git_leaves_everything_as_it_was(
    project: Path, git: Git, broken_git: Broken, step: str
) -> None:
    finding(project, "voids")
    before = git("rev-parse", "main"), git("status", "--porcelain")
    for action, words in ((FULL, "The disk is full"), ("kill -9 $$", "it did not say why")):
        with broken_git(step, action), pytest.raises(ReportkitError, match=words):
            save(project, "elm")
        assert (git("rev-parse", "main"), git("status", "--porcelain")) == before


def test_a_swap_that_fails_without_a_rival_says_why_and_one_that_is_done_counts(
    project: Path, git: Git, broken_git: Broken
) -> None:
    finding(project, "voids")
    with broken_git("update-ref", FULL), pytest.raises(Trouble, match="The disk is full"):
        save(project, "elm")
    with broken_git("update-ref", "%s; kill -9 $$"):
        assert save(project, "elm").version == git("rev-parse", "main")


def test_with_rivals_that_never_rest_it_gives_up_with_nothing_saved(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportkit.gitstore.save.swap", lambda *_: False)
    monkeypatch.setattr("reportkit.gitstore.save._ATTEMPTS", 2)
    finding(project, "voids")
    with pytest.raises(Trouble, match=r"kept saving at the same moment\. Nothing was saved"):
        save(project, "elm")


@pytest.mark.parametrize(("action", "words"), [(FULL, "The disk is full"), ("touch .git/index.lock; %s", "index.lock")])
def test_a_version_whose_index_could_not_follow_is_saved_says_so_and_the_next_save_mends_it(
    project: Path, git: Git, monkeypatch: pytest.MonkeyPatch, broken_git: Broken, action: str, words: str
) -> None:
    finding(project, "voids")
    with monkeypatch.context() as patch, broken_git("reset", action):
        patch.setattr("reportkit.gitstore.checkout._PATIENCE", 0.05)
        saved = save(project, "elm")
    (project / ".git/index.lock").unlink(missing_ok=True)
    assert saved.version == git("rev-parse", "main")
    assert words in saved.afterwards
    assert save(project, "elm").version is None
    assert git("status", "--porcelain") == ""


def test_in_a_second_work_tree_its_own_branch_is_saved_to(project: Path, git: Git, tmp_path: Path) -> None:
    second = tmp_path / "second"
    git("worktree", "add", "-q", "-b", "visit", str(second))
    finding(second, "voids")
    saved = save(second, "elm")
    assert git("rev-parse", "visit") == saved.version != git("rev-parse", "main")
    assert git("status", "--porcelain") + git("status", "--porcelain", cwd=second) == ""

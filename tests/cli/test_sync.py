"""`reportkit join`, `sync`, `settle` and the sharing of `save`, as two people at two laptops see them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import reportkit as package
from reportkit.cli.main import run
from reportkit.cli.output.sharing_output import outcome, say_what_to_look_at
from reportkit.cli.progress_line import shown_progress
from reportkit.cli.session import Session
from reportkit.errors import Exit
from reportkit.gitstore.clone import copy_repository
from reportkit.gitstore.sharing import Synced
from reportkit.inspection.conflicts import beside
from tests.bad_input.repositories import REPOSITORIES
from tests.pristine import NO_UPKEEP


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Program = Callable[..., Outcome]
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEZ8Yk3FfPq8Jx1Zp3K8cS0o7m5bV2Qy0xHn4w9rT6uE"
FINDING = "inspections/elm/findings/repairs.md"
PARTICULARS = "kind: almo\nguidance: '2003-03'\nauthority: {name: Elm Council, type: district-council}\n"
HEAD = "---\ntitle: Repairs\nkind: strength\n---\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (folder / ".gitconfig").write_text(NO_UPKEEP, encoding="utf-8")
    return folder


@pytest.fixture
def reportkit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """Run a command of the program in a folder, "" for the one that holds all laptops."""

    def call(where: str, *arguments: str) -> Outcome:
        capsys.readouterr()
        code = run(["-C", str(tmp_path / where), *arguments])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call


@pytest.fixture
def ann(tmp_path: Path, reportkit: Program) -> Path:
    """The first laptop, whose repository is shared at a new bare folder."""
    root = tmp_path / "ann"
    (root / FINDING).parent.mkdir(parents=True)
    (root / "reportkit.yaml").write_text("format: 1\nrepository: x\ninspectorate: {name: Ours}\n", encoding="utf-8")
    (root / FINDING).write_text(HEAD + "On time.\n", encoding="utf-8")
    (root / "inspections/elm/inspection.yaml").write_text(PARTICULARS, encoding="utf-8")
    for words in (
        ["init", "-q", "-b", "main", "--template="],
        ["config", "user.name", "Ann Okafor"],
        ["config", "user.email", "ann@example.org"],
        ["add", "-A"],
        ["commit", "-q", "-m", "Start"],
    ):
        subprocess.run(["git", *words], cwd=root, check=True)
    assert reportkit("ann", "sync", "--place", "../shared.git").out == "Shared 1 version.\n"
    return root


@pytest.fixture
def ben(tmp_path: Path, ann: Path, reportkit: Program) -> Path:
    """The second laptop, which has joined."""
    joined = reportkit("", "join", "shared.git", "ben", "--name", "Ben Carter", "--email", "ben@example.org")
    assert joined.code == Exit.DONE, joined.err
    return tmp_path / "ben"


def git(where: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=where, check=True, capture_output=True, text=True).stdout.strip()


def test_what_is_saved_is_shared_and_the_next_one_to_sync_has_it(ann: Path, ben: Path, reportkit: Program) -> None:
    (ann / FINDING).write_text(HEAD + "Late.\n")
    saved = reportkit("ann", "save", "elm")
    assert saved.out.startswith("Saved: 1 finding changed. Version ")
    assert saved.err == "Shared 1 version.\n"
    assert reportkit("ben", "sync").out == "Brought in 1 version by Ann Okafor.\n"
    assert (ben / FINDING).read_text() == HEAD + "Late.\n"
    assert reportkit("ben", "sync").out == "Everything was shared already.\n"


def test_offline_or_without_the_shared_place_a_version_is_safe_here_and_shared_later(
    ann: Path, ben: Path, reportkit: Program, tmp_path: Path
) -> None:
    (ann / FINDING).write_text(HEAD + "Late.\n")
    saved = reportkit("ann", "save", "elm", "--offline")
    assert (saved.code, saved.err) == (Exit.DONE, "Recorded here, not yet shared; `reportkit sync` shares it.\n")
    (tmp_path / "shared.git").rename(tmp_path / "away.git")
    (ann / FINDING).write_text(HEAD + "Later.\n")
    saved = reportkit("ann", "save", "elm")
    assert saved.code == Exit.DONE
    assert saved.err.startswith(f"Recorded here, not yet shared. There is no shared place at {tmp_path}/shared.git")
    unreached = reportkit("ann", "sync")
    assert (unreached.code, unreached.out) == (Exit.TROUBLE, "")
    (tmp_path / "away.git").rename(tmp_path / "shared.git")
    assert reportkit("ann", "sync").out == "Shared 2 versions.\n"


def test_a_repository_that_is_shared_with_no_one_says_how(ann: Path, reportkit: Program) -> None:
    git(ann, "remote", "remove", "origin")
    refused = reportkit("ann", "sync")
    assert refused.code == Exit.REFUSED
    assert refused.err.startswith("This copy is not shared with anyone yet. Name a folder that all can reach")
    (ann / FINDING).write_text(HEAD + "Late.\n")
    assert reportkit("ann", "save", "elm").err == ""


def both_change(ann: Path, ben: Path, reportkit: Program) -> Outcome:
    for root, text in ((ann, "On time.\nAnn was here.\n"), (ben, "On time.\nBen was here.\n")):
        (root / FINDING).write_text(HEAD + text)
    reportkit("ann", "save", "elm")
    return reportkit("ben", "save", "elm")


def test_a_finding_changed_by_two_is_said_shown_by_check_and_settled(ann: Path, ben: Path, reportkit: Program) -> None:
    saved = both_change(ann, ben, reportkit)
    assert saved.code == Exit.DONE
    assert f"{FINDING}: ann-okafor changed it while you changed it; both versions are kept." in saved.err
    checked = reportkit("ann", "sync"), reportkit("ann", "check", "elm", "repairs")
    assert f"{FINDING}: WRONG: was changed by ann-okafor while another person changed it" in checked[1].out
    assert "See both, then choose: reportkit settle elm repairs" in checked[1].out
    assert checked[1].code == Exit.REFUSED
    shown = reportkit("ann", "settle", "elm", "repairs")
    assert shown.out.splitlines() == [
        FINDING,
        "  - ben-carter, in its place",
        "  + ann-okafor, kept beside it",
        "  line 4:",
        "      ---",
        "      On time.",
        "    - Ben was here.",
        "    + Ann was here.",
    ]
    assert reportkit("ann", "settle", "elm").out == f"{FINDING}: the other version is by ann-okafor\n"


def test_who_saves_on_is_reminded_of_what_is_still_to_be_settled(ann: Path, ben: Path, reportkit: Program) -> None:
    both_change(ann, ben, reportkit)
    (ben / FINDING).write_text(HEAD + "Ben again.\n")
    saved = reportkit("ben", "save", "elm", "--offline")
    assert saved.err.splitlines()[0] == (
        f"{FINDING}: still to be settled, ann-okafor changed it too. "
        "See both, then choose: reportkit settle elm repairs"
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [([], "Shared 1 version.\n"), (["--offline"], "Recorded here, not yet shared. `reportkit sync` shares it.\n")],
)
def test_what_is_settled_is_shared_unless_offline(
    ann: Path, ben: Path, reportkit: Program, more: list[str], said: str
) -> None:
    both_change(ann, ben, reportkit)
    assert reportkit("ben", "settle", "elm", "repairs", "--mine", *more).err == said


@pytest.mark.parametrize(
    ("who", "choice", "stands"),
    [
        ("ann", ["--mine"], "Ann"),
        ("ann", ["--theirs"], "Ben"),
        ("ben", ["--mine"], "Ben"),
        ("ben", ["--theirs"], "Ann"),
        ("ben", ["--of", "Ann Okafor"], "Ann"),
    ],
)
def test_mine_is_mine_who_brought_the_two_together(
    ann: Path, ben: Path, reportkit: Program, who: str, choice: list[str], stands: str
) -> None:
    both_change(ann, ben, reportkit)
    reportkit("ann", "sync")
    settled = reportkit(who, "settle", "elm", "repairs", *choice)
    assert settled.code == Exit.DONE, settled.err
    assert f"Settled: {FINDING}. Version " in settled.out
    assert [reportkit(each, "sync").code for each in ("ann", "ben", "ann")] == [Exit.DONE] * 3
    for root in (ann, ben):
        assert (root / FINDING).read_text() == HEAD + f"On time.\n{stands} was here.\n"
        assert not (root / "unsettled").exists()
        assert git(root, "status", "--porcelain") == ""
    assert reportkit(who, "settle").out == "Nothing needs to be settled.\n"


def editor(tmp_path: Path, script: str) -> str:
    path = tmp_path / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_both_can_be_brought_together_in_an_editor(
    ann: Path, ben: Path, reportkit: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_change(ann, ben, reportkit)
    monkeypatch.setenv("VISUAL", editor(tmp_path, f'cp "$1" {tmp_path}/seen.md'))
    unfinished = reportkit("ben", "settle", "elm", "repairs", "--edit")
    assert unfinished.code == Exit.REFUSED
    assert "still holds both versions between marks" in unfinished.err
    assert (tmp_path / "seen.md").read_text() == HEAD + (
        "On time.\n<<<<<<< ben-carter\nBen was here.\n=======\nAnn was here.\n>>>>>>> ann-okafor\n"
    )
    monkeypatch.setenv("VISUAL", editor(tmp_path, "sed -i '/^[<=>]/d' \"$1\""))
    assert reportkit("ben", "settle", "elm", "repairs", "--edit").code == Exit.DONE
    assert (ben / FINDING).read_text() == HEAD + "On time.\nBen was here.\nAnn was here.\n"
    monkeypatch.setenv("VISUAL", editor(tmp_path, "exit 3"))
    assert reportkit("ben", "settle", "elm", "repairs", "--edit").code != Exit.DONE


def test_a_third_person_says_whose_version_stands(ann: Path, ben: Path, reportkit: Program) -> None:
    both_change(ann, ben, reportkit)
    git(ben, "config", "user.name", "Cora Dean")
    refused = reportkit("ben", "settle", "elm", "repairs", "--mine")
    assert refused.code == Exit.REFUSED
    assert refused.err == (
        f"{FINDING}: None of the versions are by you. "
        "Say whose version to keep: --of NAME (ben-carter, ann-okafor), or bring them together: --edit.\n"
    )
    assert reportkit("ben", "settle", "elm", "repairs", "--of", "ben carter").code == Exit.DONE


def test_a_wrong_call_of_settle_is_answered(ann: Path, ben: Path, reportkit: Program) -> None:
    both_change(ann, ben, reportkit)
    assert reportkit("ben", "settle", "elm", "rent").err.startswith("There is nothing to settle in `rent` of elm.")
    two = reportkit("ben", "settle", "elm", "repairs", "--mine", "--of", "ann okafor")
    assert (two.code, two.err.partition(".")[0]) == (Exit.WRONG_USE, "Two answers were given")
    both = reportkit("ben", "settle", "elm", "repairs", "--mine", "--theirs")
    assert (both.code, both.err) == (Exit.WRONG_USE, "Two answers were given. Give one of --mine and --theirs.\n")
    assert "No version is by cora" in reportkit("ben", "settle", "elm", "repairs", "--of", "cora").err
    assert reportkit("ben", "settle").err == "See both, then choose: reportkit settle elm repairs\n"
    assert reportkit("ben", "settle", FINDING, "--mine").code == Exit.DONE


@pytest.fixture
def not_ours(ann: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shared folder belongs to another user, as far as Git that copies it can tell."""
    real = shutil.which("git")
    wrapper = tmp_path / "bin/git"
    wrapper.parent.mkdir()
    pretend = 'case " $* " in *" clone "*) export GIT_TEST_ASSUME_DIFFERENT_OWNER=1;; esac'
    wrapper.write_text(f'#!/bin/sh\n{pretend}\nexec "{real}" "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{wrapper.parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "shared.git"


CORA = ("join", "shared.git", "cora", "--name", "Cora Dean", "--email", "cora@example.org")


def test_off_a_terminal_a_shared_folder_of_another_user_is_joined_when_it_is_trusted_by_an_option(
    not_ours: Path, home: Path, reportkit: Program
) -> None:
    refused = reportkit("", *CORA)
    assert refused.code == Exit.TROUBLE
    assert f"does not trust the shared place {not_ours}, because it belongs to {not_ours.owner()}" in refused.err
    assert "add --trust-folder" in refused.err
    assert "safe" not in (home / ".gitconfig").read_text()
    assert reportkit("", *CORA, "--trust-folder").code == Exit.DONE
    assert git(not_ours, "config", "--global", "--get-all", "safe.directory") == str(not_ours)


@pytest.mark.parametrize(("answer", "code"), [("y", Exit.DONE), ("n", Exit.TROUBLE)])
def test_at_a_terminal_it_is_asked_whether_a_shared_folder_of_another_user_is_trusted(
    not_ours: Path, home: Path, reportkit: Program, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr(Session, "may_ask", property(lambda _: True))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer)
    assert reportkit("", *CORA).code == code
    assert ("safe" in (home / ".gitconfig").read_text()) is (code == Exit.DONE)


def test_joining_prints_the_line_for_the_administrator_with_the_key_that_is_there(
    ann: Path, reportkit: Program, home: Path, tmp_path: Path
) -> None:
    (home / ".ssh").mkdir()
    (home / ".ssh/id_ed25519.pub").write_text(f"{KEY} cora@laptop\n")
    joined = reportkit("", "join", "shared.git", "--name", "Cora Dean", "--email", "cora@example.org")
    assert joined.out == f"Cora Dean, cora@example.org, {KEY}\n"
    copy = tmp_path / "shared"
    assert git(copy, "config", "user.name") == "Cora Dean"
    assert git(copy, "config", "gpg.format") == "ssh"
    assert git(copy, "config", "user.signingkey") == str(home / ".ssh/id_ed25519.pub")
    assert git(copy, "config", "remote.origin.url") == str(tmp_path / "shared.git")


def test_without_a_key_it_says_what_that_means_and_the_same_command_makes_one(
    ann: Path, reportkit: Program, home: Path, tmp_path: Path
) -> None:
    words = ("join", "shared.git", "cora", "--name", "Cora Dean", "--email", "cora@example.org")
    joined = reportkit("", *words)
    assert joined.out == "Cora Dean, cora@example.org\n"
    assert "You have no SSH key yet" in joined.err
    again = reportkit("", *words, "--make-key")
    assert again.code == Exit.DONE, again.err
    assert again.out.startswith("Cora Dean, cora@example.org, ssh-ed25519 AAAA")
    assert "already is your copy" in again.err
    assert "It has no passphrase" in again.err
    assert (home / ".ssh/id_ed25519").stat().st_mode & 0o777 == 0o600
    assert reportkit("", *words, "--make-key").out == again.out


def test_a_key_of_ones_own_choice_is_used(ann: Path, reportkit: Program, tmp_path: Path) -> None:
    (tmp_path / "work.pub").write_text(f"{KEY}\n")
    words = ("join", "shared.git", "cora", "--name", "Cora Dean", "--email", "cora@example.org", "--key")
    assert reportkit("", *words, "work").out == f"Cora Dean, cora@example.org, {KEY}\n"
    assert reportkit("", *words, "none").code == Exit.REFUSED
    (tmp_path / "odd.pub").write_text("-----BEGIN\n")
    assert reportkit("", *words, "odd.pub").code == Exit.REFUSED
    both = reportkit("", *words, "work", "--make-key")
    assert both.code == Exit.WRONG_USE


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["join", "nowhere.git", "cora"], Exit.TROUBLE, "and the address right? Try again later.\n"),
        (["join", "ext::sh", "cora"], Exit.TROUBLE, "is not an address that Git can share with"),
        (["join", "shared.git", "other"], Exit.REFUSED, "There is something here already"),
        (["join", "shared.git", "no/such/folder"], Exit.REFUSED, "There is no such folder"),
        (["join", "empty.git", "cora"], Exit.REFUSED, "is still empty. Ask the person who has the working repository"),
        (["join", "other.git", "cora"], Exit.REFUSED, "is no working repository: it has no reportkit.yaml"),
        (["join", ".."], Exit.WRONG_USE, "The folder has no name"),
        (["join", "shared.git", "cora", "--email", "cora"], Exit.WRONG_USE, "`cora` is no e-mail address."),
        (["join", "shared.git", "cora", "--name", "a<b"], Exit.WRONG_USE, "Your name is needed"),
    ],
)
def test_joining_what_cannot_be_joined_says_why_and_leaves_nothing(
    ann: Path, reportkit: Program, tmp_path: Path, words: list[str], code: Exit, said: str
) -> None:
    git(tmp_path, "init", "-q", "--bare", "empty.git")
    other = tmp_path / "other"
    git(tmp_path, "init", "-q", "other")
    git(other, "-c", "user.name=x", "-c", "user.email=x", "commit", "-q", "--allow-empty", "-m", "x")
    git(tmp_path, "clone", "-q", "--bare", "other", "other.git")
    before = sorted(tmp_path.iterdir())
    identity = [] if "--name" in words else ["--name", "Cora Dean"]
    outcome = reportkit("", *words[:3], *identity, "--email", "c@example.org", *words[3:])
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(("data", "said"), REPOSITORIES.values(), ids=REPOSITORIES)
def test_what_is_not_ours_to_read_is_not_joined_and_nothing_is_left(
    ann: Path, reportkit: Program, tmp_path: Path, data: bytes | str, said: str
) -> None:
    (ann / "reportkit.yaml").write_bytes(data.encode() if isinstance(data, str) else data)
    git(ann, "commit", "-qam", "By a newer reportkit")
    git(ann, "push", "-q", "origin", "main")
    before = sorted(tmp_path.iterdir())
    joined = reportkit("", "join", "shared.git", "cora", "--name", "Cora Dean", "--email", "cora@example.org")
    assert joined == (Exit.REFUSED, "", f"{said.format(version=package.__version__)}\n")
    assert sorted(tmp_path.iterdir()) == before


def test_joining_without_saying_who_asks_nothing_where_no_one_can_answer(ann: Path, reportkit: Program) -> None:
    outcome = reportkit("", "join", "shared.git", "cora")
    assert outcome.code == Exit.WRONG_USE
    assert outcome.err.startswith("Your name is needed, without commas and brackets. Give it: --your-name")


def test_a_place_made_with_another_first_branch_in_mind_is_joined_at_the_shared_one(
    ann: Path, reportkit: Program, tmp_path: Path
) -> None:
    git(tmp_path / "shared.git", "symbolic-ref", "HEAD", "refs/heads/master")
    reportkit("", "join", "shared.git", "cora", "--name", "Cora Dean", "--email", "c@example.org")
    assert git(tmp_path / "cora", "symbolic-ref", "--short", "HEAD") == "main"
    assert reportkit("cora", "sync").out == "Everything was shared already.\n"


def test_a_place_that_holds_something_else_or_another_place_is_refused(
    ann: Path, reportkit: Program, tmp_path: Path
) -> None:
    assert "is shared at" in reportkit("ann", "sync", "--place", "../other.git").err
    git(ann, "remote", "remove", "origin")
    taken = reportkit("ann", "sync", "--place", str(tmp_path))
    assert (taken.code, "There is something here already" in taken.err) == (Exit.REFUSED, True)
    assert reportkit("ann", "sync", "--place", "../no/such.git").code == Exit.REFUSED
    again = reportkit("ann", "sync", "--place", "../shared.git")
    assert again.out == "Everything was shared already.\n"
    assert again.err == f"Each of the others types: reportkit join {tmp_path}/shared.git\n"


def test_a_shared_folder_takes_nothing_but_additions(ann: Path, tmp_path: Path) -> None:
    (ann / "x").write_text("x")
    git(ann, "-c", "core.hooksPath=/dev/null", "commit", "-q", "--amend", "--allow-empty", "-m", "rewritten")
    pushed = subprocess.run(
        ["git", "push", "-f", "origin", "main"], cwd=ann, capture_output=True, text=True, check=False
    )
    assert pushed.returncode
    assert "non-fast-forward" in pushed.stderr
    shutil.rmtree(tmp_path / "shared.git")


def test_what_an_administrator_must_look_at_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    synced = Synced(
        place="shared.git",
        received=7,
        by=("A", "B", "C", "D", "E", "F"),
        unsettled=(beside(FINDING, "Ben Carter", None),),
        put_back=("moderation/elm/records/x.json",),
        rewritten="0123456789abcdef",
        afterwards="The disk is full.",
    )
    say_what_to_look_at(synced)
    assert outcome(synced) == "Brought in 7 versions by A, B, C, D, E and 1 more."
    assert capsys.readouterr().err.splitlines() == [
        (
            f"{FINDING}: ben-carter removed it while you changed it; both versions are kept. "
            "See both, then choose: reportkit settle elm repairs"
        ),
        (
            "Records that had been removed or altered were restored: moderation/elm/records/x.json. "
            "Tell your technical administrator."
        ),
        (
            "The shared place had lost versions that it held before (up to 0123456); they are there again. "
            "Tell your technical administrator."
        ),
        "The versions are safe, but not everything here could follow. The disk is full.",
    ]


def test_progress_is_one_line_of_a_terminal_and_nothing_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shown_progress() as progress:
        assert progress is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with shown_progress() as progress:
        assert progress is not None
        progress("Receiving", 3, 12)
        progress("Counting", 3, 0)
    assert capsys.readouterr().err == "\r\033[KReceiving: 3 of 12\r\033[KCounting: 3\r\033[K"


def test_what_git_tells_of_its_progress_is_handed_on(ann: Path, tmp_path: Path) -> None:
    told: list[str] = []
    copy_repository(str(tmp_path / "shared.git"), tmp_path / "cora", lambda what, done, of: told.append(what))
    assert "Counting" in told
    assert (tmp_path / "cora" / FINDING).is_file()

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from reportkit.errors import Damaged, Refused, Trouble
from reportkit.gitstore.records import GitRecordStore, SavedFiles
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.signatures.signing import sign
from reportkit.moderation.codec import digest_of, encode, file_name, parse
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.store import File, OutOfDate, SignedRecord
from reportkit.moderation.subject import Signing, subject_of
from tests.gitstore.recording import HOUSE, act, sign_off

Git = Callable[..., str]


@pytest.fixture
def store(project: Path) -> GitRecordStore:
    return GitRecordStore(project, HOUSE)


def test_an_act_is_read_back_with_its_commit_and_its_author(store: GitRecordStore, git: Git) -> None:
    made = sign_off(store)
    receipt = store.append(act(store, made))
    (stored,) = store.records("elm")
    assert parse(stored.data) == made
    assert (stored.name, stored.commit) == (file_name(encode(made)), git("rev-parse", "main"))
    assert receipt.names == (stored.name,)
    assert receipt.commit == stored.commit
    assert receipt.remark == ""
    assert (stored.evidence.name, stored.evidence.email) == ("Ann Okafor", "ann@example.org")
    assert git("show", "-s", "--format=%s", "main") == "Ann signs off elm"


def test_afterwards_the_work_tree_is_clean_and_git_finds_nothing_wrong(store: GitRecordStore, git: Git) -> None:
    receipt = store.append(act(store, sign_off(store)))
    assert git("status", "--porcelain") == ""
    assert git("diff-tree", "-r", "--name-status", "--no-commit-id", "main") == (
        f"A\tmoderation/elm/records/{receipt.names[0]}"
    )
    assert git("fsck", "--full", "--strict") == ""


def test_a_signature_is_kept_beside_its_record_and_checked_when_read(
    store: GitRecordStore, tmp_path: Path, git: Git
) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)], check=True)
    data = encode(sign_off(store))
    store.append(
        structs.replace(act(store, parse(data)), records=(SignedRecord(data=data, signature=sign(data, key)),))
    )
    (stored,) = store.records("elm")
    assert stored.evidence.key == key.with_suffix(".pub").read_text().strip()
    assert stored.evidence.fault == ""
    assert f"moderation/elm/records/{stored.name}.sig" in git("ls-files")


def test_a_signature_of_other_bytes_is_a_fault(store: GitRecordStore) -> None:
    data = encode(sign_off(store))
    signed = SignedRecord(data=data, signature=b"-----BEGIN SSH SIGNATURE-----\n")
    store.append(structs.replace(act(store, parse(data)), records=(signed,)))
    assert store.records("elm")[0].evidence.fault.startswith("its signature does not hold")


def test_heads_are_the_records_that_no_other_has_seen(store: GitRecordStore) -> None:
    assert store.heads("elm") == ()
    first = sign_off(store, "elm")
    store.append(act(store, first))
    assert store.heads("elm") == (digest_of(encode(first)),)
    second = sign_off(store, "elm", "refusal")
    store.append(act(store, second))
    assert store.heads("elm") == (digest_of(encode(second)),)


def test_records_that_cannot_be_believed_are_handed_over_too(store: GitRecordStore, project: Path, git: Git) -> None:
    path = project / "moderation/elm/records/20040614T090000Z-sign-off-000000000000.json"
    path.parent.mkdir(parents=True)
    path.write_text("{}")
    git("add", "-A")
    git("commit", "-qm", "forged")
    assert [stored.data for stored in store.records("elm")] == [b"{}"]
    with pytest.raises(Damaged, match=r"sign-off-000000000000.json: A record cannot be believed"):
        store.heads("elm")


def test_the_version_changes_with_content_record_and_policy_and_with_nothing_else(
    store: GitRecordStore, project: Path, git: Git
) -> None:
    seen = {store.version("elm")}
    for path in ("inspections/elm/findings/rent.md", "moderation/policy.yaml", "moderation/elm/records/x.json"):
        _commit(project, git, path)
        seen.add(store.version("elm"))
    assert len(seen) == 4
    for path in ("inspections/oak/inspection.yaml", "templates/report.md.j2", "moderation/elm/casework.yaml"):
        _commit(project, git, path)
    assert store.version("elm") in seen


def test_the_subject_is_that_of_the_saved_files(store: GitRecordStore, project: Path, git: Git) -> None:
    (project / "inspections/elm/inspection.yaml").write_text("unsaved: yes\n")
    files = [
        ("findings/rent.md", b"Rent is collected.\n"),
        ("findings/repairs.md", b"Repairs are on time.\n"),
        ("inspection.yaml", b"kind: almo\n"),
    ]
    assert store.subject("elm") == subject_of(HOUSE, "elm", files)
    final = Signing("final", "d" * 64)
    assert store.subject("elm", final) == subject_of(HOUSE, "elm", files, final)
    _commit(project, git, "inspections/elm/inspection.yaml")
    assert store.subject("elm") != subject_of(HOUSE, "elm", files)


@pytest.mark.parametrize("name", ["ash", "../elm", "", "elm/findings"])
def test_an_inspection_that_is_not_there_is_refused_by_name(store: GitRecordStore, name: str) -> None:
    with pytest.raises(Refused, match="There is no inspection"):
        store.subject(name)


def test_unsaved_files_are_named_whatever_the_index_holds(store: GitRecordStore, project: Path, git: Git) -> None:
    assert _unsaved(store) == ()
    (project / "inspections/elm/inspection.yaml").write_text("kind: indicative\n")
    git("add", "-A")
    (project / "inspections/elm/findings/new.md").write_text("New.\n")
    (project / "inspections/elm/findings/rent.md").unlink()
    (project / "inspections/elm/~$report.docx").write_text("Word is open")
    (project / "inspections/oak/inspection.yaml").write_text("kind: indicative\n")
    assert _unsaved(store) == ("findings/new.md", "findings/rent.md", "inspection.yaml")


def test_what_was_not_waited_for_leaves_nothing_behind(
    store: GitRecordStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    with store.unsaved("elm"):
        assert list((tmp_path / "scratch").iterdir()) != []
    assert list((tmp_path / "scratch").iterdir()) == []


def test_what_the_user_staged_changed_and_left_lying_is_not_touched(
    store: GitRecordStore, project: Path, git: Git
) -> None:
    (project / "inspections/oak/inspection.yaml").write_text("kind: indicative\n")
    git("add", "-A")
    (project / "inspections/oak/inspection.yaml").write_text("kind: best-value\n")
    (project / "notes.txt").write_text("mine")
    git("rm", "-q", "--cached", "templates/report.md.j2")
    before = git("status", "--porcelain"), git("diff"), git("diff", "--cached")
    store.append(act(store, sign_off(store)))
    assert (git("status", "--porcelain"), git("diff"), git("diff", "--cached")) == before


def test_an_act_on_content_that_changed_meanwhile_is_refused(store: GitRecordStore, project: Path, git: Git) -> None:
    prepared = act(store, sign_off(store))
    _commit(project, git, "inspections/elm/inspection.yaml")
    tip = git("rev-parse", "main")
    with pytest.raises(OutOfDate, match="changed meanwhile"):
        store.append(prepared)
    assert git("rev-parse", "main") == tip
    assert store.records("elm") == ()


def test_what_others_do_elsewhere_does_not_stop_an_act(store: GitRecordStore, project: Path, git: Git) -> None:
    prepared = act(store, sign_off(store))
    _commit(project, git, "inspections/oak/inspection.yaml")
    receipt = store.append(prepared)
    assert git("rev-parse", "main") == receipt.commit
    assert (project / "inspections/oak/inspection.yaml").read_text() != "kind: almo\n"


def test_two_acts_prepared_at_once_are_not_both_recorded(store: GitRecordStore) -> None:
    first, second = act(store, sign_off(store)), act(store, sign_off(store, "elm", "refusal"))
    store.append(first)
    with pytest.raises(OutOfDate):
        store.append(second)
    assert len(store.records("elm")) == 1


def test_files_go_with_the_act_into_the_same_commit(store: GitRecordStore, project: Path, git: Git) -> None:
    reply = File(path="moderation/elm/issued/reply.eml", data=b"I agree\r\n")
    store.append(structs.replace(act(store, sign_off(store)), files=(reply,)))
    assert (project / reply.path).read_bytes() == b"I agree\r\n"
    assert len(git("diff-tree", "-r", "--name-only", "--no-commit-id", "main").splitlines()) == 2


@pytest.mark.parametrize(
    "path",
    [
        "inspections/elm/inspection.yaml",
        "moderation/../x",
        "moderation",
        "/etc/passwd",
        "moderation/.git/x",
        "moderation/elm/records/20040614T090000Z-sign-off-000000000000.json",
    ],
)
def test_an_act_brings_nothing_but_what_belongs_to_moderation(store: GitRecordStore, git: Git, path: str) -> None:
    tip = git("rev-parse", "main")
    with pytest.raises(Refused, match="An act brings files to moderation/"):
        store.append(structs.replace(act(store, sign_off(store)), files=(File(path=path, data=b""),)))
    assert git("rev-parse", "main") == tip


def test_an_act_may_begin_another_inspection_and_bring_all_of_its_folder(
    store: GitRecordStore, project: Path, git: Git
) -> None:
    begun = tuple(
        File(path=f"inspections/elm-2005/{name}", data=name.encode()) for name in ("inspection.yaml", "findings/a.md")
    )
    store.append(structs.replace(act(store, sign_off(store)), files=begun))
    assert (project / begun[1].path).read_bytes() == begun[1].data
    assert git("status", "--porcelain") == ""


def test_it_brings_nothing_to_one_that_is_there_already(store: GitRecordStore, project: Path, git: Git) -> None:
    _commit(project, git, "inspections/oak/inspection.yaml")
    tip = git("rev-parse", "main")
    more = File(path="inspections/oak/answers.yaml", data=b"[]")
    with pytest.raises(Refused, match="There is such an inspection already"):
        store.append(structs.replace(act(store, sign_off(store)), files=(more,)))
    assert git("rev-parse", "main") == tip


def test_policy_is_replaced_with_the_record_that_says_so(store: GitRecordStore, project: Path, git: Git) -> None:
    _commit(project, git, "moderation/policy.yaml")
    made = sign_off(store, OF_THE_HOUSE, "policy-changed")
    new = File(path="moderation/policy.yaml", data=b"people: []\n")
    store.append(structs.replace(act(store, made), files=(new,)))
    assert (project / new.path).read_bytes() == new.data
    assert git("status", "--porcelain") == ""
    assert len(store.records(OF_THE_HOUSE)) == 1


@pytest.mark.parametrize("staged", [True, False])
def test_a_policy_with_unsaved_changes_is_not_replaced(
    store: GitRecordStore, project: Path, git: Git, staged: bool
) -> None:
    _commit(project, git, "moderation/policy.yaml")
    (project / "moderation/policy.yaml").write_text("mine: yes\n")
    if staged:
        git("add", "-A")
    tip, status = git("rev-parse", "main"), git("status", "--porcelain")
    new = File(path="moderation/policy.yaml", data=b"people: []\n")
    with pytest.raises(Refused, match=r"unsaved changes are in the way: moderation/policy\.yaml"):
        store.append(structs.replace(act(store, sign_off(store, OF_THE_HOUSE, "policy-changed")), files=(new,)))
    assert (git("rev-parse", "main"), git("status", "--porcelain")) == (tip, status)


def test_a_file_of_the_users_in_the_place_of_an_issued_document_is_left(
    store: GitRecordStore, project: Path, git: Git
) -> None:
    mine = project / "moderation/elm/issued/reply.eml"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    tip = git("rev-parse", "main")
    theirs = File(path="moderation/elm/issued/reply.eml", data=b"theirs")
    with pytest.raises(Refused, match="A file of yours is where"):
        store.append(structs.replace(act(store, sign_off(store)), files=(theirs,)))
    assert (git("rev-parse", "main"), mine.read_text()) == (tip, "mine")


def test_a_name_is_written_as_git_would_write_it(store: GitRecordStore, git: Git) -> None:
    odd = structs.replace(act(store, sign_off(store)), name=' "Ann <x>\n Okafor". ', message="Two\n\nparts\0")
    store.append(odd)
    assert git("show", "-s", "--format=%an|%ae|%B", "main").strip() == "Ann  x  Okafor|ann@example.org|Two\n\nparts"
    assert git("fsck", "--strict") == ""


def test_no_one_is_no_one(store: GitRecordStore) -> None:
    with pytest.raises(Trouble, match="Git does not know who you are"):
        store.append(structs.replace(act(store, sign_off(store)), name="<>"))


def test_a_project_inside_a_larger_repository_keeps_its_record_there(tmp_path: Path, home: Path, git: Git) -> None:
    root = tmp_path / "project" / "housing"
    (root / "inspections/elm").mkdir(parents=True)
    (root / "inspections/elm/inspection.yaml").write_text("kind: almo\n")
    git("add", "-A")
    git("commit", "-qm", "A project inside")
    store = GitRecordStore(root, HOUSE)
    receipt = store.append(act(store, sign_off(store)))
    assert (root / "moderation/elm/records" / receipt.names[0]).is_file()
    assert git("status", "--porcelain") == ""
    assert store.records("elm")[0].commit == receipt.commit
    assert _unsaved(store) == ()


def test_saved_files_are_those_of_the_version(project: Path, git: Git) -> None:
    first = git("rev-parse", "main")
    _commit(project, git, "inspections/elm/inspection.yaml")
    (project / "inspections/elm/inspection.yaml").write_text("unsaved: yes\n")
    files = SavedFiles(project, first)
    assert files.under("inspections/elm/findings") == (
        "inspections/elm/findings/rent.md",
        "inspections/elm/findings/repairs.md",
    )
    assert files.under("inspections/ash") == ()
    assert files.read("inspections/elm/inspection.yaml") == b"kind: almo\n"
    assert SavedFiles(project).read("inspections/elm/inspection.yaml") == b"changed: yes\n"
    with pytest.raises(Refused, match="no such file"):
        files.read("inspections/elm")


_WRITER = """
import sys
from pathlib import Path
from reportkit.gitstore.records import GitRecordStore
from reportkit.moderation.store import OutOfDate
from tests.gitstore.recording import HOUSE, act, sign_off
store, inspection = GitRecordStore(Path(sys.argv[1]), HOUSE), sys.argv[2]
done = 0
while done < int(sys.argv[3]):
    try:
        receipt = store.append(act(store, sign_off(store, inspection, person=sys.argv[4], round=done)))
    except OutOfDate:
        continue
    done += 1
    print(receipt.names[0], receipt.remark, flush=True)
"""


@pytest.mark.parametrize("path", ["reportkit.yaml", "inspections/elm/inspection.yaml"])
def test_a_link_is_not_taken_for_the_file_that_it_stands_in_for(project: Path, git: Git, path: str) -> None:
    (project / path).unlink()
    (project / path).symlink_to("oak.yaml")
    git("add", "-A")
    git("commit", "-q", "-m", "A link")
    with pytest.raises(Refused, match=f"{path}: is a link to another place"):
        SavedFiles(project).read(path)


@pytest.mark.parametrize("folder", ["two\nlines", "ends in a return\r", "tables"])
def test_a_line_end_in_a_folders_name_mixes_no_answers_up(project: Path, git: Git, folder: str) -> None:
    (project / "inspections/elm" / folder).mkdir()
    (project / "inspections/elm" / folder / "rents.csv").write_bytes(b"what is in it")
    git("add", "-A")
    git("commit", "-qm", "A folder with an odd name")
    reader = ObjectReader(project)
    files = SavedFiles(project, reader=reader)
    assert files.read(f"inspections/elm/{folder}/rents.csv") == b"what is in it"
    assert files.read("inspections/elm/inspection.yaml") == b"kind: almo\n"
    there = reader.read(["HEAD:no\nwhere", *["HEAD:reportkit.yaml"] * 400])
    assert [each.data if each else None for each in there] == [None, *[b"format: 1\n"] * 400]
    reader.close()


@pytest.mark.parametrize("each", [20, pytest.param(100, marks=pytest.mark.trial)])
def test_of_four_writers_at_once_none_loses_a_record(project: Path, git: Git, store: GitRecordStore, each: int) -> None:
    here = Path(__file__).parents[2]
    command = [sys.executable, "-c", _WRITER, str(project)]
    writers = [
        subprocess.Popen([*command, place, str(each), f"p{number}"], cwd=here, stdout=subprocess.PIPE, text=True)
        for number, place in enumerate(["elm", "elm", "oak", "oak"])
    ]
    said = [line for writer in writers for line in writer.communicate()[0].splitlines()]
    names = {stored.name for inspection in ("elm", "oak") for stored in store.records(inspection)}
    assert len(said) == 4 * each
    assert {line.strip() for line in said} == names
    assert [len(store.heads(inspection)) for inspection in ("elm", "oak")] == [1, 1]
    assert git("rev-list", "--count", "main") == str(4 * each + 1)
    assert git("status", "--porcelain") == ""


def _unsaved(store: GitRecordStore) -> tuple[str, ...]:
    with store.unsaved("elm") as unsaved:
        return unsaved()


def _commit(project: Path, git: Git, path: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text("changed: yes\n")
    git("add", "-A")
    git("commit", "-qm", f"{path} changed")

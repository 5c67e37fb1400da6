from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.cli.main import run
from tests.cli.attacks import ATTACKS, Attack, two_policies_saved
from tests.cli.faults import FAULTS
from tests.cli.honest_histories import HONEST_HISTORIES, HonestHistory
from tests.cli.house import House, Verdict, copied, make_keys, verdict_of


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    make_keys(folder)
    return folder


@pytest.fixture(scope="session")
def moderated(tmp_path_factory: pytest.TempPathFactory, keys: Path) -> dict[str, House]:
    """Houses whose inspection `elm` was moderated, made once, by what policy asks of signatures."""
    made = {}
    for signatures in ("required", "optional"):
        house = House(tmp_path_factory.mktemp(signatures) / "house", keys)
        house.begin(signatures)
        house.moderate()
        house.store.close()
        made[signatures] = house
    return made


@pytest.fixture
def house(tmp_path: Path, moderated: dict[str, House]) -> House:
    return copied(moderated["required"], tmp_path / "house")


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str]) -> Callable[..., Verdict]:
    def call(house: House, *words: str) -> Verdict:
        capsys.readouterr()
        code = run(["-C", str(house.root), "verify", "--json", *words])
        said = capsys.readouterr()
        assert said.err == ""
        return verdict_of(code, said.out)

    return call


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
def test_each_attack_and_each_mistake_is_told(
    attack: Attack, tmp_path: Path, moderated: dict[str, House], verify: Callable[..., Verdict]
) -> None:
    house = copied(moderated[attack.signatures], tmp_path / "house")
    attack.do(house)
    verdict = verify(house)
    assert (verdict.code, verdict.kinds) == (attack.answer, attack.kinds), verdict.text


@pytest.mark.parametrize("history", HONEST_HISTORIES, ids=[history.name for history in HONEST_HISTORIES])
@pytest.mark.parametrize("judging", ["", "judging: 2\n"], ids=["as before", "strictly"])
def test_no_honest_history_gives_a_false_alarm(
    history: HonestHistory, judging: str, tmp_path: Path, keys: Path, verify: Callable[..., Verdict]
) -> None:
    house = House(tmp_path / "house", keys)
    house.root.mkdir()
    house.begin(more=judging)
    house.moderate()
    history.do(house)
    verdict = verify(house)
    assert verdict.code == 0, verdict.text


def test_a_weakening_by_a_record_that_settles_two_changes_is_listed(
    tmp_path: Path, moderated: dict[str, House], verify: Callable[..., Verdict]
) -> None:
    house = copied(moderated["optional"], tmp_path / "house")
    two_policies_saved(house)
    assert "was made less strict: signatures are no longer required (Gus, " in verify(house).text


def test_every_fault_is_held_by_tests_that_are_there() -> None:
    tests = Path(__file__).parents[1]
    named = {each for fault in FAULTS for each in fault.tests}
    assert all(fault.tests for fault in FAULTS)
    assert [each for each in sorted(named) if f"def {each[1]}(" not in (tests / each[0]).read_text("utf-8")] == []


def test_the_tables_in_the_docs_are_of_these() -> None:
    from tools.make_record_docs import page

    text = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
    assert text == page(text), "run python tools/make_record_docs.py"


def test_one_inspection_is_judged_without_the_others(house: House, verify: Callable[..., Verdict]) -> None:
    house.forge(house.record("refusal", "bob", "oak"), "mallory")
    assert verify(house).code == 3
    assert verify(house, "elm").code == 0
    assert verify(house, "oak").code == 3


def test_a_shallow_copy_cannot_tell_and_accuses_no_one(
    house: House, tmp_path: Path, verify: Callable[..., Verdict]
) -> None:
    command = ["git", "clone", "-q", "--template=", "--depth", "2", f"file://{house.root}", str(tmp_path / "shallow")]
    subprocess.run(command, check=True)
    verdict = verify(House(tmp_path / "shallow", house.keys))
    assert (verdict.code, verdict.kinds) == (4, {"shallow"})


def test_an_object_that_was_altered_on_the_disk_is_named(
    house: House, reportkit_in: Callable[..., tuple[int, str, str]]
) -> None:
    name = house.git("rev-parse", f"HEAD:{house.last()}")
    other = house.git("rev-parse", "HEAD:reportkit.yaml")
    objects = house.root / ".git" / "objects"
    target = objects / name[:2] / name[2:]
    target.chmod(0o644)
    target.write_bytes((objects / other[:2] / other[2:]).read_bytes())
    code, _, err = reportkit_in(house, "verify")
    assert code in (3, 4)
    assert name[:12] in err or "damaged" in err


def test_findings_stand_one_a_line_and_the_limits_are_said(
    house: House, reportkit_in: Callable[..., tuple[int, str, str]]
) -> None:
    path = house.last()
    (house.root / path).unlink()
    house.commit("kim", "Tidy up")
    code, out, err = reportkit_in(house, "verify")
    assert code == 3
    assert out.splitlines()[0].startswith(f"forged: {path}: someone took it away (Kim, 20")
    assert out.splitlines()[-1].startswith("The record is damaged or forged")
    assert "This copy alone cannot prove that nothing was removed from the end" in err


def test_a_name_that_would_move_the_cursor_is_spelt_out(
    house: House, reportkit_in: Callable[..., tuple[int, str, str]]
) -> None:
    house.write("moderation/elm/issued/\x1b[2Jletter.docx", "A letter.")
    _, out, _ = reportkit_in(house, "verify")
    assert out.startswith("incomplete: moderation/elm/issued/\\x1b[2Jletter.docx: it is in this folder, and no act ")


def test_a_house_without_any_record_is_whole(
    tmp_path: Path, keys: Path, reportkit_in: Callable[..., tuple[int, str, str]]
) -> None:
    house = House(tmp_path / "new", keys)
    house.root.mkdir()
    house.begin()
    assert reportkit_in(house, "verify")[:2] == (0, "The record is whole (0 records, 1 version).\n")


@pytest.fixture
def reportkit_in(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(house: House, *words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = int(run(["-C", str(house.root), *words]))
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def drafted(house: House, tmp_path: Path, reportkit_in: Callable[..., tuple[int, str, str]]) -> Path:
    """A draft of a whole inspection, of a saved version."""
    example = Path(__file__).parents[2] / "inspections" / "ascham-homes-2004"
    shutil.copytree(example, house.root / "inspections" / "ascham")
    house.commit("kim", "Ascham")
    path = tmp_path / "report.docx"
    code, _, err = reportkit_in(house, "draft", "ascham", "--out", str(path))
    assert code == 0, err
    return path


def test_a_draft_of_what_is_saved_is_what_it_says(house: House, drafted: Path, verify: Callable[..., Verdict]) -> None:
    verdict = verify(house, str(drafted))
    assert (verdict.code, verdict.kinds) == (0, {"drafted", "unaltered"}), verdict.text


def test_a_draft_names_what_changed_since(house: House, drafted: Path, verify: Callable[..., Verdict]) -> None:
    (house.root / "inspections/ascham/narrative/summary.md").write_text("Another summary.\n")
    house.commit("kim", "Summary")
    verdict = verify(house, str(drafted))
    assert (verdict.code, verdict.kinds) == (1, {"drafted", "unaltered", "moved"})
    assert "changed since: inspections/ascham/narrative/summary.md" in verdict.text


def test_altered_words_are_told_and_a_file_saved_anew_is_not_accused(
    house: House, drafted: Path, verify: Callable[..., Verdict]
) -> None:
    _rewrite(drafted, lambda body: body.replace(b"housing", b"housing", 1))
    assert verify(house, str(drafted)).kinds == {"drafted", "same-words"}
    _rewrite(drafted, lambda body: body.replace(b"tenants", b"nobody"))
    assert verify(house, str(drafted)).kinds == {"drafted", "altered"}


def test_a_document_of_someone_elses_cannot_be_told(
    house: House, tmp_path: Path, drafted: Path, verify: Callable[..., Verdict]
) -> None:
    _rewrite(drafted, lambda body: body, without=CUSTOM)
    assert (verify(house, str(drafted)).code, verify(house, str(drafted)).kinds) == (4, {"not-ours"})


@pytest.mark.parametrize("name", ["ascham/../elm", "elm&#10;HEAD", "../../elsewhere", "_house"])
def test_a_document_of_what_can_be_no_inspection_cannot_be_told(
    house: House, drafted: Path, verify: Callable[..., Verdict], name: str
) -> None:
    _rewrite(drafted, lambda properties: properties.replace(b">ascham<", f">{name}<".encode()), CUSTOM)
    assert (verify(house, str(drafted)).code, verify(house, str(drafted)).kinds) == (4, {"not-ours"})


def test_a_document_that_went_out_is_known_by_its_bytes(house: House, verify: Callable[..., Verdict]) -> None:
    example = Path(__file__).parents[2] / "templates" / "house.docx"
    house.write("moderation/elm/issued/letter.docx", example.read_bytes())
    house.commit("kim", "Letter")
    verdict = verify(house, str(example))
    assert (verdict.code, verdict.kinds) == (0, {"issued"})


CUSTOM = "docProps/custom.xml"


def _rewrite(path: Path, change: Callable[[bytes], bytes], part: str = "word/document.xml", without: str = "") -> None:
    """Pack a .docx anew, with another body or another of its parts, as Word does when it saves."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if name != without}
    members[part] = change(members[part])
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)

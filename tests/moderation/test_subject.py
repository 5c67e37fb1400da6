from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.errors import Refused
from reportkit.moderation.subject import Signing, SubjectDigest, is_code_of, one_code, subject_of, version_code

FILES = {"findings/a.md": b"one", "inspection.yaml": b"kind: almo\n"}
PATHS = st.text("ab/.é", min_size=1, max_size=4)
FOLDERS = st.dictionaries(PATHS, st.binary(max_size=4), max_size=4)


def subject(
    files: dict[str, bytes], repository: str = "r", inspection: str = "i", signing: Signing | None = None
) -> str:
    return subject_of(repository, inspection, files.items(), signing or Signing())


@settings(max_examples=200)
@given(FOLDERS, FOLDERS)
def test_two_folders_have_one_subject_only_where_they_are_equal(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert (subject(one) == subject(other)) == (one == other)


@settings(max_examples=50)
@given(FOLDERS)
def test_the_order_in_which_files_are_named_does_not_matter(files: dict[str, bytes]) -> None:
    assert subject(files) == subject(dict(reversed(files.items())))


@pytest.mark.parametrize(
    "other",
    [
        {"findings/b.md": b"one", "inspection.yaml": b"kind: almo\n"},
        {"findings/a.md": b"kind: almo\n", "inspection.yaml": b"one"},
        {"findings/a.mdo": b"ne", "inspection.yaml": b"kind: almo\n"},
        {"findings/a.md": b"oneinspection.yamlkind: almo\n"},
        {"findings/a.md": b"one", "inspection.yaml": b"kind: almo\n", "empty": b""},
        {"findings/a.md": b"one\n", "inspection.yaml": b"kind: almo\n"},
        {},
    ],
    ids=["renamed", "exchanged", "a letter moved into the name", "joined", "an empty file more", "a newline", "none"],
)
def test_any_change_gives_another_subject(other: dict[str, bytes]) -> None:
    assert subject(other) != subject(FILES)


def test_the_same_folder_elsewhere_or_at_another_stage_has_another_subject() -> None:
    final, again = Signing("final", "d" * 64), Signing("final", "e" * 64)
    subjects = {
        subject(FILES),
        subject(FILES, repository="s"),
        subject(FILES, inspection="j"),
        subject(FILES, repository="ri", inspection=""),
        subject(FILES, signing=final),
        subject(FILES, signing=again),
    }
    assert len(subjects) == 6


def test_the_subject_can_be_computed_by_hand() -> None:
    parts = [
        b"reportkit subject 1",
        b"r",
        b"i",
        b"draft",
        b"",
        b"findings/a.md",
        b"one",
        b"inspection.yaml",
        b"kind: almo\n",
    ]
    whole = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    assert subject(FILES) == hashlib.sha256(whole).hexdigest()


def test_files_are_added_once_and_in_order() -> None:
    digest = SubjectDigest("r", "i")
    digest.add("b", b"")
    with pytest.raises(ValueError, match="'a' is out of order"):
        digest.add("a", b"")
    with pytest.raises(ValueError, match="out of order"):
        digest.add("b", b"")


def test_the_final_stage_and_no_other_has_a_decision() -> None:
    with pytest.raises(ValueError, match="decision"):
        Signing("final")
    with pytest.raises(ValueError, match="decision"):
        Signing("draft", "d" * 64)


def test_a_version_has_a_code_that_people_can_write() -> None:
    assert version_code("0" * 64) == "0000-0000-0000-0000-0000"
    assert version_code("f" * 64) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    assert version_code("08864" + "0" * 59) == "1234-0000-0000-0000-0000"


@given(st.binary(min_size=32, max_size=32).map(bytes.hex))
def test_a_code_is_known_however_it_is_written(subject: str) -> None:
    code = version_code(subject)
    for written in (code, code.lower(), code.replace("-", ""), f" {code} ", code.replace("0", "O").replace("1", "l")):
        assert is_code_of(written, subject)
    assert not is_code_of(code[:-1], subject)
    assert not is_code_of("", subject)


def test_writings_of_one_code_are_one() -> None:
    code = "1A2B-3C4D-5E6F-7G8H-9J0K"
    assert one_code((code, "1a2b 3c4d 5e6f\n7g8h 9jok", "lA2B3C4D5E6F7G8H9J0K")) == code


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ((), "does not say which version"),
        (("0000-0000-0000-0000-0000", "1A2B-3C4D-5E6F-7G8H-9J0K"), "names 2 versions: 0000-0000-.*, 1A2B-"),
    ],
)
def test_no_code_or_two_are_refused(written: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        one_code(written)


def test_another_version_has_another_code() -> None:
    assert not is_code_of(version_code(subject(FILES)), subject({}))

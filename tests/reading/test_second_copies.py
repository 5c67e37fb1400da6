"""A second copy with other words is told; one that says the same is not."""

from __future__ import annotations

from pathlib import Path

from reportkit.reading.files import NoFiles
from reportkit.reading.folder import FolderFiles
from reportkit.reading.second_copies import second_copies
from tests.every_case import every_case

FOLDER = "inspections/elm/findings"


@every_case(
    "name",
    [
        "repairs-DESKTOP-AB12CD.md",
        "repairs - Copy.md",
        "repairs (1).md",
        "repairs (Ann's conflicted copy 2004-05-01).md",
        "gone (Bo's conflicted copy).md",
    ],
)
def test_a_copy_with_other_words_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / FOLDER
    folder.mkdir(parents=True)
    (folder / "repairs.md").write_bytes(b"On time.\n")
    (folder / name).write_bytes(b"Late.\n")
    (problem,) = second_copies(FolderFiles(tmp_path / name), "elm")
    assert problem.where.file == f"{FOLDER}/{name}"
    assert "holds other words; it is left out" in problem.message


def test_a_copy_that_says_the_same_is_left_in_peace(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "repairs.md").write_bytes(b"On time.\n")
    (folder / "repairs (1).md").write_bytes(b"\xef\xbb\xbfOn time.\r\n")
    assert second_copies(FolderFiles(tmp_path), "elm") == ()
    assert second_copies(NoFiles(), "elm") == ()

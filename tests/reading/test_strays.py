from __future__ import annotations

import pytest

from reportkit.reading.strays import is_conflict_copy, why_stray


@pytest.mark.parametrize(
    "name",
    ["repairs.md", "conflict-of-interest.md", "conflicts-2004.md", "repairs-desktop-1.md", "pc-repairs.md", "a~b.md"],
)
def test_what_a_person_named_is_no_stray(name: str) -> None:
    assert why_stray(name) == ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("~$repairs.docx", "is a note that Word or Excel keeps while a file is open"),
        ("THUMBS.DB", "was left by the system"),
        (
            "repairs-DESKTOP-AB12CD3.md",
            "is a copy that a synchronised folder made when two computers changed the file",
        ),
    ],
)
def test_a_stray_is_told_why_it_is_one(name: str, why: str) -> None:
    assert why_stray(name) == why


def test_conflict_copies_are_told_from_rubbish() -> None:
    assert is_conflict_copy("repairs (conflicted copy 2004-06-14).md")
    assert not is_conflict_copy("Thumbs.db")

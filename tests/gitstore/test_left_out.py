"""Which names never become part of a version."""

from __future__ import annotations

import pytest

from reportkit.gitstore.left_out import is_litter, is_second_copy


@pytest.mark.parametrize(
    "name", ["~$draft.docx", "~WRL0003.tmp", ".~lock.draft.odt#", ".repairs.md.swp", "repairs.md~", "THUMBS.DB", "._a"]
)
def test_litter_of_other_programs_is_known(name: str) -> None:
    assert is_litter(name)


@pytest.mark.parametrize("name", ["repairs.md", "inspection.yaml", "a~b.md", "thumbs.md", "plan.docx", ".gitkeep"])
def test_an_inspections_own_files_are_not_litter(name: str) -> None:
    assert not is_litter(name)


@pytest.mark.parametrize(
    "name",
    [
        "repairs (1).md",
        "repairs 2.md",
        "repairs-DESKTOP-AB12CD3.md",
        "repairs (conflicted copy 2004-05-01 101010).md",
        "repairs (Case Conflict).md",
        "repairs_conflict-20040501-101010.md",
        "gone (Bo's conflicted copy).md",
    ],
)
def test_second_copies_are_known_beside_the_first(name: str) -> None:
    assert is_second_copy(name, {"repairs.md"})


@pytest.mark.parametrize("name", ["voids 2.md", "repairs-2.md", "repairs-late.md", "repairs.yaml", "plan (1).docx"])
def test_a_name_that_only_looks_like_one_is_kept(name: str) -> None:
    assert not is_second_copy(name, {"repairs.md"})

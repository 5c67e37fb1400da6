"""Which files in an inspection's folder are no part of it."""

from __future__ import annotations

from reportkit.inspection.stray_files import LITTER, SECOND_COPY, is_litter, why_stray
from tests.every_case import every_case

BESIDE = {"repairs.md"}.__contains__


@every_case(
    "name",
    [
        ".repairs.md-1a2b3c4d.tmp",
        "~$draft.docx",
        "~WRL0003.tmp",
        ".~lock.draft.odt#",
        ".repairs.md.swp",
        "repairs.md~",
        "THUMBS.DB",
        "._a",
    ],
)
def test_litter_of_other_programs_is_known(name: str) -> None:
    assert is_litter(name)
    assert why_stray(name, BESIDE) == LITTER


@every_case(
    "name",
    [
        "repairs (1).md",
        "repairs 2.md",
        "repairs-DESKTOP-AB12CD3.md",
        *("repairs-LAPTOP7.md", "repairs-Anns-MacBook-Pro.md", "repairs - Copy.md", "repairs - Copy (2).md"),
        *("repairs copy.md", "repairs copy 2.md", "repairs (Ann's conflicted copy 2004-05-01).md"),
        "repairs (conflicted copy 2004-05-01 101010).md",
        "repairs (Case Conflict).md",
        "repairs_conflict-20040501-101010.md",
        "repairs.sync-conflict-20040501-101010.md",
        "repairs [Conflict 1].md",
        "gone (Bo's conflicted copy).md",
    ],
)
def test_second_copies_are_known_beside_the_first(name: str) -> None:
    assert why_stray(name, BESIDE) == SECOND_COPY


@every_case(
    "name",
    [
        *("repairs.md", "inspection.yaml", "a~b.md", "thumbs.md", "plan.docx", ".gitkeep"),
        *("voids 2.md", "repairs-2.md", "repairs-late.md", "repairs.yaml", "plan (1).docx"),
        *("conflict-of-interest.md", "conflicts-2004.md", "repairs-desktop-1.md", "pc-repairs.md"),
    ],
)
def test_what_a_person_named_is_part_of_the_inspection(name: str) -> None:
    assert why_stray(name, BESIDE) == ""

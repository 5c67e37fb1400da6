"""Changes in an inspector's words."""

from __future__ import annotations

from reportkit.inspection.file_changes import FileChange, in_words


def test_files_are_counted_by_what_they_are_and_single_ones_named() -> None:
    changes = (
        FileChange("evidence/survey.yaml", "added"),
        FileChange("findings/a.md", "changed"),
        FileChange("findings/b.md", "changed"),
        FileChange("findings/c.md", "removed"),
        FileChange("indicators.csv", "changed"),
        FileChange("inspection.yaml", "added"),
        FileChange("narrative/context-area.md", "changed"),
        FileChange("photographs/lift.jpg", "added"),
        FileChange("plan.docx", "added"),
    )
    assert in_words(changes) == (
        "2 findings changed, 1 finding removed, 1 piece of evidence added, 1 narrative text changed, "
        "2 other files added, particulars added, performance indicators changed"
    )


def test_no_change_is_said_so() -> None:
    assert in_words(()) == "nothing changed"

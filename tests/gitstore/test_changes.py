"""Changes in an inspector's words."""

from __future__ import annotations

from reportkit.gitstore.changes import Change, in_words


def test_files_are_counted_by_what_they_are_and_single_ones_named() -> None:
    changes = (
        Change("evidence/survey.yaml", "added"),
        Change("findings/a.md", "changed"),
        Change("findings/b.md", "changed"),
        Change("findings/c.md", "removed"),
        Change("indicators.csv", "changed"),
        Change("inspection.yaml", "added"),
        Change("narrative/context-area.md", "changed"),
        Change("photographs/lift.jpg", "added"),
        Change("plan.docx", "added"),
    )
    assert in_words(changes) == (
        "2 findings changed, 1 finding removed, 1 piece of evidence added, 1 narrative text changed, "
        "2 other files added, particulars added, performance indicators changed"
    )


def test_no_change_is_said_so() -> None:
    assert in_words(()) == "nothing changed"

from __future__ import annotations

from pathlib import Path

from reportkit.reading.conflicts import unsettled
from reportkit.reading.folder import FolderFiles


def kept(root: Path, path: str) -> None:
    (root / "unsettled" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "unsettled" / path).write_text("another version")


def test_what_concerns_an_inspection_is_a_problem_of_it_with_the_command_that_settles_it(tmp_path: Path) -> None:
    for path in (
        "inspections/elm/findings/repairs.md/ben-carter-0123456789.md",
        "inspections/oak/findings/repairs.md/ben-carter-0123456789.md",
        "moderation/policy.yaml/ben-carter-0123456789.yaml",
        "templates/report.md.j2/ben-carter-removed",
        "someone’s note.txt",
    ):
        kept(tmp_path, path)
    problems = unsettled(FolderFiles(tmp_path), "elm")
    assert [(str(each.where), each.command) for each in problems] == [
        ("inspections/elm/findings/repairs.md", "reportkit settle elm repairs"),
        ("moderation/policy.yaml", "reportkit settle moderation/policy.yaml"),
        ("templates/report.md.j2", "reportkit settle templates/report.md.j2"),
    ]
    assert str(problems[2]) == (
        "templates/report.md.j2: was removed by ben-carter while another person changed it, and both versions are "
        "kept. See both, then choose: reportkit settle templates/report.md.j2"
    )

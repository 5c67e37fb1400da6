"""The steps of a history: what each version changed in the record, read from the commits themselves."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reportkit.gitstore.records.commits import steps
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.version_history import begin_versions
from reportkit.moderation.verifying.file_history import VersionStep

POLICY, RECORD, OTHER = "moderation/policy.yaml", "moderation/elm/records/a.json", "moderation/oak/records/b.json"


class History:
    """A repository with the project in `inside`."""

    def __init__(self, root: Path, inside: str) -> None:
        self.root = root
        self.inside = inside

    def git(self, *words: str) -> str:
        return subprocess.run(["git", *words], cwd=self.root, check=True, capture_output=True, text=True).stdout.strip()

    def commit(self, path: str, text: str | None) -> str:
        """Write a file, or take it away, and commit that. Returns the version."""
        target = self.root / self.inside / path
        if text is None:
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Act")
        return self.git("rev-parse", "HEAD")

    def steps(self) -> dict[str, VersionStep]:
        names = begin_versions(self.root).result()
        found = steps(self.root / self.inside, ObjectReader(self.root), names, self.inside)
        return {step.commit: step for step in found}


@pytest.fixture(params=["", "housing/"], ids=["alone", "in a folder of a larger repository"])
def history(request: pytest.FixtureRequest, project: Path) -> History:
    made = History(project, request.param)
    made.commit(POLICY, "people: []\n")
    made.commit("inspections/elm/notes.md", "Notes.\n")
    return made


def kinds(step: VersionStep) -> list[list[tuple[str, bool, bool]]]:
    """For each parent, the files that differ from it: whether there was one before, and whether there is one after."""
    return [[(each.path, bool(each.before), bool(each.after)) for each in changes] for changes in step.changes]


def test_a_version_tells_which_files_of_the_record_it_added_altered_and_removed(history: History) -> None:
    versions = [
        history.commit(RECORD, "One."),
        history.commit(RECORD, "Altered."),
        history.commit(POLICY, "people: [ann]\n"),
        history.commit(RECORD, None),
    ]
    found = history.steps()
    assert [kinds(found[version]) for version in versions] == [
        [[(RECORD, False, True)]],
        [[(RECORD, True, True)]],
        [[(POLICY, True, True)]],
        [[(RECORD, True, False)]],
    ]


def test_work_on_an_inspection_changes_its_content_and_nothing_of_the_record(history: History) -> None:
    record, work = history.commit(RECORD, "One."), history.commit("inspections/elm/notes.md", "More.\n")
    found = history.steps()
    assert kinds(found[work]) == [[]]
    assert [found[version].content for version in (record, work)] == [
        history.git("rev-parse", f"{version}:{history.inside}inspections") for version in (record, work)
    ]


def test_a_version_that_brings_two_together_is_compared_with_each(history: History) -> None:
    history.git("branch", "other")
    history.commit(RECORD, "One.")
    history.git("checkout", "-q", "other")
    history.commit(OTHER, "Two.")
    history.git("merge", "-q", "-m", "Both", "main")
    merged = history.steps()[history.git("rev-parse", "HEAD")]
    assert kinds(merged) == [[(RECORD, False, True)], [(OTHER, False, True)]]
    assert len(merged.parents) == 2

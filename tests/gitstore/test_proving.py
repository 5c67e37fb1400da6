"""What versions brought is proved where it can be, and always what Git itself says of them."""

from __future__ import annotations

import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from reportkit.gitstore.records.commits import steps
from reportkit.gitstore.records.proving import Proving
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.version_history import begin_versions
from reportkit.moderation.codec import encode, time_in_name
from reportkit.moderation.record import IssuedDocument, Reported
from reportkit.moderation.verifying.file_history import VersionStep
from tests.moderation.builders import record

BEGAN = 1_090_000_000


class History:
    """A repository in which every commit is a minute later than the one before; the project is in `inside`."""

    def __init__(self, root: Path, inside: str) -> None:
        self.root = root
        self.inside = inside
        self._seconds = BEGAN

    def git(self, *words: str) -> str:
        dates = {"GIT_AUTHOR_DATE": f"{self._seconds} +0000", "GIT_COMMITTER_DATE": f"{self._seconds} +0000"}
        ran = subprocess.run(
            ["git", *words], cwd=self.root, check=True, capture_output=True, text=True, env=os.environ | dates
        )
        return ran.stdout.strip()

    def name(self, later: int = 0) -> str:
        """The name of a record that the next commit may bring."""
        return f"{time_in_name(self._seconds + 60 + later)}-query-0123456789ab.json"

    def commit(self, **files: str | None) -> str:
        """Write files, or take them away, and commit that. `records` are named by inspection. Returns the version."""
        self._seconds += 60
        for path, text in files.items():
            target = self.root / self.inside / path
            if text is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Act")
        return self.git("rev-parse", "HEAD")

    def act(self, inspection: str, **more: str | None) -> str:
        """Bring one record, named after the commit's time, and more."""
        return self.commit(**{f"moderation/{inspection}/records/{self.name()}": inspection}, **more)

    def steps(self, *, proved: bool) -> dict[str, VersionStep]:
        """What is found: with proofs, or by asking Git alone."""
        reader, inside = ObjectReader(self.root), self.inside
        proving = self.proving(reader) if proved else Proving(reader, inside, {})
        names = begin_versions(self.root).result()
        return {step.commit: step for step in steps(self.root / inside, reader, names, proving, inside)}

    def proving(self, reader: ObjectReader) -> Proving:
        return Proving(reader, self.inside, reader.saved(f"HEAD:{self.inside}moderation"))

    def is_proved(self, version: str) -> bool:
        reader = ObjectReader(self.root)
        commit, before = reader.commit(version), reader.commit(f"{version}^")
        assert commit
        assert before
        return self.proving(reader).brought(commit, before.tree) is not None


@pytest.fixture(params=["", "housing/"], ids=["alone", "in a folder of a larger repository"])
def history(request: pytest.FixtureRequest, project: Path) -> History:
    made = History(project, request.param)
    made.commit(**{"moderation/policy.yaml": "people: []\n", "inspections/elm/notes.md": "Notes.\n"})
    return made


def test_acts_are_proved_one_after_the_other(history: History) -> None:
    acts = [history.act(inspection) for inspection in ("oak", "oak", "elm", "yew", "elm", "oak")]
    assert all(map(history.is_proved, acts))
    assert history.steps(proved=True) == history.steps(proved=False)


def test_a_signature_comes_with_its_record(history: History) -> None:
    signature = f"moderation/elm/records/{history.name()}.sig"
    assert history.is_proved(history.act("elm", **{signature: "Signed."}))
    assert history.steps(proved=True) == history.steps(proved=False)


def test_documents_and_replies_come_with_the_record_that_names_them(history: History) -> None:
    issued = tuple(IssuedDocument(name=name, digest="1" * 64) for name in ("letter.docx", "release.docx"))
    reported = Reported(by="gus", reply="2" * 64, code="A")
    told = encode(record("query", inspection="elm", issued=issued, reported=reported)).decode()
    papers = ("issued/letter.docx", "issued/release.docx", f"replies/{reported.name}")
    act = {f"moderation/elm/records/{history.name()}": told, **{f"moderation/elm/{path}": "Dear" for path in papers}}
    assert history.is_proved(history.commit(**act))
    assert history.is_proved(history.act("elm"))
    assert history.steps(proved=True) == history.steps(proved=False)


def test_nothing_is_proved_of_a_version_that_did_more_or_less(history: History) -> None:
    first = f"moderation/elm/records/{history.name()}"
    history.act("elm")
    others = [
        history.commit(**{"inspections/elm/notes.md": "Other notes.\n"}),
        history.act("elm", **{first: "Altered."}),
        history.act("elm", **{"inspections/elm/notes.md": "More notes.\n"}),
        history.act("elm", **{"moderation/elm/issued/letter.docx": "A letter."}),
        history.act("elm", **{"moderation/policy.yaml": "people: [ann]\n"}),
        history.act("elm", **{f"moderation/oak/records/{history.name()}": "At the same second."}),
        history.act("elm", **{first: None}),
        history.commit(**{f"moderation/elm/records/{history.name(3600)}": "Of a later time."}),
    ]
    assert not any(map(history.is_proved, others))
    history.act("elm")
    assert history.steps(proved=True) == history.steps(proved=False)


def test_versions_that_were_brought_together_are_asked_for(history: History) -> None:
    history.act("elm")
    history.git("branch", "other")
    history.act("elm")
    history.git("checkout", "-q", "other")
    history.act("oak")
    history.git("merge", "-q", "-m", "Both", "main")
    last = history.act("oak")
    assert history.is_proved(last)
    assert history.steps(proved=True) == history.steps(proved=False)
    assert any(len(step.changes) > 1 for step in history.steps(proved=True).values())


def test_after_many_wrong_guesses_git_is_asked_for_everything(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportkit.gitstore.records.proving._MOST_WRONG", 1)
    history.act("elm", **{"inspections/elm/notes.md": "More notes."})
    last = history.act("elm")
    reader = ObjectReader(history.root)
    commits = [reader.commit(name) for name in (f"{last}~2", f"{last}^", last)]
    proving = history.proving(reader)
    assert [bool(proving.brought(after, before.tree)) for before, after in pairwise(commits) if before and after] == [
        False,
        False,
    ]
    assert history.is_proved(last)

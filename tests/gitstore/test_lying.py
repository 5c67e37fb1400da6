from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.record_files_state import RecordFilesStateToCome
from reportkit.gitstore.records.store import GitRecordStore
from reportkit.moderation.verifying.unexpected_record_files import RecordFilesState
from tests.gitstore.recording import HOUSE, act, sign_off

Git = Callable[..., str]


@pytest.fixture
def store(project: Path) -> GitRecordStore:
    return GitRecordStore(project, HOUSE)


def _lying(project: Path, inside: str = "") -> RecordFilesState:
    saved = ObjectReader(project).saved(f"HEAD:{inside}moderation")
    return RecordFilesStateToCome(project / inside).result(saved)


def test_saved_files_are_told_with_their_kinds_and_only_what_differs_as_unsaved(
    store: GitRecordStore, project: Path
) -> None:
    store.append(act(store, sign_off(store)))
    (path,) = _lying(project).modes
    assert path == f"moderation/elm/records/{store.records('elm')[0].name}"
    assert _lying(project) == RecordFilesState(modes={path: "100644"}, unsaved={})
    (project / path).unlink()
    (project / "moderation/elm/issued").mkdir()
    (project / "moderation/elm/issued/letter.docx").write_text("A letter.")
    assert _lying(project).unsaved == {path: False, "moderation/elm/issued/letter.docx": True}


def test_a_project_in_a_folder_of_a_larger_repository_is_told_by_its_own_paths(
    store: GitRecordStore, project: Path, git: Git
) -> None:
    store.append(act(store, sign_off(store)))
    (project / "housing").mkdir()
    git("mv", "moderation", "housing/moderation")
    git("commit", "-q", "-m", "Into a folder")
    shutil.rmtree(project / "housing/moderation")
    told = _lying(project, "housing/")
    assert [*told.modes] == [*told.unsaved] == [f"moderation/elm/records/{Path(*told.modes).name}"]

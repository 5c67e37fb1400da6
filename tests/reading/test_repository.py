from __future__ import annotations

from pathlib import Path

import pytest

import reportkit
from reportkit.errors import Exit, Unreadable
from reportkit.inspection.repository import Inspectorate, Repository
from reportkit.reading.folder import FolderFiles
from reportkit.reading.repository import read_repository

GOOD = "format: 1\nrepository: 7c1f\ninspectorate:\n  name: Inspectorate\n  regions: [Northern]\n"


def read(folder: Path, text: str | bytes) -> Repository:
    (folder / "reportkit.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_repository(FolderFiles(folder))


def test_reportkit_yaml_is_read(tmp_path: Path) -> None:
    inspectorate = Inspectorate(name="Inspectorate", regions=("Northern",))
    assert read(tmp_path, GOOD) == Repository(format=1, repository="7c1f", inspectorate=inspectorate)


@pytest.mark.parametrize("version", ["0", "0.0.1", reportkit.__version__])
def test_a_version_that_is_not_newer_is_enough(version: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"{GOOD}requires: {version}\n").requires == version


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "format: 2\nnew-key: x\n",
            ("reportkit.yaml:1: was made by a newer reportkit (format 2); this one reads format 1. "
            "Install the newest reportkit."),
        ),
        (
            f"{GOOD}requires: 99.1\n",
            (f"reportkit.yaml:6: asks for reportkit 99.1 or newer; this is {reportkit.__version__}. "
            "Install the newest reportkit."),
        ),
        (
            "format: one\nrepository: x\ninspectorate: {name: N}\n",
            ("reportkit.yaml:1: `format` expects a whole number such as 21450. "
            "Write digits only, without commas or words."),
        ),
        (
            "- a\n",
            "reportkit.yaml:1: `key: value` lines are expected here. Write one on each line.",
        ),
        (
            "format: 1\ninspectorat: {}\n",
            ("reportkit.yaml:2: `inspectorat` is not a key of this file. Did you mean `inspectorate`?\n"
            "reportkit.yaml:1: `repository` is missing. Add `repository: …`.\n"
            "reportkit.yaml:1: `inspectorate` is missing. Add `inspectorate: …`."),
        ),
        (
            "format: [1\n",
            "reportkit.yaml:1: the list's brackets `[` and `]` do not match. Write it as `[one, two]`, on one line.",
        ),
    ],
)  # fmt: skip
def test_a_repository_that_is_not_ours_to_read_is_refused_by_name(text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, text)
    assert str(caught.value) == sentence
    assert caught.value.exit_code is Exit.REFUSED


def test_without_reportkit_yaml_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"reportkit\.yaml: cannot be read: it is not there"):
        read_repository(FolderFiles(tmp_path))

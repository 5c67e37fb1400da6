"""The final report, and what is agreed about it: none or all, whenever it is killed or the disk is full; and once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from reportkit.gitstore.records import append
from tests.cli.aftermath import (
    Act,
    each_step,
    failing_at_each,
    ground_of,
    killed_at_each,
    takes_room,
)
from tests.cli.at_once import (
    both_type,
    nothing_that_the_place_turns_down,
    nothing_without_the_place,
    recorded_there,
    two_copies,
)
from tests.cli.conftest import Process
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import OUT, WITHHELD, Press

PUBLISH = Act("gus", ("publish", SLUG, "--today", OUT), "The report was published already", shared_first=True)
RECORDED = "This is recorded already: "
REINSPECT = Act("gus", ("reinspect", SLUG, "--on", "2004-09-06", "--with", "J. Ford", "--today", OUT), RECORDED)
DISCUSS = Act("flo", ("moderate", "odpm-discussion", SLUG, "--on", OUT, "--note", "So.", "--today", OUT), RECORDED)
CLEAR = Act("flo", ("moderate", "clear", SLUG, WITHHELD, "--for", "report", "--today", OUT), RECORDED)


@pytest.fixture
def ground(told_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Where an act is tried."""
    return partial(ground_of, told_once, tmp_path, capsys, monkeypatch)


@pytest.mark.trial
def test_killed_at_any_step_the_report_is_published_or_not(ground) -> None:
    killed_at_each(ground(shared=True), PUBLISH, each_step)


@pytest.mark.trial
def test_on_a_full_disk_the_report_is_published_or_not(ground) -> None:
    failing_at_each(ground(shared=True), PUBLISH, takes_room)


@pytest.mark.trial
def test_killed_at_any_step_a_re_inspection_is_agreed_with_its_folder_or_not(ground) -> None:
    killed_at_each(ground(shared=True), REINSPECT, each_step)


@pytest.mark.trial
def test_killed_at_any_step_the_talk_with_the_odpm_is_noted_once_or_not(ground) -> None:
    killed_at_each(ground(shared=True), DISCUSS, each_step)


@pytest.mark.trial
def test_killed_at_any_step_a_finding_is_cleared_once_or_not(ground) -> None:
    killed_at_each(ground(shared=True), CLEAR, each_step)


@pytest.mark.trial
def test_on_a_full_disk_a_re_inspection_is_agreed_with_its_folder_or_not(ground) -> None:
    failing_at_each(ground(shared=True), REINSPECT, takes_room)


@pytest.fixture
def clones(told_once: Path, tmp_path: Path, monkeypatch, capsys) -> dict[str, Press]:
    """Two people's copies of one shared place."""
    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: None)
    return two_copies(told_once, tmp_path, lambda root: Press(root, monkeypatch, capsys))


def test_of_two_who_publish_at_the_same_moment_one_does(
    clones: dict[str, Press], process: Process, tmp_path: Path
) -> None:
    _, told = both_type(clones, process, *PUBLISH.words)
    assert PUBLISH.again in told.err
    assert len(recorded_there(tmp_path, "published")) == 1


def test_without_the_shared_place_no_report_is_published(clones: dict[str, Press], tmp_path: Path) -> None:
    nothing_without_the_place(clones["gus"], tmp_path, PUBLISH)


def test_a_shared_place_that_takes_nothing_leaves_nothing_here(clones: dict[str, Press], tmp_path: Path) -> None:
    nothing_that_the_place_turns_down(clones["gus"], tmp_path, PUBLISH)


@pytest.mark.parametrize("step", ["_write", "swap"])
@pytest.mark.parametrize("act", [PUBLISH, REINSPECT], ids=["publish", "reinspect"])
def test_a_fault_before_the_version_is_there_leaves_nothing(
    told: Press, monkeypatch: pytest.MonkeyPatch, act: Act, step: str
) -> None:
    before = told.state()
    with monkeypatch.context() as patch:
        patch.setattr(append, step, _fails)
        assert told.at(act.person)("--no-input", *act.words).code == 4
    assert told.at(act.person)("status").code == 0
    assert told.state() == before


@pytest.mark.parametrize("act", [PUBLISH, REINSPECT], ids=["publish", "reinspect"])
def test_a_fault_after_it_is_mended_by_the_next_act(told: Press, monkeypatch: pytest.MonkeyPatch, act: Act) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(append, "place", _fails)
        done = told.at(act.person)("--no-input", *act.words)
        assert "It is recorded, but its files are not in your folder yet" in done.err
    assert done.code == 0
    told.does("flo", "odpm-discussion", "--on", OUT, "--note", "They know.", day=OUT)
    assert told.git("status", "--porcelain") in ("", "?? out/\n")


def _fails(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")

"""LibreOffice makes PDF copies in a folder of its own, and nothing of the user's is in its reach."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.errors import Trouble
from reportkit.office.libreoffice import convert_to_pdf, find_libreoffice
from reportkit.publications.letters import letter
from reportkit.word.write import write
from tests.publications.scores import ISSUER, announcement, shipped

HOUSE = Path(__file__).parents[2] / "templates" / "house.docx"

# What LibreOffice does where it cannot make a folder of its own in $TMPDIR; then a PDF of each document that is there.
STAND_IN = r"""#!/bin/sh
rm -rf "${TMPDIR:?}"/* "${TMP:?}"/* "${TEMP:?}"/*
printf '%s\n' "$HOME" "$TMPDIR" "$TMP" "$TEMP" > "$RECORD"
for word in "$@"; do
    case "$word" in
    -env:UserInstallation=file://*) printf '%s\n' "${word#-env:UserInstallation=file://}" >> "$RECORD" ;;
    *.docx) test -f "$word" && printf '%%PDF-1.7\n/StructTreeRoot\n%%%%EOF\n' > "$(basename "$word" .docx).pdf" ;;
    esac
done
"""

MakeProgram = Callable[[str], str]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's temporary folder, with a file in it. Nothing that a stand-in empties is outside it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    (folder / "notes.txt").write_text("A day's work.\n", encoding="utf-8")
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def make_program(tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> MakeProgram:
    """`make_program(script)` puts a stand-in for LibreOffice on PATH and returns its full path."""
    monkeypatch.setenv("RECORD", str(tmp_path / "record.txt"))

    def make(script: str) -> str:
        programs = tmp_path / "programs"
        programs.mkdir()
        program = programs / "soffice"
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
        return str(program)

    return make


def seen_by(program: str) -> list[Path]:
    """Return the folders that a run of the stand-in was given: home, the three temporary folders, profile."""
    record = Path(program).parents[1] / "record.txt"
    return [Path(line) for line in record.read_text(encoding="utf-8").splitlines()]


def only_the_notes(temporary: Path) -> bool:
    return [path.name for path in temporary.iterdir()] == ["notes.txt"]


def test_a_libreoffice_that_empties_its_temporary_folder_leaves_the_users_alone(make_program, temporary: Path) -> None:
    made = convert_to_pdf(make_program(STAND_IN), {"letter.docx": b"PK"})
    assert list(made) == ["letter.pdf"]
    assert only_the_notes(temporary)


def test_home_temporary_folder_and_profile_are_in_one_folder_that_is_the_runs_own(
    make_program, temporary: Path
) -> None:
    program = make_program(STAND_IN)
    convert_to_pdf(program, {"letter.docx": b"PK"})
    home, tmpdir, tmp, temp, profile = seen_by(program)
    assert tmpdir == tmp == temp
    assert len({home, tmpdir, profile}) == 3
    assert {home.parent, tmpdir.parent, profile.parent} == {home.parent}
    assert home.parent.parent == temporary


def test_two_runs_share_no_folder(make_program) -> None:
    program = make_program(STAND_IN)
    convert_to_pdf(program, {"letter.docx": b"PK"})
    first = seen_by(program)
    convert_to_pdf(program, {"letter.docx": b"PK"})
    assert set(first).isdisjoint(seen_by(program))


def test_the_rest_of_the_environment_is_the_users(
    make_program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    convert_to_pdf(make_program('#!/bin/sh\necho "$LANG" > "$RECORD"\n'), {"letter.docx": b"PK"})
    assert (tmp_path / "record.txt").read_text(encoding="utf-8") == "en_GB.UTF-8\n"


@pytest.mark.parametrize("installed", [None, *filter(None, [find_libreoffice()])])
def test_a_letter_becomes_a_tagged_pdf(make_program, temporary: Path, installed: str | None) -> None:
    """Made by the stand-in; and, where LibreOffice is installed, by LibreOffice too."""
    program = installed or make_program(STAND_IN)
    data = write(letter(announcement(), "odpm", ISSUER, shipped()), HOUSE.read_bytes())
    ((name, made),) = convert_to_pdf(program, {"letter.docx": data}).items()
    assert (name, made[:5], b"/StructTreeRoot" in made) == ("letter.pdf", b"%PDF-", True)
    assert only_the_notes(temporary)


def test_a_tagged_pdf_is_asked_for(make_program, tmp_path: Path) -> None:
    convert_to_pdf(make_program('#!/bin/sh\nprintf "%s\\n" "$@" > "$RECORD"\n'), {"letter.docx": b"PK"})
    words = (tmp_path / "record.txt").read_text(encoding="utf-8").splitlines()
    option = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    assert words[words.index("--convert-to") + 1] == f"pdf:writer_pdf_Export:{option}"


def test_a_run_that_fails_makes_none_and_leaves_nothing(make_program, temporary: Path) -> None:
    program = make_program('#!/bin/sh\nrm -rf "${TMPDIR:?}"/* "${TMPDIR:?}"\nexit 77\n')
    assert convert_to_pdf(program, {"letter.docx": b"PK"}) == {}
    assert only_the_notes(temporary)


@pytest.mark.parametrize("written", ["", "%PDF-1.7", "<html>%%EOF"], ids=["empty", "cut off", "something else"])
def test_a_file_that_is_no_whole_pdf_is_none(make_program, written: str) -> None:
    script = STAND_IN.replace(r"%%PDF-1.7\n/StructTreeRoot\n%%%%EOF\n", written.replace("%", "%%"))
    assert convert_to_pdf(make_program(script), {"letter.docx": b"PK"}) == {}


@pytest.fixture
def wait_ends_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[type[BaseException]], None]:
    """`wait_ends_with(error)` raises it from the wait for a program, once that has written its record."""
    record, communicate = tmp_path / "record.txt", subprocess.Popen.communicate

    def end_with(error: type[BaseException]) -> None:
        def wait(process: subprocess.Popen[bytes], timeout: float | None = None) -> tuple[bytes, bytes]:
            if timeout is None:
                return communicate(process)
            while not (record.exists() and record.read_text(encoding="utf-8").endswith("\n")):
                time.sleep(0.01)
            raise error(process.args, timeout)

        monkeypatch.setattr(subprocess.Popen, "communicate", wait)

    return end_with


LONG = '#!/bin/sh\n(sleep 20; touch "$RECORD.late") &\necho $! > "$RECORD"\nwait\n'


def test_a_run_that_takes_too_long_is_ended_with_the_programs_that_it_started(
    make_program, wait_ends_with, temporary: Path, tmp_path: Path
) -> None:
    wait_ends_with(subprocess.TimeoutExpired)
    assert convert_to_pdf(make_program(LONG), {"letter.docx": b"PK"}) == {}
    assert only_the_notes(temporary)
    assert was_ended(tmp_path / "record.txt")


def test_ctrl_c_ends_the_run_with_the_programs_that_it_started(
    make_program, wait_ends_with, temporary: Path, tmp_path: Path
) -> None:
    wait_ends_with(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        convert_to_pdf(make_program(LONG), {"letter.docx": b"PK"})
    assert only_the_notes(temporary)
    assert was_ended(tmp_path / "record.txt")


def was_ended(record: Path) -> bool:
    """Return whether the program that the long run started has ended, and not because its own time was over."""
    return has_ended(int(record.read_text(encoding="utf-8"))) and not record.with_name("record.txt.late").exists()


def has_ended(number: int) -> bool:
    """Return whether a process takes no signal, or only waits to be collected by the system."""
    for _ in range(500):
        if state_of(number) in "XZ":
            return True
        time.sleep(0.01)
    return False


def state_of(number: int) -> str:
    """Return the letter of a process's state on Linux, X once it has ended; R on other systems."""
    try:
        os.kill(number, 0)
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0]
    except ProcessLookupError:
        return "X"
    except FileNotFoundError:
        return "R"


def test_a_program_that_cannot_be_started_makes_none(tmp_path: Path, temporary: Path) -> None:
    assert convert_to_pdf(str(tmp_path / "nowhere"), {"letter.docx": b"PK"}) == {}
    assert only_the_notes(temporary)


@pytest.mark.parametrize("step", ["tempfile.mkdtemp", "pathlib.Path.mkdir", "pathlib.Path.write_bytes"])
def test_without_room_for_its_folder_libreoffice_is_not_started_and_one_sentence_says_why(
    make_program, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    program = make_program(STAND_IN)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", str(temporary))

    monkeypatch.setattr(step, full)
    with pytest.raises(Trouble) as raised:
        convert_to_pdf(program, {"letter.docx": b"PK"})
    monkeypatch.undo()
    assert str(raised.value) == (
        f"{temporary}: LibreOffice could not be given a folder for its work: No space left on device."
        " Make room there, or name a folder on another disk in TMPDIR, and try again."
    )
    assert only_the_notes(temporary)
    assert not (tmp_path / "record.txt").exists()


def test_libreoffice_is_found_on_path(make_program) -> None:
    program = make_program(STAND_IN)
    assert find_libreoffice() == program


def test_libreoffice_is_found_where_windows_keeps_it_and_never_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "LibreOffice/program/soffice.exe"
    program.parent.mkdir(parents=True)
    program.write_text("", encoding="utf-8")
    beside = tmp_path / "soffice"
    beside.write_text("#!/bin/sh\n", encoding="utf-8")
    beside.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_libreoffice() == str(program)

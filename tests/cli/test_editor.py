from __future__ import annotations

import sys

import pytest

from reportkit.cli.editor import editor_command, open_in_editor


def having(*programs: str):
    return lambda name: f"/bin/{name}" if name in programs else None


@pytest.mark.parametrize(
    ("environment", "system", "programs", "command"),
    [
        ({"VISUAL": "emacs -nw", "EDITOR": "vi"}, "posix", ("code",), ["emacs", "-nw"]),
        ({"EDITOR": "vi"}, "posix", ("code",), ["vi"]),
        ({"EDITOR": r'"C:\Program Files\Edit\edit.exe" /w'}, "nt", (), [r"C:\Program Files\Edit\edit.exe", "/w"]),
        ({}, "posix", ("code", "nano"), ["/bin/code", "--wait"]),
        ({}, "posix", ("nano",), ["/bin/nano"]),
        ({}, "nt", ("notepad",), ["/bin/notepad"]),
        ({}, "posix", (), None),
    ],
)
def test_the_persons_own_editor_comes_first(environment, system, programs, command):
    assert editor_command(environment, system, having(*programs)) == command


def test_an_editor_named_by_its_path_alone_may_have_spaces_in_it(tmp_path):
    program = tmp_path / "my editor"
    program.touch()
    assert editor_command({"EDITOR": str(program)}, "nt", having()) == [str(program)]


def test_the_editor_gets_the_file(tmp_path, monkeypatch):
    file = tmp_path / "finding.md"
    file.touch()
    script = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('written')"
    monkeypatch.setenv("VISUAL", f'{sys.executable} -c "{script}"')
    assert open_in_editor(file) == ""
    assert file.read_text() == "written"


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("/no/such/editor", "could not be started"),
        ("'", "could not be started"),
        (f'{sys.executable} -c "raise SystemExit(3)"', "ended with code 3"),
    ],
)
def test_an_editor_that_fails_is_said(tmp_path, monkeypatch, editor, said):
    monkeypatch.setenv("VISUAL", editor)
    assert said in open_in_editor(tmp_path / "x")


def test_without_any_editor_it_says_how_to_name_one(tmp_path, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert open_in_editor(tmp_path / "x") == "no editor was found; EDITOR names one"

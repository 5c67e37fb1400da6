from __future__ import annotations

import shlex
import subprocess

import pytest


@pytest.fixture
def tab(project, homes, reportkit, process):
    """Press Tab after these words; the last may be begun, or empty."""
    reportkit("new", "harbour", "--kind", "almo", "--authority", "X")
    reportkit("add", "finding", "homes", "late", "--title", "T", "--kind", "strength")
    reportkit("add", "evidence", "homes", "visit", "--title", "T", "--kind", "document")

    def press(*words: str, of: str = "bash", folder=project) -> list[str]:
        environment = {
            **process.environment,
            "_REPORTKIT_COMPLETE": f"{of}_complete",
            "COMP_WORDS": " ".join(("reportkit", *words)),
            "COMP_CWORD": words[-1] if of == "fish" else str(len(words)),
        }
        done = subprocess.run(process.command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
        assert done.stderr == ""
        return [line for line in done.stdout.splitlines() if line]

    return press


def test_commands_complete_in_bash(tab):
    assert tab("ex") == ["plain,explain"]


def test_inspections_complete_in_bash(tab):
    assert tab("check", "h") == ["plain,harbour", "plain,homes"]


def test_acts_and_inspections_complete_after_moderate(tab):
    assert tab("moderate", "h") == ["plain,harbour", "plain,homes"]
    assert tab("moderate", "su") == ["plain,submit"]
    assert tab("moderate", "sign-off", "ho") == ["plain,homes"]


@pytest.mark.parametrize("command", ["indicators", "questionnaire"])
def test_inspections_and_import_complete_after_the_commands_that_bring_something_in(tab, command):
    assert tab(command, "h") == ["plain,harbour", "plain,homes"]
    assert tab(command, "im") == ["plain,import"]
    assert tab(command, "import", "ho") == ["plain,homes"]


def test_findings_complete_after_their_inspection(tab):
    assert tab("check", "homes", "l") == ["plain,late"]


def test_findings_complete_inside_an_inspections_folder(tab, homes):
    assert tab("check", "l", folder=homes) == ["plain,late"]


def test_choices_of_options_complete(tab):
    assert tab("add", "finding", "homes", "--question", "P") == ["plain,P1", "plain,P2", "plain,P3"]
    assert tab("add", "finding", "homes", "--evidence", "v") == ["plain,visit"]
    assert tab("add", "finding", "homes", "--themes", "access,d") == ["plain,access,diversity"]


def test_a_query_s_finding_completes(tab):
    assert tab("moderate", "query", "homes", "--about", "l") == ["plain,late"]


def test_rules_complete(tab):
    assert tab("explain", "d0")[0] == "plain,D01"


@pytest.mark.parametrize("shell", ["zsh", "powershell"])
def test_inspections_complete_in_zsh_and_powershell(tab, shell):
    assert tab("check", "har", of=shell) == ["plain", "harbour", "_"]


def test_inspections_complete_in_fish(tab):
    assert tab("check", "har", of="fish") == ["plain,harbour"]


def test_what_an_id_means_is_told_where_the_shell_can_show_it(tab):
    assert tab("add", "evidence", "homes", "--kind", "docu", of="powershell") == [
        "plain",
        "document",
        "A document read",
    ]


def test_outside_a_project_nothing_completes_and_nothing_is_said(tab, tmp_path_factory):
    assert tab("check", "h", folder=tmp_path_factory.mktemp("elsewhere")) == []
    assert tab("add", "finding", "--evidence", "v", folder=tmp_path_factory.mktemp("elsewhere")) == []


def test_the_tab_key_reads_no_file_of_an_inspection(tab, homes):
    (homes / "inspection.yaml").write_text("[", encoding="utf-8")
    (homes / "findings" / "late.md").write_bytes(b"\xff")
    assert tab("check", "homes", "l") == ["plain,late"]


@pytest.mark.parametrize(
    ("shell", "part"),
    [
        ("bash", "complete -o nosort -F _reportkit_completion reportkit"),
        ("zsh", "#compdef reportkit"),
        ("fish", "complete --no-files --command reportkit"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName reportkit"),
    ],
)
def test_each_shell_has_its_script_and_a_line_that_sets_it_up(reportkit, shell, part):
    script = reportkit("completion", shell)
    assert script.code == 0
    assert part in script.out
    assert "_REPORTKIT_COMPLETE" in script.out
    assert f"reportkit completion {shell}" in reportkit("completion", shell, "--how").out


def test_the_shell_one_is_in_is_found(reportkit, monkeypatch):
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert "completion zsh" in reportkit("completion", "--how").out
    monkeypatch.delenv("SHELL")
    monkeypatch.setenv("PSModulePath", "x")
    assert "completion powershell" in reportkit("completion", "--how").out
    monkeypatch.delenv("PSModulePath")
    assert reportkit("completion").code == 2


def test_a_shell_that_click_does_not_know_is_refused(reportkit, monkeypatch):
    monkeypatch.setattr("reportkit.cli.completion.get_completion_class", lambda _shell: None)
    assert "no completion for powershell" in reportkit("completion", "powershell").err


def test_bash_itself_completes_with_the_script(tab, reportkit, project, process):
    program = project / "bin" / "reportkit"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.join(process.command)} "$@"\n')
    program.chmod(0o755)
    script = reportkit("completion", "bash").out
    ask = 'COMP_WORDS=(reportkit check har); COMP_CWORD=2; _reportkit_completion reportkit; echo "${COMPREPLY[@]}"'
    environment = {**process.environment, "PATH": f"{program.parent}:{process.environment['PATH']}"}
    bash = ["bash", "--norc", "-c", f"{script}\n{ask}"]
    done = subprocess.run(bash, cwd=project, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "harbour\n"

"""One command at a real terminal: it asks, opens the editor and says what it wrote."""

from __future__ import annotations

import os
import pty
import subprocess

from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection


def until(terminal: int, words: str) -> str:
    """Return what the terminal shows, up to these words."""
    shown = ""
    while words not in shown:
        shown += os.read(terminal, 4096).decode()
    return shown


def answer(terminal: int, question: str, words: str) -> None:
    until(terminal, question)
    os.write(terminal, f"{words}\n".encode())


def test_a_finding_is_asked_for_written_and_opened_in_the_editor(project, homes, process):
    terminal, end = pty.openpty()
    environment = {**process.environment, "VISUAL": "echo edited"}
    command = [*process.command, "add", "finding", "homes", "--ask"]
    running = subprocess.Popen(command, stdin=end, stdout=end, stderr=end, env=environment)
    os.close(end)
    answer(terminal, "What was found, in a sentence: ", "Repairs: late")
    answer(terminal, "Enter leaves it out): ", "2.2")
    answer(terminal, "Enter leaves it out): ", "2")
    answer(terminal, "Number or name: ", "weakness")
    answer(terminal, "Enter leaves it out): ", "high")
    answer(terminal, "Enter leaves it out): ", "")
    answer(terminal, "What does it mean for tenants (Enter leaves it out): ", "They wait.")
    shown = until(terminal, "`reportkit check` says what it still needs.")
    assert running.wait() == 0
    os.close(terminal)
    assert "inspections/homes/findings/repairs-late.md" in shown
    assert f"edited {homes / 'findings' / 'repairs-late.md'}" in shown
    inspection = read_inspection(FolderFiles(project), "homes").inspection
    assert inspection is not None
    finding = inspection.findings[0]
    assert (finding.title, finding.question, finding.area) == ("Repairs: late", "2.2", "rent")
    assert (finding.kind, finding.weight, finding.by) == ("weakness", "high", None)

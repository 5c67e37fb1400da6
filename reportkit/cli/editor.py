"""The editor for a new file's text: the person's own, else VS Code, else what the system has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

Which = Callable[[str], str | None]


def editor_command(environment: Mapping[str, str], system: str, which: Which) -> list[str] | None:
    """Return the program and its arguments, to which the file is added; None where there is none.

    `system` is os.name: "nt" for Windows, whose paths hold backslashes that are not escapes.
    """
    own = environment.get("VISUAL") or environment.get("EDITOR")
    if own:
        return _split(own, system)
    code = which("code")
    if code:
        return [code, "--wait"]
    last = which("notepad" if system == "nt" else "nano")
    return [last] if last else None


def _split(command: str, system: str) -> list[str]:
    if system != "nt":
        return shlex.split(command)
    if Path(command).is_file():
        return [command]
    return [word.strip('"') for word in shlex.split(command, posix=False)]


def open_in_editor(path: Path) -> str:
    """Open a file and wait until the editor is closed. Returns "" or, where that failed, why in a few words."""
    try:
        command = editor_command(os.environ, os.name, shutil.which)
        if not command:
            return "no editor was found; EDITOR names one"
        code = subprocess.run([*command, str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        return f"the editor could not be started ({error})"
    return f"the editor ended with code {code}" if code else ""

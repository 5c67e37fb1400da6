"""One person's laptop as a process of its own: for each line that it reads it runs a command, and tells how it ended.

Started as `python -m tests.cli.moderate.laptop FOLDER`, with the person's Git settings in the environment.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from reportkit.cli.main import run


class Laptop:
    """A laptop seen from outside: `starts` a command, and `ends` with what came of it."""

    def __init__(self, root: Path, settings: Path) -> None:
        command = [sys.executable, "-m", __name__, str(root)]
        self._process = subprocess.Popen(
            command,
            env={**os.environ, "GIT_CONFIG_GLOBAL": str(settings)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def starts(self, *words: str) -> None:
        """Begin a command, and do not wait for it."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps(words)}\n")
        self._process.stdin.flush()

    def ends(self) -> dict[str, Any]:
        """Return the command's exit `code`, and what it `told`."""
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def closes(self) -> None:
        """The laptop is shut, and its process gone."""
        self._process.communicate()


def answered(root: str, words: Sequence[str]) -> dict[str, Any]:
    """Run one command, with everything that it says kept."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run(["-C", root, "--no-input", *words])
    return {"code": int(code), "told": said.getvalue()}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answered(sys.argv[1], json.loads(line))), flush=True)  # noqa: T201  this is its answer

"""Run one of the programs of .venv, on any system: `python3 tools/run.py ruff check .`."""

from __future__ import annotations

import subprocess
import sys

from set_up import PYTHON, ROOT


def main(words: list[str]) -> None:
    """Run a program and its words in the project's folder, and end with its exit code."""
    if not words:
        sys.exit("Name a program of .venv: python3 tools/run.py ruff check .")
    path = PYTHON.with_name(words[0] + PYTHON.suffix)
    if not path.is_file():
        sys.exit(f"There is no {words[0]} in .venv. Set it up: python3 tools/set_up.py tests")
    sys.exit(subprocess.run([str(path), *words[1:]], cwd=ROOT, check=False).returncode)


if __name__ == "__main__":
    main(sys.argv[1:])

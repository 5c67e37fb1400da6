"""Set up .venv from lock files: the same on every machine, each download checked by its hash.

    python3 tools/set_up.py          what `reportkit` needs, and what installs it from this folder
    python3 tools/set_up.py tests    what its tests need as well

Only the standard library is used, because this runs before anything is installed. A second run with
nothing changed does nothing.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"": ("requirements.lock", "requirements-build.lock"), "tests": ("requirements-tests.lock",)}
OLDEST = (3, 11)


def main(wanted: str) -> None:
    """Make .venv and put in it what the lock files name, unless that is done already."""
    if sys.version_info < OLDEST:
        sys.exit(f"reportkit needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    stamp, state = VENV / f"ready{wanted and '-' + wanted}", _state(wanted)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == state and PYTHON.exists():
        return
    print("Setting up .venv (once; about a minute) …", file=sys.stderr, flush=True)
    pip = _pip_of(_new_environment())
    # The locks name everything, so nothing is resolved anew: pip would take the newest release of what is asked
    # for with an extra, and then stop at its missing hash.
    locks = [word for name in LOCKS[wanted] for word in ("--requirement", str(ROOT / name))]
    _run([*pip, "install", "--quiet", "--no-deps", "--require-hashes", *locks])
    _run([*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    stamp.write_text(state, encoding="utf-8")


def _state(wanted: str) -> str:
    """Return a digest of what .venv must agree with: the lock files, and how the program itself is installed."""
    files = (*LOCKS[wanted], "pyproject.toml")
    return hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in files)).hexdigest()


def _new_environment() -> bool:
    """Make .venv where it is not there yet. Returns whether it has a pip of its own."""
    if not PYTHON.exists() and _fails([sys.executable, "-m", "venv", str(VENV)]):
        # Debian's python3 without python3-venv: no ensurepip, so the outer pip works on the inner Python.
        _run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)])
    return not _fails([str(PYTHON), "-m", "pip", "--version"])


def _pip_of(has_its_own: bool) -> list[str]:  # noqa: FBT001  one question, one caller
    if has_its_own:
        return [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]
    if _fails([sys.executable, "-m", "pip", "--version"]):
        sys.exit("This Python has neither ensurepip nor pip. Install python3-venv or python3-pip, then try again.")
    return [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(PYTHON)]


def _fails(command: list[str]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode != 0


def _run(command: list[str]) -> None:
    code = subprocess.run(command, check=False).returncode
    if code:
        sys.exit(f"Setting up stopped at: {' '.join(command)}. What is above says why; then try again.")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")

"""The one place that runs `ssh-keygen`: found by its full path, never by a setting, and never left waiting."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path

from reportkit.errors import Trouble
from reportkit.gitstore.git_program import Finished
from reportkit.programs import find_program

PATIENCE = 120.0  # seconds; a security key waits some thirty for its touch, and a passphrase has to be typed


class Passphrase(Enum):
    """The permission to ask for a key's passphrase, at the terminal that the person sees."""

    NEVER_ASKED = "never"
    ASKED_AT_TERMINAL = "terminal"


# What would ask in a window.
_DROPPED = frozenset({"DISPLAY", "WAYLAND_DISPLAY", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE"})
_OURS = {"LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"}


def run_keygen(
    folder: Path, words: Sequence[str], *, given: bytes = b"", passphrase: Passphrase = Passphrase.NEVER_ASKED
) -> Finished:
    """Run ssh-keygen in `folder` to its end. `given` is what it reads, unless it may ask for a passphrase.

    Raises Trouble where there is no ssh-keygen, or where it does not end in time.
    """
    with _start(folder, words, passphrase) as process:
        try:
            output, said = process.communicate(given if process.stdin else None, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            _end(process)
            raise _too_long() from None
        except BaseException:  # such as Ctrl-C: it must not go on alone
            _end(process)
            raise
    return Finished(process.returncode, output, said.decode("utf-8", "replace").strip())


def _start(folder: Path, words: Sequence[str], passphrase: Passphrase) -> subprocess.Popen[bytes]:
    asks, program = passphrase is Passphrase.ASKED_AT_TERMINAL, find_keygen()
    try:
        return subprocess.Popen(
            [program, *words],
            cwd=folder,
            env=windowless_environment(os.environ),
            stdin=None if asks else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=not asks,  # without a terminal of its own, it has nowhere to ask
            creationflags=0 if asks else _without_console(),
        )
    except OSError as error:
        raise Trouble(
            f"{program} could not be started ({error.strerror})", remedy="Install OpenSSH's client again."
        ) from None


def find_keygen() -> str:
    """Return the program's full path. Raises Trouble, with where to get it, where there is none."""
    git = find_program("git")
    found = find_program("ssh-keygen") or (in_git_for_windows(Path(git)) if git else None)
    if found is None:
        raise Trouble(
            "The program ssh-keygen, which signs, is not on this computer, or not on its PATH",
            remedy="Install OpenSSH's client (with Git for Windows it comes along), then open a new terminal.",
        )
    return found


def in_git_for_windows(git: Path) -> str | None:
    """Return the ssh-keygen that Git for Windows brings, which it does not put on the PATH; `git` is its git.exe."""
    places = (folder / "usr" / "bin" / "ssh-keygen.exe" for folder in git.parents)
    return next((str(place) for place in places if place.is_file()), None)


def windowless_environment(surroundings: Mapping[str, str]) -> dict[str, str]:
    """Return the user's environment, with their agent, and without whatever would ask in a window."""
    kept = {name: value for name, value in surroundings.items() if not name.startswith("GIT_")}
    return {name: value for name, value in kept.items() if name not in _DROPPED} | _OURS


def _without_console() -> int:
    if sys.platform == "win32":
        return subprocess.DETACHED_PROCESS
    return 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it, politely first: it gives the terminal its echo back."""
    process.terminate()
    try:
        process.wait(timeout=2)
    except subprocess.TimeoutExpired:
        process.kill()


def _too_long() -> Trouble:
    return Trouble(
        f"ssh-keygen gave no answer within {PATIENCE:.0f} seconds",
        remedy="If a security key or an agent waits for you, touch or confirm it, and try again.",
    )

"""The facts that the doctor judges: what is on this computer, and where the work is done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from reportkit.actions.doctor_checks import Machine
from reportkit.actions.sync_folders import sync_service
from reportkit.errors import ReportkitError, Trouble, WrongUse
from reportkit.gitstore.git_facts import about_git, about_repository
from reportkit.gitstore.lock_files import find_locks
from reportkit.gitstore.signatures.keygen import find_keygen
from reportkit.office.libreoffice import find_libreoffice
from reportkit.programs import find_program
from reportkit.reading.root import find_root

_PATIENCE = 3  # seconds that an SSH agent is given to answer


def gather(start: Path) -> Machine:
    """Return the facts about this computer and the folder. Changes nothing. Raises WrongUse for no folder."""
    if not start.is_dir():
        raise WrongUse("There is no such folder", where=str(start))
    root = _root(start)
    work = root or start.resolve()
    git = about_git(work)
    return Machine(
        python=sys.version_info[:2],
        git=git,
        repository=about_repository(root) if git and root else None,
        root=root,
        format_trouble=_format_trouble(root) if root else "",
        house_troubles=_house_troubles(root) if root else (),
        keys=tuple(sorted(str(path) for path in (Path.home() / ".ssh").glob("*.pub"))),
        agent_keys=_agent_keys(),
        ssh_keygen=_ssh_keygen(),
        office=find_libreoffice(),
        sync_folder=sync_service(work, os.environ),
        long_paths=_long_paths(),
        writable=_writable(work),
        free=shutil.disk_usage(work).free,
        locks=find_locks(root) if git and root else (),
        judges_strictly=_judges_strictly(root) if root else True,
    )


def _root(start: Path) -> Path | None:
    try:
        return find_root(start)
    except ReportkitError:
        return None


def _house_troubles(root: Path) -> tuple[str, ...]:
    from reportkit.actions.templates import house  # templates are heavy
    from reportkit.word.check_house import check_house  # Word is heavier

    try:
        return check_house(house(root))
    except ReportkitError as error:
        return (str(error),)


def _format_trouble(root: Path) -> str:
    from reportkit.reading.folder import FolderFiles  # reading YAML is heavy
    from reportkit.reading.repository import read_repository

    try:
        read_repository(FolderFiles(root))
    except ReportkitError as error:
        return str(error)
    return ""


def _judges_strictly(root: Path) -> bool:
    """Return whether policy.yaml has records judged strictly; one that cannot be read is told elsewhere."""
    from reportkit.reading.folder import FolderFiles
    from reportkit.reading.policy import read_policy

    try:
        return read_policy(FolderFiles(root)).is_strict
    except ReportkitError:
        return True


def _agent_keys() -> int:
    """Return how many keys an SSH agent holds; 0 where there is no agent or it does not answer."""
    program = find_program("ssh-add")
    if program is None:
        return 0
    try:
        listed = subprocess.run(
            [program, "-l"], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    return 0 if listed.returncode else len(listed.stdout.splitlines())


def _ssh_keygen() -> str | None:
    try:
        return find_keygen()
    except Trouble:
        return None


def _long_paths() -> bool | None:
    """Return whether Windows allows long paths; None on other systems."""
    if sys.platform == "win32":
        import winreg  # only Windows has it

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
                return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
        except OSError:
            return False
    return None


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".reportkit-"):
            return True
    except OSError:
        return False

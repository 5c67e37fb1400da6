"""The checks of this computer, each judged from facts gathered before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Literal

from msgspec import Struct

from reportkit.gitstore.git_facts import GitFacts, RepositoryFacts
from reportkit.gitstore.lock_files import LockFile

State = Literal["fine", "to do", "stops work"]

_LONG_PATHS = "`git config --global core.longpaths true`"


class Machine(Struct, frozen=True, kw_only=True):
    """The facts. Paths are None where the program is not there.

    `root` is the working repository's folder, None outside one; `keys` are the public SSH keys in
    the home folder, `agent_keys` how many an agent holds; `long_paths` whether Windows allows paths
    of more than 260 characters (None elsewhere); `format_trouble` says why reportkit.yaml cannot be
    read, `house_troubles` what is wrong with the house file, a sentence each; `writable` whether a
    file could be made where the work is done, `free` the bytes left there; `locks` are what Git programs hold here and
    in the shared folder, or left behind. `judges_strictly` says whether policy.yaml, where there is one that can be
    read, has records judged strictly.
    """

    python: tuple[int, int]
    git: GitFacts | None
    repository: RepositoryFacts | None
    root: PurePath | None
    format_trouble: str
    house_troubles: tuple[str, ...]
    keys: tuple[str, ...]
    agent_keys: int
    ssh_keygen: str | None
    office: str | None
    sync_folder: str | None
    long_paths: bool | None
    writable: bool
    free: int
    locks: tuple[LockFile, ...] = ()
    judges_strictly: bool


class Advice(Struct, frozen=True):
    """The outcome of one check: what it looked at, how it is, and what to do where it is not fine."""

    name: str
    state: State
    what: str
    do: str = ""

    def __str__(self) -> str:
        return f"{self.state:<11}{self.what}.{' ' if self.do else ''}{self.do}"


Check = Callable[[Machine], Advice]

_OLDEST_GIT = (2, 28)
_MUCH = 200 * 1024 * 1024


def look_over(machine: Machine) -> tuple[Advice, ...]:
    """Return every check's outcome, in the order in which one would put things right."""
    return tuple(check(machine) for check in ALL_CHECKS)


def _python(machine: Machine) -> Advice:
    version = ".".join(map(str, machine.python))
    if machine.python < (3, 11):
        return Advice("python", "stops work", f"Python {version} is too old", "Install Python 3.11 or newer.")
    return Advice("python", "fine", f"Python {version}")


def _git(machine: Machine) -> Advice:
    if machine.git is None:
        do = "Get it from https://git-scm.com/downloads, then open a new terminal."
        return Advice("git", "stops work", "Git is not on this computer", do)
    version = ".".join(map(str, machine.git.version))
    if machine.git.version < _OLDEST_GIT:
        return Advice("git", "stops work", f"Git {version} is too old", "Get 2.28 or newer from https://git-scm.com.")
    return Advice("git", "fine", f"Git {version}")


def _identity(machine: Machine) -> Advice:
    settings = machine.git.settings if machine.git else {}
    name, email = settings.get("user.name", ""), settings.get("user.email", "")
    if not (name and email):
        do = '`git config --global user.name "Your Name"`; `git config --global user.email you@example.org`.'
        return Advice("identity", "stops work", "Git does not know who you are, so nothing can be saved", do)
    return Advice("identity", "fine", f"Versions are saved as {name} <{email}>")


def _repository(machine: Machine) -> Advice:
    if machine.root is None:
        do = "Change to your working repository, or make one with `reportkit init`."
        return Advice("repository", "to do", "This folder is not in a working repository", do)
    if machine.format_trouble:
        return Advice("repository", "stops work", machine.format_trouble.rstrip("."), "See the file named there.")
    if machine.repository and machine.repository.trouble:
        return Advice("repository", "stops work", machine.repository.trouble, machine.repository.remedy)
    if machine.repository and machine.repository.digests != "sha1":
        do = "Make a new one with `reportkit init` and copy the files over."
        return Advice("repository", "stops work", "The repository names its versions by SHA-256: not supported", do)
    return Advice("repository", "fine", f"The working repository {machine.root}")


def _house_file(machine: Machine) -> Advice:
    if machine.house_troubles:
        do = "Mend it in Word, or delete it to have the one that reportkit brings."
        return Advice(
            "house file", "to do", f"templates/house.docx: {' '.join(machine.house_troubles)}".rstrip("."), do
        )
    return Advice("house file", "fine", "The house file has every style that documents need")


def _judging(machine: Machine) -> Advice:
    if machine.judges_strictly:
        return Advice("judging", "fine", "Records are judged strictly")
    do = "`reportkit people stricter --dry-run` lists what strict judging changes."
    return Advice("judging", "to do", "Records are judged less strictly than reportkit can", do)


def _disk(machine: Machine) -> Advice:
    if not machine.writable:
        return Advice("disk", "stops work", "You may not write in this folder", "Work in a folder of your own.")
    free = f"{machine.free // 1024**2:,} MB are free on this disk"
    if machine.free < _MUCH:
        return Advice("disk", "to do", f"Only {free}", "Make room before a report is lost.")
    return Advice("disk", "fine", free)


def _sync_folder(machine: Machine) -> Advice:
    if machine.sync_folder:
        what = f"The folder is kept in step by {machine.sync_folder}, which can damage a repository and copies files"
        return Advice("sync folder", "to do", what, "Move it out; Git itself carries it to the others.")
    return Advice("sync folder", "fine", "The folder is in no sync folder")


def _locks(machine: Machine) -> Advice:
    if not machine.locks:
        return Advice("locks", "fine", "No Git program left a lock behind")
    do = "If no Git program is at work there, `reportkit doctor --mend` takes them out."
    return Advice("locks", "stops work", "; ".join(map(str, machine.locks)), do)


def _line_ends(machine: Machine) -> Advice:
    converts = machine.git is not None and machine.git.settings.get("core.autocrlf", "false") != "false"
    if machine.repository is None or machine.repository.trouble:
        return Advice("line ends", "fine", "No repository here whose line ends could differ")
    if machine.repository.fixes_line_ends:
        return Advice("line ends", "fine", "Line ends are the same on every computer")
    how = "and Git converts them here" if converts else "and another computer's Git may convert them"
    do = "Add the line `inspections/** text=auto eol=lf` to .gitattributes and save it."
    return Advice("line ends", "to do", f"The repository does not fix line ends, {how}", do)


def _foreign_programs(machine: Machine) -> Advice:
    names = machine.repository.programs if machine.repository else ()
    if not names:
        return Advice("foreign programs", "fine", "No setting of this repository names a program")
    what = f"Settings of this repository name programs, which reportkit does not start: {', '.join(names)}"
    do = "If one is yours, set it for yourself: `git config --global NAME VALUE`; if not, ask where the folder is from."
    return Advice("foreign programs", "to do", what, do)


def _long_paths(machine: Machine) -> Advice:
    settings = machine.git.settings if machine.git else {}
    if machine.long_paths is None or settings.get("core.longpaths", "").lower() == "true":
        return Advice("long paths", "fine", "Long file names can be kept")
    if machine.long_paths:
        return Advice(
            "long paths", "to do", "Git does not keep long paths", "`git config --global core.longpaths true`."
        )
    do = "Keep the repository near the top of the disk, and: `git config --global core.longpaths true`."
    return Advice("long paths", "to do", "Windows stops at paths of 260 characters", do)


def _key(machine: Machine) -> Advice:
    if machine.agent_keys or machine.keys:
        where = machine.keys[0] if machine.keys else "held by your agent"
        return Advice("key", "fine", f"An SSH key: {where}")
    do = "Signatures are optional at first. Make one: `ssh-keygen -t ed25519`."
    return Advice("key", "to do", "There is no SSH key to sign with", do)


def _ssh_keygen(machine: Machine) -> Advice:
    if machine.ssh_keygen is None:
        do = "It comes with Git for Windows and with OpenSSH; signing needs it."
        return Advice("ssh-keygen", "to do", "ssh-keygen is not on this computer", do)
    return Advice("ssh-keygen", "fine", f"ssh-keygen is {machine.ssh_keygen}")


def _office(machine: Machine) -> Advice:
    if machine.office is None:
        do = "Word opens every draft; LibreOffice (https://www.libreoffice.org) would make PDFs without Word."
        return Advice("office", "to do", "LibreOffice is not on this computer", do)
    return Advice("office", "fine", f"LibreOffice is {machine.office}")


ALL_CHECKS: tuple[Check, ...] = (
    _python,
    _git,
    _identity,
    _repository,
    _house_file,
    _judging,
    _disk,
    _sync_folder,
    _locks,
    _line_ends,
    _foreign_programs,
    _long_paths,
    _key,
    _ssh_keygen,
    _office,
)

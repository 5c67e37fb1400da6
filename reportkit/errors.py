"""The one error tree and the exit codes that scripts can rely on.

    ReportkitError              what: a sentence, where: file:line, remedy: what to do
    ├── Refused            1    a check failed, or an act is not allowed
    │   └── Unreadable     1    files that cannot be read; carries every problem found
    ├── WrongUse           2    the command was typed wrongly
    ├── Damaged            3    the record is damaged or forged
    └── Trouble            4    cannot tell, or the repository is in trouble
        ├── Newer          4    a newer reportkit made it, and this one cannot read it
        └── NotTrusted     4    a folder of another user, which Git does not trust

Anything else that reaches the edge is a bug: one line, and the path of a log.
"""

from __future__ import annotations

from enum import IntEnum

_MOST_TOLD = 50  # problems that are listed at once: a terminal holds little more


class Exit(IntEnum):
    """The process's exit codes and their meaning."""

    DONE = 0
    REFUSED = 1
    WRONG_USE = 2
    DAMAGED = 3
    TROUBLE = 4
    BUG = 70
    INTERRUPTED = 130


class ReportkitError(Exception):
    """Base of every error that a user may see.

    `what` is one sentence without its final full stop, `where` a `file:line` or file or "",
    `remedy` one sentence that says what to do, or "".
    """

    exit_code = Exit.REFUSED

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.what.rstrip('.')}.{remedy}"


class Refused(ReportkitError):
    """A check failed, or the act is not allowed now."""


class Unreadable(Refused):
    """Files that cannot be read. `problems` holds all of them, each with file and line."""

    def __init__(self, what: str, problems: tuple[object, ...] = (), *, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.problems = problems

    def __str__(self) -> str:
        if not self.problems:
            return super().__str__()
        told = [str(problem) for problem in self.problems[:_MOST_TOLD]]
        more = len(self.problems) - len(told)
        return "\n".join([*told, f"And {more:,} more."] if more else told)


class WrongUse(ReportkitError):
    """The command was typed wrongly: an unknown name, a missing option."""

    exit_code = Exit.WRONG_USE


class Damaged(ReportkitError):
    """The record is damaged or forged."""

    exit_code = Exit.DAMAGED


class Trouble(ReportkitError):
    """Cannot tell, or the repository is in trouble."""

    exit_code = Exit.TROUBLE


class Newer(Trouble):
    """A newer reportkit made it, so that this one cannot tell what it is."""


class NotTrusted(Trouble):
    """A folder of another user, which Git does not trust. `folder` is its name as Git's settings must have it."""

    def __init__(self, what: str, folder: str, *, remedy: str = "") -> None:
        super().__init__(what, remedy=remedy)
        self.folder = folder

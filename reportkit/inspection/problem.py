"""What a check found: one problem, where it is, and what to do about it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportkit.inspection.source_place import Place

Level = Literal["error", "warning", "fact"]
State = Literal["wrong", "not there yet"]


class Problem(Struct, frozen=True, kw_only=True):
    """One problem.

    `rule` is a rule's id, or "file" where the file itself cannot be read. `message` says what is
    wrong without its full stop, `remedy` what to do, `paragraph` the guidance's paragraph ("" where
    none). `about` is the id of the one finding, evidence, question, cell or topic meant ("" where none):
    an answer in answers.yaml can name it. `answered` holds the recorded answer to a warning, `command` the
    one command that clears the problem, "" where it takes more than one.
    """

    rule: str
    level: Level
    state: State
    where: Place
    message: str
    remedy: str
    paragraph: str = ""
    about: str = ""
    answered: str = ""
    command: str = ""

    @property
    def order(self) -> tuple[str, int, str, str]:
        """The key to sort by: file, line, rule, and what it is about. Plain values: thousands are sorted."""
        return (self.where.file, self.where.line, self.rule, self.about)

    def __str__(self) -> str:
        told = self.message if self.message.endswith("?") else f"{self.message.rstrip('.')}."
        return f"{self.where}: {told} {self.remedy}".rstrip()

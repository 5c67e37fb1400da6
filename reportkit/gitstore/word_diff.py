"""The words that differ between two states of a folder, file by file and line by line, as a reader would mark them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportkit.gitstore.git_program import git

_HUNK = re.compile(r"^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_MARKS = {"+": "{+%s+}", "-": "[-%s-]", " ": "%s"}


def words_between(root: Path, old: str, new: str) -> str:
    """Return what differs between two trees: each file, each line; words that went as [-…-], words that came as {+…+}.

    A file that is no text is only named. Nothing differs: "".
    """
    said = git(root, "-c", "core.quotePath=false", "diff-tree", "-p", "--no-renames", "--no-ext-diff", "--no-textconv",
               "--word-diff=porcelain", "-U0", "--no-prefix", "--no-color", old, new)  # fmt: skip
    return "\n".join(_marked(said.decode("utf-8", "replace").split("\n")))


def _marked(lines: list[str]) -> Iterator[str]:
    """Git's porcelain as text: what a hunk holds begins with +, -, a space or ~, so a heading cannot be mistaken."""
    runs: list[str] = []
    number = 0
    for line in lines:
        hunk = _HUNK.match(line)
        if hunk:
            number = max(int(hunk[2]), 1)
        elif not number or line.startswith("diff "):
            number = 0
            yield from _heading(line)
        elif line == "~":
            if runs:
                yield f"  line {number}: {_line(runs)}"
            runs, number = [], number + 1
        elif line[:1] in _MARKS:
            runs.append(line)


def _line(runs: list[str]) -> str:
    """Return one line of its runs. Git leaves out the space before a word that went: it is put back."""
    line = ""
    for before, run in zip(["~", *runs], runs, strict=False):
        parted = " " if before[0] == " " and run[0] != " " and not before.endswith(" ") else ""
        line += parted + _MARKS[run[0]] % run[1:]
    return line


def _heading(line: str) -> Iterator[str]:
    """Yield a file's name, once: from the line that begins it; and what else is said of it before its first words."""
    if line.startswith("diff --git "):
        names = line.removeprefix("diff --git ")
        yield names[: len(names) // 2]
    elif line.startswith(("new file", "deleted file")):
        yield "  It is new." if line.startswith("new") else "  It was taken out."
    elif line.startswith("Binary files"):
        yield "  It is no text."

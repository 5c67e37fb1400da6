"""A small working repository, and the ways to spoil it.

The tables beside this file say what is then said, each sentence whole, as people see it.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

REPOSITORY = "format: 1\nrepository: test\ninspectorate:\n  name: Test\n"
INSPECTION = """\
kind: almo
guidance: "2003-03"
authority:
  name: Harrowmere Council
  type: metropolitan-borough
  homes: 21450
almo:
  name: Harrowmere Homes
dates:
  on-site-from: 2003-09-01
  on-site-to: 2003-09-12
scope:
  - id: stock-investment
    depth: full
team:
  - id: a-okafor
    name: Ada Okafor
    role: lead inspector
"""
FINDING = """\
---
title: Repairs are done on time
question: "2.2"
area: stock-investment
kind: strength
weight: high
evidence: [sample]
by: a-okafor
---
Tenants said so.
"""
EVIDENCE = """\
title: A sample of repairs
kind: case-samples
date: 2003-09-02
by: [a-okafor]
questions: ["2.2"]
areas: [stock-investment]
seen: Forty repairs.
"""
HOME = "inspections/homes"
ONE = f"{HOME}/findings/repairs.md"

Spoil = Callable[[Path], object]


def make_project(root: Path) -> Path:
    """Return a working repository without Git, with one small inspection, `homes`, that can be drafted."""
    for path, text in {
        "reportkit.yaml": REPOSITORY,
        f"{HOME}/inspection.yaml": INSPECTION,
        ONE: FINDING,
        f"{HOME}/evidence/sample.yaml": EVIDENCE,
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def written(path: str, data: bytes | str) -> Spoil:
    """Put these bytes in a file of the project."""

    def spoil(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))

    return spoil


def linked(path: str, target: str) -> Spoil:
    """Put a link in the place of a file, or of a folder that is moved aside."""

    def spoil(root: Path) -> None:
        if (root / path).exists():
            (root / path).rename(root / "aside")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)

    return spoil


def piped(path: str) -> Spoil:
    """Put a FIFO there, which blocks a program that opens it."""

    def spoil(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / path)

    return spoil


def with_socket(path: str) -> Spoil:
    """Put a socket there."""

    def spoil(root: Path) -> None:
        here = Path.cwd()
        os.chdir((root / path).parent)  # a socket's path may not be long
        try:
            with socket.socket(socket.AF_UNIX) as end:
                end.bind(Path(path).name)
        finally:
            os.chdir(here)

    return spoil


def with_folders_within_folders(root: Path) -> None:
    """Nest 200 folders in findings/."""
    (root / HOME / "findings" / "/".join("d" * 200)).mkdir(parents=True)


def finding(old: str, new: str) -> str:
    """Return the finding with something else in one place."""
    assert old in FINDING
    return FINDING.replace(old, new)


def titled(title: str) -> str:
    """Return the finding under another title, as typed."""
    return finding("Repairs are done on time", title)


def saying(text: str) -> str:
    """Return the finding with another text."""
    return finding("Tenants said so.", text)

"""What may lie where a file should, and what is said of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from tests.bad_input.project import (
    FINDING,
    HOME,
    Spoil,
    linked,
    piped,
    with_folders_within_folders,
    with_socket,
    written,
)


class Place(NamedTuple):
    """What is done to the project, and every line that is said of it."""

    spoil: Spoil
    said: tuple[str, ...]


def _name(name: str, why: str, better: str) -> Place:
    return Place(
        written(f"{HOME}/findings/{name}.md", FINDING),
        (f"{HOME}/findings/{name}.md: the name `{name}` {why}. Rename it to `{better}.md`.",),
    )


ORDINARY = "is not an ordinary file. Move it out of the project."
LINK = "is a link to another place. Put the file itself here."
TWIN = (
    "differs from another file's name in capitals only, which Windows and Macs take for one. "
    "Give one of them another name."
)

PLACES: Mapping[str, Place] = {
    "a FIFO": Place(piped(f"{HOME}/findings/pipe.md"), (f"{HOME}/findings/pipe.md: {ORDINARY}",)),
    "a FIFO for a table": Place(piped(f"{HOME}/indicators.csv"), (f"{HOME}/indicators.csv: {ORDINARY}",)),
    "a FIFO for the particulars": Place(piped(f"{HOME}/inspection.yaml"), (f"{HOME}/inspection.yaml: {ORDINARY}",)),
    "a socket": Place(with_socket(f"{HOME}/findings/end.md"), (f"{HOME}/findings/end.md: {ORDINARY}",)),
    "a link to a device": Place(linked(f"{HOME}/findings/zero.md", "/dev/zero"), (f"{HOME}/findings/zero.md: {LINK}",)),
    "a link out of the folder": Place(
        linked(f"{HOME}/findings/passwd.md", "/etc/passwd"), (f"{HOME}/findings/passwd.md: {LINK}",)
    ),
    "a link to a folder": Place(linked(f"{HOME}/narrative", "/etc"), (f"{HOME}/narrative: {LINK}",)),
    "a link to itself": Place(linked(f"{HOME}/findings/loop.md", "loop.md"), (f"{HOME}/findings/loop.md: {LINK}",)),
    "folders within folders": Place(
        with_folders_within_folders,
        (f"{HOME}/findings/d/d/d/d/d/d: is in a folder inside findings/. Move it up, into findings/ itself.",),
    ),
    "a folder for the particulars": Place(
        lambda root: ((root / HOME / "inspection.yaml").unlink(), (root / HOME / "inspection.yaml").mkdir()),
        (f"{HOME}/inspection.yaml: is missing. Make it as `reportkit new` does.",),
    ),
    "a name that Windows keeps": _name("con", "is a name that Windows keeps for itself", "con-1"),
    "a name that begins with a hyphen": _name("-rf", "begins with a hyphen", "rf"),
    "a name with a space": _name("my finding", "has characters other than a–z, 0–9 and hyphens", "my-finding"),
    "a name that is too long": _name("a" * 41, "is longer than 40 characters", "a" * 40),
    "names that differ in capitals": Place(
        written(f"{HOME}/findings/Repairs.md", FINDING),
        (f"{HOME}/findings/Repairs.md: {TWIN}", f"{HOME}/findings/repairs.md: {TWIN}"),
    ),
    "a name that would colour the terminal": Place(
        written(f"{HOME}/findings/\x1b[31mred.md", FINDING),
        (
            (
                f"{HOME}/findings/\\x1b[31mred.md: the name `\\x1b[31mred` has characters other than a–z, 0–9 "
                "and hyphens. Rename it to `31mred.md`."
            ),
        ),
    ),
    "a name that is not UTF-8": Place(
        lambda root: (root / HOME / "findings" / os.fsdecode(b"\xff.md")).write_text(FINDING),
        (
            (
                f"{HOME}/findings/\\udcff.md: the name `\\udcff` has characters other than a–z, 0–9 and hyphens. "
                "Rename it to `unnamed.md`."
            ),
        ),
    ),
}
"""What lies in an inspection's folder and is refused, by `check` and by `draft` alike."""

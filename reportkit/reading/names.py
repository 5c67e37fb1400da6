"""Names of files and ids: what is allowed, and what to call a file that is not."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from reportkit.inspection.source_place import Place
from reportkit.reading.problems import ValueFlaw, flaw

ID_PATTERN = "[a-z0-9][a-z0-9-]{0,39}"
LONGEST = 40
_ID = re.compile(ID_PATTERN)
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
_SAME_KIND = {".md": {".md", ".markdown", ".txt", ".text"}, ".yaml": {".yaml", ".yml", ".json", ".txt"}}


def why_no_id(name: str) -> str:
    """Why a name cannot be an id, as the end of a sentence that begins with the name; "" where it can."""
    if name in _RESERVED:
        return "is a name that Windows keeps for itself"
    if _ID.fullmatch(name):
        return ""
    if name.startswith("-"):
        return "begins with a hyphen"
    if len(name) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if name != name.lower():
        return "has capital letters"
    return "has characters other than a–z, 0–9 and hyphens" if name else "is empty"


def as_id(name: str) -> str:
    """Return the nearest allowed id: lower case, hyphens for all else."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    near = re.sub("[^a-z0-9]+", "-", letters).strip("-")[:LONGEST].rstrip("-") or "unnamed"
    return f"{near}-1" if near in _RESERVED else near


def id_of(path: str, ending: str, twins: frozenset[str] = frozenset()) -> str:
    """Return the id of a file that should end in `ending`. `twins` are paths that differ from another's in case only.

    Raises Flaw where the name is not allowed.
    """
    name = path.rpartition("/")[2]
    stem = name.removesuffix(ending)
    if stem != name and path not in twins and not why_no_id(stem):
        return stem
    raise _bad_name(path, ending, twins)


def _bad_name(path: str, ending: str, twins: frozenset[str]) -> ValueFlaw:
    file = PurePosixPath(path)
    if path in twins:
        message = "differs from another file's name in capitals only, which Windows and Macs take for one"
        return flaw(Place(path), message, "Give one of them another name.")
    better = f"Rename it to `{as_id(file.stem)}{ending}`."
    if file.suffix != ending:
        kin = file.suffix.lower() in _SAME_KIND[ending] or not file.suffix
        remedy = better if kin else f"Files here end in `{ending}`; keep others elsewhere."
        return flaw(Place(path), f"does not end in `{ending}`", remedy)
    return flaw(Place(path), f"the name `{file.stem}` {why_no_id(file.stem)}", better)


def case_twins(paths: tuple[str, ...]) -> frozenset[str]:
    """Return the paths that another path equals but for capitals."""
    if len({path.lower() for path in paths}) == len(paths):
        return frozenset()
    lowered: dict[str, list[str]] = {}
    for path in paths:
        lowered.setdefault(path.lower(), []).append(path)
    return frozenset(path for same in lowered.values() if len(same) > 1 for path in same)

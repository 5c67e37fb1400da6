"""Two people's versions brought together, file by file; where both changed the same, both versions are kept.

A file that one side changed is taken from that side. A file that both changed is brought together by
what it means (see inspection/combined.py). Where that cannot be, or both changed the same field, ours
stays, with theirs beside it (see inspection/conflicts.py). Records, issued documents and kept replies
are only ever added: one that a side took away or altered is put back.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from reportkit.errors import Trouble
from reportkit.gitstore.both_changed import BroughtTogether, bring_together
from reportkit.gitstore.git_program import git, line
from reportkit.gitstore.tree import (
    ORDINARY,
    REPOSITORY,
    TreeDifference,
    TreeEntry,
    differences,
    folders_above,
    graft,
)
from reportkit.inspection.combined import Combine, keep_whole
from reportkit.inspection.conflicts import HOME, Unsettled, beside, unsettled_at
from reportkit.moderation.verifying.file_history import is_kept

Side = Literal["ours", "theirs", "both"]


class Sides(Struct, frozen=True):
    """Two versions to bring together, and the newest that both build on (more than one in a tangle).

    `inside` is the project's folder in the repository, "" or "some/folder/".
    """

    inside: str
    ours: str
    theirs: str
    bases: tuple[str, ...]


class Merged(Struct, frozen=True):
    """The tree of both sides together; which files wait for a choice; which records were put back.

    `combined` are the files that both changed and that need no choice.
    """

    tree: str
    unsettled: tuple[Unsettled, ...]
    put_back: tuple[str, ...]
    combined: tuple[str, ...] = ()


def merge(root: Path, sides: Sides, combine: Combine = keep_whole) -> Merged:
    """Bring two versions together into one tree; no index and no files are touched.

    The cost grows with what changed, not with what there is. Raises Trouble where something that is
    none of the project's own was changed on both sides.
    """
    differing = differences(root, sides.ours, sides.theirs)
    changed = [(differences(root, base, sides.ours), differences(root, base, sides.theirs)) for base in sides.bases]
    settled = {path for ours, theirs in changed for path in _settled_by_both(sides.inside, ours, theirs)}
    changed_by = {path: _changed_by(path, changed, settled) for path in differing}
    choice = {path: _choose(root, sides, path, found, changed_by[path]) for path, found in differing.items()}
    _keep_what_meets_a_folder(differing, choice)
    both = {path: found for path, found in differing.items() if choice[path] == "both"}
    unlike = {path: found for path, found in both.items() if path not in settled}
    combined = bring_together(root, sides.bases, sides.inside, unlike, combine)
    kept = _keep_beside(root, sides, _left_to_ask(both, combined))
    taken = {path: found.after for path, found in differing.items() if choice[path] == "theirs"}
    taken |= {path: together.ours for path, together in combined.items()}
    asides: dict[str, TreeEntry | None] = {sides.inside + each.kept: entry for each, entry in kept.items()}
    put_back = (path for path in differing if _was_put_back(path, choice[path], changed_by[path], sides))
    whole = (path.removeprefix(sides.inside) for path, together in combined.items() if together.theirs is None)
    tree = graft(root, sides.ours, taken | asides)
    return Merged(tree, tuple(sorted(kept)), tuple(sorted(put_back)), tuple(sorted(whole)))


def _left_to_ask(
    both: Mapping[str, TreeDifference], combined: Mapping[str, BroughtTogether]
) -> dict[str, TreeEntry | None]:
    """Return the other version of each file that both changed and that needs a choice."""
    left = {path: found.after for path, found in both.items() if path not in combined}
    return left | {path: together.theirs for path, together in combined.items() if together.theirs}


_Changes = Mapping[str, TreeDifference]


def _changed_by(path: str, changed: Iterable[tuple[_Changes, _Changes]], settled: Collection[str]) -> Side:
    """Return who changed a path; where the bases do not say the same, both did, as where both settled it."""
    by_ours = path in settled or any(path in ours for ours, _ in changed)
    by_theirs = path in settled or any(path in theirs for _, theirs in changed)
    return "both" if by_ours and by_theirs else "ours" if by_ours else "theirs"


def _settled_by_both(
    inside: str, ours: Mapping[str, TreeDifference], theirs: Mapping[str, TreeDifference]
) -> Iterator[str]:
    """Yield the files that two people settled at the same time: each took the same other version away."""
    for kept in ours.keys() & theirs.keys():
        if ours[kept].after is None and theirs[kept].after is None:
            found = unsettled_at(kept.removeprefix(inside))
            if found:
                yield inside + found.path


def _choose(root: Path, sides: Sides, path: str, found: TreeDifference, changed_by: Side) -> Side:
    """Return whose version of a path stands; "both": ours, with theirs beside it."""
    name = path.removeprefix(sides.inside)
    if is_kept(name):
        return _only_present(found) or _as_first_added(root, sides, path, found)
    if name.startswith(f"{HOME}/") and changed_by == "both":
        return _only_present(found) or "ours"
    return changed_by


def _only_present(found: TreeDifference) -> Side | None:
    """Return the one side that has the file; None where both have."""
    if found.before is None:
        return "theirs"
    return "ours" if found.after is None else None


def _as_first_added(root: Path, sides: Sides, path: str, found: TreeDifference) -> Side:
    """Return the side that holds a record as it was once added. Rare, so that the whole history may be asked."""
    words = ("log", "--full-history", "--diff-filter=A", "--no-renames", "--no-show-signature", "--format=%H")
    versions = git(root, *words, sides.ours, sides.theirs, "--", path.removeprefix(sides.inside)).decode().split()
    added = {line(root, "rev-parse", f"{version}:{path}") for version in versions}
    if found.before and added == {found.before.id}:
        return "ours"
    return "theirs" if found.after and added == {found.after.id} else "both"


def _was_put_back(path: str, chosen: Side, changed_by: Side, sides: Sides) -> bool:
    return chosen not in (changed_by, "both") and is_kept(path.removeprefix(sides.inside))


def _keep_what_meets_a_folder(differing: Mapping[str, TreeDifference], choice: dict[str, Side]) -> None:
    """Keep a file of theirs beside where the other side has a folder of its name."""
    staying = {path for path, found in differing.items() if found.before and choice[path] != "theirs"}
    folders = {folder for path in staying for folder in folders_above(path)}
    for path, found in differing.items():
        meets = path in folders or not staying.isdisjoint(folders_above(path))
        if choice[path] == "theirs" and found.after and meets:
            choice[path] = "both"


def _keep_beside(root: Path, sides: Sides, theirs: Mapping[str, TreeEntry | None]) -> dict[Unsettled, TreeEntry]:
    """Return where each of their versions is kept, and as what; a removal is kept as an empty file."""
    if not theirs:
        return {}
    authors = _authors(root, sides)
    nothing = TreeEntry(ORDINARY, git(root, "hash-object", "-w", "--stdin").decode().strip())
    kept = {}
    for path, entry in theirs.items():
        if not path.startswith(sides.inside) or (entry and entry.mode == REPOSITORY):
            raise Trouble(
                f"{path}, which is none of the project's own files, was changed on two computers",
                remedy="Bring the two together with Git itself (git pull), then try again.",
            )
        who = authors.get(path) or next(iter(authors.values()), "")
        kept[beside(path.removeprefix(sides.inside), who, entry.id if entry else None)] = entry or nothing
    return kept


def _authors(root: Path, sides: Sides) -> dict[str, str]:
    """Return who last changed each file in the versions that are theirs alone."""
    words = ("log", "-z", "--name-only", "--no-renames", "--no-relative", "--no-show-signature", "--format=%x01%an")
    listing = os.fsdecode(git(root, *words, sides.theirs, f"^{sides.ours}"))
    authors: dict[str, str] = {}
    author = ""
    for field in listing.split("\0"):
        text = field.lstrip("\n")
        if text.startswith("\x01"):
            author = text[1:].strip()
        elif text:
            authors.setdefault(text, author)
    return authors

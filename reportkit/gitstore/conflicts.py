"""Settling a file that two people changed at once: whose version stands, or a new one, in a version of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from reportkit.errors import Refused, Trouble
from reportkit.gitstore.checkout import Checkout, open_checkout
from reportkit.gitstore.git_program import git, line, run
from reportkit.gitstore.lock import hold_lock
from reportkit.gitstore.new_version import write_version
from reportkit.gitstore.read_back import Written
from reportkit.gitstore.retry import attempts
from reportkit.gitstore.tree import ORDINARY, TreeEntry, graft
from reportkit.gitstore.update_work_tree import advance, mend
from reportkit.inspection.conflicts import HOME, Unsettled, concerns, short_name, unsettled_at

_ATTEMPTS = 20
_NOTHING_MORE: Mapping[str, bytes] = MappingProxyType({})
_MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")


class Side(Struct, frozen=True):
    """One of a file's versions: whose it is (a short name), its bytes, None where it is that the file is not there."""

    who: str
    data: bytes | None
    entry: TreeEntry | None


class Torn(Struct, frozen=True):
    """A file with more than one version: the one in its place first, then those kept beside it."""

    path: str
    sides: tuple[Side, ...]
    kept: tuple[Unsettled, ...]


class Settled(Struct, frozen=True):
    """The version that settles a file. `afterwards` says why files could not follow, "" where they did."""

    version: str
    afterwards: str = ""


def unsettled(root: Path, slug: str = "") -> tuple[Unsettled, ...]:
    """Return the conflicts that are open in the newest version: those of one inspection, or all."""
    checkout = open_checkout(root)
    listing = git(root, "ls-tree", "-r", "-z", "--name-only", checkout.branch, "--", f"{HOME}/")
    found = filter(None, map(unsettled_at, os.fsdecode(listing).split("\0")))
    return tuple(sorted(each for each in found if not slug or concerns(each.path, slug)))


def look_at(root: Path, path: str) -> Torn:
    """Return all versions of an unsettled file. Raises Refused where the file has but one."""
    checkout = open_checkout(root)
    tip = checkout.tip()
    kept = tuple(each for each in unsettled(root) if each.path == path)
    if not kept:
        raise Refused("There is only one version of this", where=path, remedy="Nothing needs to be settled.")
    in_place = Side(_last_author(root, tip, path), *_contents(checkout, tip, path))
    others = (Side(each.who, *((None, None) if each.removed else _contents(checkout, tip, each.kept))) for each in kept)
    return Torn(path, (in_place, *others), kept)


def mine(root: Path, torn: Torn) -> Side:
    """Return the user's own version, by their name in Git. Raises Refused where none is, or where all are."""
    me = short_name(line(root, "config", "user.name"))
    own = [side for side in torn.sides if side.who == me]
    if len(own) != 1:
        raise Refused(
            f"{'Several' if own else 'None'} of the versions are by you", where=torn.path, remedy=_by_name(torn)
        )
    return own[0]


def theirs(root: Path, torn: Torn) -> Side:
    """Return the other person's version. Raises Refused where there are several, or none is the user's own."""
    own = mine(root, torn)
    others = [side for side in torn.sides if side is not own]
    if len(others) != 1:
        raise Refused("There are more than two versions", where=torn.path, remedy=_by_name(torn))
    return others[0]


def of(torn: Torn, who: str) -> Side:
    """Return the version of the person who is named. Raises Refused where there is none, or more than one."""
    found = [side for side in torn.sides if side.who == short_name(who)]
    if len(found) != 1:
        raise Refused(
            f"{'Several versions are' if found else 'No version is'} by {who}", where=torn.path, remedy=_by_name(torn)
        )
    return found[0]


def _by_name(torn: Torn) -> str:
    names = ", ".join(dict.fromkeys(side.who for side in torn.sides))
    return f"Say whose version to keep: --of NAME ({names}), or bring them together: --edit."


def side_by_side(torn: Torn) -> bytes:
    """Return all versions in one text, each difference between marks, to be edited into one."""
    text = torn.sides[0].data or b""
    for side in torn.sides[1:]:
        text = _marked(text, torn.sides[0].who, side.data or b"", side.who)
    return text


def _marked(first: bytes, who: str, second: bytes, other: str) -> bytes:
    one, two = first.splitlines(keepends=True), second.splitlines(keepends=True)
    parts: list[bytes] = []
    for how, start, end, from_, to in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if how == "equal":
            parts += one[start:end]
        else:
            mark = [f"{_MARKS[0]}{who}\n".encode(), f"{_MARKS[1]}\n".encode(), f"{_MARKS[2]}{other}\n".encode()]
            parts += [mark[0], *_ended(one[start:end]), mark[1], *_ended(two[from_:to]), mark[2]]
    return b"".join(parts)


def _ended(lines: list[bytes]) -> list[bytes]:
    return [*lines[:-1], lines[-1].rstrip(b"\r\n") + b"\n"] if lines else []


def still_marked(text: bytes) -> bool:
    """Return whether a mark of `side_by_side` is left in it."""
    return any(line.startswith(tuple(mark.encode() for mark in _MARKS)) for line in text.splitlines())


def settle(root: Path, torn: Torn, data: bytes | None, added: Mapping[str, bytes] = _NOTHING_MORE) -> Settled:
    """Let `data` be the file (None: there is none), and save that; the other versions leave their place.

    They stay in the history; `added` are files of their own that some of them become.
    Raises Refused where the file has changed since it was looked at, or
    has unsaved changes; Trouble as `save` does.
    """
    checkout = open_checkout(root)
    for _ in attempts(_ATTEMPTS):
        with hold_lock(checkout):
            mend(checkout)
            old = checkout.tip()
            if look_at(root, torn.path) != torn:
                raise Refused("It has changed meanwhile", where=torn.path, remedy="Look at it again, then settle it.")
            version = _write(checkout, old, torn, data, added)
            moved = advance(checkout, old, version, "settle")
        if moved.done:
            return Settled(version, moved.afterwards)
    raise Trouble("Others kept saving at the same moment", remedy="Nothing was settled; try again.")


def _write(checkout: Checkout, old: str, torn: Torn, data: bytes | None, added: Mapping[str, bytes]) -> Written:
    entries: dict[str, TreeEntry | None] = {checkout.inside + each.kept: None for each in torn.kept}
    entries[checkout.inside + torn.path] = _stored(checkout, torn, data)
    entries |= {checkout.inside + path: _stored(checkout, torn, text) for path, text in added.items()}
    tree = graft(checkout.root, old, entries)
    return write_version(checkout.root, tree, (old,), f"Settle {torn.path}")


def _stored(checkout: Checkout, torn: Torn, data: bytes | None) -> TreeEntry | None:
    """Return the bytes as Git stores them: as one of the versions where they are the same."""
    if data is None:
        return None
    known = next((side.entry for side in torn.sides if side.data == data), None)
    return known or TreeEntry(
        ORDINARY, line(checkout.root, "hash-object", "-w", "--stdin", "--path", torn.path, given=data)
    )


def _contents(checkout: Checkout, version: str, path: str) -> tuple[bytes | None, TreeEntry | None]:
    listed = git(checkout.root, "ls-tree", "-z", version, "--", path)
    if not listed:
        return None, None
    mode, _, name = listed.partition(b"\t")[0].decode().split(" ")
    return git(checkout.root, "cat-file", "blob", name), TreeEntry(mode, name)


def _last_author(root: Path, version: str, path: str) -> str:
    """Return who made the version in place: the person who last changed the file on our side.

    A version that brought two together is made by neither: ours is the one that it began from.
    """
    before = version
    while before:
        found = run(root, "log", "-1", "--no-show-signature", "--format=%an%x00%P", before, "--", path)
        who, _, parents = os.fsdecode(found.output).strip().partition("\0")
        before = parents.split()[0] if " " in parents else ""
    return short_name(who)

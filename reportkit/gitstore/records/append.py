"""One act recorded as one commit: first its objects, then the branch by compare-and-swap, then the user's files.

The swap is the act. Before it nothing is recorded, after it everything is, whatever happens to the
files. The user's index is never what is committed, no hook runs, and the commit is not signed: each
record carries its own signature, and no program that the user's settings name is started.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from reportkit.errors import Refused, ReportkitError, Trouble
from reportkit.gitstore.checkout import Checkout, open_checkout, wait_for_others
from reportkit.gitstore.git_errors import trouble
from reportkit.gitstore.git_program import Running, git, start
from reportkit.gitstore.lock import hold_lock
from reportkit.gitstore.new_version import swap
from reportkit.gitstore.read_back import Written, read_objects_back
from reportkit.gitstore.records.objects import Object, pack
from reportkit.gitstore.records.place_files import place, refuse_occupied
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.recording_objects import files_of, objects_of
from reportkit.gitstore.retry import attempts
from reportkit.gitstore.tree import ORDINARY, TreeEntry
from reportkit.gitstore.update_work_tree import advance, forget_move, mend, note_move, top_of
from reportkit.gitstore.work_tree_files import index_info
from reportkit.moderation.codec import file_name
from reportkit.moderation.record_paths import begins
from reportkit.moderation.store import OutOfDate, Receipt, Recording

_ATTEMPTS = 20
_REMARK = "It is recorded, but its files are not in your folder yet; the next command puts them there. {why}"

_BEHIND = "It is recorded and shared, but your own copy did not follow: `reportkit sync` brings it in. {why}"

VersionAt = Callable[[str, str], str]
"""The token of `RecordStore.version` for a commit and an inspection."""


HandOn = Callable[[Checkout, Written], bool]
"""What is done with a commit before the branch moves to it; says whether others have it now."""


Move = Callable[[Checkout, str, Written, Mapping[str, Object]], tuple[bool, str]]
"""Moves the branch from a commit to another; whether it did, and why the files could not follow, or ""."""


def share_afterwards(_: Checkout, __: Written) -> bool:
    """Return False: the act is recorded here first, and shared afterwards."""
    return False


def append(
    root: Path, reader: ObjectReader, act: Recording, version_at: VersionAt, hand_on: HandOn = share_afterwards
) -> Receipt:
    """Record the act once and whole, or leave everything as it was. Raises OutOfDate, Refused or Trouble.

    `hand_on` may share the commit first; then it is recorded, and this copy follows. What it raises leaves nothing.
    """
    files, checkout = files_of(act), open_checkout(root)
    blobs = {checkout.inside + path: Object("blob", data) for path, data in files.items()}
    tip_of = partial(_tip, reader)
    with hold_lock(checkout):
        mend(checkout)
        wait_for_others(checkout)
        for _ in attempts(_ATTEMPTS):
            parent = tip_of(checkout)
            _refuse_moved(act, parent, version_at)
            is_new = _look_for_earlier(checkout, reader, parent, act, blobs)
            commit = _write(checkout, objects_of(reader, act, parent, blobs))
            move = _move(checkout, tip_of, blobs) if is_new else _replace
            if hand_on(checkout, commit):
                return _receipt(act, commit, _follow(move, checkout, parent, commit, blobs), shared=True)
            done, afterwards = move(checkout, parent, commit, blobs)
            if done:
                return _receipt(act, commit, _REMARK.format(why=afterwards) if afterwards else "")
    raise Trouble("Others kept saving at the same moment", remedy="Nothing was recorded; try again.")


def _tip(reader: ObjectReader, checkout: Checkout) -> str:
    """Return the branch's newest version, by the run of Git that reads all else.

    Raises Trouble where there is none yet.
    """
    found = reader.find(f"{checkout.branch}^{{commit}}")
    return found.id if found else checkout.tip()


def _move(checkout: Checkout, tip_of: Callable[[Checkout], str], blobs: Mapping[str, Object]) -> Move:
    """Return what moves the branch to a commit of new files. Raises Refused where other files stand in their places."""
    refuse_occupied(_files(checkout, blobs))
    return partial(_put, tip_of)


def _receipt(act: Recording, commit: str, remark: str, *, shared: bool = False) -> Receipt:
    names = tuple(file_name(signed.data) for signed in act.records)
    return Receipt(commit=commit, names=names, shared=shared, remark=remark)


def _refuse_moved(act: Recording, parent: str, version_at: VersionAt) -> None:
    if version_at(parent, act.inspection) != act.version:
        raise OutOfDate("The inspection or its record changed meanwhile", remedy="Look at it again, then repeat this.")


def _look_for_earlier(
    checkout: Checkout, reader: ObjectReader, parent: str, act: Recording, blobs: Mapping[str, Object]
) -> bool:
    """Return whether none of the files is there yet. Raises Refused where one of the records is."""
    found = dict(zip(blobs, reader.read([f"{parent}:{path}" for path in blobs]), strict=True))
    names = {file_name(signed.data) for signed in act.records}
    if any(each is not None and path.rpartition("/")[2] in names for path, each in found.items()):
        raise Refused("This is recorded already", remedy="Nothing needs to be done.")
    _refuse_begun(checkout, reader, parent, act)
    return not any(found.values())


def _refuse_begun(checkout: Checkout, reader: ObjectReader, parent: str, act: Recording) -> None:
    """Raise Refused where the folder of an inspection that the act begins is there already."""
    for folder in sorted({file.path.rpartition("/")[0] for file in act.files if begins(file.path, act.inspection)}):
        if reader.find(f"{parent}:{checkout.inside}{folder}") is not None:
            raise Refused("There is such an inspection already", where=folder, remedy="Give it another name.")


def _write(checkout: Checkout, objects: list[Object]) -> Written:
    """Write the objects, and read them back from the disk. Returns the commit's id."""
    git(checkout.root, "unpack-objects", "-q", given=pack(objects))
    names = [each.id for each in objects]
    return read_objects_back(checkout.root, names[-1], names)


def _follow(move: Move, checkout: Checkout, parent: str, commit: Written, blobs: Mapping[str, Object]) -> str:
    """Let this copy follow what others have already. Returns what is to be said where it could not, or ""."""
    try:
        done, afterwards = move(checkout, parent, commit, blobs)
    except (ReportkitError, OSError) as obstacle:
        done, afterwards = False, str(obstacle)
    if done:
        return _REMARK.format(why=afterwards) if afterwards else ""
    return _BEHIND.format(why=afterwards).rstrip()


def _files(checkout: Checkout, blobs: Mapping[str, Object]) -> dict[Path, bytes]:
    return {top_of(checkout) / path: blob.data for path, blob in blobs.items()}


def _put(
    tip_of: Callable[[Checkout], str], checkout: Checkout, parent: str, commit: Written, blobs: Mapping[str, Object]
) -> tuple[bool, str]:
    """Move the branch to a commit that only adds files; then bring these to the disk and into the index.

    Git reads its index, which may be large, meanwhile.
    """
    files = _files(checkout, blobs)
    entries = {path: TreeEntry(ORDINARY, blob.id) for path, blob in blobs.items()}
    with _entering(checkout) as enter:
        note_move(checkout, parent, commit)
        if not swap(checkout, commit, parent, "record", tip_of):
            return False, ""
        try:
            place(checkout.git_folder, files)
            enter(entries)
            forget_move(checkout)
        except (ReportkitError, OSError) as obstacle:
            return True, str(obstacle)
    return True, ""


@contextmanager
def _entering(checkout: Checkout) -> Iterator[Callable[[Mapping[str, TreeEntry]], None]]:
    """Let Git, which reads its index already, enter what it is given; given nothing, it changes nothing."""
    wait_for_others(checkout)
    running: list[Running] = [start(top_of(checkout), ("update-index", "-z", "--index-info"))]

    def enter(entries: Mapping[str, TreeEntry]) -> None:
        entered = running.pop().finish(index_info(entries))
        if entered.code:
            raise trouble("update-index", entered.said, checkout.root)

    try:
        yield enter
    finally:
        for left in running:
            left.finish()


def _replace(checkout: Checkout, parent: str, commit: Written, _: Mapping[str, Object]) -> tuple[bool, str]:
    """Return the same for a commit that replaces files, such as policy.yaml, of which the user may have changes."""
    moved = advance(checkout, parent, commit, "record")
    return moved.done, moved.afterwards

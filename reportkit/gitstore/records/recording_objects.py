"""An act made into Git's objects: its files, the folders on the way to them, and the commit."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping

from reportkit.errors import Refused, Trouble
from reportkit.gitstore.git_errors import IDENTITY_REMEDY
from reportkit.gitstore.records.objects import Object, with_entry
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import FOLDER, ORDINARY, TreeEntry
from reportkit.moderation.attribution import day_at
from reportkit.moderation.causal_order import SLACK
from reportkit.moderation.codec import file_name
from reportkit.moderation.future_records import COMPARE_CLOCKS
from reportkit.moderation.record_paths import SIGNATURE, begins, is_ours, records_folder
from reportkit.moderation.store import Recording

_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f<>]+")
_CRUD = " .,:;\"\\'"  # what Git takes off both ends of a name


def files_of(act: Recording) -> dict[str, bytes]:
    """Return everything the act brings, by path below the project's root.

    Raises Refused where it is none of its business.
    """
    folder = records_folder(act.inspection)
    files = {f"{folder}/{file_name(signed.data)}": signed.data for signed in act.records}
    signatures = {
        f"{folder}/{file_name(signed.data)}{SIGNATURE}": signed.signature for signed in act.records if signed.signature
    }
    others = {file.path: file.data for file in act.files}
    for path in others:
        ours = is_ours(path) or begins(path, act.inspection)
        if not ours or path in files or path in signatures or path.startswith(f"{folder}/"):
            what = "An act brings files to moderation/ and to a new inspection, and none but records to records/"
            raise Refused(what, where=path)
    return files | signatures | others


def objects_of(reader: ObjectReader, act: Recording, parent: str, blobs: Mapping[str, Object]) -> list[Object]:
    """Return the objects of the act upon a parent: blobs, trees, and the commit as the last.

    `blobs` are by full path.
    """
    trees = _trees(reader, parent, {path: TreeEntry(ORDINARY, blob.id) for path, blob in blobs.items()})
    _refuse_old_clock(reader, parent)
    return [*blobs.values(), *trees, _commit(act, trees[-1].id, parent)]


def _refuse_old_clock(reader: ObjectReader, parent: str) -> None:
    """Refuse a record older than what it builds on: it would look back-dated for ever."""
    before = reader.commit(parent)
    if before and time.time() + SLACK < before.seconds:
        raise Trouble(
            f"The newest version is of {day_at(before.seconds)}, which has not come yet by this computer’s clock",
            remedy=f"Nothing was recorded. {COMPARE_CLOCKS}",
        )


def _trees(reader: ObjectReader, parent: str, entries: Mapping[str, TreeEntry]) -> list[Object]:
    """Return the trees that differ from the parent's, the outermost last."""
    folders = sorted({folder for path in entries for folder in _above(path)}, key=_depth)
    found = zip(folders, reader.read([f"{parent}:{folder}" for folder in folders]), strict=True)
    tables = {folder: each.data if each and each.kind == "tree" else b"" for folder, each in found}
    for path, entry in entries.items():
        folder, _, name = path.rpartition("/")
        tables[folder] = with_entry(tables[folder], name, entry)
    made: list[Object] = []
    for folder in reversed(folders):
        made.append(Object("tree", tables[folder]))
        if folder:
            above, _, name = folder.rpartition("/")
            tables[above] = with_entry(tables[above], name, TreeEntry(FOLDER, made[-1].id))
    return made


def _above(path: str) -> Iterable[str]:
    """Yield every folder above a path, the outermost ("") too."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def _depth(folder: str) -> tuple[int, str]:
    return (folder.count("/") + 1 if folder else 0, folder)


def _commit(act: Recording, tree_id: str, parent: str) -> Object:
    now = time.time()
    person = f"{_identity(act)} {int(now)} {time.strftime('%z', time.localtime(now))}"
    message = act.message.replace("\0", "").strip()
    lines = (f"tree {tree_id}", f"parent {parent}", f"author {person}", f"committer {person}", "", message, "")
    return Object("commit", "\n".join(lines).encode("utf-8", "replace"))


def _identity(act: Recording) -> str:
    name, email = (_NOT_IN_A_NAME.sub(" ", text).strip(_CRUD) for text in (act.name, act.email))
    if not (name and email):
        raise Trouble("Git does not know who you are", remedy=IDENTITY_REMEDY)
    return f"{name} <{email}>"

"""The changes between a version and now, for a person who has a document of that version."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path

from reportkit.gitstore.git_program import run
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import differences
from reportkit.moderation.record_paths import content_folder

_VERSION = re.compile("[0-9a-f]{40}")
_ISSUED = re.compile(r"[^/]+/issued/.+")


def committed_at(root: Path, version: str) -> dt.datetime | None:
    """Return when a version was made; None where it is none, or is not in this copy."""
    if not _VERSION.fullmatch(version):
        return None
    finished = run(root, "show", "-s", "--no-show-signature", "--format=%cI", f"{version}^{{commit}}")
    return None if finished.code else dt.datetime.fromisoformat(finished.output.decode().strip())


def moved_since(root: Path, version: str, inspection: str) -> tuple[str, ...]:
    """Return the files of an inspection, and the templates, that are saved otherwise now; as paths in the project."""
    prefix = inside(root)
    folders = (f"{prefix}{content_folder(inspection)}/", f"{prefix}templates/")
    changed = differences(root, version, "HEAD")
    return tuple(sorted(path.removeprefix(prefix) for path in changed if path.startswith(folders)))


def issued_as(root: Path, digest: str) -> tuple[str, ...]:
    """Return the paths of the documents that went out with these bytes' SHA-256."""
    reader = ObjectReader(root)
    files = reader.saved(f"HEAD:{inside(root)}moderation")
    documents = {path: entry.id for path, entry in files.items() if _ISSUED.fullmatch(path)}
    contents = zip(documents, reader.read(list(documents.values())), strict=True)
    return tuple(
        f"moderation/{path}" for path, found in contents if found and hashlib.sha256(found.data).hexdigest() == digest
    )

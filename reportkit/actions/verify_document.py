"""Verify a Word document: from which version it was drafted, whether it was altered, and what changed since."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from reportkit.actions.draft import draft_of
from reportkit.actions.verify_pack import CODE, examine_pack
from reportkit.errors import ReportkitError
from reportkit.gitstore.provenance import Provenance
from reportkit.gitstore.records import SavedFiles
from reportkit.gitstore.records.since_version import committed_at, issued_as, moved_since
from reportkit.moderation.verifying.observation import Level, Observation, listed
from reportkit.reading.names import why_no_id
from reportkit.reading.outside_file import read_sent
from reportkit.word.read.read_document import DocumentText, read_document
from reportkit.workspace.workspace import Workspace


def examine_document(workspace: Workspace, path: Path) -> Iterator[Observation]:
    """Return everything there is to say of a document. Raises Refused where it cannot be read."""
    data, name = read_sent(path), str(path)
    told = read_document(data, name)
    issued = issued_as(workspace.root, hashlib.sha256(data).hexdigest())
    for place in issued:
        yield _finding(name, "note", "issued", f"it is {place}, byte for byte")
    if "reportkit document" not in told.properties:
        yield from _examine_draft(workspace, name, data, told, issued)
    elif not issued:
        yield _never_issued(name, told)


def _examine_draft(
    workspace: Workspace, name: str, data: bytes, told: DocumentText, issued: Sequence[str]
) -> Iterator[Observation]:
    inspection, commit = (told.properties.get(f"reportkit {key}", "") for key in ("inspection", "commit"))
    if why_no_id(inspection):  # nothing, or what anyone can have written there
        if not issued:
            yield _finding(name, "cannot tell", "not-ours", "it does not say that reportkit drafted it")
    elif not commit:
        what = f"it was drafted from unsaved files of {inspection}, so it cannot be compared with them"
        yield _finding(name, "cannot tell", "unsaved", what)
    elif committed_at(workspace.root, commit) is None:
        what = f"it says that it is of version {commit[:7]} of {inspection}, which is not in this copy"
        yield _finding(name, "cannot tell", "unknown-version", what)
    elif CODE in told.properties:
        yield from examine_pack(workspace, name, told)
    elif issued:
        yield from _moved(workspace, name, told)
    else:
        yield _finding(name, "note", "drafted", f"it says that it is the draft of {inspection}, version {commit[:7]}")
        yield from _against_version(workspace, name, data, told)


def _never_issued(name: str, told: DocumentText) -> Observation:
    document, inspection = (told.properties.get(f"reportkit {key}", "") for key in ("document", "inspection"))
    what = (
        f"it says that it is the {document.replace('-', ' ')} of {inspection}, and nothing with these bytes was issued"
    )
    return _finding(name, "incomplete", "never-issued", what)


def _against_version(workspace: Workspace, name: str, data: bytes, told: DocumentText) -> Iterator[Observation]:
    inspection, commit = told.properties["reportkit inspection"], told.properties["reportkit commit"]
    try:
        again = _draw(workspace.root, inspection, commit)
    except ReportkitError as error:
        yield _finding(name, "cannot tell", "not-drawn", f"that version cannot be drawn again: {error.what}")
    else:
        yield _compared(name, data, told, again)
    yield from _moved(workspace, name, told)


def _moved(workspace: Workspace, name: str, told: DocumentText) -> Iterator[Observation]:
    """Return what changed in the inspection since the version that a document is of."""
    inspection, commit = told.properties["reportkit inspection"], told.properties["reportkit commit"]
    moved = moved_since(workspace.root, commit, inspection)
    if moved:
        yield _finding(name, "lapsed", "moved", f"changed since: {listed(moved)}")


def _compared(name: str, data: bytes, told: DocumentText, again: bytes) -> Observation:
    if data == again:
        return _finding(name, "note", "unaltered", "it is what that version gives, byte for byte")
    drawn = read_document(again)
    if drawn.paragraphs == told.paragraphs:
        return _finding(name, "note", "same-words", "its words are those of that version; the file was saved anew")
    matcher = SequenceMatcher(None, drawn.paragraphs, told.paragraphs, autojunk=False)
    changes = [
        told.paragraphs[j1:j2] or drawn.paragraphs[i1:i2]
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
    first = next((text for texts in changes for text in texts if text), "")
    count = f"{len(changes)} place{'' if len(changes) == 1 else 's'}"
    what = f"its words are not those of that version, in {count}, first: “{first[:80]}”"
    return _finding(name, "incomplete", "altered", what)


def _draw(root: Path, inspection: str, commit: str) -> bytes:
    """Return the draft of a version, made anew from its files alone."""
    files = SavedFiles(root, commit)
    with tempfile.TemporaryDirectory(prefix="reportkit-verify-") as scratch:
        for path in ("reportkit.yaml", *files.under(f"inspections/{inspection}"), *files.under("templates")):
            target = Path(scratch) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(files.read(path))
        provenance = Provenance(commit, committed_at(root, commit))
        return draft_of(Path(scratch), inspection, lambda: provenance).data


def _finding(name: str, level: Level, kind: str, what: str) -> Observation:
    return Observation(level=level, kind=kind, where=name, what=what)

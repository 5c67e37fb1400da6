"""Verify a moderation pack: of which version it is, whether that is to be signed, and what was recorded since."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportkit.actions.actor import person_or_guest
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.request import Request
from reportkit.errors import ReportkitError
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.since_version import moved_since
from reportkit.gitstore.records.subjects import Subjects
from reportkit.moderation.codec import name_of
from reportkit.moderation.record_paths import content_folder, records_folder
from reportkit.moderation.sentences import sentence
from reportkit.moderation.sign_offs import stages_of
from reportkit.moderation.subject import is_code_of
from reportkit.moderation.verifying.observation import Level, Observation, listed
from reportkit.word.read.read_document import DocumentText
from reportkit.workspace.workspace import Workspace

CODE = "reportkit version code"
"""The property by which a pack is known: no other document has it."""


class Pack(Struct, frozen=True, kw_only=True):
    """A pack as it says itself: the file's name, of which inspection, made at which commit, with which code."""

    name: str
    inspection: str
    commit: str
    code: str

    def finding(self, level: Level, kind: str, what: str) -> Observation:
        """Return an observation about it."""
        return Observation(level=level, kind=kind, where=self.name, what=what)


def examine_pack(workspace: Workspace, name: str, told: DocumentText) -> Iterator[Observation]:
    """Return everything there is to say of a pack whose commit is here."""
    inspection, commit = told.properties["reportkit inspection"], told.properties["reportkit commit"]
    pack = Pack(name=name, inspection=inspection, commit=commit, code=told.properties[CODE])
    what = (
        f"it says that it is the moderation pack of {inspection}, made at version {commit[:7]}, with code {pack.code}"
    )
    yield pack.finding("note", "pack", what)
    try:
        case_file = gather(workspace, inspection, Request(), person_or_guest)
    except ReportkitError as error:
        yield pack.finding("cannot tell", "not-gathered", f"{inspection} cannot be looked at: {error.what}")
        return
    yield from _of_its_code(workspace, case_file, pack, told)
    yield from _since(workspace, case_file, pack)


def _of_its_code(workspace: Workspace, case_file: CaseFile, pack: Pack, told: DocumentText) -> Iterator[Observation]:
    reader = workspace.reader
    tree = reader.find(f"{pack.commit}:{inside(workspace.root)}{content_folder(pack.inspection)}")
    subjects = Subjects(reader, case_file.repository)
    stages = stages_of(case_file.ledger) if tree else ()
    fits = any(is_code_of(pack.code, subjects.of(pack.inspection, tree.id, each)) for each in stages if tree)
    if not fits or not any(pack.code in words for words in told.paragraphs):
        yield pack.finding(
            "incomplete", "altered", "the code in it is not the one of the version that it says it is of"
        )
    elif is_code_of(pack.code, case_file.standing.subject):
        yield pack.finding("note", "current", "it is of exactly what is to be signed now: a reply to it counts")
    else:
        moved = moved_since(workspace.root, pack.commit, pack.inspection)
        since = f"; changed since: {listed(moved)}" if moved else ""
        what = f"another version is to be signed now, and no reply to it counts{since}"
        yield pack.finding("lapsed", "moved", what)


def _since(workspace: Workspace, case_file: CaseFile, pack: Pack) -> Iterator[Observation]:
    """Return what was recorded since it was made. Its words are not compared, for a pack shows the record too."""
    folder = f"{inside(workspace.root)}{records_folder(pack.inspection)}"
    then = workspace.reader.entries(f"{pack.commit}:{folder}")
    later = [each for each in case_file.ledger.chronicle if name_of(each.record, each.digest) not in then]
    acts = tuple(sentence(each, case_file.ledger, case_file.policy).rstrip(".") for each in later)
    if acts:
        yield pack.finding("note", "recorded-since", f"recorded since it was made: {'; '.join(acts)}")
    what = f"its words were not compared: `reportkit moderate pack {pack.inspection}` makes one to compare with"
    yield pack.finding("note", "not-compared", what)

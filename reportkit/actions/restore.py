"""Put back an inspection that a plain commit took away or renamed, and what of its record was removed or altered."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportkit.actions.recorded_names import recorded_names
from reportkit.errors import Refused
from reportkit.gitstore.rearrange import Entries, Rearranged, rearrange
from reportkit.gitstore.records.missing_folders import MissingFolders
from reportkit.gitstore.records.past_steps import past_steps
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.tree import FOLDER, ORDINARY, TreeEntry
from reportkit.moderation.load_records import tell
from reportkit.moderation.verifying.file_history import Trace, VersionStep, trace
from reportkit.moderation.verifying.missing_content import MissingContent
from reportkit.reading.casework import casework_path
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace


class RestoreRequest(Struct, frozen=True, kw_only=True):
    """The inspection to put back, by the name that its record has."""

    inspection: str


class PreparedRestoration(Struct, frozen=True, kw_only=True):
    """What is put back: the folder, where it is missing, and the record's files, with what the store calls each.

    `copies` are files of the record that were renamed with the folder.
    """

    inspection: str
    content: MissingContent | None
    files: dict[str, str]
    copies: tuple[str, ...]


def prepare(workspace: Workspace, request: RestoreRequest) -> PreparedRestoration:
    """Work out what to put back. Raises Refused where nothing of it is missing, or it cannot be found."""
    slug = request.inspection
    steps = past_steps(workspace.root, workspace.reader)
    told = trace(steps)
    files = {path: each.content for path, each in told.brought.items() if each.inspection == slug}
    lost = {path: content for path, content in files.items() if told.now.get(path) != content}
    missing = _missing_content(workspace, steps, slug) if files else None
    if not lost and missing is None:
        raise Refused(f"Nothing of {slug} and its record is missing in what is saved", remedy=_IN_THE_FOLDER)
    if missing and missing.step is None:
        what = f"The folder of {slug} is in no version that this copy holds"
        raise Refused(what, remedy="Look in another copy, or in the shared place: `reportkit sync`.")
    return PreparedRestoration(
        inspection=slug, content=missing, files=lost, copies=tuple(_copies(told, missing, files))
    )


_IN_THE_FOLDER = "`reportkit verify` tells what is missing in your folder alone."


def _missing_content(workspace: Workspace, steps: list[VersionStep], slug: str) -> MissingContent | None:
    if workspace.trees(f"{INSPECTIONS}/{slug}") != (None,):
        return None
    return MissingFolders(workspace.reader, steps).find(slug, recorded_names(workspace) - _copied_to(workspace, slug))


def _copied_to(workspace: Workspace, slug: str) -> frozenset[str]:
    """Return the names whose records are all about another inspection: its record was renamed with its folder."""
    about = {
        each.slug: {entry.record.inspection for entry in tell(each.records)}
        for each in workspace.all_records.glimpses()
    }
    return frozenset(name for name, inspections in about.items() if inspections == {slug})


def _copies(told: Trace, missing: MissingContent | None, files: dict[str, str]) -> Iterator[str]:
    """Yield the files of the record that lie under the name that the folder has now."""
    if missing is None or not missing.renamed:
        return
    for path, content in files.items():
        copy = path.replace(f"moderation/{missing.inspection}/", f"moderation/{missing.renamed}/", 1)
        if told.now.get(copy) == content:
            yield copy


def carry_out(workspace: Workspace, prepared: PreparedRestoration) -> Rearranged:
    """Save a version with all of it in its place. Raises Refused or Trouble."""

    def find_entries() -> Entries:
        files = {path: TreeEntry(ORDINARY, content) for path, content in prepared.files.items()}
        return {**files, **dict.fromkeys(prepared.copies), **_content(workspace, prepared.content)}

    renamed = prepared.content.renamed if prepared.content else ""
    left = (f"{INSPECTIONS}/{renamed}", f"moderation/{renamed}") if renamed else ()
    return rearrange(workspace.root, find_entries, f"{prepared.inspection}: put back what was taken away", left)


def _content(workspace: Workspace, missing: MissingContent | None) -> Entries:
    """Return the folder as it is under its other name, with its casework, or as it was before it was taken away."""
    if missing is None:
        return {}
    slug, renamed = missing.inspection, missing.renamed
    if not renamed:
        return {f"{INSPECTIONS}/{slug}": TreeEntry(FOLDER, missing.before)}
    (now,) = workspace.trees(f"{INSPECTIONS}/{renamed}")
    if now is None:
        raise Refused("The inspections changed meanwhile", remedy="Look at `reportkit verify`, then repeat this.")
    found: dict[str, TreeEntry | None] = {f"{INSPECTIONS}/{renamed}": None}
    found[f"{INSPECTIONS}/{slug}"] = TreeEntry(FOLDER, now)
    casework = workspace.reader.find(f"HEAD:{inside(workspace.root)}{casework_path(renamed)}")
    if casework:
        found |= {casework_path(renamed): None, casework_path(slug): TreeEntry(ORDINARY, casework.id)}
    return found

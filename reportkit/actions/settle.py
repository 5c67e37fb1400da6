"""Settle a file that two people changed at once: one of the versions stands, or one made of both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from reportkit.actions.change_policy import PolicyEdit, prepare_change
from reportkit.actions.policy_file import read_saved, refuse_unsaved
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import Refused, WrongUse
from reportkit.files.new_id import second_name
from reportkit.gitstore import conflicts
from reportkit.gitstore.conflicts import Settled, Side, Torn
from reportkit.moderation.policy import POLICY
from reportkit.reading.folder import FolderFiles
from reportkit.similar_names import did_you_mean
from reportkit.workspace.workspace import Workspace

_NOTHING_MORE: Mapping[str, bytes] = MappingProxyType({})
_IS_ONE_OF_MANY = re.compile(r"inspections/[^/]+/(?:findings|evidence|recommendations)/[^/]+")


class SettleRequest(Struct, frozen=True, kw_only=True):
    """A request to settle a file by one version; `path` is the file's own, from the project's root.

    One of the others is given: whose version `stands` ("both": they are two things, and each becomes a file of its
    own), the name of the person `of` whom it is, or a `text` that a person made of all versions.
    """

    path: str
    stands: Literal["mine", "theirs", "both"] | None = None
    of: str | None = None
    text: bytes | None = None


class SettlePolicyRequest(Request, frozen=True, kw_only=True):
    """The version of policy.yaml that is in its place, and the one that shall replace it."""

    in_place: bytes
    chosen: bytes


class PreparedSettlement(Struct, frozen=True, kw_only=True):
    """A file to be settled: its versions, and the bytes that stand (None: the file goes).

    `added` are the files that the other versions become where all of them stay. `policy` is what must be recorded
    first, where another policy.yaml than the one in its place shall stand.
    """

    torn: Torn
    data: bytes | None
    added: Mapping[str, bytes] = _NOTHING_MORE
    policy: SettlePolicyRequest | None = None


def find_conflict(workspace: Workspace, inspection: str | None, file: str | None) -> str | None:
    """Return the path of the file that is meant; None where none was named. Raises WrongUse where there is none.

    A finding is named by its id, any other file of an inspection by its path in it, and one that belongs to no
    inspection by its path alone, given as `inspection`.
    """
    waiting = tuple(dict.fromkeys(each.path for each in workspace.conflicts()))
    if file is None:
        return inspection if inspection in waiting else None
    slug = workspace.inspection(inspection)
    for path in (f"inspections/{slug}/findings/{file}.md", f"inspections/{slug}/{file}", f"moderation/{slug}/{file}"):
        if path in waiting:
            return path
    near = did_you_mean(file, [PurePosixPath(path).stem for path in waiting])
    remedy = f"Did you mean '{near}'?" if near else f"`reportkit settle {slug}` lists them."
    raise WrongUse(f"There is nothing to settle in `{file}` of {slug}", remedy=remedy)


def read_versions(workspace: Workspace, path: str) -> Torn:
    """Return all versions of a file that is not settled. Raises Refused where it has but one."""
    return conflicts.look_at(workspace.root, path)


def text_to_edit(torn: Torn) -> bytes:
    """Return all versions in one text, with each difference between marks."""
    return conflicts.side_by_side(torn)


def prepare(workspace: Workspace, request: SettleRequest) -> PreparedSettlement:
    """Work out which bytes stand. Raises Refused where it cannot be known, or the text is not finished."""
    torn = read_versions(workspace, request.path)
    if request.stands == "both":
        return PreparedSettlement(torn=torn, data=torn.sides[0].data, added=_as_files_of_their_own(workspace, torn))
    data = _unmarked(request) if request.text is not None else _side(workspace, torn, request).data
    in_place = torn.sides[0].data
    if torn.path != POLICY or data is None or data == workspace.policy_in_force:
        return PreparedSettlement(torn=torn, data=data)
    policy = SettlePolicyRequest(in_place=in_place or b"", chosen=data)
    return PreparedSettlement(torn=torn, data=data, policy=policy)


def carry_out(workspace: Workspace, prepared: PreparedSettlement) -> Settled:
    """Save the version that stands, once a change of policy is recorded; the others stay in the history.

    Raises Refused where the file has changed since it was looked at, or has unsaved changes.
    """
    torn = prepared.torn
    if prepared.policy:
        torn = read_versions(workspace, torn.path)  # the record has put the chosen version in its place
        if torn.sides[0].data != prepared.data:
            raise _changed_meanwhile(torn.path)
    return conflicts.settle(workspace.root, torn, prepared.data, prepared.added)


def prepare_policy(workspace: Workspace, request: SettlePolicyRequest) -> Prepared:
    """Work out the record of a policy.yaml that replaces the one in its place. Raises Refused."""
    saved = read_saved(workspace)
    if workspace.saved_policy != request.in_place:
        raise _changed_meanwhile(POLICY)
    refuse_unsaved(workspace, request.in_place)
    edit = PolicyEdit(
        saved=saved,
        after=request.chosen,
        message="people: settle what two had changed at once",
        reason="Two people had changed it at once.",
    )
    return prepare_change(SETTLE_POLICY, workspace, request, edit)


def _side(workspace: Workspace, torn: Torn, request: SettleRequest) -> Side:
    if request.of:
        return conflicts.of(torn, request.of)
    if request.stands is None:
        raise WrongUse("It is not clear which version to keep", remedy="Choose one, or make one text of them all.")
    return (conflicts.mine if request.stands == "mine" else conflicts.theirs)(workspace.root, torn)


def _as_files_of_their_own(workspace: Workspace, torn: Torn) -> dict[str, bytes]:
    """Return each version that is kept beside the file, by a path of its own. Raises Refused where it can have none."""
    versions = [side.data for side in torn.sides if side.data is not None]
    place = PurePosixPath(torn.path)
    if len(versions) < len(torn.sides) or not _IS_ONE_OF_MANY.fullmatch(torn.path):
        remedy = "Choose one of them, or bring them together with --edit."
        raise Refused("These are not two things that can both stay", where=torn.path, remedy=remedy)
    taken = {PurePosixPath(path).stem for path in FolderFiles(workspace.root).under(str(place.parent))}
    added: dict[str, bytes] = {}
    for data in versions[1:]:
        name = second_name(place.stem, taken)
        taken.add(name)
        added[str(place.with_name(name + place.suffix))] = data
    return added


def _unmarked(request: SettleRequest) -> bytes:
    """Return the text. Raises Refused while a mark of `text_to_edit` is in it."""
    text = request.text or b""
    if conflicts.still_marked(text):
        raise Refused(
            "Nothing was settled: the text still holds both versions between marks (<<<<<<<, =======, >>>>>>>)",
            where=request.path,
            remedy="Keep what should stand and delete the marks.",
        )
    return text


def _changed_meanwhile(path: str) -> Refused:
    return Refused("It has changed meanwhile", where=path, remedy="Look at it again, then repeat this.")


SETTLE_POLICY = Action("settle", prepare_policy)

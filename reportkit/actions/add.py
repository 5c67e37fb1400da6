"""Add a finding, evidence, a recommendation, a driver or a barrier to an inspection."""

from __future__ import annotations

import os
from collections.abc import Mapping

from msgspec import Struct

from reportkit.actions.addable import THINGS, Thing
from reportkit.actions.field_context import FieldContext
from reportkit.actions.fields import Words, read_fields, refuse_gaps
from reportkit.actions.file_write import FileWrite, write_file
from reportkit.errors import Refused, WrongUse
from reportkit.files.append_item import append_item, ids_in
from reportkit.files.blank_inspection import DRIVERS_AND_BARRIERS, EMPTY_FILES
from reportkit.files.new_id import id_from
from reportkit.files.yaml_text import Value, entry, finding
from reportkit.reading.folder import FolderFiles
from reportkit.reading.names import as_id, why_no_id
from reportkit.similar_names import choose
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace
from reportkit.workspace.write_files import stay_inside


class AddRequest(Struct, frozen=True, kw_only=True):
    """A request to add a thing: its name, the inspection, an id, and what was typed for the fields.

    `inspection` may be left out inside an inspection's folder. Without `id` the title makes one.
    """

    thing: str
    inspection: str | None = None
    id: str | None = None
    words: Words = {}


def prepare(workspace: Workspace, request: AddRequest) -> FileWrite:
    """Return the file to write: a new one, or drivers-and-barriers.yaml with one more entry.

    Raises WrongValue or MissingFields for what was typed, WrongUse for an unknown name or an impossible id, and
    Refused where the id is taken.
    """
    thing = _thing(request.thing)
    context = FieldContext(workspace.root, workspace.inspection(request.inspection))
    values = read_fields(thing.fields, request.words, context)
    refuse_gaps(f"A {thing.name}", thing.fields, values)
    if request.id is not None and (why := why_no_id(request.id)):
        raise WrongUse(f"The id `{request.id}` {why}", remedy=f"A good one is `{as_id(request.id)}`.")
    make = _appended if thing.place in ("drivers", "barriers") else _new_file
    return make(thing, request.id, values, context)


def carry_out(workspace: Workspace, prepared: FileWrite) -> str:
    """Write the file and return its path in the repository. Raises Refused where what is there changed meanwhile."""
    write_file(workspace.root, prepared)
    return prepared.path


def _thing(name: str) -> Thing:
    by_name = {thing.name: thing for thing in THINGS}
    if name not in by_name:
        raise WrongUse(f"`{name}` cannot be added", remedy=choose(name, list(by_name)))
    return by_name[name]


def _new_file(thing: Thing, given_id: str | None, values: Mapping[str, Value], context: FieldContext) -> FileWrite:
    taken = context.ids(thing.place)
    name = given_id or id_from(str(values["title"]), otherwise=thing.name, taken=taken)
    ending = ".md" if thing.place == "findings" else ".yaml"
    path = f"{INSPECTIONS}/{context.slug}/{thing.place}/{name}{ending}"
    if name in taken:
        raise _taken(path)
    stay_inside(context.folder / thing.place, context.root)
    return FileWrite(path, _text(thing, values).encode())


def _appended(thing: Thing, given_id: str | None, values: Mapping[str, Value], context: FieldContext) -> FileWrite:
    path = f"{INSPECTIONS}/{context.slug}/{DRIVERS_AND_BARRIERS}"
    stay_inside(context.folder, context.root)
    before = FolderFiles(context.root).read(path) if os.path.lexists(context.root / path) else None
    data = EMPTY_FILES[DRIVERS_AND_BARRIERS].encode() if before is None else before
    taken = ids_in(data, path)
    if given_id in taken:
        raise _taken(f"{given_id} in {path}")
    name = given_id or id_from(str(values["title"]), otherwise=thing.name, taken=taken)
    return FileWrite(path, append_item(data, thing.place, {"id": name, **values}, path), before)


def _text(thing: Thing, values: Mapping[str, Value]) -> str:
    notes = {field.key: field.note for field in thing.fields if field.note}
    if thing.place != "findings":
        return entry(values, notes)
    return finding({key: value for key, value in values.items() if key != "text"}, str(values["text"] or ""), notes)


def _taken(what: str) -> Refused:
    return Refused(f"{what} is there already; nothing was written", remedy="Choose another id.")

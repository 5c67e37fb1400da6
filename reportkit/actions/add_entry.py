"""A thing's values as a new file, or as one more entry in drivers-and-barriers.yaml."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from reportkit.cli.asking.addable import Thing
from reportkit.cli.asking.field_context import FieldContext
from reportkit.errors import Refused, WrongUse
from reportkit.files.append_item import append_item, ids_in
from reportkit.files.blank_inspection import DRIVERS_AND_BARRIERS, EMPTY_FILES
from reportkit.files.new_id import id_from
from reportkit.files.yaml_text import Value, entry, finding
from reportkit.reading.folder import FolderFiles
from reportkit.reading.names import as_id, why_no_id
from reportkit.workspace.workspace import INSPECTIONS
from reportkit.workspace.write_files import place_new, replace, stay_inside


def write(thing: Thing, given_id: str | None, values: Mapping[str, Value], surroundings: FieldContext) -> Path:
    """Write it, under the id given or one made of the title. Returns the file. Never overwrites."""
    if given_id is not None and (why := why_no_id(given_id)):
        raise WrongUse(f"The id `{given_id}` {why}", remedy=f"A good one is `{as_id(given_id)}`.")
    if thing.place in ("drivers", "barriers"):
        return _append(thing, given_id, values, surroundings)
    return _new_file(thing, given_id, values, surroundings)


def _new_file(thing: Thing, given_id: str | None, values: Mapping[str, Value], surroundings: FieldContext) -> Path:
    taken = surroundings.ids(thing.place)
    name = given_id or id_from(str(values["title"]), otherwise=thing.name, taken=taken)
    path = surroundings.folder / thing.place / f"{name}{'.md' if thing.place == 'findings' else '.yaml'}"
    if name in taken:
        raise _taken(f"{INSPECTIONS}/{surroundings.slug}/{thing.place}/{path.name}")
    stay_inside(path.parent, surroundings.root)
    place_new(path, _text(thing, values).encode())
    return path


def _append(thing: Thing, given_id: str | None, values: Mapping[str, Value], surroundings: FieldContext) -> Path:
    path = surroundings.folder / DRIVERS_AND_BARRIERS
    file = f"{INSPECTIONS}/{surroundings.slug}/{DRIVERS_AND_BARRIERS}"
    stay_inside(path.parent, surroundings.root)
    old = FolderFiles(surroundings.root).read(file) if os.path.lexists(path) else None
    data = EMPTY_FILES[DRIVERS_AND_BARRIERS].encode() if old is None else old
    taken = ids_in(data, file)
    if given_id in taken:
        raise _taken(f"{given_id} in {file}")
    name = given_id or id_from(str(values["title"]), otherwise=thing.name, taken=taken)
    new = append_item(data, thing.place, {"id": name, **values}, file)
    if old is None:
        place_new(path, new)
    else:
        replace(path, old, new)
    return path


def _text(thing: Thing, values: Mapping[str, Value]) -> str:
    notes = {field.key: field.note for field in thing.fields if field.note}
    every = {field.key: values.get(field.key) for field in thing.fields}
    if thing.place != "findings":
        return entry(every, notes)
    return finding({key: value for key, value in every.items() if key != "text"}, str(every["text"] or ""), notes)


def _taken(what: str) -> Refused:
    return Refused(f"{what} is there already; nothing was written", remedy="Choose another id.")

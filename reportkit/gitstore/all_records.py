"""Every inspection's record at one glance: one run of git, whatever their number. `verify` looks closer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from reportkit.gitstore.records.objects import read_tree
from reportkit.gitstore.records.paths import SIGNATURE, inside, records_folder
from reportkit.gitstore.records.reader import Reader
from reportkit.gitstore.tree import FOLDER, Entry
from reportkit.moderation.codec import event_in
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.store import Stored


class Glimpse(Struct, frozen=True):
    """One inspection as it is saved: the id of its folder's tree, its inspection.yaml, its records.

    The records are as they stand there, without what tells who brought them. `particulars` is None where there is
    no such file.
    """

    slug: str
    tree: str
    particulars: bytes | None
    records: tuple[Stored, ...]


class AllRecords:
    """What is saved, read from one process of Git's that answers as long as it is asked."""

    def __init__(self, root: Path, reader: Reader) -> None:
        self._reader = reader
        self._inside = inside(root)

    def glimpses(self) -> tuple[Glimpse, ...]:
        """Every saved inspection, by name."""
        inspections = self._folders("inspections")
        kept = {name: entry for name, entry in self._folders("moderation").items() if name in inspections}
        records = self._records(kept)
        particulars = self._files({name: f"{entry.id}:inspection.yaml" for name, entry in inspections.items()}, records)
        return tuple(
            Glimpse(name, entry.id, particulars.get(name), records.get(name, ()))
            for name, entry in sorted(inspections.items())
        )

    def particulars(self) -> dict[str, bytes]:
        """Every saved inspection.yaml, by the inspection's name."""
        inspections = self._folders("inspections")
        return self._files({name: f"{entry.id}:inspection.yaml" for name, entry in inspections.items()}, inspections)

    def events(self, inspection: str) -> frozenset[str]:
        """The events that an inspection's records tell of, by their files' names alone."""
        files = self._reader.entries(f"HEAD:{self._inside}{records_folder(inspection)}")
        return frozenset(event_in(name) for name in files)

    def _folders(self, path: str) -> dict[str, Entry]:
        entries = self._reader.entries(f"HEAD:{self._inside}{path}")
        return {name: entry for name, entry in entries.items() if entry.mode == FOLDER and name != OF_THE_HOUSE}

    def _records(self, kept: Mapping[str, Entry]) -> dict[str, tuple[Stored, ...]]:
        """The records of each inspection that has any, with as few questions as there are levels.

        They are asked for below the folder's own id: by a path from the top, Git would search the list of all
        inspections through for each of them.
        """
        trees = zip(kept, self._reader.read([f"{entry.id}:records" for entry in kept.values()]), strict=True)
        found = {name: read_tree(each.data) for name, each in trees if each is not None and each.kind == "tree"}
        wanted = {
            (name, file): entry.id
            for name, files in found.items()
            for file, entry in files.items()
            if not file.endswith(SIGNATURE)
        }
        datas = dict(zip(wanted, self._reader.read(tuple(wanted.values())), strict=True))
        sorted_out: dict[str, list[Stored]] = {}
        for (name, file), each in sorted(datas.items(), key=lambda item: item[0]):
            sorted_out.setdefault(name, []).append(Stored(name=file, data=each.data if each else b""))
        return {name: tuple(each) for name, each in sorted_out.items()}

    def _files(self, paths: Mapping[str, str], among: Iterable[str]) -> dict[str, bytes]:
        wanted = {name: paths[name] for name in among}
        found = zip(wanted, self._reader.read(tuple(wanted.values())), strict=True)
        return {name: each.data for name, each in found if each is not None and each.kind == "blob"}

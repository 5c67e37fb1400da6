"""Every inspection's record at one glance: two runs of git, whatever their number. `verify` looks closer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct

from reportkit.gitstore.records.objects import Object
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import EMPTY_TREE, FOLDER, TreeEntry, read_tree
from reportkit.moderation.codec import event_in
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.record_paths import SIGNATURE, records_folder
from reportkit.moderation.store import UNCHECKED, SignerEvidence, Stored


class Glimpse(Struct, frozen=True):
    """One inspection as it is saved: the id of its folder's tree, its inspection.yaml, its records.

    The records are as they stand there, without what tells who brought them. `particulars` is None where there is
    no such file, and `tree` is "" where the folder is missing and only the record is there.
    """

    slug: str
    tree: str
    particulars: bytes | None = None
    records: tuple[Stored, ...] = ()


class AllRecords:
    """The saved records; `reader` answers but for `glimpses`, which has a run of Git to itself."""

    def __init__(self, root: Path, reader: ObjectReader) -> None:
        self._root = root
        self._reader = reader
        self._inside = inside(root)

    def glimpses(self) -> Iterator[Glimpse]:
        """Yield every saved inspection, by name, those too of which only the record is there.

        Git reads on while one is looked at, and others may ask it meanwhile.
        """
        beside = ObjectReader(self._root)
        trees = {name: entry.id for name, entry in self._folders("inspections").items()}
        records = {name: each for name, each in self._records().items() if each or name in trees}
        files = [(f"{trees.get(name, EMPTY_TREE)}:inspection.yaml", *_contents(each)) for name, each in records.items()]
        found = beside.read(list(chain.from_iterable(files)))
        try:
            for name in sorted({*trees, *records}):
                tree = trees.get(name, "")
                yield _glimpse(name, tree, records[name], found) if name in records else Glimpse(name, tree)
        finally:
            beside.close()

    def recorded(self) -> frozenset[str]:
        """The names of the inspections that have a record."""
        return frozenset(name for name, each in self._records().items() if each)

    def particulars(self) -> dict[str, bytes]:
        """Return every saved inspection.yaml, by the inspection's name."""
        inspections = self._folders("inspections")
        return self._files({name: f"{entry.id}:inspection.yaml" for name, entry in inspections.items()}, inspections)

    def of_the_house(self) -> tuple[bytes, ...]:
        """The bytes of every record that concerns all inspections."""
        files = self._reader.entries(f"HEAD:{self._inside}{records_folder(OF_THE_HOUSE)}")
        names = [each.id for name, each in sorted(files.items()) if not name.endswith(SIGNATURE)]
        return tuple(each.data for each in self._reader.read(names) if each)

    def events(self, inspection: str) -> frozenset[str]:
        """Return the events that an inspection's records tell of, by their files' names alone."""
        files = self._reader.entries(f"HEAD:{self._inside}{records_folder(inspection)}")
        return frozenset(event_in(name) for name in files)

    def named_keys(self, inspection: str) -> dict[str, str]:
        """Return the public key that each record's signature names, by the record's file name.

        It is not checked here.
        """
        from reportkit.gitstore.signatures.named_key import named_key  # most commands ask for no key

        files = self._reader.entries(f"HEAD:{self._inside}{records_folder(inspection)}")
        signed = [name for name in files if name.endswith(SIGNATURE)]
        found = zip(signed, self._reader.read([files[name].id for name in signed]), strict=True)
        return {name.removesuffix(SIGNATURE): named_key(each.data if each else b"") for name, each in found}

    def _folders(self, path: str) -> dict[str, TreeEntry]:
        entries = self._reader.entries(f"HEAD:{self._inside}{path}")
        return {name: entry for name, entry in entries.items() if entry.mode == FOLDER and name != OF_THE_HOUSE}

    def _records(self) -> dict[str, dict[str, str]]:
        """Return the ids of each inspection's records and signatures by name, in order, where there is a folder.

        They are asked for below the folder's own id: by a path from the top, Git would search the list of all
        inspections through for each of them.
        """
        folders = self._folders("moderation")
        kept = sorted(folders)
        trees = zip(kept, self._reader.read([f"{folders[name].id}:records" for name in kept]), strict=True)
        return {name: _records_in(each.data) for name, each in trees if each is not None and each.kind == "tree"}

    def _files(self, paths: Mapping[str, str], among: Iterable[str]) -> dict[str, bytes]:
        wanted = {name: paths[name] for name in among}
        found = zip(wanted, self._reader.read(tuple(wanted.values())), strict=True)
        return {name: each.data for name, each in found if each is not None and each.kind == "blob"}


def _records_in(folder: bytes) -> dict[str, str]:
    """The ids of the records and their signatures by name, in order."""
    return {name: entry.id for name, entry in sorted(read_tree(folder).items())}


def _contents(records: Mapping[str, str]) -> Iterator[str]:
    """The ids of the records alone: a glimpse does not look at signatures."""
    yield from (each for name, each in records.items() if not name.endswith(SIGNATURE))


def _glimpse(name: str, tree: str, records: Mapping[str, str], found: Iterator[Object | None]) -> Glimpse:
    """Return one inspection, by the next that was found: its particulars, then its records."""
    particulars = next(found)
    files = [file for file in records if not file.endswith(SIGNATURE)]
    contents = zip(files, found, strict=False)  # what is found of the others stays
    return Glimpse(
        name,
        tree,
        particulars.data if particulars and particulars.kind == "blob" else None,
        tuple(_stored(file, each.data if each else b"", records) for file, each in contents),
    )


def _stored(name: str, data: bytes, records: Mapping[str, str]) -> Stored:
    evidence = UNCHECKED if f"{name}{SIGNATURE}" in records else SignerEvidence()
    return Stored(name=name, data=data, evidence=evidence)

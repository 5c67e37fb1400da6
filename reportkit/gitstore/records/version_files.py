"""The project's files as they stand in one version, or one folder as it once was, whatever is in the work tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from reportkit.errors import Refused
from reportkit.gitstore.records.objects import Object
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.tree import LINK, TreeEntry

_LARGEST = 50_000_000  # bytes
_FILES = ("100644", "100755")
_AHEAD = 64  # files


class SavedFiles:
    """A `Files` over one version (by default the newest), named relative to the project's root."""

    def __init__(self, root: Path, version: str = "HEAD", reader: ObjectReader | None = None) -> None:
        self._root = root
        self._version = version
        self._reader = reader or ObjectReader(root)
        self._known: dict[str, dict[str, TreeEntry]] = {}
        self._folders: dict[str, dict[str, TreeEntry]] = {}
        self._ahead: dict[str, Object | None] = {}

    def under(self, folder: str) -> tuple[str, ...]:
        """Return every file below `folder`, sorted; () where there is no such folder."""
        known = self._listed(folder)
        return tuple(sorted(f"{folder}/{path}" for path in known))

    def read(self, path: str) -> bytes:
        """Return the file's bytes. Raises Refused where the version has no such ordinary file."""
        folder, _, name = path.rpartition("/")
        return _data(path, self._entries(folder).get(name), self._found)

    def _found(self, path: str) -> Object | None:
        """Return the file's content; where its folder was listed, read that of the next files with it.

        A caller who lists a folder reads all of it, in order.
        """
        if path not in self._ahead:
            folder, stroke, first = path.rpartition("/")
            entries = self._entries(folder)
            files = sorted(name for name, entry in entries.items() if name >= first and entry.mode in _FILES)
            names = files[: _AHEAD if any(path.startswith(f"{listed}/") for listed in self._known) else 1]
            contents = self._reader.read([entries[name].id for name in names])
            self._ahead = {folder + stroke + name: found for name, found in zip(names, contents, strict=True)}
        return self._ahead.pop(path)

    def _entries(self, folder: str) -> dict[str, TreeEntry]:
        """Return what is directly in a folder."""
        if folder not in self._folders:
            self._folders[folder] = self._reader.entries(f"{self._commit}:{self._inside}{folder}")
        return self._folders[folder]

    @cached_property
    def _inside(self) -> str:
        return inside(self._root)

    @cached_property
    def _commit(self) -> str:
        found = self._reader.find(f"{self._version}^{{commit}}")
        if found is None:
            raise Refused("Nothing is saved here yet", remedy="Save first: `reportkit save`.")
        return found.id

    def _listed(self, folder: str) -> dict[str, TreeEntry]:
        if folder not in self._known:
            self._known[folder] = self._reader.saved(f"{self._commit}:{self._inside}{folder}")
        return self._known[folder]


class FormerFolder:
    """A `Files` over one folder as it once was: `folder` by its path in the project, `tree` by Git's id.

    It is empty where this copy of the repository does not have that tree.
    """

    def __init__(self, reader: ObjectReader, folder: str, tree: str) -> None:
        self._reader = reader
        self._files = {f"{folder}/{path}": entry for path, entry in reader.files(tree).items()}

    def under(self, folder: str) -> tuple[str, ...]:
        """Return every file below `folder`, sorted."""
        return tuple(sorted(path for path in self._files if path.startswith(f"{folder}/")))

    def read(self, path: str) -> bytes:
        """Return the file's bytes. Raises Refused where the folder had no such ordinary file."""
        entry = self._files.get(path)
        return _data(path, entry, lambda _: self._reader.find(entry.id) if entry else None)


def _data(path: str, entry: TreeEntry | None, find: Callable[[str], Object | None]) -> bytes:
    if entry and entry.mode == LINK:
        raise Refused("is a link to another place", where=path, remedy="Put the file itself here.")
    found = find(path) if entry and entry.mode in _FILES else None
    if found is None:
        raise Refused("There is no such file in what is saved", where=path)
    if len(found.data) > _LARGEST:
        raise Refused(f"This file is larger than {_LARGEST // 1_000_000} MB", where=path)
    return found.data

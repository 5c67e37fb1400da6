"""A workspace without a disk or Git: what actions refuse and record is tried on it in milliseconds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from reportkit.errors import Refused
from reportkit.gitstore.all_records import Glimpse
from reportkit.gitstore.identity import Identity
from reportkit.gitstore.progress_report import TellProgress
from reportkit.inspection.file_changes import FileChange
from reportkit.inspection.repository import Repository
from reportkit.moderation.endings import Ending, PolicyChange
from reportkit.moderation.policy import Policy
from reportkit.moderation.policy_in_force import PolicyState, PolicyThen
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.record_paths import records_folder
from reportkit.moderation.store import RecordStore
from reportkit.reading.files import Files
from reportkit.reading.policy import policy_from
from reportkit.reading.repository import read_repository
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.policy_history import PolicyHistory
from reportkit.workspace.workspace import Workspace
from tests.moderation.memory import MemoryStore


class FilesInMemory:
    """A `Files` over a mapping of paths to bytes."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(files)

    def under(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(path for path in self._files if path.startswith(f"{folder}/")))

    def read(self, path: str) -> bytes:
        if path not in self._files:
            raise Refused("There is no such file in what is saved", where=path)
        return self._files[path]


class RecordsInMemory:
    """What is asked of Git about all inspections at once."""

    def __init__(self, workspace: WorkspaceInMemory) -> None:
        self._workspace = workspace

    def particulars(self) -> dict[str, bytes]:
        files, names = self._workspace.saved, self._workspace.inspection_names()
        return {name: files.read(f"{INSPECTIONS}/{name}/inspection.yaml") for name in names}

    def glimpses(self) -> Iterator[Glimpse]:
        for name, data in self.particulars().items():
            (tree,) = self._workspace.trees(f"{INSPECTIONS}/{name}")
            yield Glimpse(name, tree or "", data, self._workspace.records.records(name))

    def named_keys(self, _: str) -> dict[str, str]:
        return {}

    def of_the_house(self) -> tuple[bytes, ...]:
        return tuple(each.data for each in self._workspace.records.records(OF_THE_HOUSE))

    def recorded(self) -> frozenset[str]:
        return frozenset(self._workspace.records.names) - {OF_THE_HOUSE}


class UnchangedPolicy(PolicyHistory):
    """A policy that was never changed."""

    def __init__(self, data: bytes) -> None:
        self._policy = PolicyThen(hashlib.sha256(data).hexdigest(), policy_from(data))

    @property
    def state(self) -> PolicyState:
        return PolicyState(self._policy, self._policy)

    @property
    def changes(self) -> tuple[PolicyChange, ...]:  # type: ignore[override]  # there are none
        return ()

    def policies(self) -> tuple[Policy, ...]:
        return ()

    def policy_of(self, digest: str) -> Policy | None:
        return None


class WorkspaceInMemory(Workspace):
    """A workspace over files in memory, at which several people may sit: `user` is Git's."""

    def __init__(self, files: Mapping[str, bytes], user: Identity, seconds: int) -> None:
        super().__init__(Path("/in-memory"))
        self._files = dict(files)
        self._trees: dict[str, dict[str, bytes]] = {}
        self._seconds = seconds
        self.user = user
        self.records = MemoryStore(self.repository.repository)
        self.save({})

    def copy(self, folder: Path) -> WorkspaceInMemory:
        """A workspace where all is the same, which goes its own way from here; what is handed over is put in `folder`.

        Reading the same files again would cost more than all the rest of a test.
        """
        other = WorkspaceInMemory.__new__(WorkspaceInMemory)
        Workspace.__init__(other, folder)
        other._files, other._trees, other._seconds = dict(self._files), dict(self._trees), self._seconds
        other.user, other.records = self.user, self.records.copy()
        other.__dict__["repository"] = self.repository
        return other

    def save(self, files: Mapping[str, bytes]) -> None:
        """Save these files as one version."""
        self._files |= files
        for slug in {path.split("/")[1] for path in self._files if path.startswith(f"{INSPECTIONS}/")}:
            folder = f"{INSPECTIONS}/{slug}/"
            own = {path.removeprefix(folder): data for path, data in self._files.items() if path.startswith(folder)}
            self.records.save(slug, own)
        policy = "moderation/policy.yaml"
        if policy in files or policy not in self.records.files:
            self.records.files[policy] = self._files.get(policy, b"")

    def remove(self, path: str) -> None:
        """Save a version without this file."""
        del self._files[path]
        self.save({})

    @cached_property
    def repository(self) -> Repository:
        return read_repository(FilesInMemory(self._files))

    @property
    def root(self) -> Path:  # type: ignore[override]  # there is no repository to find
        return self.start

    @property
    def all_records(self) -> RecordsInMemory:  # type: ignore[override]  # Git's reads a repository
        return RecordsInMemory(self)

    def shared_first(self, progress: TellProgress | None = None) -> RecordStore:
        return self.records

    @property
    def store(self) -> RecordStore:  # type: ignore[override]  # Git's reads a repository
        return self.records

    @property
    def saved(self) -> Files:
        records = {
            f"{records_folder(name)}/{stored.name}": stored.data
            for name in self.records.names
            for stored in self.records.records(name)
        }
        return FilesInMemory({**self._files, **self.records.files, **records})

    @property
    def identity(self) -> Identity:  # type: ignore[override]  # people take turns
        return self.user

    @property
    def is_shared(self) -> bool:  # type: ignore[override]  # there is one copy
        return False

    def inspection_names(self) -> tuple[str, ...]:
        return tuple(sorted({path.split("/")[1] for path in self.saved.under(INSPECTIONS)}))

    def version_of(self, slug: str) -> str:
        return (self._tree(f"{INSPECTIONS}/{slug}") or "")[:40]

    def find_endings(self) -> tuple[Ending, ...]:
        return ()

    @property
    def policy_history(self) -> PolicyHistory:  # type: ignore[override]  # no history, and so nothing was changed by hand
        return UnchangedPolicy(self.saved_policy)

    def newest_version_time(self) -> int | None:
        return self._seconds

    def trees(self, *folders: str) -> tuple[str | None, ...]:
        return tuple(self._tree(folder) for folder in folders)

    def folder_at(self, folder: str, tree: str) -> Files:
        return FilesInMemory({f"{folder}/{path}": data for path, data in self._trees.get(tree, {}).items()})

    def changes(self, old: str, new: str) -> tuple[FileChange, ...] | None:
        before, after = self._content(old), self._content(new)
        if before is None or after is None:
            return None
        paths = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
        return tuple(FileChange(path, "changed") for path in paths)

    def changed_words(self, old: str, new: str) -> str:
        return ", ".join(change.path for change in self.changes(old, new) or ())

    def _content(self, tree: str) -> Mapping[str, bytes] | None:
        """The files of a tree, by its id or as `COMMIT:./FOLDER`, where HEAD is what is saved."""
        commit, _, folder = tree.partition(":./")
        if not folder:
            return self._trees.get(tree)
        return self._trees[self._tree(folder) or ""] if commit == "HEAD" else self.records.content_of(commit)

    def _tree(self, folder: str) -> str | None:
        files = {
            path.removeprefix(f"{folder}/"): data for path, data in self._files.items() if path.startswith(f"{folder}/")
        }
        if not files:
            return None
        digest = hashlib.sha1(usedforsecurity=False)
        for path in sorted(files):
            digest.update(f"{path}\0{len(files[path])}\0".encode() + files[path])
        self._trees[digest.hexdigest()] = files
        return digest.hexdigest()

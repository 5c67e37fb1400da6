"""One person's copy of the repository, as questions and actions use it."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reportkit.errors import WrongUse
from reportkit.workspace.inspection_folders import inspection_around, inspection_names
from reportkit.workspace.policy_history import PolicyHistory, saved_policy
from reportkit.workspace.wrong_name import no_such_inspection

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.gitstore.all_records import AllRecords
    from reportkit.gitstore.identity import Identity
    from reportkit.gitstore.progress_report import TellProgress
    from reportkit.gitstore.records.reader import ObjectReader
    from reportkit.inspection.conflicts import Unsettled
    from reportkit.inspection.file_changes import FileChange
    from reportkit.inspection.repository import Repository
    from reportkit.moderation.endings import Ending, PolicyChange
    from reportkit.moderation.policy import Policy
    from reportkit.moderation.store import RecordStore
    from reportkit.reading.files import Files


class Workspace:
    """A copy of the repository, found from the folder `start`. Close it when the work is done.

    Nothing is looked for before it is asked for. `may_ask_passphrase` says whether a person is at a terminal to type
    the passphrase of a signing key, `is_offline` that the shared place is not to be asked anything.
    """

    may_ask_passphrase = False
    is_offline = False

    def __init__(self, start: Path) -> None:
        self.start = start
        self._closing = ExitStack()

    def __enter__(self) -> Self:
        """Return the workspace itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """End the runs of Git that were started. The next question starts them again."""
        self._closing.close()
        for name in ("reader", "store", "policy_history"):
            self.__dict__.pop(name, None)

    def refresh(self) -> None:
        """Forget what was known of the record's history: others' work has come in."""
        self.__dict__.pop("policy_history", None)

    @cached_property
    def place(self) -> Path:
        """The repository's root folder, found by walking up. Raises WrongUse where there is none."""
        from reportkit.reading.root import find_root  # reading is heavy; `--help` needs none of it

        return find_root(self.start)

    @cached_property
    def repository(self) -> Repository:
        """Return what reportkit.yaml says. Raises Unreadable where it cannot be read, or needs a newer reportkit."""
        from reportkit.reading.folder import FolderFiles
        from reportkit.reading.repository import read_repository

        return read_repository(FolderFiles(self.place))

    @cached_property
    def root(self) -> Path:
        """The root folder of a repository that this program can read. Raises WrongUse or Unreadable."""
        _ = self.repository
        return self.place

    @cached_property
    def reader(self) -> ObjectReader:
        """The reader of Git's objects: one run of Git, however often it is asked."""
        from reportkit.gitstore.records.reader import ObjectReader

        reader = ObjectReader(self.root)
        self._closing.callback(reader.close)
        return reader

    @cached_property
    def store(self) -> RecordStore:
        """The record."""
        from reportkit.gitstore.records import GitRecordStore

        return GitRecordStore(self.root, self.repository.repository, self.reader)

    @property
    def all_records(self) -> AllRecords:
        """Every inspection's record and particulars, as they are saved."""
        from reportkit.gitstore.all_records import AllRecords

        return AllRecords(self.root, self.reader)

    def shared_first(self, progress: TellProgress | None = None) -> RecordStore:
        """Return the record for what is in the shared place before it is recorded here."""
        from reportkit.gitstore.records.shared_first import SharedFirstStore

        store = SharedFirstStore(self.root, self.repository.repository, progress)
        self._closing.callback(store.close)
        return store

    @property
    def saved(self) -> Files:
        """The repository's files as they are saved now: each call looks at the newest version."""
        from reportkit.gitstore.records import SavedFiles

        return SavedFiles(self.root, reader=self.reader)

    @cached_property
    def policy_history(self) -> PolicyHistory:
        """Every change of the policy."""
        return PolicyHistory(self.root, self.reader)

    def find_endings(self) -> tuple[Ending, ...]:
        """Return the keys and roles that changes of policy ended, found once and only when they are asked for."""
        return self.policy_history.endings

    def find_policy(self, digest: str) -> Policy | None:
        """Return the policy whose bytes have this SHA-256, saved now or before; None where no version has it."""
        return self.policy_history.policy_of(digest)

    def find_changes(self) -> tuple[PolicyChange, ...]:
        """Return every change of the policy, found once and only when they are asked for."""
        return self.policy_history.changes

    @property
    def policy_in_force(self) -> bytes:
        """policy.yaml as it is in force: as it was last saved, but for changes by hand under strict judging."""
        return self.policy_history.in_force_instead or self.saved_policy

    @property
    def saved_policy(self) -> bytes:
        """policy.yaml as it was last saved. Raises Refused where it never was."""
        return saved_policy(self.saved)

    def saved_at(self, version: str) -> Files:
        """Return the repository's files as they were in a version."""
        from reportkit.gitstore.records import SavedFiles

        return SavedFiles(self.root, version, self.reader)

    def conflicts(self, slug: str = "") -> tuple[Unsettled, ...]:
        """Return the files with two versions that wait for a choice: those that concern one inspection, or all."""
        from reportkit.gitstore.conflicts import unsettled

        return unsettled(self.root, slug)

    @cached_property
    def identity(self) -> Identity:
        """Git's user on this computer."""
        from reportkit.gitstore.identity import identity

        return identity(self.root)

    @property
    def known_identity(self) -> Identity:
        """Git's user as far as Git knows them: for questions that do not depend on who asks."""
        from reportkit.gitstore.identity import known_identity

        return known_identity(self.root)

    @cached_property
    def has_history(self) -> bool:
        """Return whether the folder is in a Git repository, so that there can be a record."""
        return any((folder / ".git").exists() for folder in (self.root, *self.root.resolve().parents))

    @cached_property
    def is_shared(self) -> bool:
        """Return whether versions can be shared; asked of Git once."""
        from reportkit.gitstore.remote import has_shared_place

        return has_shared_place(self.root)

    def others_can_see(self, version: str) -> bool:
        """Return whether the shared place, as it was last seen, has a version, or may have it ("": an unknown one)."""
        from reportkit.gitstore.remote import is_shared

        return self.is_shared and is_shared(self.root, version)

    def newest_version_time(self) -> int | None:
        """Return when the newest version was saved, in seconds since 1970. None where nothing was saved."""
        newest = self.reader.commit("HEAD^{commit}")
        return newest.seconds if newest else None

    def version_of(self, slug: str) -> str:
        """Return the commit of the newest version that changed an inspection, "" where there is none."""
        from reportkit.gitstore.provenance import begin_provenance

        return begin_provenance(self.root, slug).result().commit or ""

    def trees(self, *folders: str) -> tuple[str | None, ...]:
        """Return the id of each folder's saved tree, None for a folder that was never saved."""
        from reportkit.gitstore.tree_ids import trees

        return trees(self.root, self.reader, *folders)

    def folder_at(self, folder: str, tree: str) -> Files:
        """Return a folder's files as they were in a tree. Empty where this copy does not have the tree."""
        from reportkit.gitstore.records.version_files import FormerFolder

        return FormerFolder(self.reader, folder, tree)

    def changes(self, old: str, new: str) -> tuple[FileChange, ...] | None:
        """Return the files that differ between two trees, sorted. None where the older is not in this copy."""
        from reportkit.gitstore.tree_ids import changes_between

        return changes_between(self.root, old, new)

    def changed_words(self, old: str, new: str) -> str:
        """Return the words that differ between two trees, marked as [-gone-] and {+new+}."""
        from reportkit.gitstore.word_diff import words_between

        return words_between(self.root, old, new)

    def inspection_names(self) -> tuple[str, ...]:
        """Return the inspections' names, from the folders alone."""
        return inspection_names(self.root)

    def inspection(self, given: str | None) -> str:
        """Return the inspection's name: as given, or the one whose folder was the start.

        Raises WrongUse where no inspection has that name, or none was named; Damaged where only its record is there.
        """
        name = given or self.inspection_here()
        there = self.inspection_names()
        if name is None:
            names = ", ".join(there) or "none yet (`reportkit new` makes one)"
            raise WrongUse("It is not clear which inspection is meant", remedy=f"Name it; there are: {names}.")
        if name not in there:
            raise no_such_inspection(self, name, there)
        return name

    def inspection_here(self) -> str | None:
        """Return the inspection whose folder was the start, or None."""
        return inspection_around(self.root, self.start)

    def output(self, given: Path | str | None, folder: str = "") -> Path:
        """Return where made files go: the place that was given, or out/ in the repository, or a folder in it."""
        return self.root / "out" / folder if given is None else self.start / given

"""The record kept in Git: read from the newest version's tree, added to by one commit for each act."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from pathlib import Path

from reportkit.errors import Damaged, Newer, Refused
from reportkit.gitstore.git_errors import missing, no_version
from reportkit.gitstore.records.first_commit import brought_by
from reportkit.gitstore.records.objects import Commit
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.subjects import Subjects
from reportkit.gitstore.tree import TreeEntry
from reportkit.moderation.causal_order import heads_of
from reportkit.moderation.codec import digest_of, parse
from reportkit.moderation.policy import POLICY
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.record_paths import SIGNATURE, content_folder, records_folder
from reportkit.moderation.store import Receipt, Recording, Stored
from reportkit.moderation.subject import DRAFT, Signing


class GitRecordStore:
    """A RecordStore over the repository around `root`, the project's folder; `repository` is its id in reportkit.yaml.

    Everything is read from what is saved, never from the work tree; only `unsaved` looks there.
    """

    def __init__(self, root: Path, repository: str, reader: ObjectReader | None = None) -> None:
        self._root = root
        self._reader = reader or ObjectReader(root)
        self._subjects = Subjects(self._reader, repository)

    def close(self) -> None:
        """Let Git end; the next question starts it again."""
        self._reader.close()

    def records(self, inspection: str) -> tuple[Stored, ...]:
        """Return every record of the inspection, sorted by name; with the commit that brought it, and its author."""
        version, folder = self._newest(), records_folder(inspection)
        files = self._entries(version, folder)
        names = sorted(name for name in files if not name.endswith(SIGNATURE))
        commits = brought_by(self._root, version, folder, names)
        authors = {commit: self._reader.commit(commit) for commit in {*commits.values()}}
        contents = self._contents(files, [*names, *(name + SIGNATURE for name in names)])
        return tuple(_stored(name, contents, commits.get(name, ""), authors) for name in names)

    def version(self, inspection: str) -> str:
        """Return a digest of what the act rests on: the trees of content and records, and the policy."""
        return self.version_at(self._newest(), inspection)

    def version_at(self, commit: str, inspection: str) -> str:
        """Return the same, as it was at a commit."""
        content = () if inspection == OF_THE_HOUSE else (content_folder(inspection),)
        paths = (*content, records_folder(inspection), POLICY)
        found = self._reader.read([f"{commit}:{self._inside}{path}" for path in paths])
        return hashlib.sha256("\n".join(each.id if each else "" for each in found).encode()).hexdigest()

    def heads(self, inspection: str) -> tuple[str, ...]:
        """Return the digests of the records that no other has seen."""
        files = self._entries(self._newest(), records_folder(inspection))
        contents = self._contents(files, [name for name in files if not name.endswith(SIGNATURE)])
        return heads_of({digest_of(data): _seen(name, data) for name, data in contents.items()})

    def subject(self, inspection: str, signing: Signing = DRAFT) -> str:
        """Return the subject of what is saved."""
        if inspection == OF_THE_HOUSE:
            raise Refused("What concerns all inspections is of no one's content")
        found = self._reader.folder(f"{self._newest()}:{self._inside}{content_folder(inspection)}")
        if found is None:
            raise Refused(f"There is no inspection {inspection} in what is saved", remedy="Save it: `reportkit save`.")
        return self._subjects.of(inspection, found.id, signing)

    def unsaved(self, inspection: str) -> AbstractContextManager[Callable[[], tuple[str, ...]]]:
        """Return a look for the inspection's files that differ from what is saved; relative to its folder."""
        if inspection == OF_THE_HOUSE:
            return nullcontext(tuple)
        folder = content_folder(inspection)
        found = self._reader.find(f"{self._newest()}:{self._inside}{folder}")
        from reportkit.gitstore.records.unsaved import unsaved  # it needs a scratch folder, which is heavy

        return unsaved(self._root, folder, found.id if found else None)

    def append(self, act: Recording) -> Receipt:
        """Record the act. Raises OutOfDate, Refused or Trouble, and then nothing is recorded."""
        from reportkit.gitstore.records.append import append  # most commands only read

        return append(self._root, self._reader, act, self.version_at)

    @cached_property
    def _inside(self) -> str:
        return inside(self._root)

    def _newest(self) -> str:
        found = self._reader.find("HEAD^{commit}")
        if found is None:
            raise no_version()
        return found.id

    def _entries(self, version: str, folder: str) -> dict[str, TreeEntry]:
        return self._reader.entries(f"{version}:{self._inside}{folder}")

    def _contents(self, files: dict[str, TreeEntry], names: list[str]) -> dict[str, bytes]:
        there = [name for name in names if name in files]
        found = dict(zip(there, self._reader.read([files[name].id for name in there]), strict=True))
        for name, each in found.items():
            if each is None:
                raise missing(files[name].id)
        return {name: each.data for name, each in found.items() if each is not None}


def _stored(name: str, contents: dict[str, bytes], commit: str, authors: dict[str, Commit | None]) -> Stored:
    from reportkit.gitstore.records.signature_evidence import signer_evidence  # `status` takes everyone at their word

    author, signature = authors.get(commit), contents.get(name + SIGNATURE)
    claim = (author.name, author.email) if author else ("", "")
    evidence = signer_evidence(contents[name], signature, *claim)
    return Stored(name=name, data=contents[name], signature=signature, commit=commit, evidence=evidence)


def _seen(name: str, data: bytes) -> tuple[str, ...]:
    try:
        return parse(data).seen
    except Newer as error:
        raise Newer(error.what, where=name, remedy=error.remedy) from None
    except Damaged as error:
        raise Damaged(error.what, where=name, remedy="`reportkit verify` shows more.") from None

"""Objects read by name from one `git cat-file --batch`, each held against its own id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportkit.errors import Damaged
from reportkit.gitstore.git_errors import missing, trouble, unsupported
from reportkit.gitstore.git_program import Conversation, converse, run
from reportkit.gitstore.records.objects import Commit, Object, child, read_commit
from reportkit.gitstore.tree import FOLDER, TreeEntry, id_of, read_tree

_ID_LENGTH = 40
_MANY = 300  # names that are worth a run of Git of their own
_AT_ONCE = 4000  # bytes of names; less than any pipe holds, so that neither side waits for the other
_NO_OBJECT = "0" * _ID_LENGTH


class ObjectReader:
    """Reads objects of the repository around `root`. Git is started with the first question."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._running: Conversation | None = None

    def close(self) -> None:
        """Let Git end. The next question starts it again."""
        if self._running is not None:
            self._running.close()
            self._running = None

    def find(self, name: str) -> Object | None:
        """Return the object with an id, or a name such as "HEAD:folder"; None where there is none. Raises as `read`."""
        return next(self.read([name]))

    def read(self, names: Sequence[str]) -> Iterator[Object | None]:
        """Yield the objects with these names, in order.

        Raises Damaged for one that is not what its id says, Trouble.
        """
        names = [self._on_one_line(name) if "\n" in name or name.endswith("\r") else name for name in names]
        if len(names) > _MANY:
            yield from self._read_many(names)
            return
        for some in _portions(names):
            git = self._git()
            git.say("".join(f"{name}\n" for name in some).encode("utf-8", "surrogateescape"))
            for _ in some:
                yield self._answer(git)

    def _read_many(self, names: Sequence[str]) -> Iterator[Object | None]:
        """Yield the same by a run of its own, which works on while its answers are read."""
        git = converse(self._root, ("cat-file", "--batch", "--buffer"))
        git.say_last("".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
        try:
            for _ in names:
                yield self._answer(git)
        finally:
            git.close()

    def commit(self, name: str) -> Commit | None:
        """Return what a commit says."""
        found = self.find(name)
        return read_commit(found.data) if found and found.kind == "commit" else None

    def entries(self, name: str) -> dict[str, TreeEntry]:
        """Return what is directly in a folder, by name: {} where there is no such folder."""
        found = self.folder(name)
        return read_tree(found.data) if found else {}

    def folder(self, name: str) -> Object | None:
        """Return the folder given as "VERSION:folder", None where the version has none.

        Raises Trouble where the version has it, and Git does not.
        """
        found = self.find(name)
        if found is None:
            self._refuse_lost(name)
        return found if found and found.kind == "tree" else None

    def _refuse_lost(self, name: str) -> None:
        """Raise Trouble where Git has lost the folder of this name, or one above it."""
        version, _, path = name.partition(":")
        commit = self.commit(version)
        wanted = commit.tree if commit else None
        for part in path.split("/"):
            if wanted is None:
                return
            found = self.find(wanted)
            if found is None:
                raise missing(wanted)
            wanted = child(found.data, part) if found.kind == "tree" else None
        if wanted is not None:
            raise missing(wanted)

    def saved(self, name: str) -> dict[str, TreeEntry]:
        """Return everything below a folder given as "VERSION:folder", by path: {} where there is no such folder."""
        found = self.folder(name)
        return self.files(found.id) if found else {}

    def files(self, name: str) -> dict[str, TreeEntry]:
        """Return everything below a folder but the folders themselves, by path. Raises Trouble where one is missing."""
        return next(files for _, files in self.files_of([name]))

    def files_of(self, names: Iterable[str]) -> Iterator[tuple[str, dict[str, TreeEntry]]]:
        """Return the same of many folders by id, each once: level by level, so that one question serves them all."""
        found: dict[str, dict[str, TreeEntry]] = {name: {} for name in names}
        level = [(name, "", name) for name in found]
        while level:
            trees = self.read([tree for _, _, tree in level])
            below = [
                (top, path, entry)
                for (top, path, tree), each in zip(level, trees, strict=True)
                for path, entry in _below(path, tree, each)
            ]
            for top, path, entry in below:
                if entry.mode != FOLDER:
                    found[top][path] = entry
            level = [(top, f"{path}/", entry.id) for top, path, entry in below if entry.mode == FOLDER]
        return iter(found.items())

    def _on_one_line(self, name: str) -> str:
        """Return the id for a name that has a line end in it: Git would take it for two, and answer twice."""
        finished = run(self._root, "rev-parse", "--quiet", "--verify", name)
        return _NO_OBJECT if finished.code else finished.output.decode("ascii").strip()

    def _git(self) -> Conversation:
        if self._running is None:
            self._running = converse(self._root, ("cat-file", "--batch"))
        return self._running

    def _answer(self, git: Conversation) -> Object | None:
        """Return one answer: "ID kind size", the content, a line end; or "NAME missing"."""
        answers = git.answers
        header = answers.readline()
        if not header:
            if git is self._running:
                self._running = None
            raise trouble("cat-file", git.close(), self._root)
        if header.endswith((b" missing\n", b" ambiguous\n")):
            return None
        name, kind, size = header.decode("ascii").split()
        found = Object(kind, answers.read(int(size) + 1)[:-1])
        if id_of(kind, found.data) != name:
            raise unsupported("sha256") if len(name) > _ID_LENGTH else _altered(name)
        return found


def _below(path: str, tree: str, found: Object | None) -> Iterator[tuple[str, TreeEntry]]:
    if found is None:
        raise missing(tree)
    for name, entry in read_tree(found.data).items() if found.kind == "tree" else ():
        yield path + name, entry


def _portions(names: Sequence[str]) -> Iterator[list[str]]:
    some: list[str] = []
    length = 0
    for name in names:
        if some and length + len(name) > _AT_ONCE:
            yield some
            some, length = [], 0
        some.append(name)
        length += len(name) + 1
    if some:
        yield some


def _altered(name: str) -> Damaged:
    return Damaged(
        f"Git's object {name[:12]} does not hold what its name says: a person, or the disk, altered it",
        remedy="Run `git fsck --full`, and fetch a fresh clone from the shared repository.",
    )

"""The versions that changed policy.yaml: found by their records, or by asking Git for every version."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path

from msgspec import Struct

from reportkit.gitstore.git_program import git
from reportkit.gitstore.records.first_commit import brought_by
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.moderation.causal_order import SLACK
from reportkit.moderation.policy import POLICY
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.record_paths import SIGNATURE, records_folder

_LIST = ("rev-list", "--timestamp", "--topo-order", "--parents", "--reverse", "HEAD")
_LOG = ("log", "--no-show-signature", "--no-renames", "--no-relative", "--topo-order", "--reverse", "--format=%H %P")


class PolicyVersion(Struct, frozen=True):
    """A version that changed the policy: its commit, and the file's bytes before and after; b"" where there is none."""

    commit: str
    before: bytes
    after: bytes


class PlainVersion(Struct, frozen=True):
    """A version: when it was made, its commit and those that it was made upon."""

    seconds: int
    commit: str
    parents: tuple[str, ...] = ()

    @property
    def is_change(self) -> bool:
        """Return whether it was made upon one version: what a merge takes over was changed in one of its sides."""
        return len(self.parents) == 1


class PolicyVersions:
    """Finds the versions of one repository's policy in what HEAD has."""

    def __init__(self, root: Path, reader: ObjectReader) -> None:
        self._root = root
        self._reader = reader
        self._inside = inside(root)

    def find(self) -> tuple[PolicyVersion, ...]:
        """Return the versions that changed the policy upon another, oldest first.

        Each recorded change names its time, so that its version is found among few. To ask Git which versions changed
        the file takes minutes where there are 200,000: it is done where the records do not explain every change.
        """
        recorded = self._recorded()
        return self._every() if recorded is None else recorded

    @cached_property
    def graph(self) -> tuple[PlainVersion, ...]:
        """Every version in what HEAD has, parents first."""
        return tuple(_version(*line.split()) for line in git(self._root, *_LIST).decode("ascii").splitlines())

    @cached_property
    def brought(self) -> dict[str, str]:
        """The commit that brought each record of what concerns all inspections, by the record's file name.

        One that came in with a merge is not there. Those that say another time than their version, as in a
        demonstration, are looked for through all versions.
        """
        by_time = sorted(self.graph, key=_time)
        names = self._names()
        found = {name: each.commit for name in names for each in self._that_brought(name, by_time)}
        left = [name for name in names if name not in found]
        return found | brought_by(self._root, "HEAD", records_folder(OF_THE_HOUSE), left)

    def _names(self) -> list[str]:
        names = self._reader.entries(f"HEAD:{self._inside}{records_folder(OF_THE_HOUSE)}")
        return [name for name in names if not name.endswith(SIGNATURE)]

    def _recorded(self) -> tuple[PolicyVersion, ...] | None:
        """Return the same by the records alone; None where they leave a change unexplained."""
        records, versions = self._names(), self.graph
        found = set(self.brought.values())
        changes = self._changes([each for each in versions if each.commit in found])
        first, newest = self._policies([versions[0].commit, "HEAD"])
        explained = {first, *(each.after for each in changes)}
        whole = len(found) >= len(records) and explained.issuperset([newest, *(each.before for each in changes)])
        return changes if whole else None

    def _that_brought(self, name: str, by_time: Sequence[PlainVersion]) -> Iterator[PlainVersion]:
        """Yield the versions near a record's time which have it, and whose only parent does not: no merge."""
        seconds = _seconds(name)
        first = bisect_left(by_time, seconds - SLACK, key=_time)
        last = bisect_right(by_time, seconds + SLACK, key=_time)
        near = [each for each in by_time[first:last] if each.is_change]
        path = f"{self._inside}{records_folder(OF_THE_HOUSE)}/{name}"
        asked = [f"{commit}:{path}" for each in near for commit in (each.commit, *each.parents)]
        answers = self._reader.read(asked)
        for each in near:
            there, before = next(answers), next(answers)
            if there is not None and before is None:
                yield each

    def _every(self) -> tuple[PolicyVersion, ...]:
        lines = git(self._root, *_LOG, "HEAD", "--", POLICY).decode("ascii").splitlines()
        return self._changes([_version("0", *line.split()) for line in lines])

    def _changes(self, versions: Sequence[PlainVersion]) -> tuple[PolicyVersion, ...]:
        upon = [each for each in versions if each.is_change]
        policies = self._policies(list(chain.from_iterable((each.commit, *each.parents) for each in upon)))
        pairs = zip(upon, policies[::2], policies[1::2], strict=True)
        return tuple(PolicyVersion(each.commit, before, after) for each, after, before in pairs)

    def _policies(self, commits: Sequence[str]) -> list[bytes]:
        found = self._reader.read([f"{commit}:{self._inside}{POLICY}" for commit in commits])
        return [each.data if each else b"" for each in found]


def _version(seconds: str, commit: str, *parents: str) -> PlainVersion:
    return PlainVersion(int(seconds), commit, parents)


def _seconds(name: str) -> int:
    """Return the time that a record's name begins with; 0 for a file that is no record."""
    try:
        return int(dt.datetime.strptime(name[:16], "%Y%m%dT%H%M%S%z").timestamp())
    except ValueError:
        return 0


def _time(version: PlainVersion) -> int:
    return version.seconds

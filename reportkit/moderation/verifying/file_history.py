"""What happened to the files of the record, version after version: what was brought, lost, altered, by whom."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from reportkit.moderation.policy import POLICY
from reportkit.moderation.verifying.copied_files import copies_gone
from reportkit.moderation.verifying.observation import Observation

_KEPT = re.compile(r"moderation/([^/]+)/(?:records|issued|replies)/.+", re.DOTALL)


class FileEvent(Struct, frozen=True):
    """One file that differs from a parent: the ids of its content before and after; None: not there."""

    path: str
    before: str | None
    after: str | None


class VersionStep(Struct, frozen=True, kw_only=True):
    """One version: who made it and when, by its committer's clock, and what it changed against each parent.

    `content` is what its store calls the folder of all inspections in it, "" where there is none. The first version has
    one set of changes, against nothing. `cut` says that this copy does not hold its parents.
    """

    commit: str
    parents: tuple[str, ...] = ()
    name: str = ""
    email: str = ""
    seconds: int = 0
    content: str = ""
    changes: tuple[tuple[FileEvent, ...], ...] = ((),)
    cut: bool = False

    def __str__(self) -> str:
        return f"{self.name or 'no one'}, {dt.datetime.fromtimestamp(self.seconds, dt.UTC):%Y-%m-%d}, {self.commit[:7]}"


class BroughtFiles(Struct, frozen=True, kw_only=True):
    """A file of the record as it came: in which step, with which content.

    `policy` is the content's id of policy.yaml in the step's first parent, None where there was none; `present` are
    the same inspection's files that were there before, by path; `since` the time of that parent.
    """

    path: str
    inspection: str
    content: str
    step: VersionStep
    policy: str | None
    present: Mapping[str, str]
    since: int


class PolicyStep(Struct, frozen=True):
    """A step that changed the policy: the ids of its content before and after; None: not there."""

    step: VersionStep
    before: str | None
    after: str | None


class Trace(Struct, frozen=True, kw_only=True):
    """The facts of the history: every file that was ever brought, by path; what is there now; the policy's changes.

    `copies_gone` are files that are no longer there, and were copies of another inspection's, which are.
    """

    brought: Mapping[str, BroughtFiles]
    now: Mapping[str, str]
    policies: tuple[PolicyStep, ...]
    findings: tuple[Observation, ...]
    copies_gone: frozenset[str] = frozenset()


_Files: TypeAlias = dict[str, str]
_State: TypeAlias = dict[str, _Files]
"""By inspection ("" for the policy): the content's id of each file by path."""


def is_kept(path: str) -> bool:
    """Return whether a file is of the record: once there, it stays as it is."""
    return _KEPT.fullmatch(path) is not None


def trace(steps: Iterable[VersionStep]) -> Trace:
    """Follow the record through the steps, which are given parents first; the last is the newest."""
    return _Tracing(tuple(steps)).run()


class _Tracing:
    def __init__(self, steps: tuple[VersionStep, ...]) -> None:
        self._steps = steps
        self._uses = Counter(step.parents[0] for step in steps if step.parents)
        self._times = {step.commit: step.seconds for step in steps}
        self._states: dict[str, _State] = {}
        self._brought: dict[str, BroughtFiles] = {}
        self._lost: list[tuple[str, VersionStep, str]] = []
        self._policies: list[PolicyStep] = []

    def run(self) -> Trace:
        state: _State = {}
        for step in self._steps:
            state = self._before(step)
            self._follow(step, state)
            self._states[step.commit] = state
        now = {path: content for files in state.values() for path, content in files.items()}
        copies = frozenset(self._copies_gone(now))
        return Trace(
            brought=self._brought,
            now=now,
            policies=tuple(self._policies),
            findings=tuple(self._findings(now, copies)),
            copies_gone=copies,
        )

    def _before(self, step: VersionStep) -> _State:
        """Return what the first parent holds; reuse it where it is not needed again."""
        if not step.parents:
            return {}
        parent = step.parents[0]
        self._uses[parent] -= 1
        return dict(self._states[parent]) if self._uses[parent] else self._states.pop(parent)

    def _follow(self, step: VersionStep, state: _State) -> None:
        self._note_losses(step)
        policy = state.get("", {}).get(POLICY)
        owned, new = _by_owner(step.changes[0]), _new_in_all(step.changes)
        for owner, changes in owned.items():
            before = state.get(owner, {})
            for change in changes if owner else ():
                if change.path in new:
                    self._note_addition(step, owner, change, before, policy)
            state[owner] = _changed(before, changes)
        if "" in owned:
            self._note_policy(step, policy)

    def _note_addition(
        self, step: VersionStep, inspection: str, change: FileEvent, before: _Files, policy: str | None
    ) -> None:
        if change.path in self._brought or change.after is None:
            return
        self._brought[change.path] = BroughtFiles(
            path=change.path,
            inspection=inspection,
            content=change.after,
            step=step,
            policy=policy,
            present=before,
            since=self._times[step.parents[0]] if step.parents else step.seconds,
        )

    def _note_losses(self, step: VersionStep) -> None:
        for changes in step.changes:
            for change in changes:
                if change.before is not None and _inspection_of(change.path):
                    self._lost.append((change.path, step, "took it away" if change.after is None else "altered it"))

    def _note_policy(self, step: VersionStep, before: str | None) -> None:
        """Note a change of the policy, except in a merge that takes the policy of one of its sides."""
        found = [{change.path: change for change in changes}.get(POLICY) for changes in step.changes]
        if found[0] is not None and all(found) and not step.cut:
            self._policies.append(PolicyStep(step, before, found[0].after))

    def _copies_gone(self, now: Mapping[str, str]) -> Iterator[str]:
        if not self._lost:
            return iter(())
        numbers = {step.commit: number for number, step in enumerate(self._steps)}
        order = {path: numbers[each.step.commit] for path, each in self._brought.items()}
        contents = {path: each.content for path, each in self._brought.items()}
        return copies_gone((path for path, _, _ in self._lost), contents, order, now)

    def _findings(self, now: Mapping[str, str], copies: Collection[str]) -> Iterator[Observation]:
        told: set[str] = set()
        for path, step, how in self._lost:
            if path in told or path not in self._brought:
                continue
            told.add(path)
            if path in copies:
                yield _copy_gone(path, step)
            else:
                yield _loss(path, step, how, is_back=now.get(path) == self._brought[path].content)
        for path, brought in self._brought.items():
            if len(brought.step.parents) > 1:
                what = f"no act brought it: it came in while versions were brought together ({brought.step})"
                yield Observation(
                    level="forged", kind="brought-by-merge", where=path, what=what, commit=brought.step.commit
                )


def _loss(path: str, step: VersionStep, how: str, *, is_back: bool) -> Observation:
    merged = " while bringing versions together" if len(step.parents) > 1 else ""
    after = "; it has been put back since" if is_back else ""
    kind = "removed" if how == "took it away" else "altered"
    return Observation(
        level="note" if is_back else "forged",
        kind=f"{kind}-and-put-back" if is_back else kind,
        where=path,
        what=f"someone {how}{merged} ({step}){after}",
        commit=step.commit,
    )


def _copy_gone(path: str, step: VersionStep) -> Observation:
    what = f"it was a copy of another inspection’s file, and was taken away ({step})"
    return Observation(level="note", kind="copy-removed", where=path, what=what, commit=step.commit)


def _by_owner(changes: Iterable[FileEvent]) -> dict[str, list[FileEvent]]:
    """Return the changes of what is of the record, by inspection ("": of the policy)."""
    found: dict[str, list[FileEvent]] = {}
    for change in changes:
        owner = _inspection_of(change.path)
        if owner or change.path == POLICY:
            found.setdefault(owner, []).append(change)
    return found


def _new_in_all(changes: tuple[tuple[FileEvent, ...], ...]) -> set[str]:
    """Return the paths that no parent had."""
    first, *others = ({change.path for change in each if change.before is None} for each in changes)
    return first.intersection(*others)


def _inspection_of(path: str) -> str:
    found = _KEPT.fullmatch(path)
    return found[1] if found else ""


def _changed(before: _Files, changes: Iterable[FileEvent]) -> _Files:
    """Return the files after the changes.

    The mapping that is given stays as it is, for what was brought upon it keeps it.
    """
    files = dict(before)
    for change in changes:
        if change.after is None:
            files.pop(change.path, None)
        else:
            files[change.path] = change.after
    return files

"""What verifying needs of the repository, gathered in few calls of Git, whatever the number of records."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from reportkit.errors import ReportkitError
from reportkit.gitstore.git_errors import missing, no_version
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.records.commits import steps
from reportkit.gitstore.records.missing_folders import MissingFolders
from reportkit.gitstore.records.past_authors import FormerAuthors, ReadAuthors
from reportkit.gitstore.records.paths import inside
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.record_files_state import MODERATION, RecordFilesStateToCome
from reportkit.gitstore.records.signature_evidence import signer_evidence
from reportkit.gitstore.records.subjects import Subjects
from reportkit.gitstore.version_history import VersionsToCome
from reportkit.moderation.policy import POLICY, Policy
from reportkit.moderation.policy_in_force import PolicyThen
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.record_paths import SIGNATURE
from reportkit.moderation.sign_offs import Subjects as SubjectOf
from reportkit.moderation.verifying.file_history import BroughtFiles, Trace, VersionStep, trace
from reportkit.moderation.verifying.missing_content import MissingContent
from reportkit.moderation.verifying.record_evidence import Exhibit
from reportkit.moderation.verifying.unexpected_record_files import RecordFilesState

ParsePolicy = Callable[[bytes], Policy]
"""What reads a policy's bytes; raises a ReportkitError."""

_Place: TypeAlias = tuple[str, str]
"""The tree of the folder of all inspections, and an inspection's name."""

_NO_POLICY = PolicyThen("", None)
_PORTION = 500  # records between two reports of progress


class Gathered(Struct, frozen=True, kw_only=True):
    """Everything that is known of the record: the steps and what they tell, and by inspection the records.

    `house` are the records that concern all inspections. `policies` are by their content's id; `policy` is the one
    in the newest version. `files_state` is that of the files where the record is kept. `subjects` gives the digest of
    what is saved now of each inspection that is there, and `missing` are those with a record that are not there.
    """

    steps: tuple[VersionStep, ...]
    trace: Trace
    exhibits: Mapping[str, tuple[Exhibit, ...]]
    house: tuple[Exhibit, ...]
    policies: Mapping[str, PolicyThen]
    policy: Policy | None
    files_state: RecordFilesState
    subjects: Mapping[str, SubjectOf]
    missing: tuple[MissingContent, ...]


class Gathering:
    """Gathers the record of the project at `root`; `repository` is its id."""

    def __init__(
        self, root: Path, repository: str, parse_policy: ParsePolicy, read_authors: ReadAuthors, progress: TellProgress
    ) -> None:
        self._root = root
        self._inside = inside(root)
        self._reader = ObjectReader(root)
        self._subjects = Subjects(self._reader, repository)
        self._authors = FormerAuthors(self._reader, read_authors)
        self._parse_policy = parse_policy
        self._progress = progress

    def run(self, versions: VersionsToCome, only: str | None = None) -> Gathered:
        """Gather everything that is known by these versions, or what concerns one inspection.

        Raises Trouble or Damaged where Git's objects are not whole.
        """
        self._progress("Reading versions", 0, 0)
        self._check_begun()
        names, places = versions.result(), RecordFilesStateToCome(self._root)
        saved = self._reader.saved(f"{names[-1]}:{self._inside}{MODERATION}")
        happened = steps(self._root, self._reader, names, self._inside)
        told = trace(happened)
        policies = self._policies(told)
        exhibits, now = self._by_inspection(told, policies, only), told.now.get(POLICY)
        subjects = self._subjects_at(happened[-1].content, exhibits)
        return Gathered(
            steps=tuple(happened),
            trace=told,
            exhibits=exhibits,
            house=self._house(told, policies, exhibits if only is None else None),
            policies=policies,
            policy=policies[now].policy if now else None,
            files_state=places.result(saved),
            subjects=subjects,
            missing=self._missing(happened, exhibits, subjects),
        )

    def _house(
        self, told: Trace, policies: Mapping[str, PolicyThen], read: Mapping[str, tuple[Exhibit, ...]] | None
    ) -> tuple[Exhibit, ...]:
        """Return the records that concern all inspections, from those that are read already where these are all."""
        house = self._by_inspection(told, policies, OF_THE_HOUSE) if read is None else read
        return house.get(OF_THE_HOUSE, ())

    def _missing(
        self, happened: Sequence[VersionStep], recorded: Collection[str], there: Collection[str]
    ) -> tuple[MissingContent, ...]:
        gone = [each for each in recorded if each not in there and each != OF_THE_HOUSE]
        folders = MissingFolders(self._reader, happened)
        return tuple(folders.find(each, recorded) for each in gone)

    def _check_begun(self) -> None:
        if self._reader.find("HEAD^{commit}") is None:
            raise no_version()

    def _policies(self, told: Trace) -> dict[str, PolicyThen]:
        used = {each.policy for each in told.brought.values()} | {told.now.get(POLICY)}
        changed = {name for each in told.policies for name in (each.before, each.after)}
        names = sorted(name for name in used | changed if name)
        return {name: self._policy(data) for name, data in self._contents(names)}

    def _policy(self, data: bytes) -> PolicyThen:
        digest = hashlib.sha256(data).hexdigest()
        try:
            return PolicyThen(digest, self._parse_policy(data))
        except ReportkitError:
            return PolicyThen(digest, None)

    def _by_inspection(
        self, told: Trace, policies: Mapping[str, PolicyThen], only: str | None
    ) -> dict[str, tuple[Exhibit, ...]]:
        brought = [each for path, each in told.brought.items() if path not in told.copies_gone]
        records = [each for each in brought if _is_record(each) and only in (None, each.inspection)]
        found: dict[str, list[Exhibit]] = defaultdict(list)
        for number, exhibit in enumerate(self._exhibits(records, told, policies)):
            found[exhibit.brought.inspection].append(exhibit)
            if not number % _PORTION:
                self._progress("Reading records", number, len(records))
        return {inspection: tuple(found[inspection]) for inspection in sorted(found)}

    def _exhibits(
        self, records: Sequence[BroughtFiles], told: Trace, policies: Mapping[str, PolicyThen]
    ) -> Iterator[Exhibit]:
        inspections = {each.inspection for each in records}
        issued, replies = (self._digests_in(folder, told, inspections) for folder in ("issued", "replies"))
        signatures = self._signatures(told)
        trees = self._trees_at((each.step.content, each.inspection) for each in records)
        subjects = self._subjects_in(trees)
        contents = self._contents([each.content for each in records])
        for each, (_, data) in zip(records, contents, strict=True):
            then = policies[each.policy] if each.policy else _NO_POLICY
            yield Exhibit(
                brought=each,
                data=data,
                evidence=signer_evidence(data, signatures.get(each.path + SIGNATURE), each.step.name, each.step.email),
                policy=then.policy,
                policy_digest=then.digest,
                subjects=subjects.get((each.step.content, each.inspection)),
                authors=partial(self._authors.of, each.inspection, trees.get((each.step.content, each.inspection))),
                issued=issued[each.inspection],
                replies=replies[each.inspection],
            )

    def _signatures(self, told: Trace) -> dict[str, bytes]:
        """Return the bytes of every signature that was added, by its path."""
        names = {path: each.content for path, each in told.brought.items() if path.endswith(SIGNATURE)}
        data = dict(self._contents(list(names.values())))
        return {path: data[name] for path, name in names.items()}

    def _digests_in(self, folder: str, told: Trace, inspections: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the SHA-256 of every file in an inspection's issued/ or replies/, by inspection and name."""
        found: dict[str, dict[str, str]] = {inspection: {} for inspection in inspections}
        files = [(path, content) for path, content in told.now.items() if _owner(path, folder) in found]
        for (path, _), (_, data) in zip(files, self._contents([each for _, each in files]), strict=True):
            found[_owner(path, folder)][path.split("/", 3)[3]] = hashlib.sha256(data).hexdigest()
        return found

    def _subjects_in(self, trees: Mapping[_Place, str]) -> dict[_Place, SubjectOf]:
        """Return what gives the digests of an inspection's content, for each place with its tree."""
        self._subjects.prepare((inspection, tree) for (_, inspection), tree in trees.items())
        return {place: partial(self._subjects.of, place[1], tree) for place, tree in trees.items()}

    def _subjects_at(self, content: str, inspections: Iterable[str]) -> dict[str, SubjectOf]:
        """Return what gives the digests of each inspection's content in one version."""
        found = self._subjects_in(self._trees_at((content, each) for each in inspections))
        return {inspection: subjects for (_, inspection), subjects in found.items()}

    def _trees_at(self, places: Iterable[_Place]) -> dict[_Place, str]:
        """Return the id of the inspection's folder, for each of the places that has it."""
        asked = [place for place in dict.fromkeys(places) if place[0] and place[1] != OF_THE_HOUSE]
        found = zip(asked, self._reader.read([f"{content}:{inspection}" for content, inspection in asked]), strict=True)
        return {place: each.id for place, each in found if each}

    def _contents(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        for name, found in zip(names, self._reader.read(names), strict=True):
            if found is None:
                raise missing(name)
            yield name, found.data


def _is_record(each: BroughtFiles) -> bool:
    return "/records/" in each.path and not each.path.endswith(SIGNATURE)


def _owner(path: str, folder: str) -> str:
    """Return the inspection of a file in its issued/ or replies/; "" for anything else."""
    if f"/{folder}/" not in path:
        return ""
    parts = path.split("/", 3)
    return parts[1] if len(parts) > 3 and parts[2] == folder else ""  # noqa: PLR2004  moderation/NAME/issued/DOCUMENT

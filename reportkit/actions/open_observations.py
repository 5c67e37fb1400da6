"""What `verify` found and two people could acknowledge: with the digests that name it, and who took part in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from reportkit.errors import Damaged, Newer
from reportkit.gitstore.records.reader import ObjectReader
from reportkit.gitstore.records.verify_facts import Gathered
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.codec import parse
from reportkit.moderation.house_events import Acknowledgement, Agreement
from reportkit.moderation.policy import Policy
from reportkit.moderation.verifying.acknowledging import CountedRecord, OpenObservation, can_be_acknowledged
from reportkit.moderation.verifying.observation import Observation
from reportkit.moderation.verifying.record_evidence import Exhibit


class OpenObservations:
    """Finds them among the findings about one repository; `authors` gives those of an inspection, ids and names."""

    def __init__(self, reader: ObjectReader, found: Gathered, authors: dict[str, frozenset[str]]) -> None:
        self._reader = reader
        self._found = found
        self._authors = authors
        self._exhibits = {each.brought.path: each for some in found.exhibits.values() for each in some}
        self._emails = {step.commit: step.email.casefold() for step in found.steps}

    def find(self, findings: Sequence[Observation]) -> Iterator[OpenObservation]:
        """Yield each finding that can be acknowledged."""
        for finding in findings:
            if can_be_acknowledged(finding, findings):
                yield OpenObservation(
                    finding=finding,
                    digests=tuple(sorted(set(self._digests(finding.where)))),
                    excluded=frozenset(self._excluded(finding)),
                )

    def _digests(self, path: str) -> Iterator[str]:
        """Yield the SHA-256 of a file of the record as it came, and as it is."""
        brought = self._found.trace.brought.get(path)
        names = (brought.content, self._found.trace.now.get(path)) if brought else ()
        for name in names:
            found = self._reader.find(name) if name else None
            if found:
                yield hashlib.sha256(found.data).hexdigest()

    def _excluded(self, finding: Observation) -> Iterator[str]:
        """Yield the ids of its committer, its signer and the inspection's authors."""
        email, exhibit = self._emails.get(finding.commit, ""), self._exhibits.get(finding.where.removesuffix(".sig"))
        key = exhibit.evidence.key if exhibit else ""
        authors = self._authors.get(finding.where.split("/")[1] if "/" in finding.where else "", frozenset())
        for policy in self._policies():
            for person in policy.people:
                owns = any(each.public == key for each in person.keys)
                if person.email.casefold() == email or owns or {person.id, person.name.casefold()} & authors:
                    yield person.id
        yield from _named_in(exhibit) if exhibit else ()

    def _policies(self) -> Iterator[Policy]:
        yield from (each.policy for each in self._found.policies.values() if each.policy)


def _named_in(exhibit: Exhibit) -> Iterator[str]:
    try:
        record = parse(exhibit.data)
    except (Damaged, Newer):
        return
    yield record.person
    if record.reported:
        yield record.reported.by


def acknowledging(exhibits: Sequence[Exhibit], wrong: frozenset[str]) -> tuple[CountedRecord, ...]:
    """Return the records of acknowledgements that count. `wrong` are the paths that something speaks against."""
    found: list[CountedRecord] = []
    for exhibit in exhibits:
        if exhibit.brought.path in wrong or exhibit.policy is None:
            continue
        try:
            record = parse(exhibit.data)
        except (Damaged, Newer):
            continue
        if isinstance(record.details, Acknowledgement | Agreement):
            entry = Entry(digest=exhibit.digest, record=record, evidence=exhibit.evidence)
            found.append(CountedRecord(entry, exhibit.policy))
    return tuple(found)

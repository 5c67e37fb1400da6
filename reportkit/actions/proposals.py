"""What a person is asked to agree to: acknowledgements that another proposed."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.errors import Damaged, Newer
from reportkit.moderation.codec import digest_of, parse
from reportkit.moderation.entitlement import KEEPERS
from reportkit.moderation.house_events import Acknowledgement, Agreement
from reportkit.moderation.policy import Person
from reportkit.moderation.record import Record
from reportkit.workspace.workspace import Workspace


def proposals_for(workspace: Workspace, person: Person) -> Iterator[Acknowledgement]:
    """Yield the acknowledgements that another proposed and no second person has agreed to, for one who may."""
    if set(KEEPERS).isdisjoint(person.roles):
        return
    records = dict(_records(workspace.all_records.of_the_house()))
    agreed = {each.details.to for each in records.values() if isinstance(each.details, Agreement)}
    for digest, record in records.items():
        if isinstance(record.details, Acknowledgement) and digest not in agreed and record.person != person.id:
            yield record.details


def _records(stored: tuple[bytes, ...]) -> Iterator[tuple[str, Record]]:
    for data in stored:
        try:
            yield digest_of(data), parse(data)
        except (Damaged, Newer):  # `verify` tells of it
            continue

"""Observations that two people acknowledged: known and explained, named for ever, and making nothing count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.entitlement import KEEPERS
from reportkit.moderation.house_events import Acknowledgement, Agreement
from reportkit.moderation.policy import Policy
from reportkit.moderation.verifying.observation import Observation

PUT_BACK_FIRST = frozenset(("removed", "altered", "content-gone", "content-renamed"))
"""Kinds of findings that are put right by putting back what is missing, unless it was itself forged."""


class CountedRecord(Struct, frozen=True):
    """A record that counts, with the policy that was in force when it was made."""

    entry: Entry
    policy: Policy


class OpenObservation(Struct, frozen=True, kw_only=True):
    """An observation that can be acknowledged.

    `digests` are the SHA-256 of its file as it came and as it is, `excluded` the ids of those who may not acknowledge
    it: its committer, its signer and the inspection's authors.
    """

    finding: Observation
    digests: tuple[str, ...]
    excluded: frozenset[str]

    def is_named_by(self, details: Acknowledgement) -> bool:
        """Return whether an acknowledgement names exactly this."""
        finding = self.finding
        named = (details.kind, details.path, details.commit, details.digests)
        return named == (finding.kind, finding.where, finding.commit, self.digests)


def can_be_acknowledged(finding: Observation, findings: Sequence[Observation]) -> bool:
    """Return whether a finding is one that cannot be put right: of a forged file, its removal too."""
    if finding.level not in ("forged", "incomplete") or not finding.commit:
        return False
    if finding.kind not in PUT_BACK_FIRST:
        return True
    record = finding.where.removesuffix(".sig")
    forged = (each for each in findings if each.where == record and each.level == "forged")
    return finding.kind == "removed" and any(each.kind not in PUT_BACK_FIRST for each in forged)


def entitled(policy: Policy, excluded: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of those who may acknowledge: they have a listed key, change the policy, and took no part."""
    keepers = (person for person in policy.people if person.keys and not set(KEEPERS).isdisjoint(person.roles))
    return tuple(person.id for person in keepers if person.id not in excluded)


def may_act_alone(person: str, policy: Policy, excluded: frozenset[str]) -> bool:
    """Return whether a person may acknowledge alone: the head of programme, where no other could agree."""
    known = policy.person(person)
    heads = known is not None and "head-of-programme" in known.roles
    return heads and entitled(policy, excluded) == (person,)


def acknowledged(
    findings: Iterable[Observation], open_ones: Sequence[OpenObservation], records: Sequence[CountedRecord]
) -> Iterator[Observation]:
    """Yield the findings, those that were acknowledged with who did and why."""
    by_finding = {each.finding: each for each in open_ones}
    for finding in findings:
        found = by_finding.get(finding)
        yield replace(finding, acknowledged=_by_whom(found, records)) if found else finding


def _by_whom(observation: OpenObservation, records: Sequence[CountedRecord]) -> str:
    """Return who acknowledged it and why; "" where it was not."""
    for each in records:
        details, first = each.entry.record.details, each.entry.record.person
        if not isinstance(details, Acknowledgement) or not observation.is_named_by(details):
            continue
        if first in observation.excluded:
            continue
        second, name_of = _second(each.entry, observation.excluded, records), each.policy.name_of
        if second:
            return f"{name_of(first)} and {name_of(second)}: {details.reason}"
        if may_act_alone(first, each.policy, observation.excluded):
            return f"{name_of(first)} alone: {details.reason}"
    return ""


def _second(proposal: Entry, excluded: frozenset[str], records: Iterable[CountedRecord]) -> str:
    """Return the id of the person who agreed to a proposal, "" where none did who may."""
    for each in records:
        details, person = each.entry.record.details, each.entry.record.person
        if isinstance(details, Agreement) and details.to == proposal.digest and person not in excluded:
            return person
    return ""

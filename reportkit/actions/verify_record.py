"""Verify the record of one inspection, or of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportkit.actions.open_observations import OpenObservations, acknowledging
from reportkit.actions.record_verdict import RecordVerdict
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.records import SavedFiles
from reportkit.gitstore.records.unreachable_commits import forgotten
from reportkit.gitstore.records.verify_facts import Gathered, Gathering
from reportkit.gitstore.version_history import VersionsToCome
from reportkit.moderation.case import FindPolicy, case_of
from reportkit.moderation.endings import PolicyChange
from reportkit.moderation.policy import Policy
from reportkit.moderation.policy_in_force import PolicyState, follow
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.verifying.acknowledging import OpenObservation, acknowledged
from reportkit.moderation.verifying.after_the_end import changes_in
from reportkit.moderation.verifying.first_person import founded
from reportkit.moderation.verifying.missing_content import examine_missing
from reportkit.moderation.verifying.observation import Observation
from reportkit.moderation.verifying.policy_events import policy_events, under_policy_in_force
from reportkit.moderation.verifying.policy_history import examine_confirmations, examine_policies
from reportkit.moderation.verifying.record_evidence import Exhibit
from reportkit.moderation.verifying.unexpected_record_files import documents_of, examine_places
from reportkit.moderation.verifying.verdict import of_the_history, of_the_records
from reportkit.reading.files import Files
from reportkit.reading.policy import policy_from
from reportkit.workspace.workspace import Workspace


def verify_record(
    workspace: Workspace, versions: VersionsToCome, inspection: str | None, progress: TellProgress | None
) -> RecordVerdict:
    """Return the verdict on one inspection's record, or on everything; `versions` are those of the history."""
    repository = workspace.repository.repository
    gathering = Gathering(workspace.root, repository, policy_from, authors_in, progress or _silent)
    gathered = gathering.run(versions, inspection)
    states = follow(policy_events(gathered.steps, gathered.policies, gathered.house))
    findings = tuple(dict.fromkeys(_findings(workspace, gathered, states, inspection)))
    open_ones, findings = _acknowledged(workspace, gathered, states, findings)
    records = sum(map(len, gathered.exhibits.values()))
    return RecordVerdict(findings, records, len(gathered.steps), open_ones=open_ones)


def _acknowledged(
    workspace: Workspace, found: Gathered, states: Mapping[str, PolicyState], findings: tuple[Observation, ...]
) -> tuple[tuple[OpenObservation, ...], tuple[Observation, ...]]:
    """Return what can be acknowledged, and the findings with those that were."""
    policy = _now(found, states[found.steps[-1].commit])
    if policy is None or not any(each.level in ("forged", "incomplete") and each.commit for each in findings):
        return (), findings
    inspections = {each.where.split("/")[1] for each in findings if "/" in each.where} - {OF_THE_HOUSE}
    saved = SavedFiles(workspace.root)
    authors = {each: authors_in(saved, each) for each in inspections if saved.under(f"inspections/{each}")}
    open_ones = tuple(OpenObservations(workspace.reader, found, authors).find(findings))
    house = _house(found, states)
    repository, changes = workspace.repository.repository, _changes(found, states)
    said = of_the_records({OF_THE_HOUSE: house}, repository, policy, {}, changes, _find_policy(found))
    against = (*said, *found.trace.findings)
    counted = acknowledging(house, frozenset(each.where for each in against if each.level != "note"))
    return open_ones, tuple(acknowledged(findings, open_ones, counted))


def _findings(
    workspace: Workspace, found: Gathered, states: Mapping[str, PolicyState], inspection: str | None
) -> Iterator[Observation]:
    told, repository = found.trace, workspace.repository.repository
    yield from of_the_history(found.steps)
    head = states[found.steps[-1].commit]
    if inspection is None:
        yield from examine_policies(told.policies, found.policies, states, head)
        yield from examine_confirmations(found.steps, told.policies, states)
    gone = forgotten(workspace.root, {step.commit for step in found.steps}, told.now)
    named = {path for some in found.exhibits.values() for path in documents_of(some)}
    places = examine_places(found.files_state, named)
    for finding in (*told.findings, *gone, *places):
        if inspection is None or finding.where.startswith(f"moderation/{inspection}/"):
            yield finding
    yield from examine_missing(found.missing)
    policy, changes = _now(found, head), _changes(found, states)
    exhibits = _exhibits(found, states)
    yield from of_the_records(exhibits, repository, policy, found.subjects, changes, _find_policy(found))
    yield from _of_the_replies(workspace, found)


def _find_policy(found: Gathered) -> FindPolicy:
    """Return what finds an earlier policy by the SHA-256 of its bytes."""
    return {each.digest: each.policy for each in found.policies.values()}.get


def _now(found: Gathered, head: PolicyState) -> Policy | None:
    """Return the policy in force now; None where it cannot be read."""
    return found.policy if head.is_settled or head.in_force is None else head.in_force.policy


def _exhibits(found: Gathered, states: Mapping[str, PolicyState]) -> dict[str, tuple[Exhibit, ...]]:
    """Return the records by inspection, each with the policy in force that it is held against.

    The first person's are checked against the policy that names them.
    """
    exhibits = {
        name: tuple(under_policy_in_force(each, states) for each in some) for name, some in found.exhibits.items()
    }
    if OF_THE_HOUSE in exhibits:
        exhibits[OF_THE_HOUSE] = _house(found, states)
    return exhibits


def _house(found: Gathered, states: Mapping[str, PolicyState]) -> tuple[Exhibit, ...]:
    house = [under_policy_in_force(each, states) for each in found.house]
    return tuple(founded(house, found.trace.policies, found.policies))


def _changes(found: Gathered, states: Mapping[str, PolicyState]) -> tuple[PolicyChange, ...]:
    exhibits = {**found.exhibits, OF_THE_HOUSE: found.house}
    return changes_in(found.steps, found.trace.policies, found.policies, exhibits, states)


def _of_the_replies(workspace: Workspace, found: Gathered) -> Iterator[Observation]:
    entered = [each for some in found.exhibits.values() for each in some if b'"reported"' in each.data]
    if entered:
        from reportkit.actions.verify_replies import of_the_replies  # e-mail is heavy, and most records need none

        yield from of_the_replies(SavedFiles(workspace.root), entered)


def authors_in(files: Files, slug: str) -> frozenset[str]:
    """Return the ids and names of an inspection's authors; none where its inspection.yaml cannot be read."""
    from reportkit.reading.inspection import read_inspection  # heavy, and there may be no name in any of the files

    inspection = read_inspection(files, slug).inspection
    return case_of("", inspection).authors if inspection else frozenset()


def _silent(_: str, __: int, ___: int) -> None:
    """Show no progress."""

"""Verify the record of one inspection, or of all."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.actions.record_verdict import RecordVerdict
from reportkit.gitstore.progress_report import TellProgress
from reportkit.gitstore.records.unreachable_commits import forgotten
from reportkit.gitstore.records.verify_facts import Gathered, Gathering
from reportkit.gitstore.version_history import VersionsToCome
from reportkit.moderation.case import FindPolicy, case_of
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.verifying.after_the_end import endings_in
from reportkit.moderation.verifying.first_person import founded
from reportkit.moderation.verifying.observation import Observation
from reportkit.moderation.verifying.policy_history import examine_policies
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
    return RecordVerdict(
        tuple(dict.fromkeys(_findings(workspace, gathered, repository, inspection))),
        sum(map(len, gathered.exhibits.values())),
        len(gathered.steps),
    )


def _findings(workspace: Workspace, found: Gathered, repository: str, inspection: str | None) -> Iterator[Observation]:
    told = found.trace
    yield from of_the_history(found.steps)
    if inspection is None:
        yield from examine_policies(told.policies, found.policies, _of_the_house(found))
    gone = forgotten(workspace.root, {step.commit for step in found.steps}, told.now)
    named = {path for some in found.exhibits.values() for path in documents_of(some)}
    places = examine_places(found.files_state, named)
    for finding in (*told.findings, *gone, *places):
        if inspection is None or finding.where.startswith(f"moderation/{inspection}/"):
            yield finding
    endings = endings_in(found.steps, told.policies, found.policies, found.exhibits)
    yield from of_the_records(_exhibits(found), repository, found.policy, found.subjects, endings, _find_policy(found))
    yield from _of_the_replies(workspace, found)


def _find_policy(found: Gathered) -> FindPolicy:
    """Return what finds an earlier policy by the SHA-256 of its bytes."""
    return {each.digest: each.policy for each in found.policies.values()}.get


def _exhibits(found: Gathered) -> dict[str, tuple[Exhibit, ...]]:
    """Return the records by inspection. The first person's are checked against the policy that names them."""
    house = founded(found.exhibits.get(OF_THE_HOUSE, ()), found.trace.policies, found.policies)
    return {name: tuple(house) if name == OF_THE_HOUSE else some for name, some in found.exhibits.items()}


def _of_the_replies(workspace: Workspace, found: Gathered) -> Iterator[Observation]:
    entered = [each for some in found.exhibits.values() for each in some if b'"reported"' in each.data]
    if entered:
        from reportkit.actions.verify_replies import of_the_replies  # e-mail is heavy, and most records need none
        from reportkit.gitstore.records import SavedFiles  # which only replies are read from

        yield from of_the_replies(SavedFiles(workspace.root), entered)


def authors_in(files: Files, slug: str) -> frozenset[str]:
    """Return the ids and names of an inspection's authors; none where its inspection.yaml cannot be read."""
    from reportkit.reading.inspection import read_inspection  # heavy, and there may be no name in any of the files

    inspection = read_inspection(files, slug).inspection
    return case_of("", inspection).authors if inspection else frozenset()


def _of_the_house(found: Gathered) -> dict[str, list[bytes]]:
    """Return the records that concern all inspections, by their commit."""
    recorded: dict[str, list[bytes]] = {}
    for exhibit in found.exhibits.get(OF_THE_HOUSE, ()):
        recorded.setdefault(exhibit.brought.step.commit, []).append(exhibit.data)
    return recorded


def _silent(_: str, __: int, ___: int) -> None:
    """Show no progress."""

"""The policy for questions about all inspections, which must be quick: as saved where its records explain it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reportkit.errors import Damaged, Newer, Refused
from reportkit.moderation.causal_order import heads_of
from reportkit.moderation.codec import digest_of, parse
from reportkit.moderation.events import PolicyChanged
from reportkit.moderation.record import Record
from reportkit.reading.policy import policy_from, read_policy
from reportkit.workspace.workspace import Workspace


def believed_policy(workspace: Workspace) -> bytes:
    """Return policy.yaml as it is in force. The history is walked only where its last record does not explain it.

    Raises Unreadable where the file is missing.
    """
    saved = _saved(workspace)
    records = _records(workspace.all_records.of_the_house())
    heads = heads_of({digest: record.seen for digest, record in records.items()})
    last = [records[digest].details for digest in heads]
    if not last and not policy_from(saved).is_strict:
        return saved
    after = hashlib.sha256(saved).hexdigest()
    if [each.after for each in last if isinstance(each, PolicyChanged)] == [after]:
        return saved
    return workspace.policy_in_force


def _saved(workspace: Workspace) -> bytes:
    try:
        return workspace.saved_policy
    except Refused:
        read_policy(workspace.saved)  # says that the file is missing, with its name
        raise


def _records(stored: Iterable[bytes]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for data in stored:
        try:
            found[digest_of(data)] = parse(data)
        except (Damaged, Newer):  # then the last record explains nothing
            return {}
    return found

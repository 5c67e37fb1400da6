"""The effects of a change of policy.yaml: the lines that differ, what becomes easier, and which acts it would undo."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.believed_records import as_signed, believed
from reportkit.actions.unknown_regions import describe_unknown_regions
from reportkit.errors import Newer
from reportkit.moderation.attribution import day_of
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Chronicle
from reportkit.moderation.ended_duties import describe_ended_duties
from reportkit.moderation.endings import Ending, FindEndings, PolicyChange, endings_among
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.load_records import tell
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.sentences import sentence
from reportkit.moderation.valid_records import weigh
from reportkit.moderation.weakenings import weakenings
from reportkit.workspace.workspace import Workspace


def lines_that_differ(before: bytes, after: bytes) -> str:
    """Return the lines of the file that change, as a unified diff."""
    old, new = (text.decode("utf-8").splitlines() for text in (before, after))
    names = ("policy.yaml as it is", "policy.yaml as it will be")
    return "\n".join(difflib.unified_diff(old, new, *names, n=1, lineterm=""))


def describe_effects(workspace: Workspace, old: Policy, new: Policy, today: dt.date) -> Iterator[str]:
    """Yield a sentence for every region that is named nowhere, for everything that becomes easier, and for the rest.

    The rest are the acts that would count no longer.
    """
    yield from describe_unknown_regions(workspace, old, new)
    for weakening in weakenings(old, new):
        yield f"This makes the policy less strict: {weakening}."
    yield from _ended(workspace, old, new, today)


def _ended(workspace: Workspace, old: Policy, new: Policy, today: dt.date) -> Iterator[str]:
    """Yield a sentence for each act that counts under the old policy and would not under the new.

    And for each cover and each open sign-off that it takes from people.

    An inspection where a newer reportkit made a record is left out, for it cannot be read here. Signatures are checked
    only where the change asks for more of them.
    """
    every = workspace.all_records
    records = {each.slug: each.records for each in every.glimpses()}
    records[OF_THE_HOUSE] = workspace.store.records(OF_THE_HOUSE)
    asks_more = (old.signatures, old.enough) != (new.signatures, new.enough)
    ended = endings_among([PolicyChange(old, new, lambda _: True)])  # it will have in its history all that is here
    change = _PolicyChange(old, new, ended, today)
    for slug, stored in records.items():
        with suppress(Newer):
            case = Case(
                repository=workspace.repository.repository,
                inspection=slug,
                endings=workspace.find_endings,
                policy_of=workspace.find_policy,
            )
            keys = every.named_keys(slug) if asks_more else None
            yield from _ended_in(tell(stored), keys, case, change)


class _PolicyChange(Struct, frozen=True):
    old: Policy
    new: Policy
    ended: tuple[Ending, ...]
    today: dt.date

    def endings(self, before: FindEndings) -> tuple[Ending, ...]:
        """Return the endings that there will be."""
        return (*before(), *self.ended)


def _ended_in(told: Chronicle, keys: Mapping[str, str] | None, case: Case, change: _PolicyChange) -> Iterator[str]:
    old, new = change.old, change.new
    later = replace(case, endings=partial(change.endings, case.endings))
    then, now = (_weighed(told, keys, policy, each) for policy, each in ((old, case), (new, later)))
    where = "policy.yaml" if case.inspection == OF_THE_HOUSE else case.inspection
    for entry in then.taken:
        if now.find(entry.digest) is None:
            yield f"This will no longer count: {where}, {day_of(entry.record)}: {sentence(entry, then, old)}."
    for duty in describe_ended_duties(then, old, new, change.today):
        yield f"This ends: {where}, {duty}."


def _weighed(told: Chronicle, keys: Mapping[str, str] | None, policy: Policy, case: Case) -> Ledger:
    if keys is None:
        return weigh(believed(told, policy, case.endings), policy, case)
    return weigh(as_signed(told, policy, case.endings, keys), policy, case)

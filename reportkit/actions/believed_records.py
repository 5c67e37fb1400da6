"""Records as they say who brought them, for those who look at all of them: recording checks it, and `verify` does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from reportkit.moderation.causal_order import Chronicle, Entry
from reportkit.moderation.codec import name_of
from reportkit.moderation.endings import Ending, FindEndings, nothing_ended, policy_for
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.store import UNCHECKED, SignerEvidence

NamedKeys: TypeAlias = Callable[[str], Mapping[str, str]]
"""Finds the public key that the signature of each record of an inspection names, by the record's file name."""


def believed_in_force(
    told: Chronicle, policy: Policy, digest: str, endings: FindEndings, named_keys: NamedKeys
) -> Chronicle:
    """Return the records as they say who brought them, but for what came in after a key was ended.

    `digest` is the SHA-256 of the policy in force: what was all made under it knows of every ending.
    """
    if all(entry.record.policy == digest for entry in told):
        return believed(told, policy, nothing_ended)
    return believed_unless_late(told, policy, endings, named_keys)


def believed(told: Chronicle, policy: Policy, endings: FindEndings) -> Chronicle:
    """Return the records as if each person had brought their own."""
    return replace(told, entries=tuple(_as_it_says(entry, policy, endings) for entry in told))


def believed_unless_late(told: Chronicle, policy: Policy, endings: FindEndings, named_keys: NamedKeys) -> Chronicle:
    """Return the same, but with the key that signed what an act that could end it has not seen."""
    plain = believed(told, policy, endings)
    late = frozenset(entry.digest for entry in told if any(_could_be_late(entry, each) for each in endings()))
    if not late:
        return plain
    signed = as_signed(told, policy, endings, named_keys(told.entries[0].record.inspection))
    pairs = zip(plain, signed, strict=True)
    return replace(told, entries=tuple(real if real.digest in late else entry for entry, real in pairs))


def as_signed(told: Chronicle, policy: Policy, endings: FindEndings, keys: Mapping[str, str]) -> Chronicle:
    """Return the records as if each person had brought their own, with the keys that their signatures name."""
    return replace(told, entries=tuple(_as_signed(entry, policy, endings, keys) for entry in told))


def _as_it_says(entry: Entry, policy: Policy, endings: FindEndings) -> Entry:
    """Return the entry as if its person had brought it.

    It has their address and, where policy asked for one, a key of theirs. Under strict judging it has a key only where
    a signature is there: any other record in the name of a person with a key may be a stranger's.
    """
    then = _policy_then(entry, policy, endings)
    actor = _actor(entry, policy, then)
    if actor is None:
        return entry
    signs = then.signatures == "required" or (then.is_strict and entry.evidence == UNCHECKED)
    key = actor.keys[0].public if actor.keys and signs else ""
    return replace(entry, evidence=SignerEvidence(key=key, email=actor.email))


def _as_signed(entry: Entry, policy: Policy, endings: FindEndings, keys: Mapping[str, str]) -> Entry:
    actor = _actor(entry, policy, _policy_then(entry, policy, endings))
    key = keys.get(name_of(entry.record, entry.digest), "")
    return replace(entry, evidence=SignerEvidence(key=key, email=actor.email if actor else ""))


def _policy_then(entry: Entry, policy: Policy, endings: FindEndings) -> Policy:
    """Return the policy that a record is judged by: an earlier one where its person lost something since."""
    concerned = any(each.asks_surer or _name(entry) in each.people for each in endings())
    return policy_for(entry, policy, endings()) if concerned else policy


def _actor(entry: Entry, policy: Policy, then: Policy) -> Person | None:
    """Return who brought a record: as they were in the policy that it is judged by, or as they are now."""
    return then.person(_name(entry)) or policy.person(_name(entry))


def _could_be_late(entry: Entry, ending: Ending) -> bool:
    return (ending.asks_surer or _name(entry) in ending.people) and not ending.has_seen(entry)


def _name(entry: Entry) -> str:
    return entry.record.reported.by if entry.record.reported else entry.record.person

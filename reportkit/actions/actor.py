"""Who acts: the person of policy.yaml who has the address of Git's user, or the one that was named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.identity import Identity
from reportkit.inspection.team import Member
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.entitlement import roles_for
from reportkit.moderation.events import Cover, Details
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.words import ROLES, Role
from reportkit.similar_names import choose, did_you_mean


class ActingRole(Struct, frozen=True):
    """The role in which a person acts, and the digest of the cover under which they hold it (None: it is theirs)."""

    role: Role
    cover: str | None = None


def find_person(policy: Policy, identity: Identity, named: str | None) -> Person:
    """Return the person who acts. Raises WrongUse for an unknown name, Refused for an unknown Git user."""
    if named is not None:
        return person_called(policy, named)
    for person in policy.people:
        if person.email.casefold() == identity.email.casefold():
            return person
    raise _stranger(policy, identity)


def _stranger(policy: Policy, identity: Identity) -> Refused:
    if not policy.people:
        remedy = "Begin with yourself, as administrator: `reportkit people add --help`."
        return Refused("policy.yaml lists no people yet", remedy=remedy)
    return Refused(
        f"policy.yaml lists no one with the address {identity.email}, which is yours in Git",
        remedy="Ask an administrator to add you with `reportkit people add`, and bring that in with `reportkit sync`; "
        "or correct the address: `git config user.email you@example.org`.",
    )


def person_called(policy: Policy, name: str) -> Person:
    """Return the person with this id. Raises WrongUse, with the likeliest one, where there is none."""
    person = policy.person(name)
    if person is None:
        raise _unknown_person(policy, name)
    return person


def _unknown_person(policy: Policy, name: str) -> WrongUse:
    names = {each.id: each.name for each in policy.people}
    remedy = _meant(name, names) or choose(name, list(names)) or "`reportkit people` lists everyone."
    return WrongUse(f"policy.yaml lists no one called `{name}`", remedy=remedy)


def find_name(policy: Policy, team: Iterable[Member], given: str) -> str:
    """Return the name of the person meant: the one with this id in policy or team, or else the name as given.

    Raises WrongUse, with the likeliest one, for what is nearly an id or a part of a name.
    """
    names = {member.id: member.name for member in team} | {each.id: each.name for each in policy.people}
    if given in names or given in names.values():
        return names.get(given, given)
    meant = _meant(given, names)
    if meant:
        raise WrongUse(f"No one is called `{given}`", remedy=f"{meant} For another person, write the whole name.")
    return given


def _meant(given: str, names: Mapping[str, str]) -> str:
    """Return a remedy that names the nearest id, or the only person with this part of a name, or ""."""
    part = [known for known, name in names.items() if given.casefold() in name.casefold().split()]
    near = part[0] if len(part) == 1 else did_you_mean(given, list(names))
    return f"Did you mean `{near}`? That is {names[near]}." if near else ""


def person_or_guest(policy: Policy, identity: Identity, named: str | None) -> Person:
    """Return the person who looks, which anyone may; one whom policy does not know is a guest without roles."""
    try:
        return find_person(policy, identity, named)
    except Refused:
        return Person(id="", name=identity.name, email=identity.email)


def parts(person: Person, ledger: Ledger, on: dt.date) -> tuple[ActingRole, ...]:
    """Return every part that a person can act in on a day: their own roles first, then those that they cover."""
    own = tuple(ActingRole(role) for role in person.roles) if person.active(on) else ()
    return (*own, *(ActingRole(cover.role, entry.digest) for entry, cover in covers_of(person, ledger, on)))


def covers_of(person: Person, ledger: Ledger, on: dt.date) -> tuple[tuple[Entry, Cover], ...]:
    """Return the covers under which a person stands in for others on a day."""
    return tuple(
        (entry, cover)
        for entry, cover in ledger.of(Cover)
        if cover.stand_in == person.id and cover.from_ <= on <= cover.until and person.active(on)
    )


def fitting_parts(
    details: Details, person: Person, ledger: Ledger, policy: Policy, on: dt.date
) -> tuple[ActingRole, ...]:
    """Return the parts in which a person may record an event. Raises Refused, saying who could, where there is none."""
    allowed = roles_for(details, policy)
    fitting = tuple(part for part in parts(person, ledger, on) if not allowed or part.role in allowed)
    if not fitting:
        raise _no_part(person, allowed, policy, on)
    return fitting


def _no_part(person: Person, allowed: tuple[Role, ...], policy: Policy, on: dt.date) -> Refused:
    if not allowed:
        return Refused(
            f"{person.name} has no role in policy.yaml on {on}", remedy="An administrator adds one: `reportkit people`."
        )
    able = [policy.name_of(each.id) for role in allowed for each in policy.holders(role, on)]
    names = f" Ask {' or '.join(dict.fromkeys(able))}." if able else " `reportkit people` shows who is who."
    roles = " or ".join(ROLES[role] for role in allowed)
    return Refused(f"{person.name} is not {roles} on {on}, and this takes one", remedy=names.strip())

"""What a change of policy makes easier: every step of it, so that none passes unseen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.words import ROLES, Role

T = TypeVar("T")


class Weakening(Struct, frozen=True):
    """One thing that is easier than before: about whom ("" for everyone), and what, as a clause."""

    about: str
    what: str

    def __str__(self) -> str:
        return self.what


def weakenings(old: Policy, new: Policy) -> tuple[Weakening, ...]:
    """Return everything that `new` allows and `old` did not, in a settled order; () where nothing is easier."""
    return (*easier_settings(old, new), *_of_people(old, new))


def easier_settings(old: Policy, new: Policy) -> Iterator[Weakening]:
    """Yield everything that `new` allows and `old` did not, beside what single people are and have."""
    for holds, what in (
        (old.demonstration != new.demonstration, "`demonstration` was changed, which `init` fixed for good"),
        (old.signatures == "required" != new.signatures, "signatures are no longer required"),
        (new.author_may_sign and not old.author_may_sign, "authors may sign off their own inspections"),
        (old.final == "always" != new.final, "not everyone signs again after the comments"),
        (new.comment_period < old.comment_period, f"comments have {new.comment_period} working days"),
        (new.author_may_answer and not old.author_may_answer, "authors may answer comments on their own findings"),
        (old.send_again and not new.send_again, "a draft that got worse need not be sent again"),
        (old.judging > new.judging, "records are judged less strictly"),
    ):
        if holds:
            yield Weakening("", what)
    for role in _only(old.roles, new.roles):
        yield Weakening("", f"the {ROLES[role]} need no longer sign")
    for sure in _only(new.enough, old.enough):
        yield Weakening("", f"a sign-off that is only {sure} is enough")
    for before, after, may in _permissions(old, new):
        for role in _only(after, before):
            yield Weakening("", f"the {ROLES[role]} may {may}")
    for name in _only(new.covers, old.covers):
        yield Weakening(name, f"{new.name_of(name)} may stand in for others")


def _permissions(old: Policy, new: Policy) -> Iterator[tuple[tuple[Role, ...], tuple[Role, ...], str]]:
    """Yield each list of roles as it was and as it is, and what it permits."""
    yield old.may_decide, new.may_decide, "decide"
    yield old.may_override, new.may_override, "set rules aside"
    yield old.may_correspond, new.may_correspond, "send drafts and enter comments"
    yield old.may_answer, new.may_answer, "answer comments"
    yield old.may_notify, new.may_notify, "issue the letters and publish"
    yield old.may_clear, new.may_clear, "clear sensitive findings"


def _of_people(old: Policy, new: Policy) -> Iterator[Weakening]:
    for person in old.people:
        if new.person(person.id) is None:
            yield Weakening(person.id, f"{person.name} is no longer listed, so that their records cannot be checked")
    for person in new.people:
        yield from _of_one(old.person(person.id) or Person(id=person.id, name=person.name, email=""), person)


def _of_one(old: Person, new: Person) -> Iterator[Weakening]:
    before = {key.public: key.until for key in old.keys}
    for holds, what in (
        (bool(old.email) and old.email.casefold() != new.email.casefold(), "has another e-mail address"),
        (bool(old.email) and old.name != new.name, f"was called {old.name}"),
        (bool(old.email) and old.region != new.region, f"is of another region: {new.region or 'none'}"),
        (bool(old.email) and _earlier(new.from_, old.from_), "holds their roles from an earlier day"),
        (bool(old.email) and _longer(new.until, old.until), "holds their roles for longer"),
        (any(key.public not in before for key in new.keys), "has a key more"),
        (any(_longer(key.until, before.get(key.public)) for key in new.keys), "has a key that counts for longer"),
    ):
        if holds:
            yield Weakening(new.id, f"{new.name} {what}")
    for role in _only(new.roles, old.roles):
        yield Weakening(new.id, f"{new.name} is {ROLES[role]} now")


def _only(those: tuple[T, ...], others: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(each for each in those if each not in others)


def _longer(new: dt.date | None, old: dt.date | None) -> bool:
    return old is not None and (new is None or new > old)


def _earlier(new: dt.date | None, old: dt.date | None) -> bool:
    return old is not None and (new is None or new < old)

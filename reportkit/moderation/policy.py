"""moderation/policy.yaml: who the people are, and what an inspection needs before it goes out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from msgspec import Struct, field

from reportkit.moderation.lazy import once
from reportkit.moderation.words import MODERATORS, Role

POLICY: Final = "moderation/policy.yaml"
"""Where the policy is, relative to the project's root."""

STRICT: Final = 2
"""The `judging` from which a change of policy by hand is not in force, and a person with a listed key signs."""

Sure = Literal["proven", "claimed", "reported"]
"""How sure it is who acted: their key signed it; Git's name says so; an administrator entered their reply."""


def without_comment(line: str) -> str:
    """Return a public key as its .pub file has it, without the comment behind it: what two keys are compared by."""
    return " ".join(line.split()[:2])


class Key(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A public SSH key as its .pub file has it, and its last day, where one is planned. A lost key is taken out."""

    key: str
    until: dt.date | None = None

    @property
    def public(self) -> str:
        """Kind and key, without the comment."""
        return without_comment(self.key)


class Person(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A person who may act. `id` is how records name them, and the same as in an inspection's team.

    `region` is the one whose lead inspector they are. They hold their roles from one day until another, both
    included; who leaves is given an `until` and stays in the list, so that what they did can still be read.
    """

    id: str
    name: str
    email: str
    roles: tuple[Role, ...] = ()
    region: str | None = None
    keys: tuple[Key, ...] = ()
    from_: dt.date | None = field(name="from", default=None)
    until: dt.date | None = None

    def active(self, on: dt.date) -> bool:
        """Return whether they act for the inspectorate on that day."""
        return (self.from_ is None or self.from_ <= on) and (self.until is None or on <= self.until)

    def holds(self, role: Role, on: dt.date) -> bool:
        """Return whether the role is theirs on that day."""
        return role in self.roles and self.active(on)

    def owns(self, public: str, on: dt.date) -> bool:
        """Return whether a public key (without comment) is one of theirs that counts on that day."""
        return any(key.public == public and (key.until is None or on <= key.until) for key in self.keys)


class Policy(Struct, frozen=True, kw_only=True, rename="kebab", dict=True):
    """Everything in policy.yaml.

    `roles` must all sign, MODERATORS at least [114]. `enough` lists how sure is sure enough for a sign-off;
    `signatures: required` asks every record for the key of who entered it. `covers` are the people who may stand
    in for others. `final` says whether everyone signs again after the bodies' comments, or only where something
    changed. The bodies have `comment_period` working days of England to comment in, which no paragraph settles.

    `may_correspond` deal with the bodies: they send the draft and enter comments; `may_answer` answer comments,
    a finding's own author among them only where `author_may_answer`. `send_again` asks for the draft to be sent
    again where it got worse for the bodies since they saw it. `may_notify` tell the score and publish; `may_clear`
    let a sensitive finding stand in public papers.

    `judging: 2` judges more strictly what is recorded from then on: a change of the policy by hand is not in force, and
    a person with a listed key signs.
    """

    demonstration: bool = False
    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = MODERATORS
    signatures: Literal["optional", "required"] = "optional"
    enough: tuple[Sure, ...] = ("proven", "claimed", "reported")
    author_may_sign: bool = False
    covers: tuple[str, ...] = ()
    may_decide: tuple[Role, ...] = ("regional-lead-inspector", "head-of-programme")
    may_override: tuple[Role, ...] = ("senior-manager", "head-of-programme")
    final: Literal["always", "where-changed"] = "where-changed"
    comment_period: int = 10
    may_correspond: tuple[Role, ...] = ("administrator", "head-of-programme")
    may_answer: tuple[Role, ...] = ("inspector", *MODERATORS, "head-of-programme")
    author_may_answer: bool = True
    send_again: bool = True
    may_notify: tuple[Role, ...] = ("administrator", "head-of-programme")
    may_clear: tuple[Role, ...] = ("senior-manager", "head-of-programme")
    judging: int = 1

    @property
    def is_strict(self) -> bool:
        """Whether records made under it are judged strictly."""
        return self.judging >= STRICT

    def person(self, name: str) -> Person | None:
        """Return the person with this id."""
        return self._by_id.get(name)

    @once
    def must_sign(self) -> tuple[Role, ...]:
        """Return the roles that must sign: the guidance's three whatever `roles` says, and those that it adds."""
        return tuple(dict.fromkeys((*MODERATORS, *self.roles)))

    @once
    def _by_id(self) -> Mapping[str, Person]:
        return {person.id: person for person in reversed(self.people)}  # of two with one id, the first

    @once
    def _shared_names(self) -> frozenset[str]:
        names = Counter(person.name.casefold() for person in self.people)
        return frozenset(name for name, count in names.items() if count > 1)

    def holders(self, role: Role, on: dt.date) -> tuple[Person, ...]:
        """Everyone who holds a role on that day."""
        return tuple(person for person in self.people if person.holds(role, on))

    def able(self, roles: Iterable[Role], on: dt.date) -> tuple[str, ...]:
        """Return the ids of everyone who holds one of these roles on that day."""
        wanted = set(roles)
        return tuple(person.id for person in self.people if wanted.intersection(person.roles) and person.active(on))

    def name_of(self, person: str) -> str:
        """Return what to call a person: their name, or the id where policy does not know it.

        The id stands behind a name that two people have.
        """
        known = self.person(person)
        if known is None:
            return person
        return f"{known.name} ({known.id})" if known.name.casefold() in self._shared_names else known.name

    def own_name(self, person: str) -> str:
        """Return a person's name as policy.yaml has it, or the id where policy does not know it."""
        known = self.person(person)
        return known.name if known else person

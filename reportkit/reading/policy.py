"""moderation/policy.yaml: who may do what, and whether it can be held to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reportkit.errors import Refused, Unreadable
from reportkit.inspection.problem import Problem
from reportkit.moderation.policy import POLICY, Person, Policy
from reportkit.moderation.words import MODERATORS, ROLES
from reportkit.reading import yaml
from reportkit.reading.addresses import is_email
from reportkit.reading.convert import convert
from reportkit.reading.decode import decode
from reportkit.reading.files import Files
from reportkit.reading.names import as_id, why_no_id
from reportkit.reading.problems import Report, ValueFlaw, refused
from reportkit.similar_names import choose


def read_policy(files: Files) -> Policy:
    """Return the policy among these files. Raises Unreadable with every problem."""
    try:
        data = files.read(POLICY)
    except Refused as error:
        raise _unreadable([refused(error, POLICY)]) from None
    return policy_from(data)


def policy_from(data: bytes) -> Policy:
    """Return the policy that these bytes are: those of a commit, say. Raises Unreadable with every problem."""
    problems: list[Problem] = []
    policy = None
    try:
        raw, origin = yaml.load(decode(data, POLICY), POLICY)
        report = Report(origin, problems)
        policy = convert(Policy, raw, report)
        if policy is not None:
            _check(policy, report)
    except ValueFlaw as found:
        problems.append(found.problem)
    if policy is None or problems:
        raise _unreadable(problems)
    return policy


def _unreadable(problems: list[Problem]) -> Unreadable:
    return Unreadable(f"{POLICY} cannot be read", tuple(problems))


def _check(policy: Policy, report: Report) -> None:
    for role in MODERATORS:
        if role not in policy.roles:
            message = f"moderation needs the {ROLES[role]} at least [114]"
            report.add("roles", message, f"Add `{role}` to the list.")
    _check_settings(policy, report)
    for number, person in enumerate(policy.people):
        _check_person(person, f"people.{number}", report)
    _check_once(policy.people, report)
    ids = [person.id for person in policy.people]
    for number, name in enumerate(policy.covers):
        if name not in ids:
            report.add(f"covers.{number}", f"no one is called `{name}`", choose(name, ids) or "Add them to `people`.")


def _check_settings(policy: Policy, report: Report) -> None:
    if not policy.enough:
        report.add("enough", "no sign-off could ever be sure enough", "Name `proven` at least.")
    if policy.comment_period < 0:
        report.add("comment-period", "no one can comment before they are asked", "Give a number of working days.")
    if policy.judging not in _JUDGINGS:
        remedy = "Write 2; a greater number needs a newer reportkit."
        report.add("judging", f"this reportkit does not judge by {policy.judging}", remedy)
    for key, roles in _NEEDED.items():
        if not getattr(policy, roles):
            report.add(key, "no one could ever do this", "Name one role at least.")


_JUDGINGS: Final = (1, 2)
_NEEDED: Final = {
    "may-correspond": "may_correspond",
    "may-answer": "may_answer",
    "may-notify": "may_notify",
}
"""Lists of roles that must not be empty, by their names in the file."""


def _check_person(person: Person, key: str, report: Report) -> None:
    fault = why_no_id(person.id)
    if fault:
        report.add(f"{key}.id", f"the id `{person.id}` {fault}", f"Write `{as_id(person.id)}`.")
    if not is_email(person.email):
        report.add(f"{key}.email", f"`{person.email}` is no e-mail address", "Write it as ann@example.org.")
    if person.from_ and person.until and person.until < person.from_:
        report.add(f"{key}.until", f"{person.name}’s roles end before they begin", "Put the later day in `until`.")
    for number, each in enumerate(person.keys):
        if len(each.public.split()) < _PARTS or "PRIVATE" in each.key:
            message = f"this is no public key of {person.name}’s"
            report.add(f"{key}.keys.{number}.key", message, "Copy the one line of the file whose name ends in .pub.")


_PARTS: Final = 2  # kind and key


def _check_once(people: Iterable[Person], report: Report) -> None:
    """Ids, addresses and keys tell people apart: no two may share one."""
    first: dict[str, str] = {}
    for key, shown, compared in _marks(people):
        if compared in first:
            report.add(key, f"{shown} stands here twice, in {first[compared]} too", "Each belongs to one person.")
        first.setdefault(compared, str(report.origin.at(key)))


def _marks(people: Iterable[Person]) -> Iterator[tuple[str, str, str]]:
    for number, person in enumerate(people):
        key = f"people.{number}"
        yield f"{key}.id", f"the id `{person.id}`", f"id {person.id}"
        yield f"{key}.email", f"the address `{person.email}`", f"email {person.email.casefold()}"
        for place, each in enumerate(person.keys):
            yield f"{key}.keys.{place}.key", f"a key of {person.name}’s", f"key {each.public}"

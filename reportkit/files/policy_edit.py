"""policy.yaml with one person added or changed: edited as text, every other byte left as it was.

What comes out is read again and compared: where more, or less, than the one thing would change, the edit is refused.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

import yaml
from msgspec.structs import replace

from reportkit.errors import Refused
from reportkit.files.append_item import append_item
from reportkit.files.yaml_text import Value
from reportkit.moderation.policy import POLICY, Key, Person, Policy
from reportkit.reading.policy import policy_from

_BY_HAND = "Change it by hand, then record it: `reportkit people save`."


def with_person(data: bytes, person: Person) -> bytes:
    """Return the policy with one person more. Raises Refused or Unreadable, with every problem."""
    values: dict[str, Value] = {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "roles": tuple(person.roles),
        "region": person.region,
        "from": person.from_,
        "until": person.until,
    }
    old = policy_from(data)
    edited = append_item(data, "people", values, POLICY)
    for key in person.keys:
        edited = with_key(edited, person.id, key)
    return _checked(edited, replace(old, people=(*old.people, person)))


def with_until(data: bytes, person: str, until: dt.date) -> bytes:
    """Return the policy with the last day on which a person holds their roles."""
    text, node = _place(data, person)
    known = _values(node).get("until")
    day = until.isoformat()
    edited = _replaced(text, known, day) if known else _with_entry(text, node, f"until: {day}")
    return _checked(edited.encode(), _changed(policy_from(data), person, until=until))


def with_name(data: bytes, person: str, name: str) -> bytes:
    """The policy with another name of a person."""
    text, node = _place(data, person)
    edited = _replaced(text, _values(node)["name"], json.dumps(name, ensure_ascii=False))
    return _checked(edited.encode(), _changed(policy_from(data), person, name=name))


def with_key(data: bytes, person: str, key: Key) -> bytes:
    """Return the policy with one key more for a person."""
    old = policy_from(data)
    keys = (*_person(old, person).keys, key)
    return _checked(_with_keys(data, person, keys), _changed(old, person, keys=keys))


def with_key_until(data: bytes, person: str, public: str, until: dt.date) -> bytes:
    """The policy with the last day of one of a person's keys, given without its comment."""
    old = policy_from(data)
    keys = tuple(replace(key, until=until) if key.public == public else key for key in _person(old, person).keys)
    return _checked(_with_keys(data, person, keys), _changed(old, person, keys=keys))


def without_key(data: bytes, person: str, public: str) -> bytes:
    """Return the policy without one of a person's keys, given without its comment."""
    old = policy_from(data)
    keys = tuple(key for key in _person(old, person).keys if key.public != public)
    return _checked(_with_keys(data, person, keys), _changed(old, person, keys=keys))


def with_judging(data: bytes, judging: int) -> bytes:
    """The policy with another `judging`."""
    text = data.decode("utf-8")
    root = yaml.compose(text, yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise Refused("The file holds nothing to change", where=POLICY, remedy=_BY_HAND)
    known = _values(root).get("judging")
    edited = _replaced(text, known, str(judging)) if known else _with_entry(text, root, f"judging: {judging}")
    return _checked(edited.encode(), replace(policy_from(data), judging=judging))


def _with_keys(data: bytes, person: str, keys: tuple[Key, ...]) -> bytes:
    text, node = _place(data, person)
    listed = f"[{', '.join(_written(key) for key in keys)}]"
    known = _values(node).get("keys")
    edited = _replaced(text, known, listed) if known else _with_entry(text, node, f"keys: {listed}")
    return edited.encode()


def _written(key: Key) -> str:
    until = f", until: {key.until.isoformat()}" if key.until else ""
    return f"{{key: {json.dumps(key.key, ensure_ascii=False)}{until}}}"


def _place(data: bytes, person: str) -> tuple[str, yaml.MappingNode]:
    """Return the file's text, and the place of a person in it."""
    text = data.decode("utf-8")
    root = yaml.compose(text, yaml.SafeLoader)
    people = _values(root).get("people") if isinstance(root, yaml.MappingNode) else None
    for node in people.value if isinstance(people, yaml.SequenceNode) else ():
        name = _values(node).get("id") if isinstance(node, yaml.MappingNode) else None
        if name is not None and name.value == person:
            return text, node
    raise Refused(f"`{person}` cannot be found in the list of people", where=POLICY, remedy=_BY_HAND)


def _values(node: yaml.MappingNode) -> Mapping[str, yaml.Node]:
    return {key.value: value for key, value in node.value}


def _replaced(text: str, node: yaml.Node, new: str) -> str:
    """Return the text with a value in the place of another; a list over several lines becomes one on one line."""
    start = node.start_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        return f"{text[:start].rstrip()} {new}{text[_end(node) :]}"
    return text[:start] + new + text[node.end_mark.index :]


def _with_entry(text: str, node: yaml.MappingNode, entry: str) -> str:
    """Return the text with one more entry at the end of a mapping."""
    if node.flow_style:
        at = node.end_mark.index - 1
        return f"{text[:at].rstrip()}, {entry}{text[at:]}"
    at = _end(node)
    return f"{text[:at]}\n{' ' * node.start_mark.column}{entry}{text[at:]}"


def _end(node: yaml.Node) -> int:
    """Return where the last word of a value ends, before any empty line or comment that follows."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    index: int = node.end_mark.index
    return index


def _person(policy: Policy, person: str) -> Person:
    found = policy.person(person)
    if found is None:
        raise Refused(f"policy.yaml lists no one called `{person}`", remedy="`reportkit people` lists everyone.")
    return found


def _changed(policy: Policy, person: str, **changes: object) -> Policy:
    _person(policy, person)
    people = tuple(replace(each, **changes) if each.id == person else each for each in policy.people)
    return replace(policy, people=people)


def _checked(data: bytes, expected: Policy) -> bytes:
    if policy_from(data) != expected:
        raise Refused("The file is laid out so that it cannot be changed safely", where=POLICY, remedy=_BY_HAND)
    return data

"""Strict YAML: text stays text, keys are unique, no tags, and every key knows its line.

It is driven by the parser's events, so that nothing is built before it is checked: no tag makes an
object, no `yes` a truth, no alias a bomb.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import yaml
from msgspec import Struct, field

from reportkit.inspection.source_place import Origin, Place
from reportkit.reading import plain_yaml
from reportkit.reading.decode import FORBIDDEN
from reportkit.reading.problems import ValueFlaw, flaw
from reportkit.reading.yaml_hints import explain

Raw: TypeAlias = "str | list[Any] | dict[str, Any] | None"
"""What a file holds before its fields' types are known. A mapping leaves out keys that are not given."""

DEEPEST = 20
MOST_VALUES = 20_000
MOST_ALIASES = 20
MOST_REPEATED = 500
NOT_GIVEN = frozenset(("", "~", "null", "Null", "NULL"))

_STANDARD = "tag:yaml.org,2002:"  # what the parser makes of `!!`
_PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load(text: str, path: str, first: int = 1) -> tuple[Raw, Origin]:
    """Return the value of a YAML text and where each of its keys stands.

    `first` is the line of the file where the text begins. The origin's keys are dotted paths, as in
    `team.0.role`; items of lists are counted from 0. Raises Flaw at the first thing that is wrong.
    """
    quick = plain_yaml.load(text, first)
    if quick is not None:
        return quick[0], Origin(path, quick[1], first)
    return parse(text, path, first)


def parse(text: str, path: str, first: int = 1) -> tuple[Raw, Origin]:
    """Return the same by way of the parser, whatever the text."""
    builder = _Builder(path, first)
    parser = _PARSER(text)
    try:
        value = _document(parser, builder)
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text, builder) from None
    except yaml.YAMLError as error:
        raise flaw(Place(path), f"cannot be read: {error}", "Type that text again.") from None
    finally:
        parser.dispose()
    return value, Origin(path, builder.lines, first)


def _explained(error: yaml.MarkedYAMLError, text: str, builder: _Builder) -> ValueFlaw:
    stopped = error.problem_mark.line if error.problem_mark else 0
    began = error.context_mark.line if error.context_mark else None
    words = " ".join(part for part in (error.context, error.problem) if part)
    mistake = explain(text.rstrip("\n").split("\n"), stopped, began, words)
    return flaw(Place(builder.path, mistake.line + builder.first), mistake.message, mistake.remedy)


class _Builder(Struct):
    """The state while a document is built: the lines of keys, the anchors, and what aliases repeat."""

    path: str
    first: int
    lines: dict[str, int] = field(default_factory=dict)
    anchors: dict[str, tuple[Raw, int]] = field(default_factory=dict)
    nodes: int = 0
    aliases: int = 0
    repeated: int = 0

    def flaw(self, event: Any, message: str, remedy: str) -> ValueFlaw:
        return flaw(Place(self.path, event.start_mark.line + self.first), message, remedy)


def _document(parser: Any, builder: _Builder) -> Raw:
    parser.get_event()  # the stream's beginning
    event = parser.get_event()
    if isinstance(event, yaml.StreamEndEvent):
        return None
    value = _node(parser, parser.get_event(), "", 0, builder)
    parser.get_event()  # the document's end
    event = parser.get_event()
    if not isinstance(event, yaml.StreamEndEvent):
        raise builder.flaw(event, "a second document begins here", "Take the line `---` out.")
    return value


def _node(parser: Any, event: Any, key: str, depth: int, builder: _Builder) -> Raw:
    if isinstance(event, yaml.AliasEvent):
        return _alias(event, builder)
    if event.tag is not None:
        raise builder.flaw(
            event, f"the tag `{_as_typed(event.tag)}` is not allowed", "Put text that begins with `!` in quotes."
        )
    if depth > DEEPEST:
        raise builder.flaw(event, f"lists or keys are nested more than {DEEPEST} deep", "Write it with less nesting.")
    before = builder.nodes
    builder.nodes += 1
    if builder.nodes > MOST_VALUES:
        raise builder.flaw(event, f"the file holds more than {MOST_VALUES} values", "Split it.")
    if isinstance(event, yaml.ScalarEvent):
        _refuse_spelt_out(event, builder)
        value: Raw = None if event.value in NOT_GIVEN and (not event.value or not event.style) else event.value
    elif isinstance(event, yaml.SequenceStartEvent):
        value = _sequence(parser, key, depth, builder)
    else:
        value = _mapping(parser, key, depth, builder)
    if event.anchor is not None:
        builder.anchors[event.anchor] = (value, builder.nodes - before)
    return value


def _as_typed(tag: str) -> str:
    return f"!!{tag.removeprefix(_STANDARD)}" if tag.startswith(_STANDARD) else tag


def _refuse_spelt_out(event: Any, builder: _Builder) -> None:
    """Refuse escapes for what a file may not hold."""
    found = FORBIDDEN.search(event.value) if event.style == '"' else None
    if found:
        message = f"the invisible character U+{ord(found[0]):04X} is spelt out here, which a document cannot hold"
        raise builder.flaw(event, message, "Take the backslash and what follows it out.")


def _alias(event: Any, builder: _Builder) -> Raw:
    if event.anchor not in builder.anchors:
        raise builder.flaw(
            event,
            f"`*{event.anchor}` refers to nothing",
            "Put text that begins with `*` in quotes.",
        )
    value, size = builder.anchors[event.anchor]
    builder.aliases += 1
    builder.repeated += size
    if builder.aliases > MOST_ALIASES or builder.repeated > MOST_REPEATED:
        raise builder.flaw(event, "too much is repeated by `*` references", "Write the values out.")
    return value


def _sequence(parser: Any, key: str, depth: int, builder: _Builder) -> list[Any]:
    items: list[Any] = []
    prefix = f"{key}." if key else ""
    event = parser.get_event()
    while not isinstance(event, yaml.SequenceEndEvent):
        own = f"{prefix}{len(items)}"
        builder.lines[own] = event.start_mark.line + builder.first
        value = _node(parser, event, own, depth + 1, builder)
        if value is not None:
            items.append(value)
        event = parser.get_event()
    return items


def _mapping(parser: Any, key: str, depth: int, builder: _Builder) -> dict[str, Any]:
    values: dict[str, Any] = {}
    seen: dict[str, int] = {}
    prefix = f"{key}." if key else ""
    event = parser.get_event()
    while not isinstance(event, yaml.MappingEndEvent):
        name = _key(event, builder)
        line = event.start_mark.line + builder.first
        if name in seen:
            raise _twice(event, name, seen[name], builder)
        seen[name] = line
        builder.lines[prefix + name] = line
        value = _node(parser, parser.get_event(), prefix + name, depth + 1, builder)
        if value is not None:
            values[name] = value
        event = parser.get_event()
    return values


def _twice(event: Any, name: str, line: int, builder: _Builder) -> ValueFlaw:
    return builder.flaw(event, f"`{name}` is given twice, in line {line} too", "Keep one of them.")


def _key(event: Any, builder: _Builder) -> str:
    if not isinstance(event, yaml.ScalarEvent) or event.tag is not None or not event.value:
        raise builder.flaw(event, "`[` or `{` has a meaning of its own here", "Put text that begins with it in quotes.")
    _refuse_spelt_out(event, builder)
    return str(event.value)

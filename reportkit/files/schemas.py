"""JSON Schemas for editors, drawn from the models and the guidance: what may be written, and what it means."""

from __future__ import annotations

import datetime as dt
import inspect
import json
import types
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from reportkit.files.schema_help import HELP
from reportkit.guidance.areas import AREAS, THEMES
from reportkit.guidance.asking_tenants import WAYS_OF_ASKING
from reportkit.guidance.context_sources import CONTEXT_SOURCES
from reportkit.guidance.questions import FINDING_QUESTIONS, QUESTIONS, title_of
from reportkit.guidance.reality_checks import OTHER_EVIDENCE, REALITY_CHECKS
from reportkit.guidance.topics import TOPICS
from reportkit.inspection.casework import Casework
from reportkit.inspection.driver import Barrier, Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.particulars import Particulars, PreviousInspection, ScopedService
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.repository import Repository
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.team import Member
from reportkit.inspection.thresholds import ThresholdYear
from reportkit.inspection.warning_answer import Answer
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.words import ROLES
from reportkit.reading.convert import is_required, known_keys
from reportkit.reading.names import ID_PATTERN

Schema: TypeAlias = dict[str, Any]
Titles: TypeAlias = Mapping[str, str]

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_ID: Final[Schema] = {"type": "string", "pattern": f"^{ID_PATTERN}$"}
_NOT_IN_FILES: Final = {
    Finding: {"id", "text", "text-line"},
    Evidence: {"id"},
    Recommendation: {"id"},
}

_AREAS: Titles = {area.id: area.title for area in AREAS.values()}
_THEMES: Titles = {theme.id: theme.title for theme in THEMES.values()}
_HELD: Titles = {name: title_of(name) for name in FINDING_QUESTIONS}
_ASKED: Titles = {**_HELD, **{name: question.text for name, question in QUESTIONS.items()}}
_TOPICS: Titles = {**{topic.id: topic.title for topic in TOPICS.values()}, **_ASKED}
_KINDS: Titles = {**{check.id: check.title for check in REALITY_CHECKS.values()}, **OTHER_EVIDENCE}
_ROLES: Titles = {role: title for role, title in ROLES.items()}  # noqa: C416  keys of a Literal become plain text
_SURE: Titles = {
    "proven": "Signed with the moderator's own key.",
    "claimed": "Git's name says so.",
    "reported": "An administrator entered the moderator's e-mailed reply.",
}
_CHOICES: Final[Mapping[tuple[type[Struct], str], Titles]] = {
    (Finding, "question"): _HELD,
    (Finding, "also"): _HELD,
    (Finding, "covers"): _TOPICS,
    (Finding, "themes"): _THEMES,
    (BestValueReview, "themes"): _THEMES,
    (Person, "roles"): _ROLES,
    (Policy, "roles"): _ROLES,
    (Policy, "may-decide"): _ROLES,
    (Policy, "may-override"): _ROLES,
    (Policy, "may-correspond"): _ROLES,
    (Policy, "enough"): _SURE,
    (Evidence, "kind"): _KINDS,
    (Evidence, "questions"): _ASKED,
    (Evidence, "covers"): _TOPICS,
    (Evidence, "source"): {source.id: source.title for source in CONTEXT_SOURCES.values()},
    (Evidence, "way"): {way.id: way.title for way in WAYS_OF_ASKING.values()},
}
_AREA_KEYS: Final = {
    (Finding, "area"),
    (Driver, "area"),
    (Barrier, "area"),
    (BestValueReview, "area"),
    (Evidence, "areas"),
    (Member, "areas"),
    (PreviousInspection, "services"),
    (ScopedService, "id"),
}
_ID_KEYS: Final = {(Policy, "covers"), (Finding, "evidence"), (Finding, "by"), (Evidence, "by")} | {
    (kind, "findings") for kind in (Recommendation, Driver, Barrier, Earlier)
}


def schemas() -> Mapping[str, bytes]:
    """Return every schema as a file's bytes, by its file's name in schema/."""
    drawn = {
        "inspection": _mapping(Particulars),
        "finding": _mapping(Finding),
        "evidence": _mapping(Evidence),
        "recommendation": _mapping(Recommendation),
        "drivers-and-barriers": _drivers_and_barriers(),
        "support-services": _list_of(SupportService),
        "best-value-reviews": _list_of(BestValueReview),
        "earlier": _list_of(Earlier),
        "answers": _list_of(Answer),
        "reportkit": _mapping(Repository),
        "casework": _mapping(Casework),
        "thresholds": _mapping(ThresholdYear),
        "policy": _mapping(Policy),
    }
    return {f"{name}.json": _encoded(name, schema) for name, schema in drawn.items()}


def _encoded(name: str, schema: Schema) -> bytes:
    whole = {"$schema": _DRAFT, "title": name, **schema}
    return json.dumps(whole, indent=1, ensure_ascii=False).encode() + b"\n"


def _drivers_and_barriers() -> Schema:
    heads = {"drivers": _list_of(Driver), "barriers": _list_of(Barrier)}
    return {"type": "object", "properties": heads, "additionalProperties": False}


def _list_of(kind: type[Struct]) -> Schema:
    return {"type": "array", "items": _mapping(kind)}


def _mapping(kind: type[Struct]) -> Schema:
    hidden = _NOT_IN_FILES.get(kind, set())
    fields = [field for field in msgspec.structs.fields(kind) if field.encode_name in known_keys(kind) - hidden]
    return {
        "description": (inspect.getdoc(kind) or "").partition("\n")[0],
        "type": "object",
        "properties": {field.encode_name: _property(kind, field) for field in fields},
        "required": [field.encode_name for field in fields if is_required(field)],
        "additionalProperties": False,
    }


def _property(kind: type[Struct], field: msgspec.structs.FieldInfo) -> Schema:
    place = (kind, field.encode_name)
    item, is_list = _item_type(field.type)
    schema = _named(place) or _typed(item)
    if is_list:
        schema = {"type": "array", "items": schema}
    if not is_required(field):
        schema = {"anyOf": [schema, {"type": "null"}]}
    told = HELP.get(place) or HELP.get((Struct, field.encode_name))
    return {"description": told, **schema} if told else schema


def _item_type(kind: Any) -> tuple[Any, bool]:
    """Return the type without `None` and without its list, and whether it is a list."""
    if get_origin(kind) in (Union, types.UnionType):
        (kind,) = (part for part in get_args(kind) if part is not types.NoneType)
    return (get_args(kind)[0], True) if get_origin(kind) is tuple else (kind, False)


def _named(place: tuple[type[Struct], str]) -> Schema | None:
    """Return the schema of a key whose values are names: of the guidance, or of files."""
    if place in _CHOICES:
        return _enumeration(_CHOICES[place])
    if place in _AREA_KEYS:
        return {"anyOf": [_enumeration(_AREAS), _ID]}
    return _ID if place in _ID_KEYS or place[1] == "id" else None


def _enumeration(titles: Titles) -> Schema:
    return {"type": "string", "enum": list(titles), "markdownEnumDescriptions": list(titles.values())}


def _typed(kind: Any) -> Schema:
    if get_origin(kind) is Literal:
        return {"type": "string", "enum": list(get_args(kind))}
    if issubclass(kind, Struct):
        return _mapping(kind)
    return _SCALARS[kind]


_SCALARS: Final[Mapping[type, Schema]] = {
    str: {"type": ["string", "number"]},  # 2003 is a number to an editor, and text to us
    int: {"type": "integer", "minimum": 0},
    Decimal: {"type": "number"},
    bool: {"enum": [True, False, "yes", "no"]},
    dt.date: {"type": "string", "format": "date"},
}

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from reportkit.files.schema_help import HELP
from reportkit.files.schemas import schemas
from reportkit.moderation.words import ROLES
from reportkit.shipped import starter

FOLDER = Path(__file__).parent.parent.parent / "schema"


def schema(name: str) -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(schemas()[name])
    return drawn


def choices(name: str, key: str) -> list[str]:
    given: list[str] = schema(name)["properties"][key]["anyOf"][0]["enum"]
    return given


def test_the_schemas_in_the_repository_are_current() -> None:
    """Where this fails, run tools/make_schemas.py."""
    assert {file.name: file.read_bytes() for file in FOLDER.glob("*.json")} == dict(schemas())


def test_a_finding_offers_the_guidances_questions_topics_and_themes() -> None:
    assert {"1.1", "3.2", "P1", "P2.2a", "G5"} <= set(choices("finding.json", "question"))
    assert choices("finding.json", "weight") == ["high", "medium", "low"]
    covers = schema("finding.json")["properties"]["covers"]["anyOf"][0]["items"]
    assert {"status-repairs", "gas-servicing", "2.2-stock-6"} <= set(covers["enum"])
    assert len(covers["enum"]) == len(covers["markdownEnumDescriptions"])


def test_what_no_file_may_set_is_not_offered() -> None:
    assert not {"id", "text", "text-line", "origin"} & schema("finding.json")["properties"].keys()
    assert not {"id", "origin"} & schema("evidence.json")["properties"].keys()
    assert "text" in schema("recommendation.json")["properties"]


def test_what_must_be_given_is_required() -> None:
    assert schema("finding.json")["required"] == ["title", "kind"]
    assert schema("inspection.json")["required"] == ["kind", "authority"]
    assert schema("inspection.json")["properties"]["team"]["anyOf"][0]["items"]["required"] == ["id", "name", "role"]


def test_no_other_key_is_let_pass() -> None:
    assert schema("evidence.json")["additionalProperties"] is False


def test_an_area_may_be_the_inspections_own() -> None:
    offered, own = schema("finding.json")["properties"]["area"]["anyOf"][0]["anyOf"]
    assert offered["enum"] == ["stock-investment", "rent", "tenant-participation", "estate-management"]
    assert own["pattern"] == "^[a-z0-9][a-z0-9-]{0,39}$"


def test_each_line_of_help_stands_at_a_key_that_is_there() -> None:
    keys: Mapping[type[Struct], set[str]] = {
        kind: {field.encode_name for field in msgspec.structs.fields(kind)} for kind, _ in HELP if kind is not Struct
    }
    assert [(kind, key) for kind, key in HELP if kind is not Struct and key not in keys[kind]] == []


def test_the_policy_offers_roles_and_everything_that_a_new_one_says() -> None:
    policy = schema("policy.json")
    given = yaml.safe_load(Template((starter() / "moderation/policy.yaml").read_text()).substitute(demonstration="no"))
    assert given.keys() <= policy["properties"].keys()
    person = policy["properties"]["people"]["anyOf"][0]["items"]
    assert person["required"] == ["id", "name", "email"]
    assert person["properties"]["roles"]["anyOf"][0]["items"]["enum"] == list(ROLES)
    assert choices("policy.json", "signatures") == ["optional", "required"]


def test_the_editor_knows_where_each_schema_belongs() -> None:
    placed = json.loads((starter() / "vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert {Path(name).name for name in placed} == schemas().keys() - {"finding.json"}  # Markdown, with keys before it

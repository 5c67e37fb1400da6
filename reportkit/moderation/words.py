"""The small words of the record: digests, names, roles, ratings, texts; each with what it may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta

from reportkit.inspection.milestones import Body

Digest: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
"""SHA-256 in hexadecimal."""

Tree: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9a-f]{40}\Z")]
"""The id that Git gives a folder's content; a shortcut, never the proof."""

Id: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}\Z")]
"""The name of a person, an inspection or a finding."""

FileName: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,119}\Z")]
"""The name of a document in issued/."""

HIDING_CHARACTERS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
"""Characters that would hide or reorder text on a screen, as the inside of a regular expression's brackets."""

Line: TypeAlias = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=400,
        pattern="^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]*\\Z",
    ),
]
"""One line of words, without what would hide or reorder text on a screen."""

Text: TypeAlias = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=20_000,
        pattern=f"^[^{HIDING_CHARACTERS}]*\\Z",
    ),
]
"""Words in any number of lines, without what would hide or reorder text on a screen."""

LAST_SECOND: Final = 253_402_300_799
Seconds: TypeAlias = Annotated[int, Meta(ge=0, le=LAST_SECOND)]
"""A time: seconds since the beginning of 1970, UTC, up to the year 9999."""

Role = Literal[
    "regional-lead-inspector",
    "almo-co-ordinator",
    "senior-manager",
    "head-of-programme",
    "administrator",
    "inspector",
]

ROLES: Final[Mapping[Role, str]] = {
    "regional-lead-inspector": "regional lead inspector",
    "almo-co-ordinator": "ALMO co-ordinator",
    "senior-manager": "senior manager",
    "head-of-programme": "head of programme",
    "administrator": "administrator",
    "inspector": "inspector",
}
"""Every role, and what people call it."""

MODERATORS: Final[tuple[Role, ...]] = ("regional-lead-inspector", "almo-co-ordinator", "senior-manager")
"""The least that moderation needs: these three, and three people [114]."""

SigningStage = Literal["draft", "final"]
"""What a sign-off is of: the draft that the bodies comment on, or the report as decided after comments."""

Judgement = Literal["service", "prospects"]

BODIES: Final[Mapping[Body, str]] = {"authority": "the authority", "almo": "the ALMO"}
"""The bodies, and what people call them."""

Assessed = Literal["evidence", "judgements", "report"]

ASSESSED: Final[tuple[Assessed, ...]] = ("evidence", "judgements", "report")
"""What moderators assess, and every sign-off says that it did [114]."""

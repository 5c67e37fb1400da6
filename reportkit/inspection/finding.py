"""A finding: what inspectors found, as a strength or a weakness, and what it rests on [27–33]."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportkit.inspection.source_place import NOWHERE, Origin

FindingKind = Literal["strength", "weakness"]
Weight = Literal["high", "medium", "low"]
Theme = Literal["access", "diversity", "participation", "value-for-money"]

_HEAVIEST_FIRST = {"high": 0, "medium": 1, "low": 2}


class Finding(Struct, frozen=True, kw_only=True, rename="kebab", gc=False):
    """One file in findings/.

    `question` is where the report shows it: 1.1 to 3.2 for how good the service is, P1 to P3 and
    their sub-questions for its prospects, G1 to G5 and theirs for governance. `also` names the
    questions of the other judgement that it bears on [32]. `covers` names topics of the guidance
    (standards, priorities, groups) that it speaks of. `effect` says what it means for tenants [62].
    A finding that is `sensitive` stays out of public papers unless it is cleared by name.
    `press` chooses it for the press release, which shows its title.
    `text` is Markdown, and `text_line` the line in the file where it begins.
    """

    id: str
    title: str
    kind: FindingKind
    question: str | None = None
    area: str | None = None
    also: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    weight: Weight = "medium"
    order: int | None = None
    evidence: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    by: str | None = None
    effect: str | None = None
    covers: tuple[str, ...] = ()
    teething: bool = False
    positive_practice: bool = False
    sensitive: bool = False
    press: bool = False
    text: str = ""
    text_line: int = 1
    origin: Origin = NOWHERE

    @property
    def place_in_section(self) -> tuple[int, int, str]:
        """The sort key within a section: by `order` where given, then the heavier first, then id."""
        unordered = 10**6
        return (unordered if self.order is None else self.order, _HEAVIEST_FIRST[self.weight], self.id)

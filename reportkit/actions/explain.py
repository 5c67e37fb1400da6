"""The rules: all of them by chapter, and one explained."""

from __future__ import annotations

from itertools import groupby

from msgspec import Struct

from reportkit.errors import WrongUse
from reportkit.guidance.rule_list import ALL_ROWS, CHAPTERS, OWN_CHAPTER, OWN_TITLE
from reportkit.guidance.rule_rows.row import RuleRow
from reportkit.guidance.stories import STORIES


class Explanation(Struct, frozen=True, kw_only=True):
    """A rule, why it is there, what to do, and an example. `story` is the news story that it comes from, or ""."""

    row: RuleRow
    why: str
    remedy: str
    example: str
    story: str


class Chapter(Struct, frozen=True):
    """A chapter of rules: its letter, its title and its rules in order."""

    letter: str
    title: str
    rows: tuple[RuleRow, ...]


def explain(name: str) -> Explanation:
    """Return what there is to say of a rule: e04, E4 and E04 are one. Raises WrongUse, with the likely one, if none."""
    row = row_named(name)
    from reportkit.rules.explain import ENTRIES  # the list alone does not need the rules

    entry = ENTRIES[row.id]
    story = STORIES.get(row.paragraph, "")
    return Explanation(row=row, why=entry.why, remedy=entry.remedy, example=entry.example, story=story)


def all_chapters() -> tuple[Chapter, ...]:
    """Return every chapter with its rules."""
    titles = {**CHAPTERS, OWN_CHAPTER: OWN_TITLE}
    by_chapter = groupby(ALL_ROWS.values(), key=lambda row: row.chapter)
    return tuple(Chapter(letter, titles[letter], tuple(rows)) for letter, rows in by_chapter)


def row_named(name: str) -> RuleRow:
    """Return the row of a rule's id, in any case and with or without its zero. Raises WrongUse for no rule."""
    by_any_case = {known.upper(): row for known, row in ALL_ROWS.items()}
    given = name.strip().upper()
    row = by_any_case.get(given) or by_any_case.get(f"{given[:1]}0{given[1:]}")
    if row is None:
        raise WrongUse(f"There is no rule '{name}'", remedy=_hint(given))
    return row


def _hint(name: str) -> str:
    from difflib import get_close_matches  # only a wrong name needs it

    near = get_close_matches(name, ALL_ROWS, n=1)
    return f"Did you mean '{near[0]}'?" if near else "`reportkit explain` lists them."

"""docs/rules.md: every row of the rule list, and where it is kept, from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.guidance.rule_list import CHAPTERS, OWN_LIST, OWN_TITLE, RULE_LIST, rules_of
from reportkit.guidance.rule_rows.readings import READINGS
from reportkit.guidance.rule_rows.row import EVERY_KIND, RuleRow
from reportkit.guidance.stories import STORIES
from reportkit.rules.all_rules import ALL_RULES
from reportkit.rules.facts import ALL_FACTS

_RULES = frozenset(rule.id for rule in ALL_RULES)
_FACTS = frozenset(sheet.id for sheet in ALL_FACTS)
_OPENING = """\
# Rules

Every row of the rule list: {count} that come from the guidance of March 2003 and from news stories of the time, and \
{own} of our own. `reportkit explain B01` tells of any of them why it is there, what to do, and gives an example.

- **rule**: `reportkit check` says where it is broken. An error stops the act that it protects; what is only missing \
is “not there yet” and stops it too, without being wrong. A warning stays in sight until it is put right, answered \
in answers.yaml, or set aside by a named person. An error marked *override* can be set aside by a named person with a \
reason, and the moderation pack shows that.
- **fact**: computed or looked up; `reportkit check --facts` shows it, and so does the moderation pack.
- **by design, asked of people**: nothing in an inspection's folder could break it. The tool or the acts of \
moderation keep it, and people are asked there; `reportkit explain` says where.
"""


def rules_page() -> str:
    """The whole page as Markdown."""
    opening = _OPENING.format(count=len(RULE_LIST), own=len(OWN_LIST))
    chapters = [_chapter(f"{letter}. {title}", rules_of(letter)) for letter, title in CHAPTERS.items()]
    own = _chapter(f"T. {OWN_TITLE}", tuple(OWN_LIST.values()))
    return "\n".join([opening, *chapters, *_stories(), own, *_readings()])


def _chapter(title: str, rows: tuple[RuleRow, ...]) -> str:
    head = ["| row | what | level | paragraph | kinds | protects | place |", "|---|---|---|---|---|---|---|"]
    return "\n".join([f"## {title}", "", *head, *map(_row, rows), ""])


def _row(row: RuleRow) -> str:
    level = f"{row.level}, override" if row.override else row.level
    kinds = "all" if row.kinds == EVERY_KIND else ", ".join(row.kinds)
    cells = (row.id, row.title, level, row.paragraph or "–", kinds, ", ".join(row.protects) or "–", _place(row.id))
    return f"| {' | '.join(cells)} |"


def _place(row: str) -> str:
    places = [name for name, there in (("rule", row in _RULES), ("fact", row in _FACTS)) if there]
    return " and ".join(places) or "by design, asked of people"


def _stories() -> Iterator[str]:
    yield from (f"- **{name}**: {words}" for name, words in STORIES.items())
    yield ""


def _readings() -> Iterator[str]:
    yield "## How we read it"
    yield ""
    yield "Where the text does not settle something, or a program needs a line drawn."
    yield ""
    yield from (f"- **{row}**: {reading}" for row, reading in READINGS.items())
    yield ""

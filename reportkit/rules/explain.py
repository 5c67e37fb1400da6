"""Every row that can be explained: what is checked, what is computed, and what the design keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.rules.all_rules import ALL_RULES
from reportkit.rules.facts import ALL_FACTS
from reportkit.rules.fees import NO_FEE_IS_WORKED_OUT
from reportkit.rules.moderation import KEPT_BY_MODERATION
from reportkit.rules.notification import KEPT_BY_LETTERS
from reportkit.rules.rule import RuleEntry
from reportkit.rules.service.rating import NO_SCORE_FROM_TICKS

_BY_DESIGN: Final = (*KEPT_BY_MODERATION, *KEPT_BY_LETTERS, NO_SCORE_FROM_TICKS, NO_FEE_IS_WORKED_OUT)
_BY_ID: Final = {entry.id: entry for entry in (*ALL_FACTS, *ALL_RULES, *_BY_DESIGN)}

ENTRIES: Final[Mapping[str, RuleEntry]] = {row: _BY_ID[row] for row in ALL_ROWS}
"""By id, in the order of the list: its title, paragraph, kinds and acts in `row`, then why, remedy and example."""

"""The four news stories of the time that rows of chapter S come from, in our words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

STORIES: Final[Mapping[str, str]] = {
    "story 000": "The chief inspector advises weak housing authorities to buy help from those that do well.",
    "story 001": "Competition is to weigh more under Best Value, for housing associations as for councils.",
    "story 002": "Kirklees' ALMO will see by April whether to buy services elsewhere than from its council.",
    "story 003": "Landlords ask for money to do what a report on managing neighbourhoods would have them do.",
}
"""By the name that a row gives as its source."""

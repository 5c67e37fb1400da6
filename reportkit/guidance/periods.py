"""Lengths of time that the guidance names, each with its paragraph."""

from __future__ import annotations

import datetime as dt
from typing import Final

SHORTEST_INSPECTION: Final = dt.timedelta(weeks=10)
LONGEST_INSPECTION: Final = dt.timedelta(weeks=16)
"""From the team's arrival on site to the final report [113]."""

BEFORE_REINSPECTION_MONTHS: Final = 6
"""From the day the report is published to a re-inspection, at the least [118]."""

SUPPORT_REVIEW_MONTHS: Final = 12
"""From the day a round 3 ALMO begins to the reviews of its support services [110]."""

"""Where the best quarter of authorities began in a newer year than Table 6: files that organisations add [74, 76]."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, get_args

from msgspec import Struct

from reportkit.inspection.bodies import AuthorityType
from reportkit.inspection.indicator import Unit
from reportkit.inspection.source_place import NOWHERE, Origin


class NewerThreshold(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One indicator's row: the figure for each type of authority, in the indicator's own unit.

    `direction` and `unit` are needed where the guidance does not name the indicator.
    """

    code: str
    unit: Unit | None = None
    direction: Literal["higher", "lower"] | None = None
    london_borough: Decimal | None = None
    metropolitan_borough: Decimal | None = None
    unitary_authority: Decimal | None = None
    district_council: Decimal | None = None

    def figure(self, authority_type: AuthorityType) -> Decimal | None:
        """Return the figure for a type of authority; None where the row has none."""
        figures: dict[AuthorityType, Decimal | None] = {
            "london-borough": self.london_borough,
            "metropolitan-borough": self.metropolitan_borough,
            "unitary-authority": self.unitary_authority,
            "district-council": self.district_council,
        }
        return figures[authority_type]

    @property
    def is_empty(self) -> bool:
        """Return whether it has a figure for no type of authority."""
        return all(self.figure(each) is None for each in get_args(AuthorityType))


class ThresholdYear(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One file guidance/thresholds-2002-03.yaml: the figures of one year, and who published them."""

    year: str
    source: str
    thresholds: tuple[NewerThreshold, ...]
    origin: Origin = NOWHERE

"""Table 6: where the best quarter of authorities began in 2001/02, by type of authority [74, 76]."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal

from msgspec import Struct

from reportkit.guidance.indicators import normal_code

Comparison = Literal["at or better", "worse"]

YEAR: Final = "2001/02"
"""The year of every figure in Table 6; they will change [76]."""


class Threshold(Struct, frozen=True):
    """The upper quartile of one indicator for one type of authority, in the indicator's own unit."""

    code: str
    authority_type: str
    value: Decimal
    year: str = YEAR
    paragraph: str = "76, T6"


AUTHORITY_TYPES: Final = ("london-borough", "metropolitan-borough", "unitary-authority", "district-council")
"""The columns of Table 6, in its order."""

_TABLE_6: Final = (
    ("BVPI 66a", "96.2", "96.8", "96.8", "98.6"),
    ("BVPI 69", "1.4", "2.6", "1.3", "0.9"),
    ("BVPI 68", "36", "43", "37", "26"),
    ("BVPI 72", "95", "95", "96", "96"),
    ("BVPI 73", "12", "17", "13", "13"),
)

THRESHOLDS: Final[tuple[Threshold, ...]] = tuple(
    Threshold(code, authority_type, Decimal(figure))
    for code, *figures in _TABLE_6
    for authority_type, figure in zip(AUTHORITY_TYPES, figures, strict=True)
)

_BY_PLACE: Final[Mapping[tuple[str, str], Threshold]] = {(t.code, t.authority_type): t for t in THRESHOLDS}


def threshold_of(code: str, authority_type: str | None) -> Threshold | None:
    """Return the threshold for this indicator, however its code is written, and this type.

    None where Table 6 has none.
    """
    return None if authority_type is None else _BY_PLACE.get((normal_code(code), authority_type))

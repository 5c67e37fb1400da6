"""How sure a share is that was found in a sample: Wilson's interval.

E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, Journal of the
American Statistical Association 22 (1927), 209–212, without a correction for continuity. It stays
within 0 and 100 and holds for small samples, where the plainer normal formula does not.
"""

from __future__ import annotations

from decimal import Decimal
from math import sqrt
from typing import Final

from msgspec import Struct

LEVEL: Final = 95
"""Of a hundred samples drawn alike, about so many have an interval that holds the true share."""

_Z: Final = 1.959963984540054  # leaves 2.5 per cent of a normal curve on each side
_TENTH: Final = Decimal("0.1")


class Interval(Struct, frozen=True):
    """The lowest and the highest share that fit the sample, in per cent, to a tenth."""

    low: Decimal
    high: Decimal


def wilson(share: Decimal, sample: int) -> Interval | None:
    """Return the 95 per cent interval round a share of `share` per cent in a simple random sample of `sample` answers.

    None where there can be none: no answers, or a share outside 0 to 100. It knows nothing of who did not answer.
    """
    if sample < 1 or not 0 <= share <= 100:  # noqa: PLR2004  per cent
        return None
    part, squared = float(share) / 100, _Z * _Z
    middle = part + squared / (2 * sample)
    reach = _Z * sqrt(part * (1 - part) / sample + squared / (4 * sample * sample))
    whole = 1 + squared / sample
    return Interval(_per_cent((middle - reach) / whole), _per_cent((middle + reach) / whole))


def _per_cent(part: float) -> Decimal:
    return Decimal(str(min(max(part, 0.0), 1.0) * 100)).quantize(_TENTH)

"""BVPI 184b worked out again from the two shares that it rests on [Table 3]."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from msgspec import Struct

from reportkit.guidance.indicators import normal_code
from reportkit.inspection.indicator import Indicator
from reportkit.inspection.inspection import Inspection
from reportkit.rules.best_quarter import figure_of

_SHARE, _CHANGE = "BVPI 184a", "BVPI 184b"
_TENTH: Final = Decimal("0.1")


class DecentHomes(Struct, frozen=True, kw_only=True):
    """The change between two years' shares of homes that are not decent, both in per cent.

    `change` is (after - before) ÷ before, in per cent: below nought where the share fell. `given` is
    what the body says. The guidance gives neither the formula nor the sign, so `agrees` looks at the
    size alone, to the places that were given; None where nothing was given.
    """

    before: Decimal
    after: Decimal
    from_year: str
    to_year: str
    change: Decimal
    given: Decimal | None
    agrees: bool | None

    @property
    def sum(self) -> str:
        """Return how it was done."""
        return f"({self.after} - {self.before}) ÷ {self.before} = {self.change} per cent"


def decent_homes(inspection: Inspection) -> tuple[DecentHomes, ...]:
    """Return each change between a year and the next that both give BVPI 184a, for authority and ALMO apart."""
    shares = [each for each in inspection.indicators if normal_code(each.code) == _SHARE and each.year]
    scopes = dict.fromkeys(each.scope for each in shares)
    runs = (sorted((each for each in shares if each.scope == scope), key=_year) for scope in scopes)
    return tuple(found for run in runs for pair in pairwise(run) for found in _change(inspection, *pair))


def _year(indicator: Indicator) -> str:
    return indicator.year or ""


def _change(inspection: Inspection, before: Indicator, after: Indicator) -> Iterator[DecentHomes]:
    first, second = figure_of(before), figure_of(after)
    if not first or second is None:  # nothing can be said of a share of what was nought
        return
    exact = (second - first) / first * 100
    given = _given(inspection, before)
    yield DecentHomes(
        before=first,
        after=second,
        from_year=_year(before),
        to_year=_year(after),
        change=exact.quantize(_TENTH),
        given=given,
        agrees=None if given is None else abs(exact).quantize(given) == abs(given),
    )


def _given(inspection: Inspection, first: Indicator) -> Decimal | None:
    """Return what the body gives as 184b, in the year of the first share: there it stands beside 184a in Table 3."""
    changes = (each for each in inspection.indicators if normal_code(each.code) == _CHANGE)
    fitting = (figure_of(each) for each in changes if (each.scope, each.year) == (first.scope, first.year))
    return next(fitting, None)

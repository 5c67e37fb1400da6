"""Indicators as JSON for other programs. The shape is stable, and docs/indicators.md tells it."""

from __future__ import annotations

import msgspec

from reportkit.actions.indicators import IndicatorsFound
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.inspection.indicator import Indicator
from reportkit.rules.best_quarter import direction_of, unit_of
from reportkit.rules.decent_homes import DecentHomes
from reportkit.rules.indicator_figures import Figure
from reportkit.rules.interval import LEVEL

FORMAT = 1


def as_json(found: IndicatorsFound) -> bytes:
    """Return everything that can be said of an inspection's indicators, as one JSON text of several lines."""
    particulars = found.inspection.particulars
    told = {
        "format": FORMAT,
        "inspection": found.inspection.slug,
        "authority-type": particulars.authority.type,
        "partial-almo": particulars.almo is not None and particulars.almo.partial,
        "indicators": [_figure_values(each) for each in found.figures],
        "not-given": found.not_given,
        "decent-homes": [_change(each) for each in found.decent_homes],
    }
    return json_bytes(told)


def _figure_values(found: Figure) -> dict[str, object]:
    indicator, quarter, mean, interval = found.indicator, found.quarter, found.mean, found.interval
    return {
        "code": found.code,
        "name": indicator.name,
        "group": found.group,
        "value": indicator.value,
        "unit": unit_of(indicator),
        "direction": direction_of(indicator),
        "year": indicator.year,
        "scope": indicator.scope,
        "verified": indicator.verified,
        "target": indicator.target,
        "definition": indicator.definition,
        "sample": indicator.sample,
        "best-quarter": quarter and {"value": quarter.value, "year": quarter.year, "source": quarter.source},
        "comparison": found.comparison,
        "gap": found.gap,
        "national-mean": mean and {"value": mean.value, "year": mean.year},
        "interval": interval and {"low": interval.low, "high": interval.high, "level": LEVEL},
        "peers": indicator.peers and _peers(indicator),
    }


def _peers(indicator: Indicator) -> dict[str, object]:
    return {"who": indicator.peers, "value": indicator.peers_value, "why": indicator.peers_why}


def _change(found: DecentHomes) -> dict[str, object]:
    return {name.replace("_", "-"): value for name, value in msgspec.structs.asdict(found).items()}

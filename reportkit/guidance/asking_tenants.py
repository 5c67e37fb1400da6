"""The nine ways of asking tenants what they think [47, Table 2]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class WayOfAsking(Struct, frozen=True):
    """A way of collecting tenants' views; `id` is an evidence file's `way`."""

    id: str
    title: str
    paragraph: str


WAYS_OF_ASKING: Final[Mapping[str, WayOfAsking]] = {
    way.id: way
    for way in (
        WayOfAsking("face-to-face", "Interviews in person", "47, T2"),
        WayOfAsking("mystery-shopping", "Mystery shopping", "47, T2"),
        WayOfAsking("focus-groups-neighbourhood", "Focus groups, one for each neighbourhood", "47, T2, fn I p10"),
        WayOfAsking("focus-groups-service", "Focus groups, one for each service", "47, T2, fn I p10"),
        WayOfAsking("applicants", "Interviews with people who have applied for a home", "47, T2"),
        WayOfAsking("telephone", "Interviews or surveys by telephone", "47, T2"),
        WayOfAsking(
            "hard-to-reach", "Work with groups that are seldom heard, some ethnic minorities for one", "47, T2"
        ),
        WayOfAsking("specific-services", "Interviews with users of one service, transfers for one", "47, T2"),
        WayOfAsking("planning-for-real", "Planning for Real sessions", "47, T2"),
    )
}

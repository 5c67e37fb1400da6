"""The topics that findings and evidence say they cover: what the guidance asks about besides its questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportkit.guidance.topic_lists import (
    ALMO_TOPICS,
    BENCHMARKING,
    BEYOND_STATUS,
    CONDITIONS,
    EFFECTIVE,
    EXCELLENT,
    FOUNDING,
    GROUPS,
    LOCAL,
    OTHERS,
    PRIORITIES,
    QUALITY,
    SELF_ASSESSMENTS,
    SEVERAL,
    STANDARDS,
    STATUS,
    Topic,
)

TOPICS: Final[Mapping[str, Topic]] = {
    topic.id: topic
    for topics in (
        STATUS,
        BEYOND_STATUS,
        STANDARDS,
        PRIORITIES,
        GROUPS,
        EXCELLENT,
        LOCAL,
        QUALITY,
        EFFECTIVE,
        BENCHMARKING,
        ALMO_TOPICS,
        CONDITIONS,
        FOUNDING,
        SELF_ASSESSMENTS,
        SEVERAL,
        OTHERS,
    )
    for topic in topics
}

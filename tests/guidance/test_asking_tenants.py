"""The nine ways of asking tenants."""

from reportkit.guidance.asking_tenants import WAYS_OF_ASKING


def test_there_are_nine_ways_of_asking_tenants():
    assert list(WAYS_OF_ASKING) == [
        "face-to-face",
        "mystery-shopping",
        "focus-groups-neighbourhood",
        "focus-groups-service",
        "applicants",
        "telephone",
        "hard-to-reach",
        "specific-services",
        "planning-for-real",
    ]

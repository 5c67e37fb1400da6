"""The ten sources of context."""

from reportkit.guidance.context_sources import CONTEXT_SOURCES


def test_there_are_ten_context_sources():
    expected = "community-strategies bvpps plans indicators government-office lpsas inspection-reports external-audit"
    assert list(CONTEXT_SOURCES) == [*expected.split(), "ombudsman", "beacon"]

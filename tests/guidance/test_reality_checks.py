"""The twelve kinds of reality check, and what is evidence besides."""

from reportkit.guidance.reality_checks import EVIDENCE_KINDS, OTHER_EVIDENCE, REALITY_CHECKS


def test_there_are_twelve_kinds_of_reality_check():
    assert list(REALITY_CHECKS) == [
        "interviews-members",
        "observed-meetings",
        "interviews-managers",
        "users-met",
        "service-observed",
        "case-samples",
        "estates-inspected",
        "homes-visited",
        "staff-focus-groups",
        "stakeholders",
        "mystery-shopping",
        "satisfaction-surveys",
    ]


def test_documents_and_indicators_are_evidence_but_no_reality_checks():
    assert set(OTHER_EVIDENCE) == {"document", "indicators"}
    assert set(REALITY_CHECKS) | set(OTHER_EVIDENCE) == EVIDENCE_KINDS
    assert len(EVIDENCE_KINDS) == 14

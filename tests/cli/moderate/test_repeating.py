"""The same command again, as after one that was stopped: what was recorded is recorded once."""

from __future__ import annotations

import pytest

from tests.cli.moderate.conftest import SLUG, Office

DAY = "2004-06-14"
ASK = ("query", "--of", "Mo", "--by", "2004-06-21", "--text", "How many?")
MEET = ("meeting", "--present", "ann,bob,cat", "--service", "agreed", "--prospects", "further:The board.")
ROLE = ("--role", "senior-manager", "--of", "cat", "--by", "dan")


@pytest.mark.parametrize(
    ("person", "act"),
    [
        ("ann", ASK),
        ("ann", MEET),
        ("ann", ("sign-off", "--not-agreed", "--reason", "It does not follow.")),
        ("cat", ("cover", *ROLE, "--from", DAY, "--until", "2004-07-01")),
        ("cat", ("override", "L02", "--reason", "The ODPM asked for it.")),
        ("ros", ("progress", "empty-homes", "--under-way")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value,
)
def test_what_a_moderator_records_is_recorded_once_however_often_it_is_typed(
    met: Office, person: str, act: tuple[str, ...]
) -> None:
    met.does(person, *act)
    again = met.refused(person, *act)
    assert again.code == 1
    assert again.err.startswith("This is recorded already: ")
    assert f"Nothing needs to be done; `reportkit history {SLUG}` shows it." in again.err


def test_a_sensitive_finding_is_cleared_once(met: Office) -> None:
    met.edits("findings/racial-harassment.md", "\nkind:", "\nsensitive: yes\nkind:")
    met.saves()
    met.does("flo", "clear", "racial-harassment", "--for", "report")
    again = met.refused("flo", "clear", "racial-harassment", "--for", "report")
    assert again.err.startswith("This is recorded already: ")
    met.does("flo", "clear", "racial-harassment", "--for", "letters")


def test_a_question_may_be_asked_again_once_it_is_answered(met: Office) -> None:
    met.does("ann", *ASK)
    met.does("ros", "answer", "--text", "Some.")
    met.does("ann", *ASK)

"""Where another version of a file is kept, and how it is known again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.inspection.conflicts import beside, concerns, settling, short_name, unsettled_at

NAMES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}(\.(md|yaml|csv))?", fullmatch=True)


@given(st.lists(NAMES, min_size=1, max_size=4).map("/".join), st.text(), st.sampled_from([None, "0" * 40, "ab" * 20]))
def test_what_is_kept_is_known_again(path: str, who: str, digest: str | None) -> None:
    kept = beside(path, who, digest)
    assert unsettled_at(kept.kept) == kept


@pytest.mark.parametrize(
    ("person", "short"),
    [("Ben Carter", "ben-carter"), ("Zoë O'Neill-Šimić", "zoe-o-neill-simic"), ("李", "someone"), ("", "someone")],
)
def test_a_persons_name_is_written_so_that_it_can_stand_in_a_files_name(person: str, short: str) -> None:
    assert short_name(person) == short


@pytest.mark.parametrize("path", ["unsettled/x", "unsettled/x.md/nodash.md", "inspections/elm/a-b.md", "unsettled", ""])
def test_what_no_one_keeps_there_stands_for_nothing(path: str) -> None:
    assert unsettled_at(path) is None


@pytest.mark.parametrize(
    ("path", "command", "shared"),
    [
        ("inspections/elm/findings/repairs.md", "reportkit settle elm repairs", False),
        ("inspections/elm/inspection.yaml", "reportkit settle elm inspection.yaml", False),
        ("moderation/elm/casework.yaml", "reportkit settle elm casework.yaml", False),
        ("moderation/policy.yaml", "reportkit settle moderation/policy.yaml", True),
        ("templates/letters/authority.md.j2", "reportkit settle templates/letters/authority.md.j2", True),
    ],
)
def test_a_file_is_settled_by_its_shortest_name_and_what_all_share_concerns_all(
    path: str, command: str, shared: bool
) -> None:
    assert settling(path) == command
    assert concerns(path, "elm")
    assert concerns(path, "oak") == shared

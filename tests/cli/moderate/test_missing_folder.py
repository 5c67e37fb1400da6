"""An inspection that is on record and whose folder a plain commit took away or renamed, at every command."""

from __future__ import annotations

import pytest

from tests.cli.moderate.conftest import SLUG, Office
from tests.every_case import every_case

KIM = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org")
NEW = f"{SLUG}-2"


@pytest.fixture
def renamed(met: Office) -> Office:
    met.git("mv", f"inspections/{SLUG}", f"inspections/{NEW}")
    met.git(*KIM, "commit", "-qm", "A better name")
    return met


@pytest.fixture
def removed(met: Office) -> Office:
    met.git("rm", "-rq", f"inspections/{SLUG}")
    met.git(*KIM, "commit", "-qm", "Tidy up")
    return met


SAYS = (
    pytest.param(("status",), 3, "its folder was taken away or renamed", id="status"),
    pytest.param(("moderate",), 3, "its folder was taken away or renamed", id="everything that waits"),
    pytest.param(("moderate", SLUG), 3, f"Put it back: `reportkit restore {SLUG}`", id="one inspection"),
    pytest.param(("moderate", "sign-off", SLUG), 3, f"Put it back: `reportkit restore {SLUG}`", id="an act"),
    pytest.param(("history", SLUG), 3, f"Put it back: `reportkit restore {SLUG}`", id="history"),
    pytest.param(("check", SLUG), 3, f"Put it back: `reportkit restore {SLUG}`", id="check"),
    pytest.param(("draft", SLUG), 3, f"Put it back: `reportkit restore {SLUG}`", id="draft"),
    pytest.param(("save", SLUG), 3, f"Put it back: `reportkit restore {SLUG}`", id="save"),
    pytest.param(("verify", SLUG), 3, f"`reportkit restore {SLUG}` puts it back", id="verify of one"),
    pytest.param(("verify",), 3, "it was taken away (Kim, ", id="verify of all"),
    pytest.param(
        ("new", SLUG, "--no-input"), 1, f"There is an inspection `{SLUG}` already", id="a new one of that name"
    ),
)


@every_case(("words", "code", "text"), SAYS)
def test_every_command_says_that_it_is_missing(removed: Office, words: tuple[str, ...], code: int, text: str) -> None:
    said = removed.at("ann")(*words)
    assert (said.code, text in said.out + said.err) == (code, True), said


def test_a_renamed_folder_gets_its_name_again_with_what_was_changed_meanwhile(renamed: Office) -> None:
    assert f"renamed to {NEW} without a record (Kim, " in renamed.at("gus")("verify").out
    path = renamed.root / "inspections" / NEW / "narrative/prospects-governance.md"
    path.write_text("Changed meanwhile.\n", encoding="utf-8")
    assert renamed.at("ros")("save", NEW).code == 0
    restored = renamed.at("gus")("restore", SLUG)
    assert restored.code == 0, restored.err
    assert restored.out.startswith(f"Restored: {SLUG}. Version ")
    assert not (renamed.root / "inspections" / NEW).exists()
    assert (renamed.folder / "narrative/prospects-governance.md").read_text("utf-8") == "Changed meanwhile.\n"
    assert renamed.at("gus")("verify").code == 0
    assert SLUG in renamed.at("gus")("status").out


def test_a_folder_that_was_taken_away_comes_back_as_it_was(removed: Office) -> None:
    before = removed.git("rev-parse", f"HEAD~1:inspections/{SLUG}")
    assert removed.at("gus")("restore", SLUG).code == 0
    assert removed.git("rev-parse", f"HEAD:inspections/{SLUG}") == before
    assert removed.git("status", "--porcelain") == ""
    assert removed.at("gus")("verify").code == 0
    again = removed.at("gus")("restore", SLUG)
    assert (again.code, "Nothing of" in again.err) == (1, True)


def test_an_inspection_that_has_a_record_keeps_its_name_and_its_folder(met: Office) -> None:
    for words in (("rename", SLUG, NEW), ("remove", SLUG, "--yes")):
        said = met.at("gus")(*words)
        assert said.code == 1
        assert f"{SLUG} has a record, and so keeps its folder and its name for good" in said.err
    assert met.git("status", "--porcelain") == ""


def test_an_inspection_without_a_record_gets_another_name_with_its_casework(met: Office) -> None:
    made = met.at("dan")("new", "elm", "--kind", "almo", "--authority", "Elm Council", "--no-input")
    assert made.code == 0, made.err
    assert "was never saved" in met.at("dan")("rename", "elm", "elm-homes").err
    assert met.at("dan")("save", "elm").code == 0
    renamed = met.at("dan")("rename", "elm", "elm-homes")
    assert renamed.out.startswith("Renamed: elm is elm-homes now. Version "), renamed.err
    assert not (met.root / "inspections/elm").exists()
    assert (met.root / "moderation/elm-homes/casework.yaml").is_file()
    assert met.git("status", "--porcelain") == ""
    assert met.at("gus")("verify").code == 0


def test_an_inspection_without_a_record_is_removed_after_a_yes(met: Office) -> None:
    met.at("dan")("new", "elm", "--kind", "almo", "--authority", "Elm Council", "--no-input")
    met.at("dan")("save", "elm")
    unasked = met.at("dan")("remove", "elm")
    assert (unasked.code, "Nothing was removed" in unasked.err) == (2, True)
    assert met.at("dan")("remove", "elm", "--yes").out.startswith("Removed: elm. Version ")
    assert not (met.root / "inspections/elm").exists()
    assert not (met.root / "moderation/elm").exists()
    assert met.git("status", "--porcelain") == ""


def test_unsaved_changes_stay_where_they_are(met: Office) -> None:
    met.at("dan")("new", "elm", "--kind", "almo", "--authority", "Elm Council", "--no-input")
    met.at("dan")("save", "elm")
    (met.root / "inspections/elm/findings").mkdir(exist_ok=True)
    (met.root / "inspections/elm/findings/gas.md").write_text("Gas.\n", encoding="utf-8")
    for words in (("rename", "elm", "elm-homes"), ("remove", "elm", "--yes")):
        said = met.at("dan")(*words)
        assert (said.code, "elm has unsaved changes: findings/gas.md" in said.err) == (1, True), said.err

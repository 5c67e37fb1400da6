"""Two versions of a file come together field by field, and only a field that both changed is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportkit.files.combine.combine_files import combine_files
from reportkit.reading.yaml import load
from tests.every_case import every_case

DRIVERS = "inspections/elm/drivers-and-barriers.yaml"
INSPECTION = "inspections/elm/inspection.yaml"
FINDING = "inspections/elm/findings/repairs.md"
TABLE = "inspections/elm/indicators.csv"
EVIDENCE = "inspections/elm/evidence/visit.yaml"

DRIVERS_BEFORE = """\
# What moves them
drivers:
  - id: board  # the board
    title: A board that leads
    findings: [plans, money]

  # Tenants
  - id: tenants
    title: Tenants press
barriers:
  - id: prices
    title: Prices are not tested

# The end
"""
INSPECTION_BEFORE = """\
kind: almo   # by the guidance
authority:
    name: Elm Council
    type: district-council
scope:
- id: rent
  depth: full
judgements:
  service:
    rating: good
    reasons:
      - Repairs are quick.
  prospects:
    rating: promising
"""
FINDING_BEFORE = "---\ntitle: Repairs\nkind: strength\nevidence: [visit]\n---\n\nThey are quick.\n\nMostly.\n"
TABLE_BEFORE = 'code,name,value,scope,note\nBVPI 66a,Rent,97.1,almo,\nBVPI 68,"Relet, days",30,council,\nown 1,X,,,\n'


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


ADDED = "  - id: tenants\n    title: Tenants press\n"
DRIVER = "  - id: money\n    title: Money is there\n"
BARRIER = "  - id: staff\n    title: Staff leave\n"


@every_case(
    ("path", "before", "ours", "theirs"),
    [
        (DRIVERS, DRIVERS_BEFORE, [(ADDED, ADDED + DRIVER)], [("not tested\n", f"not tested\n{BARRIER}")]),
        (DRIVERS, DRIVERS_BEFORE, [("A board that leads", "The board leads")], [("[plans, money]", "[plans]")]),
        (DRIVERS, DRIVERS_BEFORE, [("  # Tenants\n", "  # All tenants\n")], [("Tenants press", "Tenants push")]),
        (DRIVERS, DRIVERS_BEFORE, [("  # Tenants\n" + ADDED, "")], [("board that", "board which")]),
        (DRIVERS, DRIVERS_BEFORE, [("# The end", "# This is all")], [("# What moves them", "# What moves Elm")]),
        (INSPECTION, INSPECTION_BEFORE, [("district-council", "london-borough")], [("promising", "poor")]),
        (INSPECTION, INSPECTION_BEFORE, [("Elm Council", "Elm")], [("depth: full", "depth: light")]),
        (INSPECTION, INSPECTION_BEFORE, [("scope:", "round: 2\nscope:")], [("rating: good", "rating: fair")]),
        (INSPECTION, INSPECTION_BEFORE, [("almo ", "indicative ")], [("# by the guidance", "# as agreed")]),
        (FINDING, FINDING_BEFORE, [("title: Repairs", "title: All repairs")], [("Mostly.", "Always.")]),
        (FINDING, FINDING_BEFORE, [("kind: strength", "kind: weakness")], [("[visit]\n", "[visit]\nby: ann\n")]),
        (TABLE, TABLE_BEFORE, [("97.1", "97.2")], [("almo,", 'almo,"a, b"')]),
        (TABLE, TABLE_BEFORE, [("97.1", "97.2")], [("30,council", "31,council")]),
    ],
)
def test_changes_of_different_fields_come_together_as_if_one_person_had_made_them(
    path: str, before: str, ours: list[tuple[str, str]], theirs: list[tuple[str, str]]
) -> None:
    one, other = changed(before, *ours), changed(before, *theirs)
    by_hand = changed(before, *ours, *theirs).encode()
    for first, second in ((one, other), (other, one)):
        combined = combine_files(path, before.encode(), first.encode(), second.encode())
        assert combined is not None
        assert combined.fields == ()
        assert (combined.ours, combined.theirs) == (by_hand, by_hand)


@every_case(
    ("path", "before", "ours", "theirs", "field"),
    [
        (DRIVERS, DRIVERS_BEFORE, ("board that", "board who"), ("board that", "board which"), "drivers.board.title"),
        (
            DRIVERS,
            DRIVERS_BEFORE,
            ("\n  # Tenants\n" + ADDED, ""),
            ("Tenants press", "Tenants push"),
            "drivers.tenants",
        ),
        (INSPECTION, INSPECTION_BEFORE, ("good", "fair"), ("good", "poor"), "judgements.service.rating"),
        (INSPECTION, INSPECTION_BEFORE, ("are quick", "are late"), ("quick.", "slow."), "judgements.service.reasons"),
        (FINDING, FINDING_BEFORE, ("Mostly.", "Always."), ("They are", "We are"), "text"),
        (TABLE, TABLE_BEFORE, ("97.1", "97.2"), ("97.1", "98"), "BVPI 66a almo.value"),
    ],
)
def test_only_the_field_that_both_changed_is_asked_and_all_else_is_in_both_answers(
    path: str, before: str, ours: tuple[str, str], theirs: tuple[str, str], field: str
) -> None:
    """Ours changed another field too: their answer holds it."""
    other = ("\n", "\n# A note\n") if path != TABLE else ("30,", "31,")
    one, two = changed(before, other, ours), changed(before, theirs)
    if path == FINDING:
        one, two = changed(before, ours, ("strength", "weakness")), changed(before, theirs)
    combined = combine_files(path, before.encode(), one.encode(), two.encode())
    assert combined is not None
    assert combined.fields == (field,)
    assert combined.ours == one.encode()
    their_all = changed(before, theirs, ("strength", "weakness")) if path == FINDING else changed(before, other, theirs)
    assert combined.theirs == their_all.encode()


def test_a_driver_and_a_barrier_that_begin_the_file_are_both_in_it() -> None:
    combined = combine_files(DRIVERS, None, b"drivers:\n- id: a\n  title: A\n", b"barriers:\n- id: b\n  title: B\n")
    assert combined is not None
    assert combined.ours == b"barriers:\n- id: b\n  title: B\ndrivers:\n- id: a\n  title: A\n"
    assert combined.fields == ()


@every_case("empty", ["# Note\ndrivers: []\nbarriers:\n", "# Note\ndrivers:\nbarriers: []\n", "# Note\n"])
def test_the_first_entries_of_an_empty_list_are_all_in_it_and_the_comment_is_there_once(empty: str) -> None:
    ours = "# Note\ndrivers:\n  - id: a\n    title: A\nbarriers: []\n"
    theirs = "# Note\ndrivers:\n  - id: z\n    title: Z\nbarriers: []\n"
    combined = combine_files(DRIVERS, empty.encode(), ours.encode(), theirs.encode())
    assert combined is not None
    assert combined.ours.decode() == ours.replace("barriers", "  - id: z\n    title: Z\nbarriers")


@every_case(
    ("before", "ours", "theirs", "after"),
    [
        ("[a, b]", "[a, b, c]", "[a, b, d]", "[a, b, c, d]"),
        ("[a, b]", "[b]", "[a, b, d]", "[b, d]"),
        ("[a]", "[c]", "[a, b]", "[b, c]"),
        ("[a]", "[b]", "[c]", None),
        ("[a]", "[a, B c]", "[a, D]", None),
    ],
)
def test_ids_that_two_people_add_to_one_list_are_all_in_it(
    before: str, ours: str, theirs: str, after: str | None
) -> None:
    texts = [f"title: X\nquestions: {each}\n".encode() for each in (before, ours, theirs)]
    combined = combine_files(EVIDENCE, *texts)
    assert combined is not None
    if after is None:
        assert combined.fields == ("questions",)
    else:
        assert combined.ours == f"title: X\nquestions: {after}\n".encode()


@every_case(
    ("path", "before"),
    [
        (EVIDENCE, None),
        (FINDING, None),
        ("templates/report.md.j2", b"# Report\n"),
        ("moderation/policy.yaml", b"people: []\n"),
        ("inspections/elm/narrative/context.md", b"Words.\n"),
        (EVIDENCE, b"title: [\n"),
        (EVIDENCE, b"title: &a X\nseen: *a\n"),
        (EVIDENCE, b"title: X\r\nseen: y\n"),
        (FINDING, b"No keys.\n"),
    ],
)
def test_what_is_of_another_kind_or_cannot_be_taken_apart_is_kept_whole(path: str, before: bytes | None) -> None:
    ours, theirs = ((before or b"") + more for more in (b"by: a\n", b"date: b\n"))
    combined = combine_files(path, before, ours, theirs)
    assert combined is None or combined.fields == ("all of it",)


@every_case("file", [(DRIVERS, DRIVERS_BEFORE), (FINDING, FINDING_BEFORE), (TABLE, TABLE_BEFORE)])
def test_a_byte_order_mark_and_line_ends_that_one_side_changed_do_not_meet_the_others_words(
    file: tuple[str, str],
) -> None:
    path, before = file
    ours = b"\xef\xbb\xbf" + before.replace("\n", "\r\n").encode()
    theirs = changed(before, ("0", "1") if path == TABLE else ("e", "ee")).encode()
    combined = combine_files(path, before.encode(), ours, theirs)
    assert combined is not None
    assert combined.ours == b"\xef\xbb\xbf" + theirs.replace(b"\n", b"\r\n")


def test_a_last_line_without_an_end_is_no_change_of_its_field() -> None:
    before = b"title: X\nseen: y"
    combined = combine_files(EVIDENCE, before, b"title: Z\nseen: y", b"title: X\nseen: y\nby: a\n")
    assert combined is not None
    assert combined.ours == b"title: Z\nseen: y\nby: a\n"


def test_another_way_to_write_the_same_is_no_change() -> None:
    combined = combine_files(EVIDENCE, b"title: X\n", b'title: "X"\n', b"title: Y\n")
    assert combined is not None
    assert (combined.ours, combined.fields) == (b"title: Y\n", ())


IDS = ("a", "b", "c", "d", "e")
FIELDS = ("title", "text", "reach")
WORDS = st.sampled_from(["Plain", "two words", '"a: b"', "'# none'", ">-\n      several\n      lines", "[x, y]"])
ENTRIES = st.dictionaries(st.sampled_from(IDS), st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, WORDS)))


@st.composite
def two_changes(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return entries by id, and two people's changes of them that have no field in common."""
    before = draw(ENTRIES)
    changes: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for name in IDS:
        if name not in before:
            new = draw(st.none() | st.fixed_dictionaries({"title": WORDS}))
            changes[draw(st.integers(0, 1))].update({name: new} if new else {})
        elif draw(st.integers(0, 4)) == 0:
            changes[draw(st.integers(0, 1))][name] = None
        else:
            for field in FIELDS:
                if draw(st.booleans()):
                    changes[draw(st.integers(0, 1))].setdefault(name, {})[field] = draw(WORDS | st.none())
    return before, *changes


def after(entries: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = {name: dict(fields) for name, fields in entries.items()}
    for name, fields in changes.items():
        if fields is None:
            result.pop(name)
        else:
            merged = {**result.get(name, {}), **fields}
            result[name] = {field: merged[field] for field in FIELDS if merged.get(field) is not None}
    return result


def adds(entries: Mapping[str, Any], changes: Mapping[str, Any]) -> bool:
    """Return whether something is new, which both may have put in one place: then its order is not given."""
    return any((fields or {}).keys() - entries.get(name, {}).keys() for name, fields in changes.items())


def written(entries: Mapping[str, Any]) -> str:
    """Return the entries as a file, each with a comment before it and one behind its id."""
    lines = ["# All of them\nbarriers: []\n", "drivers:\n" if entries else "drivers: []\n"]
    for name in sorted(entries):
        lines.append(f"\n  # about {name}\n  - id: {name}  # its id\n")
        lines += [f"    {field}: {entries[name][field]}\n" for field in FIELDS if field in entries[name]]
    return "".join(lines)


def parts(text: str) -> list[list[str]]:
    """Return the parts between empty lines, and their lines, in no order: what both added may stand in either."""
    parted = text.replace("drivers: []", "drivers:").split("\n\n")
    return sorted(sorted(part.splitlines()) for part in parted)


@given(two_changes())
def test_changes_without_a_common_field_never_ask_and_every_other_byte_stays(
    made: tuple[dict[str, Any], dict[str, Any], dict[str, Any]],
) -> None:
    before, ours, theirs = made
    texts = [written(each).encode() for each in (before, after(before, ours), after(before, theirs))]
    combined = combine_files(DRIVERS, *texts)
    swapped = combine_files(DRIVERS, texts[0], texts[2], texts[1])
    by_hand = written(after(after(before, ours), theirs))
    assert combined is not None
    assert combined.fields == ()
    assert combined == swapped
    assert load(combined.ours.decode(), "")[0].keys() <= load(by_hand, "")[0].keys()
    assert parts(combined.ours.decode()) == parts(by_hand)
    if not adds(before, ours) and not adds(before, theirs) and after(after(before, ours), theirs):
        assert combined.ours.decode() == by_hand


@given(st.lists(st.sampled_from(["a: b\n", "c:\n", "  - x\n", "  d: e # f\n", "# g\n", "\n", "- h: i\n", "  |\n"])))
def test_no_text_however_odd_loses_what_only_one_side_changed(lines: list[str]) -> None:
    text = "".join(lines)
    combined = combine_files(DRIVERS, b"a: b\n", b"a: b\n", text.encode())
    assert combined is None or combined.ours == text.encode()

from __future__ import annotations

import pytest

from reportkit.errors import Refused
from reportkit.files.append_item import append_item, ids_in

NEW = {"id": "new", "title": "A: b", "text": "one\n\ntwo\n"}
FILE = "drivers-and-barriers.yaml"
ITEM = '- id: new\n  title: "A: b"\n  text: |\n    one\n\n    two\n'


INDENTED = "".join(f"  {line}" if line.strip() else line for line in ITEM.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"drivers:\n{INDENTED}"),
        ("# only a note\n", f"# only a note\ndrivers:\n{INDENTED}"),
        ("barriers: []", f"barriers: []\ndrivers:\n{INDENTED}"),
        ("drivers: [] # none\nbarriers: []\n", f"drivers: # none\n{INDENTED}barriers: []\n"),
        ("drivers:\nbarriers:\n", f"drivers:\n{INDENTED}barriers:\n"),
        ("drivers: null\n", f"drivers:\n{INDENTED}"),
        ("drivers:\n- id: a\n  title: x  # why", f"drivers:\n- id: a\n  title: x  # why\n{ITEM}"),
        (
            "drivers:\n  - id: a\n    text: |\n      # words\n      y\n\n  # end\n\n# barriers\nbarriers:\n- id: q\n",
            (
                f"drivers:\n  - id: a\n    text: |\n      # words\n      y\n{INDENTED}\n"
                "  # end\n\n# barriers\nbarriers:\n- id: q\n"
            ),
        ),
        ("barriers:\n- id: q\ndrivers:\n- id: a\n\n# end\n", f"barriers:\n- id: q\ndrivers:\n- id: a\n{ITEM}\n# end\n"),
    ],
)
def test_an_entry_is_added_and_every_other_line_stays(before, after):
    assert append_item(before.encode(), "drivers", NEW, FILE).decode() == after


def test_windows_line_ends_and_the_byte_order_mark_stay():
    before = "\ufeffdrivers:\r\n- id: a\r\n".encode()
    after = append_item(before, "drivers", NEW, FILE)
    assert after == before + ITEM.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "text",
    [
        "drivers: [{id: a}]\n",
        "drivers: [\n]\n",
        "drivers: later\n",
        "drivers:\n- id: a\n  text: |+\n    x\n\n\nbarriers: []\n",
        "{drivers: []}\n",
        "- id: a\n",
        "drivers:\n  - id: a\n  barriers: [\n",
        "drivers: []\ndrivers: []\n",
        "drivers: !!python/object x\n",
        "drivers:\n- &a {id: x}\n- *b\n",
    ],
)
def test_a_file_that_cannot_be_extended_safely_is_refused_in_a_sentence(text):
    with pytest.raises(Refused) as refused:
        append_item(text.encode(), "drivers", NEW, FILE)
    assert str(refused.value).startswith(FILE)
    assert refused.value.remedy


def test_a_file_that_is_no_text_is_refused():
    with pytest.raises(Refused, match="is not UTF-8"):
        append_item(b"drivers: \xff\n", "drivers", NEW, FILE)


def test_the_ids_of_both_lists_are_known():
    data = b"drivers:\n- id: a\n- later\nbarriers:\n- id: b\nother: x\n"
    assert ids_in(data, FILE) == {"a", "b"}
    assert ids_in(b"", FILE) == frozenset()

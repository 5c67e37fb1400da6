from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.gitstore.records.growing import GrowingTree
from reportkit.gitstore.records.objects import Object, with_entry
from reportkit.gitstore.tree import FOLDER, ORDINARY, TreeEntry

ENTRIES = st.dictionaries(
    st.text("ab-./é~", min_size=1, max_size=3).filter(lambda name: "/" not in name),
    st.builds(
        TreeEntry, st.sampled_from([FOLDER, ORDINARY]), st.integers(0, 2**160 - 1).map(lambda number: f"{number:040x}")
    ),
    max_size=8,
)


def tree(entries: dict[str, TreeEntry]) -> Object:
    data = b""
    for name, entry in entries.items():
        data = with_entry(data, name, entry)
    return Object("tree", data)


@given(ENTRIES, ENTRIES)
def test_whatever_is_put_into_it_in_whatever_order_its_id_is_that_of_git(
    before: dict[str, TreeEntry], more: dict[str, TreeEntry]
) -> None:
    more = {name: entry for name, entry in more.items() if name not in before or before[name].mode == entry.mode}
    growing = GrowingTree(tree(before).data)
    for name, entry in more.items():
        growing.put(name, entry)
    assert growing.id == tree(before | more).id
    for name, entry in (before | more).items():
        assert growing.folder(name) == (entry.id if entry.mode == FOLDER else None)
        with pytest.raises(ValueError, match="once"):
            growing.add(name, entry)


@pytest.mark.parametrize("names", [("b", "a"), ("a", "a")], ids=["out of order", "with one name twice"])
def test_a_tree_that_git_would_not_write_is_refused(names: tuple[str, ...]) -> None:
    rows = b"".join(tree({name: TreeEntry(ORDINARY, "1" * 40)}).data for name in names)
    with pytest.raises(ValueError, match="in order, each once"):
        GrowingTree(rows)

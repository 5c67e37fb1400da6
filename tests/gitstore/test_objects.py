from __future__ import annotations

import os
import subprocess
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportkit.gitstore.records.objects import Object, with_entry
from reportkit.gitstore.tree import FOLDER, ORDINARY, Entry, read_tree

NAMES = st.text("ab-./0é", min_size=1, max_size=4).map(lambda name: name.replace("/", "_"))
ENTRIES = st.builds(
    Entry, st.sampled_from((FOLDER, ORDINARY)), st.binary(min_size=20, max_size=20).map(lambda data: data.hex())
)


@given(st.lists(st.tuples(NAMES, ENTRIES), max_size=12))
def test_a_tree_holds_the_last_that_was_put_under_each_name_in_gits_order(put: list[tuple[str, Entry]]) -> None:
    data = b""
    for name, entry in put:
        data = with_entry(data, name, entry)
    last = dict(put)
    order = sorted(last, key=lambda name: os.fsencode(name) + (b"/" if last[name].mode == FOLDER else b""))
    assert read_tree(data) == last
    assert list(read_tree(data)) == order


def test_a_tree_has_the_id_that_git_gives_it(tmp_path: Path) -> None:
    blob, empty = Object("blob", b"x\n").id, "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    entries = {"a": Entry(FOLDER, empty), "a-b": Entry(ORDINARY, blob), "a.c": Entry(FOLDER, empty)}
    data = b""
    for name in ("a.c", "a", "a-b"):
        data = with_entry(data, name, entries[name])
    kinds = {FOLDER: "tree", ORDINARY: "blob"}
    listing = "".join(f"{each.mode} {kinds[each.mode]} {each.id}\t{name}\n" for name, each in entries.items())
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    made = subprocess.run(
        ["git", "mktree", "--missing"], cwd=tmp_path, input=listing, check=True, capture_output=True, text=True
    )
    assert Object("tree", data).id == made.stdout.strip()

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.errors import Damaged
from reportkit.gitstore.records.objects import Object, child, read_commit, with_entry
from reportkit.gitstore.tree import FOLDER, ORDINARY, TreeEntry, read_tree

ENTRY = TreeEntry(ORDINARY, "1" * 40)
NAMES = st.text("ab-./0é", min_size=1, max_size=4).map(lambda name: name.replace("/", "_"))
ENTRIES = st.builds(
    TreeEntry, st.sampled_from((FOLDER, ORDINARY)), st.binary(min_size=20, max_size=20).map(lambda data: data.hex())
)


@given(st.lists(st.tuples(NAMES, ENTRIES), max_size=12))
def test_a_tree_holds_the_last_that_was_put_under_each_name_in_gits_order(put: list[tuple[str, TreeEntry]]) -> None:
    data = b""
    for name, entry in put:
        data = with_entry(data, name, entry)
    last = dict(put)
    order = sorted(last, key=lambda name: os.fsencode(name) + (b"/" if last[name].mode == FOLDER else b""))
    assert read_tree(data) == last
    assert list(read_tree(data)) == order


def test_a_tree_has_the_id_that_git_gives_it(tmp_path: Path) -> None:
    blob, empty = Object("blob", b"x\n").id, "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    entries = {"a": TreeEntry(FOLDER, empty), "a-b": TreeEntry(ORDINARY, blob), "a.c": TreeEntry(FOLDER, empty)}
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


@pytest.mark.parametrize(
    "data",
    [b"garbage without an end", b"100644 a\0cut short", b"file a\0" + b"1" * 20, b"100644 \0" + b"1" * 20],
    ids=["no entry", "half an id", "no mode", "no name"],
)
def test_what_is_no_tree_is_damage_who_reads_it(data: bytes) -> None:
    for read in (read_tree, lambda given: child(given, "a"), lambda given: with_entry(given, "b", ENTRY)):
        with pytest.raises(Damaged, match="a folder here that is not written as Git writes one"):
            read(data)


@pytest.mark.parametrize("data", [b"", b"tree 1\nnobody\n\nx", b"tree 1\nauthor A\ncommitter A\n\nx"])
def test_what_is_no_commit_is_damage(data: bytes) -> None:
    with pytest.raises(Damaged, match="a version here"):
        read_commit(data)

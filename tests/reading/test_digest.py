"""One digest over everything that was read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportkit.reading.digest import DigestingFiles


class Given:
    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def under(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(path for path in self.files if path.startswith(f"{folder}/")))

    def read(self, path: str) -> bytes:
        return self.files[path]


def digest_of(files: dict[str, bytes], order: list[str] | None = None) -> str:
    digesting = DigestingFiles(Given(files))
    for path in order or list(files):
        digesting.read(path)
    return digesting.digest()


FILES = st.dictionaries(st.text(min_size=1, max_size=8), st.binary(max_size=8), max_size=4)


@given(FILES, FILES)
def test_different_files_never_have_the_same_digest(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert (digest_of(one) == digest_of(other)) == (one == other)


@given(FILES, st.randoms())
def test_the_order_of_reading_does_not_matter(files: dict[str, bytes], chance) -> None:
    order = list(files)
    chance.shuffle(order)
    assert digest_of(files, order) == digest_of(files)


def test_it_lists_what_the_files_behind_it_hold() -> None:
    assert DigestingFiles(Given({"a/x": b"", "b/y": b""})).under("a") == ("a/x",)

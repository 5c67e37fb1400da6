"""A byte-order mark and line ends are no words."""

from __future__ import annotations

from reportkit.inspection.same_words import is_text, same_words
from tests.every_case import every_case


@every_case("other", [b"a\r\nb\r\n", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\rb\r", b"a\nb\n"])
def test_another_form_says_the_same(other: bytes) -> None:
    assert same_words(b"a\nb\n", other)


@every_case("other", [b"a\nb", b"a\n\nb\n", b"a b\n", b"a\n\xef\xbb\xbfb\n", b"\xfe\xffa\nb\n"])
def test_other_words_do_not(other: bytes) -> None:
    assert not same_words(b"a\nb\n", other)


def test_what_a_person_types_is_text() -> None:
    assert [is_text(name) for name in ("a.md", "a.yaml", "a.csv", "a.docx", "a.json")] == [True] * 3 + [False] * 2

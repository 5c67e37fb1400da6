from __future__ import annotations

from collections.abc import Callable

import pytest

from reportkit.reading.front_matter import Split, split

Sentences = Callable[[str, str | bytes | None], list[str]]

WRONG_SHAPES = [
    (
        "findings/repairs-on-time.md",
        "",
        [
            (
                "findings/repairs-on-time.md:1: does not begin with a line `---`. Begin the file with a line "
                "`---`, then the keys, then a line `---`, then the text."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "no front matter",
        [
            (
                "findings/repairs-on-time.md:1: does not begin with a line `---`. Begin the file with a line "
                "`---`, then the keys, then a line `---`, then the text."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "\n---\ntitle: T\n---\n",
        [
            (
                "findings/repairs-on-time.md:1: does not begin with a line `---`. Begin the file with a line "
                "`---`, then the keys, then a line `---`, then the text."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\n",
        [("findings/repairs-on-time.md:1: the keys have no closing line `---`. Put a line `---` before the text.")],
    ),
    (
        "findings/repairs-on-time.md",
        "--- x\ntitle: T\n---\n",
        [
            (
                "findings/repairs-on-time.md:1: does not begin with a line `---`. Begin the file with a line "
                "`---`, then the keys, then a line `---`, then the text."
            )
        ],
    ),
    (
        "narrative/summary.md",
        "---\na: b\n---\nx",
        [("narrative/summary.md:1: a narrative has no keys before its text. Take the lines from `---` to `---` out.")],
    ),
]


@pytest.mark.parametrize(("name", "content", "expected"), WRONG_SHAPES)
def test_a_file_without_its_two_parts_is_told_the_shape(
    name: str, content: str | bytes | None, expected: list[str], sentences: Sentences
) -> None:
    assert sentences(name, content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\na: b\n---\n\n  \nText\n\n", Split("a: b\n", "Text", 6)),
        ("---\n---\nText", Split("", "Text", 3)),
        ("---  \na: b\n---\t\n    indented\n", Split("a: b\n", "    indented", 4)),
        ("---\na: b\n---", Split("a: b\n", "", 3)),
        ("---\na: b\n---\nText\n---\nmore\n", Split("a: b\n", "Text\n---\nmore", 4)),
    ],
)
def test_the_keys_and_the_text_are_told_apart(content: str, expected: Split) -> None:
    assert split(content, "f.md") == expected

from __future__ import annotations

from collections.abc import Callable

import pytest

Sentences = Callable[[str, str | bytes | None], list[str]]

WRONG_BYTES = [
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\neffect: a\x00b\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: holds the invisible character U+0000, which a document cannot "
                "hold. Delete it, or type that line again."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\neffect: x\n---\nText.\n\n\x0bText",
        [
            (
                "findings/repairs-on-time.md:8: holds the invisible character U+000B, which a document cannot "
                "hold. Delete it, or type that line again."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\neffect: x\n---\nText.\n\r\n\x1b[31m",
        [
            (
                "findings/repairs-on-time.md:8: holds the invisible character U+001B, which a document cannot "
                "hold. Delete it, or type that line again."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\neffect: \x85\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: holds the invisible character U+0085, which a document cannot "
                "hold. Delete it, or type that line again."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\neffect: a\u2028b\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: holds the invisible character U+2028, which a document cannot "
                "hold. Delete it, or type that line again."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\ntitle: T\nkind: strength\neffect: \ufffe\n---\nText.\n",
        [
            (
                "findings/repairs-on-time.md:4: holds the invisible character U+FFFE, which a document cannot "
                "hold. Delete it, or type that line again."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        b"---\ntitle: T\nkind: strength\neffect: x\n---\nText.\n\xed\xa0\x80",
        [
            (
                "findings/repairs-on-time.md:7: is not UTF-8: half a character (a lone surrogate). Save it as "
                "UTF-8 (in Excel: “CSV UTF-8”; in Notepad: Encoding, UTF-8)."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        b"---\ntitle: T\nkind: strength\neffect: x\n---\nText.\ncaf\xe9",
        [
            (
                "findings/repairs-on-time.md:7: is not UTF-8: perhaps it is Windows-1252. Save it as UTF-8 (in "
                "Excel: “CSV UTF-8”; in Notepad: Encoding, UTF-8)."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "---\n".encode("utf-16"),
        [
            (
                "findings/repairs-on-time.md: is UTF-16 and not UTF-8. Save it as UTF-8 (in Excel: “CSV "
                "UTF-8”; in Notepad: Encoding, UTF-8)."
            )
        ],
    ),
    (
        "findings/repairs-on-time.md",
        "y" * 300_001,
        ["findings/repairs-on-time.md: is larger than 300 kB. Split it, or keep large papers elsewhere."],
    ),
    (
        "narrative/summary.md",
        "[a] " * 10_001,
        [
            (
                "narrative/summary.md: holds more than 20000 lines and marks such as * [ or |. "
                "Split it, or keep large papers elsewhere."
            )
        ],
    ),
    (
        "narrative/summary.md",
        "a\r\rb\x7f",
        [
            (
                "narrative/summary.md:3: holds the invisible character U+007F, which a document cannot hold. "
                "Delete it, or type that line again."
            )
        ],
    ),
]


@pytest.mark.parametrize(("name", "content", "expected"), WRONG_BYTES)
def test_what_no_document_can_hold_is_named_with_its_line(
    name: str, content: str | bytes | None, expected: list[str], sentences: Sentences
) -> None:
    assert sentences(name, content) == expected

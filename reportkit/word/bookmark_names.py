"""Anchors as bookmark names.

A name is `_rk_`, one letter for the kind, 16 hex digits of the SHA-256 of `kind/id` and `_p<n>` for
the n-th block with that anchor: Word allows letters, digits and `_` up to 40, and hides names that
begin with `_`. Ids are hashed since two may differ only by a hyphen.
"""

from __future__ import annotations

import hashlib
import string
from functools import lru_cache


def bookmark_name(anchor: str, nth: int) -> str:
    """Return the bookmark of the `nth` block (from 1) that carries `anchor`."""
    return f"{_stem(anchor)}_p{nth}"


def field_name(field: str) -> str:
    """Return the bookmark of the place where an answer is written."""
    return bookmark_name(f"answer/{field}", 1)


@lru_cache(maxsize=16)  # a finding's paragraphs follow one another
def _stem(anchor: str) -> str:
    digest = hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    letter = anchor[0].lower() if anchor[0] in string.ascii_letters else "x"
    return f"_rk_{letter}{digest}"


def contents_name(nth: int) -> str:
    """Return the bookmark that the `nth` entry of the contents leads to."""
    return f"_Toc{nth:09d}"


def caption_name(nth: int) -> str:
    """Return the bookmark round the label and number of the `nth` caption."""
    return f"_Ref{nth:09d}"

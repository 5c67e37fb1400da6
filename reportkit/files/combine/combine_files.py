"""Two people's versions of one file brought together: by its path it is known of what kind it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from reportkit.files.combine.combine_layouts import Both, Piece, combine_nodes
from reportkit.files.combine.finding_layout import finding_layout
from reportkit.files.combine.layout import Leaf, Node, value_of
from reportkit.files.combine.table_layout import table_layout
from reportkit.files.combine.yaml_layout import yaml_layout
from reportkit.inspection.combined import Combined
from reportkit.reading.decode import decode
from reportkit.reading.problems import ValueFlaw

_BOM = b"\xef\xbb\xbf"
_LISTS = "drivers-and-barriers|support-services|best-value-reviews|earlier|answers"
_Layout = Callable[[str, str], Node]


class _Kind(Struct, frozen=True):
    """The files of one layout. Where two people began a file that is a `collection`, it is one all the same."""

    path: re.Pattern[str]
    layout: _Layout
    is_collection: bool


_KINDS = (
    _Kind(re.compile(r"inspections/[^/]+/findings/[^/]+\.md"), finding_layout, is_collection=False),
    _Kind(re.compile(r"inspections/[^/]+/indicators\.csv"), table_layout, is_collection=True),
    _Kind(re.compile(rf"inspections/[^/]+/(?:{_LISTS})\.yaml"), yaml_layout, is_collection=True),
    _Kind(re.compile(r"moderation/[^/]+/casework\.yaml"), yaml_layout, is_collection=True),
    _Kind(re.compile(r"inspections/[^/]+/(?:[^/]+/)?[^/]+\.yaml"), yaml_layout, is_collection=False),
)


class _Form(Struct, frozen=True):
    """How a text is written down: with a byte order mark, with Windows' line ends, with a last line end."""

    mark: bool
    windows: bool
    ended: bool


def combine_files(path: str, base: bytes | None, ours: bytes, theirs: bytes) -> Combined | None:
    """Bring two versions of a file together field by field; only fields that both changed are left to be asked.

    Comments, order and every character outside the changed fields stay. None where the file is of another kind, or is
    laid out so that it cannot be done safely: what comes out is read again and compared.
    """
    kind = next((each for each in _KINDS if each.path.fullmatch(path)), None)
    if kind is None or (base is None and not kind.is_collection):
        return None
    try:
        return _combine(kind.layout, path, base, ours, theirs)
    except (ValueFlaw, ValueError):
        return None


def _combine(layout: _Layout, path: str, base: bytes | None, ours: bytes, theirs: bytes) -> Combined | None:
    texts = [None if data is None else _text(data, path) for data in (base, ours, theirs)]
    before, one, other = (Leaf("", None) if text is None else layout(text, path) for text in texts)
    both = combine_nodes("", before, one, other)
    if not _reads_as_meant(layout, path, both):
        return None
    form = _chosen(None if base is None else _form(base), _form(ours), _form(theirs))
    fields = tuple(re.sub(r"^(?:keys|rows)\.", "", field) or "all of it" for field in both.fields)
    return Combined(_written(both.ours, form), _written(both.theirs, form), fields)


def _reads_as_meant(layout: _Layout, path: str, both: Both) -> bool:
    return all(_read(layout, piece.text, path) == piece.value for piece in (both.ours, both.theirs))


def _read(layout: _Layout, text: str, path: str) -> Any:
    return value_of(layout(text, path))


def _text(data: bytes, path: str) -> str:
    text = decode(data, path)
    return text if not text or text.endswith("\n") else f"{text}\n"


def _form(data: bytes) -> _Form:
    """Return how a text is written down. Raises ValueError where its line ends are mixed."""
    windows, all_ends = data.count(b"\r\n"), data.count(b"\n")
    if windows not in (0, all_ends) or data.count(b"\r") != windows:
        raise ValueError
    return _Form(data.startswith(_BOM), windows > 0, data.endswith(b"\n"))


def _chosen(base: _Form | None, ours: _Form, theirs: _Form) -> _Form:
    """Return the form that one side changed; of two that began differently the plain one."""
    before = base or _Form(mark=ours.mark and theirs.mark, windows=ours.windows and theirs.windows, ended=True)
    return _Form(
        mark=ours.mark if theirs.mark == before.mark else theirs.mark,
        windows=ours.windows if theirs.windows == before.windows else theirs.windows,
        ended=ours.ended if theirs.ended == before.ended else theirs.ended,
    )


def _written(piece: Piece, form: _Form) -> bytes:
    text = piece.text if form.ended else piece.text.removesuffix("\n")
    return (_BOM if form.mark else b"") + text.replace("\n", "\r\n" if form.windows else "\n").encode()

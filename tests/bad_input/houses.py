"""House files that carry no report, and what is said of each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

SHIPPED_HOUSE = (Path(__file__).parents[2] / "templates" / "house.docx").read_bytes()
HOUSE = "templates/house.docx"
IN_WORD = "Save it in Word as a Word document (.docx) without macros or a password."


def house(changes: Mapping[str, bytes | None]) -> bytes:
    """The shipped house file with other parts, or without some."""
    with zipfile.ZipFile(io.BytesIO(SHIPPED_HOUSE)) as archive:
        parts: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    parts |= changes
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            if blob is not None:
                archive.writestr(name, blob)
    return packed.getvalue()


def _laughs() -> bytes:
    """The billion laughs: entities of entities."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE l [<!ENTITY l0 "ha">{entities}]><l>&l9;</l>'.encode()


HOUSES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "no Word document": (lambda: b"not one", f"The house file is not a Word document. {IN_WORD}"),
    "nothing": (lambda: b"", f"The house file is not a Word document. {IN_WORD}"),
    "half of one": (
        lambda: SHIPPED_HOUSE[: len(SHIPPED_HOUSE) // 2],
        f"The house file is not a Word document. {IN_WORD}",
    ),
    "one with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        f"The house file is protected by a password or is an old .doc file. {IN_WORD}",
    ),
    "a zip bomb": (
        lambda: house({"word/media/x": bytes(50_000_000)}),
        f"The house file would unpack to far more than a Word document holds. {IN_WORD}",
    ),
    "one without styles": (
        lambda: house({"word/styles.xml": None}),
        f"The house file is damaged or is not a Word document. {IN_WORD}",
    ),
    "one whose styles are no XML": (
        lambda: house({"word/styles.xml": b"<a>"}),
        f"The house file is damaged: one of its parts cannot be read. {IN_WORD}",
    ),
    "one with entities of entities": (
        lambda: house({"word/styles.xml": _laughs()}),
        f"The house file is damaged: one of its parts cannot be read. {IN_WORD}",
    ),
    "one whose list of parts is another thing": (
        lambda: house({"[Content_Types].xml": b"<x/>"}),
        f"The house file is damaged or is not a Word document. {IN_WORD}",
    ),
    "one with a part outside": (
        lambda: house({"../x.xml": b"<x/>"}),
        f"The house file holds locked, doubled or misplaced parts. {IN_WORD}",
    ),
}
"""House files that no report can be drawn in."""

"""A name for a new file, made of its title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from reportkit.reading.names import LONGEST, why_no_id

_YEAR = re.compile(r"-[0-9]{4}$")


def id_from(title: str, *, otherwise: str, taken: Collection[str] = ()) -> str:
    """Return an id made of the title's words: as many as fit, allowed everywhere, and not among `taken`.

    `otherwise` stands in for a title that has no letter or digit that an id could hold.
    """
    plain = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode()
    stem = _as_many_as_fit(re.findall("[a-z0-9]+", plain.lower())) or otherwise
    return _unused(f"{otherwise}-{stem}" if why_no_id(stem) else stem, taken)


def numbered_name(name: str, year: int, taken: Collection[str]) -> str:
    """Return what the next inspection is called: as this one, with another year, and not among `taken`."""
    stem = _YEAR.sub("", name)[: LONGEST - len(f"-{year}")].rstrip("-")
    return _unused(f"{stem}-{year}", taken)


def second_name(name: str, taken: Collection[str]) -> str:
    """What another file of this name is called, so that both can stay: `repairs` becomes `repairs-2`."""
    return _unused(name, {name, *taken})


def _as_many_as_fit(words: Sequence[str]) -> str:
    fitting = words[0][:LONGEST] if words else ""
    for word in words[1:]:
        if len(fitting) + 1 + len(word) > LONGEST:
            break
        fitting = f"{fitting}-{word}"
    return fitting


def _unused(stem: str, taken: Collection[str]) -> str:
    candidate, number = stem, 2
    while candidate in taken:
        ending = f"-{number}"
        candidate, number = stem[: LONGEST - len(ending)].rstrip("-") + ending, number + 1
    return candidate

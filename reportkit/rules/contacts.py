"""What would lead to a person: no tenant's name or number belongs in a report or in the evidence kept with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from reportkit.rules.index import Index
from reportkit.rules.prose import Passage
from reportkit.rules.remark import Remark, wrong
from reportkit.rules.rule import Rule, rule

_TELEPHONE = re.compile(r"(?<![\d.,£])(?:\+44[ -]?|\(?0)(?:\d[\d() -]{7,12}\d)(?![\d.,%])")
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_POSTCODE = re.compile(r"\d[ABD-HJLNP-UW-Z]{2}\b")
_OUTWARD = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?$")


def _telephone(text: str) -> int:
    return _start(_TELEPHONE.search(text)) if "0" in text or "+44" in text else -1


def _e_mail(text: str) -> int:
    return _start(_E_MAIL.search(text)) if "@" in text else -1


def _postcode(text: str) -> int:
    """Looked for from its second half: few texts have anything like that."""
    for found in _POSTCODE.finditer(text):
        outward = _OUTWARD.search(text, max(0, found.start() - 5), found.start())
        if outward:
            return outward.start()
    return -1


def _start(found: re.Match[str] | None) -> int:
    return found.start() if found else -1


_KINDS: Final[tuple[tuple[str, Callable[[str], int]], ...]] = (
    ("a telephone number", _telephone),
    ("an e-mail address", _e_mail),
    ("a full postcode", _postcode),
)


@rule(
    "T04",
    remedy="Take it out: say who it was by their part, and where the original is kept.",
    example="Not “Mrs B., 14 Elm Road, AB1 2DE”, but “a tenant of a sheltered scheme”.",
)
def contact_details_in_a_text(index: Index) -> Iterator[Remark]:
    """What is in the record can never be taken out of it again, so nothing that leads to a tenant goes in.

    A telephone number, an e-mail address or a full postcode in findings, evidence or another text is pointed out;
    whether a name is a tenant's only people can tell.
    """
    for passage in index.passages:
        for what, place in _KINDS if passage.leads_on else ():
            offset = place(passage.text)
            if offset >= 0:
                yield _contact(passage, what, offset)


def _contact(passage: Passage, what: str, offset: int) -> Remark:
    remedy = f"Take it out, or answer T04 in answers.yaml, about {passage.about}."
    return wrong(passage.at(offset), f"This looks like {what}, which may lead to a person", remedy, passage.about)


CONTACTS: tuple[Rule, ...] = (contact_details_in_a_text,)

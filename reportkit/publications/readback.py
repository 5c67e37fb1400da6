"""The read-back: what a finished document says, held against the decision. Nothing else may stand in it.

Every sentence that tells the score or the money, every name, date and figure is handed to the template as a value. What
is left of a document once these are taken out is the template's own words: they hold no figure, no rating, no star and
no money, and name no other body. So a template cannot say another score, date or sum than the decision's, and one that
leaves a judgement out does not say what must be said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from reportkit.inspection.judgement import STARS as STARS_OF
from reportkit.inspection.repeated_sentences import Repeated
from reportkit.inspection.sensitive import withheld
from reportkit.publications.announcement import Announcement
from reportkit.publications.score_words import QUESTIONS, SCALE, judgement_1, judgement_2, stars

_COUNTED: Final = {"no": 0, "zero": 0, "0": 0, "one": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3}
_STARS: Final = re.compile(r"\b(no|zero|one|two|three|four|five|[0-9]+)[- ]stars?\b", re.IGNORECASE)
_SCORE: Final = re.compile(
    r"\b(?:service (?:is|was) (?:rated |judged |now )?|rated |judged |(?:is|was) found to be )"
    r"(poor|fair|good|excellent)\b",
    re.IGNORECASE,
)
_FREEDOMS: Final = re.compile(r"\b(?:freedoms?|self-financ\w*|ALMO PLUS)\b", re.IGNORECASE)
_AWARD: Final = re.compile(r"\b(?:award\w*|qualif\w+|allocat\w+|funding)\b", re.IGNORECASE)
_MONEY: Final = re.compile(
    rf"£|{_FREEDOMS.pattern}|{_AWARD.pattern}|\b(?:fund(?:s|ed)?|money|grants?|capital|borrow\w*|subsid\w+|pounds?|"
    r"millions?)\b",
    re.IGNORECASE,
)
_OWN: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("a figure", re.compile(r"\S*[0-9]\S*")),
    ("a rating", re.compile(r"\b(?:poor|fair|good|excellent|uncertain|promising)\b", re.IGNORECASE)),
    ("stars", re.compile(r"\bstars?\b|★", re.IGNORECASE)),
    ("money", _MONEY),
    (
        "a body",
        re.compile(
            r"\b(?!(?:The|Our|Your|Their|Its|Each|Every|Any|An?|This|That|Both)\b)(?:[A-Z][\w’'-]*\s+(?:of\s+|and\s+|&\s+)?)+"
            r"(?:Council|Homes|Housing|Limited|Ltd|Association|Trust|Partnership)\b"
        ),
    ),
    (
        "a month",
        re.compile(r"\b(?:January|February|April|June|July|August|September|October|November|December)\b"),
    ),
)
_GONE: Final = "\ue00f"  # stands where something was taken out; no document can hold it
_AROUND: Final = 30


class Readable(Struct, frozen=True):
    """A finished document as it was read again: its name, its paragraphs, and the words at the pages' edges."""

    name: str
    paragraphs: tuple[str, ...]
    beside: tuple[str, ...] = ()


def against(
    document: Readable, announcement: Announcement, values: Mapping[str, object], strangers: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return everything that speaks against a document, as sentences that begin with its name; () where nothing does.

    `values` are those that its template was given. `strangers` are names that no such document may hold: of other
    inspections' bodies, and of authorities that were advised to buy help in.
    """
    told = CheckedText(document, _passages(values))
    found = (
        *_left_out(told, announcement, values),
        *_other_scores(told, announcement),
        *_claims(told, announcement, values),
        *_own_words(told),
        *_strangers(told, strangers),
        *_withheld(told, announcement),
    )
    return tuple(dict.fromkeys(f"{document.name} {each}" for each in found))


class CheckedText:
    """A document's words, what is left of them without the passages that its template was given, and which of these.

    A passage that stands only within a longer one does not count: the date in a sentence is not the letter's date.
    """

    def __init__(self, document: Readable, passages: tuple[str, ...]) -> None:
        self.paragraphs = tuple(_plain(each) for each in document.paragraphs)
        self.everything = "\n".join((*self.paragraphs, *(_plain(each) for each in document.beside)))
        self.own, self.given = _parted(self.everything, passages)


def _plain(text: str) -> str:
    """Return the words with single spaces and composed letters, so that how a line was broken makes no difference."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _passages(value: object) -> tuple[str, ...]:
    """Return every text among the values, at whatever depth."""
    if isinstance(value, str):
        return (_plain(value),) if value.strip() else ()
    if isinstance(value, Mapping):
        return tuple(text for inner in value.values() for text in _passages(inner))
    if isinstance(value, tuple):
        return tuple(text for inner in value for text in _passages(inner))
    return ()


def _without(text: str, passages: Iterable[str]) -> str:
    """Return the text with every whole passage taken out."""
    return _parted(text, passages)[0]


def _parted(text: str, passages: Iterable[str]) -> tuple[str, frozenset[str]]:
    """Return the text with every whole passage taken out, the longest first; and the passages that stood there."""
    found: set[str] = set()
    for passage in sorted(set(passages), key=len, reverse=True):
        start = r"(?<!\w)" if passage[0].isalnum() else ""
        end = r"(?!\w)" if passage[-1].isalnum() else ""
        text, times = re.subn(f"{start}{re.escape(passage)}{end}", _GONE, text)
        found.update((passage,) if times else ())
    return text, frozenset(found)


def _left_out(told: CheckedText, announcement: Announcement, values: Mapping[str, object]) -> Iterator[str]:
    """Check that both judgements are paragraphs of their own, and all else that was given is there."""
    for sentence in (judgement_1(announcement), judgement_2(announcement)):
        if _plain(sentence) not in told.paragraphs:
            yield f"does not say in a paragraph of its own “{sentence}”"
    for body in filter(None, (announcement.authority, announcement.runs_the_service)):
        if _plain(body) not in told.everything:
            yield f"does not name {body}"
    for name, value in values.items():
        for passage in _passages(value) if name not in _LOOKED_FOR_OTHERWISE else ():
            if passage not in told.given:
                yield f"leaves out “{passage}” ({name})"


_LOOKED_FOR_OTHERWISE: Final = frozenset(("kind", "authority", "almo", "score"))


def _other_scores(told: CheckedText, announcement: Announcement) -> Iterator[str]:
    """Yield stars and ratings that are not the decision's, in quotations and titles of findings too."""
    text = _without(told.everything, (QUESTIONS, SCALE))
    for found in _STARS.finditer(text):
        if STARS_OF[announcement.service] != _COUNTED.get(found[1].casefold()):
            yield f"says “{found[0]}”, and the decision is {stars(announcement)}"
    for found in _SCORE.finditer(text):
        if found[1].casefold() != announcement.service:
            yield f"says “{found[0]}”, and the decision is {announcement.service}"


def _claims(told: CheckedText, announcement: Announcement, values: Mapping[str, object]) -> Iterator[str]:
    """Yield forbidden claims of money, in quotations too; names and offices, and signed findings, may speak of it.

    Of an indicative inspection a finding's title may not speak of funding either. Nothing where none follows [101], no
    award below good [117, 118], no freedoms that are only proposed [15, 16].
    """
    names = _names(announcement)
    given = (*names, *(text for name in _OF_MONEY for text in _passages(values.get(name))))
    text = _without(told.everything, given)
    if not announcement.concerns_funding:
        spoken = [*_MONEY.finditer(text)]
        if announcement.particulars.kind == "indicative":  # no funding in any words, a finding's title among them
            spoken += _AWARD.finditer(_without(told.everything, names))
        yield from (f"speaks of money (“{found[0]}”), and none follows from it" for found in spoken)
        return
    for found in _FREEDOMS.finditer(text):
        yield f"promises “{found[0]}”, which is only proposed"
    for found in () if announcement.qualifies else _AWARD.finditer(text):
        yield f"speaks of “{found[0]}”, and the service is {announcement.service}: nothing is awarded, and nothing held"


_OF_MONEY: Final = ("money", "strengths", "weaknesses", "recommendations")


def _names(announcement: Announcement) -> tuple[str, ...]:
    to = announcement.casework.addressees
    people = (*filter(None, (to.authority, to.almo, to.odpm)), announcement.casework.contact)
    offices = (text for person in people if person for text in (person.name, person.office))
    bodies = (announcement.authority, announcement.almo)
    return tuple(_plain(text) for text in (*offices, *bodies) if text)


def _own_words(told: CheckedText) -> Iterator[str]:
    for what, pattern in _OWN:
        for found in pattern.finditer(told.own):
            yield f"has {what} of its own (“{_around(told.own, found)}”), which is none of the values of its template"


def _around(text: str, found: re.Match[str]) -> str:
    """Return what was found, with the words around it."""
    shown = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    return " ".join(shown.replace(_GONE, "…").split())


def _strangers(told: CheckedText, strangers: Iterable[str]) -> Iterator[str]:
    for name in strangers:
        if re.search(rf"(?<!\w){re.escape(_plain(name))}(?!\w)", told.own):
            yield f"names {name}, which this inspection is not about"


def _withheld(told: CheckedText, announcement: Announcement) -> Iterator[str]:
    """Yield each sensitive finding that was not cleared but stands there, by its title or quoted."""
    away, known = (
        withheld(announcement.inspection, announcement.cleared).findings,
        Repeated(told.everything.split("\n")),
    )
    for finding in announcement.inspection.findings:
        if finding.id in away and (_plain(finding.title) in told.everything or known.of(finding)):
            yield f"gives away the finding {finding.id}, which is sensitive and not cleared"

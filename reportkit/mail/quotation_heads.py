"""The lines that a mail program puts above our own message when it quotes it: who wrote, when, to whom, about what."""

from __future__ import annotations

import re
from typing import Final

from reportkit.mail.courteous_phrases import names_of
from reportkit.mail.courtesies import word_table
from reportkit.mail.own_lines import OWN
from reportkit.mail.reply_codes import without_codes
from reportkit.mail.reply_context import ReplyContext, has_plain_punctuation, words_of

_OF_PEOPLE: Final = word_table("from to cc bcc von an de à a oddi wrth at van aan para da")
_OF_DATES: Final = word_table("sent date gesendet datum envoyé anfonwyd dyddiad verzonden enviado fecha inviato data")
_OF_SUBJECTS: Final = word_table("subject betreff objet pwnc onderwerp asunto oggetto")
_DATES: Final = word_table(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec gmt bst utc cet cest am pm st nd rd th at um on montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag mo di mi do fr sa so januar februar märz mai juni juli oktober dezember lundi mardi mercredi "
    "jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "ionawr chwefror mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr llun iau gwener maandag "
    "dinsdag woensdag donderdag vrijdag januari februari maart mei augustus"
)
_WROTE: Final = _DATES | word_table(
    "wrote am uhr schrieb le a à écrit ar ysgrifennodd op om schreef el las escribió il ha scritto alle the"
)
_SEPARATOR = re.compile(
    r"[-_ ]*(?:original message|forwarded message|begin forwarded message|ursprüngliche nachricht|message d'origine"
    r"|neges wreiddiol|oorspronkelijk bericht)[-_: ]*|_{10,}",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[ *_]{0,3}(?P<name>[^\W\d_]{1,12}(?: [^\W\d_]{1,12})?)[ *_]{0,3}[:：][ *_]{0,3}(?P<value>.*)")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th|am|pm|h)?")
_DATED = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b")
_GROUPWISE = re.compile(r">>> (?P<who>.{1,200}) >>>")
_UNIT: Final = r"(?:/[A-Z]{2,12}){1,4}(?:@[A-Z]{2,12})?"
_LONGEST: Final = 400
_PREFIX: Final = r"(?:(?:re|aw|sv|antw|fw|fwd|wg|tr|ref|atb)(?:\[\d{1,2}\])? ?: ?)*"
_CODE: Final = r"[0-9A-Za-z]{4}(?:- ?[0-9A-Za-z]{4}){4}"


def without_heads(lines: list[str], context: ReplyContext) -> list[str]:
    """Return the lines without those of a head that stands right above lines of our own."""
    kept: list[str] = []
    in_head = wrapped = False
    for line in reversed(lines):
        of_head = in_head and _is_of_head(line, context, wrapped=wrapped)
        wrapped = of_head and bool(line) and (line.endswith(":") or wrapped)
        in_head = line == OWN or of_head
        if line == OWN or not in_head:
            kept.append(line)
    return kept[::-1]


def beside_our_subject(subject: str, context: ReplyContext) -> str:
    """Return what a subject says besides that of our messages, or a code alone, behind “Re:”."""
    if re.fullmatch(_PREFIX, without_codes(subject).strip(), re.IGNORECASE):
        return ""
    name = _leading_words(context.title.replace("’", "'").split())
    about = r"(?:moderation, round \d{1,3}|recorded in your name)"
    ours = rf"^{_PREFIX}{name}: {about}(?:, version(?: {_CODE})?)?,?$"
    return re.sub(ours, "", subject.replace("’", "'").strip(), count=1, flags=re.IGNORECASE)


def _leading_words(words: list[str]) -> str:
    """Return a pattern for a title, or for the first words of it: people leave out “Limited”."""
    first, *others = map(re.escape, words or ["\x00"])
    return first + "".join(rf"(?:\s+{word}" for word in others) + ")?" * len(others)


def _is_of_head(line: str, context: ReplyContext, *, wrapped: bool) -> bool:
    """Return whether a line is empty or of a head; `wrapped` is true above a line that ends “… wrote:”."""
    if not line or _SEPARATOR.fullmatch(line):
        return True
    if len(line) > _LONGEST:
        return False
    return (
        _is_field(line, context)
        or _is_who_or_when(line, context)
        or ((wrapped or line.endswith(":")) and _has_only(line, context, _WROTE))
    )


def _is_field(line: str, context: ReplyContext) -> bool:
    found = _FIELD.fullmatch(line)
    name, value = (found["name"].casefold(), found["value"].strip()) if found else ("", "")
    if all(word in _OF_PEOPLE for word in name.split()):
        return bool(name) and _has_only(value, context, frozenset())
    if name in _OF_DATES:
        return bool(_DATED.search(value)) and _has_only(value, context, _DATES)
    return name in _OF_SUBJECTS and not beside_our_subject(value, context)


def _is_who_or_when(line: str, context: ReplyContext) -> bool:
    """Return whether a line is a name or a date alone, as Lotus Notes has them, or both, as GroupWise has."""
    found = _GROUPWISE.fullmatch(line)
    if found:
        return _has_only(found["who"], context, _DATES)
    is_date = bool(_DATED.search(line)) and not re.search(r"[^\W\dAPMT]", line) and has_plain_punctuation(line)
    return is_date or (not re.search(r"\d", line) and _has_only(line, context, frozenset()))


def _has_only(text: str, context: ReplyContext, known: frozenset[str]) -> bool:
    """Return whether a text has nothing but known names and addresses, numbers, and these words."""
    everyone = (*context.people, context.moderator)
    rest = text
    for address in filter(None, (each.address for each in everyone)):
        rest = re.sub(rf"(?:mailto:)?{re.escape(address)}", "", rest, flags=re.IGNORECASE)
    rest = re.sub(rf"(?<=\w){_UNIT}", "", rest)
    names = names_of(each.name for each in everyone)
    fits = all(word in names or word in known or _NUMBER.fullmatch(word) for word in words_of(rest))
    says_something = bool(words_of(text)) or not text
    return says_something and fits and has_plain_punctuation(rest)

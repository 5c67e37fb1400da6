"""Arguments of acts as the record's own values: findings, judgements, digests, outcomes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar, get_args

import msgspec

from reportkit.errors import Refused, WrongUse
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.moderation.blocker import short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import Comment
from reportkit.moderation.events import Query
from reportkit.moderation.outcomes import Outcome
from reportkit.moderation.phrasing import in_a_line, shortened
from reportkit.moderation.words import Judgement
from reportkit.similar_names import choose

O = TypeVar("O", bound=Outcome)  # noqa: E741  one of the two outcomes

RATINGS: Final = {"--service": get_args(ServiceRating), "--prospects": get_args(ProspectsRating)}
"""The ratings that each option may name."""

_JUDGEMENTS: dict[str, Judgement] = {"service": "service", "prospects": "prospects"}

_LONGEST: Final = 60  # characters of a query or a comment in a list

_FORMS: Final = "Write `agreed`, FROM:TO:WHY, or further:WHAT-IS-NOT-CLEAR."
_FORMS_OF_A_DECISION: Final = "Write `agreed`, or FROM:TO:WHY."


def outcome(kind: type[O], given: str, current: str | None, option: str, forms: str = _FORMS) -> O:
    """Return the outcome that an option says, for a judgement rated `current`. Raises WrongUse or Refused.

    `forms` says how it may be written.
    """
    first, _, rest = (part.strip() for part in given.partition(":"))
    if first == "agreed" and not rest:
        if current is None:
            raise Refused(
                f"inspection.yaml has no rating for {option[2:]} to agree on", remedy="Write it there, and save."
            )
        return _built(kind, option, verdict="agreed", to=current)
    if first == "further" and rest:
        return _built(kind, option, verdict="further-information", why=rest)
    to, _, why = (part.strip() for part in rest.partition(":"))
    if not (first and to and why):
        raise WrongUse(f"{option} {given!r} cannot be understood", remedy=forms)
    return _built(kind, option, verdict="changed", why=why, **{"from": first, "to": to})


def decided(kind: type[O], given: str, current: str | None, option: str) -> O:
    """Return the outcome of a decision. Raises WrongUse where it leaves the rating unclear."""
    found = outcome(kind, given, current, option, _FORMS_OF_A_DECISION)
    if found.to is None:
        raise WrongUse("A decision names both ratings", remedy="`moderate query` asks for further information.")
    return found


def _built(kind: type[O], option: str, **facts: str) -> O:
    ratings = RATINGS[option]
    for rating in (facts.get("from"), facts.get("to")):
        if rating not in (None, *ratings):
            raise WrongUse(f"{option}: there is no rating `{rating}`", remedy=choose(str(rating), ratings))
    try:
        return msgspec.convert(facts, kind)
    except msgspec.ValidationError as error:
        why = str(error).partition(" - at")[0]
        raise WrongUse(f"{option} cannot be recorded: {why}", remedy=_FORMS) from None


def judgement_named(name: str | None) -> Judgement | None:
    """Return the judgement of this name, or None."""
    return _JUDGEMENTS.get(name or "")


def finding_named(inspection: Inspection, name: str) -> str:
    """Return the id of a finding. Raises WrongUse where there is no such finding."""
    there = [finding.id for finding in inspection.findings]
    if name not in there:
        remedy = choose(name, [*_JUDGEMENTS, *there]) or "Name a finding’s id, `service` or `prospects`."
        raise WrongUse(f"`{name}` is neither a finding nor a judgement of {inspection.slug}", remedy=remedy)
    return name


def _asks(entry: Entry) -> str:
    """Return the words of a query or a comment, to distinguish it from others; "" for records of another kind."""
    details = entry.record.details
    said = details.asks if isinstance(details, Query) else details.says if isinstance(details, Comment) else None
    return f" “{shortened(in_a_line(said), _LONGEST)}”" if said else ""


def one_of(entries: Iterable[Entry], named: str | None, what: str) -> Entry:
    """Return the entry whose digest begins with `named`, or the only one. Raises WrongUse, listing them."""
    there = tuple(entries)
    fitting = [each for each in there if named is None or each.digest.startswith(named.lower())]
    if len(fitting) == 1:
        return fitting[0]
    if not there:
        raise Refused(f"There is no {what}", remedy="`reportkit history` shows what happened.")
    listed = ", ".join(f"{short(each.digest)}{_asks(each)}" for each in there)
    wrong = "is meant is not plain" if named is None or fitting else f"`{named}` is, is not known"
    raise WrongUse(f"Which {what} {wrong}", remedy=f"There are: {listed}.")

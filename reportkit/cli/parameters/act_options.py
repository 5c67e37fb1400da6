"""What every act can be told: who acts, in which role, on which day, and whether only to show it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeAlias

import click

from reportkit.actions.request import Request
from reportkit.errors import WrongUse
from reportkit.moderation.words import BODIES, HIDING_CHARACTERS, ROLES

_HIDDEN = re.compile(f"[{HIDING_CHARACTERS}]")
_PLACEHOLDERS = ("…", "...")  # as the commands that are printed have them
_NO_TEXT = re.compile("[\ud800-\udfff]")  # what Python makes of bytes that are no letters in the terminal's language
_NOT_READ = "It holds letters that this terminal's language does not have. Set that to UTF-8, or say it without them."
_LONGEST = {"line": 400, "text": 20_000}

Command: TypeAlias = Callable[..., Any]


class Manner(Request, frozen=True, kw_only=True):
    """The person who acts and how: `dry_run` only shows, `offline` shares nothing."""

    dry_run: bool = False
    offline: bool = False

    def who(self) -> dict[str, Any]:
        """Return who acts, in which role, on which day and by which clock, as a request's fields."""
        who = {"acting_as": self.acting_as, "role": self.role, "today": self.today}
        return {**who, "clock_is_right": self.clock_is_right}


class Day(click.ParamType[dt.date]):
    """A day, written 2004-06-14."""

    name = "day"

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the day. Fails with how it is written."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value.strip())
        except ValueError:
            self.fail(f"{value!r} is no day. Write it as 2004-06-14.", param, ctx)


class Words(click.ParamType[str]):
    """Words for the record: one line, or any number of them; nothing that hides or reorders text on a screen."""

    def __init__(self, name: str) -> None:
        self.name = name

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the words, with plain line ends. Fails where there are none, too many, or hidden characters."""
        plain = value.replace("\r\n", "\n").replace("\r", "\n").strip()
        if self.name == "line":
            plain = re.sub(r"\s*\n\s*", " ", plain).replace("\t", " ")
        if not plain:
            self.fail("It is empty. Say it in words.", param, ctx)
        if plain in _PLACEHOLDERS:
            self.fail(f"{plain} is a placeholder. Write your own words in its place.", param, ctx)
        if len(plain) > _LONGEST[self.name]:
            self.fail(f"It is longer than {_LONGEST[self.name]:,} characters. Say it shorter.", param, ctx)
        if _HIDDEN.search(plain):
            self.fail("It holds a character that cannot be seen. Take it out.", param, ctx)
        if _NO_TEXT.search(plain):
            self.fail(_NOT_READ, param, ctx)
        return plain


BODY = click.Choice(tuple(BODIES))
DAY = Day()
LINE = Words("line")
TEXT = Words("text")


class Names(click.ParamType[tuple[str, ...]]):
    """Names or ids, with commas between them: each a line for the record."""

    name = "names"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names, each once, in the order given. Fails where there are none, or one that is no line."""
        if isinstance(value, tuple):
            return value
        given = (LINE.convert(name, param, ctx) for name in value.split(",") if name.strip())
        names = tuple(dict.fromkeys(given))
        return names or self.fail("It names no person. Write ids of policy.yaml with commas.", param, ctx)


NAMES = Names()


class RoleName(click.Choice[str]):
    """A role. In the help it is one word, for all of them are wider than a screen."""

    def __init__(self) -> None:
        super().__init__(list(ROLES))

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002  click's signature
        """Return what the help calls it."""
        return "ROLE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the role, written as in policy.yaml or in words. Fails with the likeliest one, or all of them."""
        written = value.strip().lower().replace(" ", "-")
        if written not in ROLES:
            from reportkit.similar_names import choose  # only a wrong guess needs it

            self.fail(f"There is no role `{value}`. {choose(value, list(ROLES))}", param, ctx)
        return written


ROLE = RoleName()


class RoleNames(Names):
    """Roles, with commas between them."""

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the roles, each once, in the order given. Fails as for one role."""
        return tuple(ROLE.convert(each, param, ctx) for each in super().convert(value, param, ctx))


ROLE_NAMES = RoleNames()

_AS = click.option("--as", "acting_as", metavar="PERSON", help="Who acts: an id of policy.yaml. By default Git’s user.")
_ROLE = click.option("--role", type=ROLE, help="The role in which you act, if you hold several.")
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would be recorded, and record nothing.")
_OFFLINE = click.option("--offline", is_flag=True, help="Record here only; `reportkit sync` shares it later.")
_TODAY = click.option("--today", type=DAY, help="Act as on this day; in demonstrations only.")
_CLOCK = click.option(
    "--clock-is-right", is_flag=True, help="Go by this computer’s clock, although it differs from others."
)
_OPTIONS = {
    "acting_as": _AS,
    "role": _ROLE,
    "dry_run": _DRY_RUN,
    "offline": _OFFLINE,
    "today": _TODAY,
    "clock_is_right": _CLOCK,
}


def _refuse_offline(_: click.Context, __: click.Parameter, given: bool) -> None:  # noqa: FBT001  click calls it so
    if given:
        what = "What goes out is shared with the others first, or does not go out: it cannot be recorded here alone"
        raise WrongUse(what, remedy="Leave --offline out, and try again where the shared place can be reached.")


_NEVER_OFFLINE = click.option("--offline", is_flag=True, hidden=True, expose_value=False, callback=_refuse_offline)


def acting(function: Command) -> Command:
    """Give a command the options of an act; it is handed them as one `manner`."""
    return _with(function, _AS, _ROLE, _DRY_RUN, _OFFLINE, _TODAY, _CLOCK)


def acting_for_a_role(function: Command) -> Command:
    """Return the same for an act that has a `--role` of its own."""
    return _with(function, _AS, _DRY_RUN, _OFFLINE, _TODAY, _CLOCK)


def acting_with_others(function: Command) -> Command:
    """Return the same for an act that is never recorded here alone, and whose own `--dry-run` says more."""
    return _NEVER_OFFLINE(_with(function, _AS, _ROLE, _TODAY, _CLOCK))


def acting_shared_first(function: Command) -> Command:
    """Return the same for an act that is never recorded here alone."""
    return _NEVER_OFFLINE(_with(function, _AS, _ROLE, _DRY_RUN, _TODAY, _CLOCK))


def looking(function: Command) -> Command:
    """Give a command the options of one that only looks; it is handed them as one `manner`."""
    return _with(function, _AS, _TODAY)


def dated(function: Command) -> Command:
    """Give a command that looks the day on which it does; it is handed that as a `manner`."""
    return _with(function, _TODAY)


def _with(function: Command, *options: Callable[[Command], Command]) -> Command:
    names = [name for name, option in _OPTIONS.items() if option in options]

    @wraps(function)
    def packed(*given: Any, **asked: Any) -> Any:
        manner = Manner(**{name: asked.pop(name) for name in names if name in asked})
        return function(*given, manner=manner, **asked)

    for option in reversed(options):
        option(packed)
    return packed

"""The acts that `check --for` takes, by the verb or as the command is typed: `submit`, `moderate submit`."""

from __future__ import annotations

from typing import Final

import click

_ACTS: Final = ("submit", "sign-off", "decide", "send", "notify", "publish", "reinspect")
_TYPED: Final = {
    "moderate submit": "submit",
    "moderate sign-off": "sign-off",
    "moderate decide": "decide",
    "comments send": "send",
}


class ActName(click.Choice[str]):
    """An act by its verb, or as its command is typed."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the act's verb. Fails with the acts that there are."""
        return super().convert(_TYPED.get(" ".join(value.split()), value), param, ctx)


ACT: Final = ActName(_ACTS)

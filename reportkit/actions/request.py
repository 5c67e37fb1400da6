"""What a person asks for, as plain data that a page or a script can send."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.moderation.words import Role


class Request(Struct, frozen=True, kw_only=True):
    """The person who acts, the inspection and the role; each action adds fields of its own.

    `inspection` may be left out inside an inspection's folder. `acting_as` is an id of policy.yaml, by default that
    of Git's user. `today` is believed in demonstrations only. `clock_is_right` says that a person vouches for this
    computer's clock, where that differs from others.
    """

    inspection: str | None = None
    acting_as: str | None = None
    role: Role | None = None
    today: dt.date | None = None
    clock_is_right: bool = False

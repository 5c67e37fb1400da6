"""Casework: what is not signed and may change any day. Whom to write to, what is planned, and the money around it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from reportkit.inspection.source_place import NOWHERE, Origin

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class Addressee(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The person a letter goes to; `organisation` is needed only where it is not as the inspection names the body."""

    name: str
    office: str | None = None
    organisation: str | None = None
    address: tuple[str, ...] = ()
    email: str | None = None
    salutation: str | None = None


class Addressees(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One set for one inspection: each partial ALMO is inspected by itself, and has its own set [106, 117]."""

    authority: Addressee | None = None
    almo: Addressee | None = None
    odpm: Addressee | None = None

    def of(self, body: Literal["authority", "almo", "odpm"]) -> Addressee | None:
        """Return who the letter to one of the bodies goes to, None where it is not written."""
        return {"authority": self.authority, "almo": self.almo, "odpm": self.odpm}[body]


class Signatory(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The person who signs the letters, and their office."""

    name: str
    office: str


class Contact(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A person to turn to. At least one of `telephone` and `email` is there."""

    name: str
    office: str | None = None
    telephone: str | None = None
    email: str | None = None


class Embargo(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Until when the press release may not be used. `weekday` guards against a wrong date: the two must agree."""

    day: dt.date
    weekday: Weekday
    time: str


class Quotation(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A quotation for the press, in the speaker's own words: given, never made up."""

    text: str
    by: str
    office: str | None = None


class Press(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The press release's own particulars, beyond the decision; `number` is the release's own."""

    number: str | None = None
    contact: Contact | None = None
    embargo: Embargo | None = None
    quotation: Quotation | None = None


class Allocation(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The money that the ODPM has set aside on condition of the score [17], in pounds, for years written 2004/05."""

    amount: int
    years: tuple[str, ...]
    source: str


class Fee(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The cost of the inspection in pounds, and how it was reached [120]; the tool never works it out.

    `envelope` says whether an indicative inspection is inside the audit and inspection plan or beside it, and
    `agreed_with` names the Relationship Manager with whom that was agreed [101].
    """

    amount: int | None = None
    basis: str | None = None
    envelope: Literal["inside", "outside"] | None = None
    agreed_with: str | None = None
    agreed: dt.date | None = None


class Agreed(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The agreement on the time of the inspection: when, by the Lead Housing Inspector, and for each body [96]."""

    date: dt.date
    by: str
    authority: str | None = None
    almo: str | None = None


class Planned(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Days that are meant, not yet there: what happened stands in inspection.yaml and in the record."""

    on_site_from: dt.date | None = None
    on_site_to: dt.date | None = None
    presentation: dt.date | None = None
    draft: dt.date | None = None
    letters: dt.date | None = None
    publication: dt.date | None = None
    re_inspection: dt.date | None = None


class RequestedDocument(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A document that was asked for ahead of the inspection [94], and the day it came."""

    title: str
    requested: dt.date | None = None
    came: dt.date | None = None
    note: str | None = None


class Exemption(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Something that this inspection was released from: what, why, and who said so when."""

    what: str
    why: str
    by: str | None = None
    date: dt.date | None = None


class Casework(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Everything in moderation/<inspection>/casework.yaml.

    `advised` names authorities that were advised to buy help in: no public paper names them [story 000].
    No `allocation` means that none is on file. `timing_agreed` is how the inspection's time was settled [96].
    """

    addressees: Addressees = Addressees()
    signatory: Signatory | None = None
    contact: Contact | None = None
    press: Press = Press()
    allocation: Allocation | None = None
    fee: Fee | None = None
    timing_agreed: Agreed | None = None
    planned: Planned = Planned()
    documents: tuple[RequestedDocument, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    advised: tuple[str, ...] = ()
    origin: Origin = NOWHERE

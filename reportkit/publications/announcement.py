"""The announcement of a score: one decision, from which the letters and the press release are all made [117]."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from msgspec import Struct

from reportkit.inspection.casework import Addressee, Casework
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import QUALIFYING, ProspectsRating, ServiceRating
from reportkit.inspection.particulars import Particulars

Recipient = Literal["authority", "almo", "odpm"]


class Announcement(Struct, frozen=True, kw_only=True):
    """Everything that goes into letters and release.

    `inspection` is as it was signed, and both its ratings are those of the decision. `subject` is the digest of what
    was signed and `decision` that of the decision's record: both are in the reference. `date` is the letters' own, and
    the day from which an ALMO qualifies [117].
    `corrects` is the date of the letters that a correction takes the place of: then that day stays the one that counts.
    `cleared` are the ids of sensitive findings that may stand in the release.
    """

    inspection: Inspection
    casework: Casework
    service: ServiceRating
    prospects: ProspectsRating
    date: dt.date
    subject: str
    decision: str
    corrects: dt.date | None = None
    cleared: frozenset[str] = frozenset()

    @property
    def particulars(self) -> Particulars:
        """inspection.yaml."""
        return self.inspection.particulars

    @property
    def authority(self) -> str:
        """The inspected body's name [87]."""
        return self.particulars.authority.name

    @property
    def almo(self) -> str | None:
        """The ALMO's name, where there is one."""
        return self.particulars.almo.name if self.particulars.almo else None

    @property
    def runs_the_service(self) -> str | None:
        """The name of the ALMO that provides the service, where one does."""
        return self.particulars.provider.name if self.particulars.provider else None

    @property
    def about(self) -> str:
        """The name of the body whose service was judged."""
        return self.particulars.judged

    @property
    def reference(self) -> str:
        """Our reference: the inspection, what was signed, and the decision's record."""
        return f"{self.inspection.slug}/{self.subject[:12]}/{self.decision[:12]}"

    @property
    def concerns_funding(self) -> bool:
        """Return whether money follows from the score."""
        return self.particulars.concerns_funding

    @property
    def qualifies(self) -> bool:
        """Return whether the ALMO qualifies from the letters' date: by judgement 1 alone [30, 117]."""
        return self.concerns_funding and self.service in QUALIFYING

    @property
    def counts(self) -> dt.date:
        """The day that counts: the letters' own, or that of the letters that are corrected."""
        return self.corrects or self.date

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Whom letters go to: all three [117]; without money at stake the authority, and the ALMO if there is one."""
        if self.concerns_funding:
            return ("authority", "almo", "odpm")
        return ("authority", "almo") if self.almo else ("authority",)

    def addressee(self, recipient: Recipient) -> Addressee | None:
        """Return who the letter to one of them goes to, if casework says so."""
        return self.casework.addressees.of(recipient)


ODPM: Final = "Office of the Deputy Prime Minister"


def organisation(announcement: Announcement, recipient: Recipient) -> str:
    """Return the name of the body that a letter goes to."""
    own = {"authority": announcement.authority, "almo": announcement.almo or "", "odpm": ODPM}[recipient]
    addressee = announcement.addressee(recipient)
    return (addressee.organisation if addressee else None) or own

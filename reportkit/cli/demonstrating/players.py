"""The invented people of the demonstration, as `people add` is told of them."""

from __future__ import annotations

from msgspec import Struct


class Player(Struct, frozen=True, kw_only=True):
    """Somebody who types, as policy.yaml knows them; `office` is what the transcript calls them."""

    id: str
    name: str
    office: str
    roles: str
    region: str | None = None

    @property
    def email(self) -> str:
        """Their address, at a domain that nobody can have."""
        return f"{self.id}@example.org"

    @property
    def entry(self) -> tuple[str, ...]:
        """Return the words that follow `people add` for this person, without a key."""
        region = ("--region", self.region) if self.region else ()
        return (self.id, "--name", self.name, "--email", self.email, "--roles", self.roles, *region)


ADMINISTRATOR = Player(id="w-ashgrove", name="Wynn Ashgrove", office="administrator", roles="administrator")
INSPECTOR = Player(id="r-tollinshaw", name="Rosalind Tollinshaw", office="lead inspector", roles="inspector")
LEAD = Player(
    id="i-thackwell",
    name="Ingram Thackwell",
    office="regional lead inspector, who has a key",
    roles="regional-lead-inspector",
    region="Northern",
)
CO_ORDINATOR = Player(
    id="o-farnsby", name="Odile Farnsby", office="ALMO co-ordinator, without a key", roles="almo-co-ordinator"
)
MANAGER = Player(id="c-blaydale", name="Corin Blaydale", office="senior manager", roles="senior-manager")
STAND_IN = Player(id="t-orrick", name="Tamsin Orrick", office="who stands in", roles="inspector")
HEAD = Player(id="h-lundy", name="Hesper Lundy", office="head of programme", roles="head-of-programme")

EVERYBODY = (ADMINISTRATOR, INSPECTOR, LEAD, CO_ORDINATOR, MANAGER, STAND_IN, HEAD)

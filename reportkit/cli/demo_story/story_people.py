"""The invented people of the demonstration, with what `people add` needs to know of them."""

from __future__ import annotations

from msgspec import Struct


class StoryPerson(Struct, frozen=True, kw_only=True):
    """A person who runs commands, as in policy.yaml; `title` stands behind the name in what is printed."""

    id: str
    name: str
    title: str
    roles: str
    region: str | None = None

    @property
    def email(self) -> str:
        """Their e-mail address, at a domain that is reserved for examples."""
        return f"{self.id}@example.org"

    @property
    def add_arguments(self) -> tuple[str, ...]:
        """Return the words that follow `people add` for this person, without a key."""
        region = ("--region", self.region) if self.region else ()
        return (self.id, "--name", self.name, "--email", self.email, "--roles", self.roles, *region)


ADMINISTRATOR = StoryPerson(id="w-ashgrove", name="Wynn Ashgrove", title="administrator", roles="administrator")
INSPECTOR = StoryPerson(id="r-tollinshaw", name="Rosalind Tollinshaw", title="lead inspector", roles="inspector")
LEAD = StoryPerson(
    id="i-thackwell",
    name="Ingram Thackwell",
    title="regional lead inspector, who has a key",
    roles="regional-lead-inspector",
    region="Northern",
)
CO_ORDINATOR = StoryPerson(
    id="o-farnsby", name="Odile Farnsby", title="ALMO co-ordinator, without a key", roles="almo-co-ordinator"
)
MANAGER = StoryPerson(id="c-blaydale", name="Corin Blaydale", title="senior manager", roles="senior-manager")
STAND_IN = StoryPerson(id="t-orrick", name="Tamsin Orrick", title="who stands in", roles="inspector")
HEAD = StoryPerson(id="h-lundy", name="Hesper Lundy", title="head of programme", roles="head-of-programme")

EVERYONE = (ADMINISTRATOR, INSPECTOR, LEAD, CO_ORDINATOR, MANAGER, STAND_IN, HEAD)

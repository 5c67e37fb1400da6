"""Regions that a change of policy.yaml gives people, and that neither reportkit.yaml nor an inspection names."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.moderation.policy import Policy
from reportkit.similar_names import choose
from reportkit.workspace.workspace import Workspace


def describe_unknown_regions(workspace: Workspace, old: Policy, new: Policy) -> Iterator[str]:
    """Yield a sentence for each person who gets a region that is named nowhere, with the region that was meant."""
    given = [person for person in new.people if person.region and person.region != _region(old, person.id)]
    known = _known_regions(workspace) if given else ()
    folded = {region.casefold() for region in known}
    for person in given:
        if known and person.region and person.region.casefold() not in folded:
            what = (
                f"No inspection names the region {person.region} of {new.name_of(person.id)}, nor does reportkit.yaml."
            )
            yield f"{what} {choose(person.region, known)}".rstrip()


def _region(policy: Policy, person: str) -> str | None:
    known = policy.person(person)
    return known.region if known else None


def _known_regions(workspace: Workspace) -> tuple[str, ...]:
    """Return the regions of reportkit.yaml, and of every saved inspection that can be read."""
    from reportkit.reading.inspection import particulars_of  # heavy, and most changes name no region

    saved = workspace.all_records.particulars()
    found = (particulars_of(slug, data) for slug, data in saved.items())
    regions = (each.authority.region for each in found if each and each.authority.region)
    return tuple(dict.fromkeys((*workspace.repository.inspectorate.regions, *regions)))

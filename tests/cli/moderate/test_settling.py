"""What two changed at once, and no one has settled: no act goes past it, and settling the policy is recorded."""

from __future__ import annotations

import pytest

from reportkit.errors import Exit
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.moderate.test_people import MINA, TODAY, policy

OTHER = ("people", "add", "a-khan", "--name", "Amir Khan", "--email", "a.khan@example.org", "--roles", "inspector")
TORN = "was changed by ann while another person changed it, and both versions are kept."
POLICY = "moderation/policy.yaml"
SETTLE = f"reportkit settle {POLICY}"


@pytest.mark.parametrize("path", ["templates/report.md.j2", POLICY, f"moderation/{SLUG}/casework.yaml"])
def test_nothing_is_handed_in_or_signed_before_it_is_settled(met: Office, path: str) -> None:
    kept = met.root / "unsettled" / path / f"ann-0123456789.{path.rpartition('.')[2]}"
    kept.parent.mkdir(parents=True)
    kept.write_text("Another version.\n")
    met.git("add", "unsettled")
    met.git("-c", "user.name=Ros", "-c", "user.email=ros@example.org", "commit", "-q", "-m", "Together")
    refused = met.refused("ann", "sign-off")
    command = f"reportkit settle {SLUG} casework.yaml" if SLUG in path else f"reportkit settle {path}"
    assert refused.err == (
        f"This cannot be recorded now:\n  {path}: {TORN} See both, then choose: {command}.\n      {command}\n"
    )
    assert TORN in met.at("ros")("check", SLUG).out


@pytest.fixture
def torn(laptops: dict[str, Office]) -> Office:
    """A copy in which two people’s versions of the policy have met."""
    first, second = laptops["ros"], laptops["ann"]
    assert first.at("gus")(*MINA, *TODAY).code == 0
    added = second.at("flo")(*OTHER, *TODAY, "--offline")
    assert added.code == 0, added.err
    met = second.at("flo")("sync")
    assert f"{POLICY}: gus changed it while you changed it; both versions are kept. See both" in met.err
    return second


def test_the_policy_is_settled_by_who_may_change_it_and_recorded(torn: Office) -> None:
    assert "Amir Khan" in policy(torn)
    assert TORN.replace("ann", "gus") in torn.at("gus")(*MINA, *TODAY).err
    by_no_administrator = torn.at("ann")("settle", POLICY, "--of", "gus")
    assert "Ann Lee is not head of programme or administrator" in by_no_administrator.err
    settled = torn.at("gus")("settle", POLICY, "--of", "gus")
    assert settled.code == Exit.DONE, settled.err
    assert ("Mina Shah" in policy(torn), "Amir Khan" in policy(torn)) == (True, False)
    told = torn.at("gus")("history", "--people").out
    assert "Gus Pym (administrator) changed policy.yaml, because: Two people had changed it at once." in told
    assert torn.at("gus")("verify").code == Exit.DONE
    assert torn.git("status", "--porcelain") == ""
    assert torn.at("gus")("settle").out == "Nothing needs to be settled.\n"


def test_the_version_that_stands_may_stay_and_needs_no_record(torn: Office) -> None:
    before = torn.records()
    assert torn.at("flo")("settle", POLICY, "--mine").code == Exit.DONE
    assert torn.records() == before
    assert torn.at("flo")("verify").code == Exit.DONE

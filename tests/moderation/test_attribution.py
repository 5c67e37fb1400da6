from __future__ import annotations

import datetime as dt

import pytest
from msgspec import structs

from reportkit.moderation.attribution import Known, day_of, how_sure
from reportkit.moderation.policy import Key, Policy
from reportkit.moderation.record import Reported
from reportkit.moderation.store import SignerEvidence
from tests.moderation.builders import SOME, record
from tests.moderation.people import POLICY, key_of, person

ANNS = SignerEvidence(key=key_of("ann"), email="anybody@example.org")
REQUIRED = structs.replace(POLICY, signatures="required")


def reported(by: str) -> Reported:
    return Reported(by=by, reply=SOME, code="K7-QX")


def test_a_signature_by_the_persons_own_key_proves_it() -> None:
    assert how_sure(record(), ANNS, POLICY) == Known("proven")


def test_gits_name_alone_is_a_claim_however_it_is_written() -> None:
    assert how_sure(record(), SignerEvidence(email="ANN@example.org"), POLICY) == Known("claimed")


def test_a_reply_that_an_administrator_entered_is_reported_even_where_they_signed() -> None:
    assert how_sure(record(reported=reported("gus")), SignerEvidence(email="gus@example.org"), POLICY) == Known(
        "reported"
    )
    assert how_sure(record(reported=reported("gus")), SignerEvidence(key=key_of("gus")), REQUIRED) == Known("reported")


@pytest.mark.parametrize(
    ("evidence", "policy", "why"),
    [
        (SignerEvidence(email="eve@example.org"), POLICY, "Git names eve@example.org, which is not Ann’s address"),
        (SignerEvidence(), POLICY, "Git names no one, which is not Ann’s address"),
        (
            SignerEvidence(key=key_of("eve"), email="ann@example.org"),
            POLICY,
            "it is signed with a key that is not Ann’s",
        ),
        (SignerEvidence(fault="it signs other bytes", email="ann@example.org"), POLICY, "it signs other bytes"),
        (SignerEvidence(email="ann@example.org"), REQUIRED, "it is not signed, and policy asks for signatures"),
        (ANNS, Policy(), "policy.yaml lists no one called ann"),
    ],
)  # fmt: skip
def test_whatever_speaks_against_it_is_said(evidence: SignerEvidence, policy: Policy, why: str) -> None:
    assert how_sure(record(), evidence, policy) == Known(None, why)


@pytest.mark.parametrize(
    ("by", "why"),
    [
        ("bob", "Bob, who entered the reply, is no administrator"),
        ("ann", "Ann cannot enter their own reply for themselves"),
        ("zoe", "policy.yaml lists no one called zoe"),
    ],
)
def test_a_reply_counts_only_where_an_administrator_entered_it(by: str, why: str) -> None:
    assert how_sure(record(reported=reported(by)), SignerEvidence(email=f"{by}@example.org"), POLICY) == Known(
        None, why
    )


def test_a_key_counts_until_its_last_day() -> None:
    until = Policy(people=(person("Ann", keys=(Key(key=key_of("ann"), until=dt.date(2004, 6, 13)),)),))
    assert how_sure(record(at=1_087_203_600 - 86_400), ANNS, until).sure == "proven"
    assert how_sure(record(), ANNS, until).sure is None


def test_a_day_is_that_of_england() -> None:
    midnight = int(dt.datetime(2004, 6, 13, 23, 0, tzinfo=dt.UTC).timestamp())
    assert day_of(record(at=midnight)) == dt.date(2004, 6, 14)
    assert day_of(record(at=midnight - 1)) == dt.date(2004, 6, 13)

from __future__ import annotations

import datetime as dt
from pathlib import Path
from string import Template

import pytest

from reportkit.errors import Unreadable
from reportkit.moderation.policy import Key, Person, Policy
from reportkit.reading.folder import FolderFiles
from reportkit.reading.policy import policy_from, read_policy
from reportkit.shipped import starter

WHOLE = """\
demonstration: yes
people:
  - id: ann
    name: Ann
    email: ann@example.org
    roles: [regional-lead-inspector]
    region: Northern
    from: 2004-01-05
    until: 2004-12-31
    keys:
      - key: ssh-ed25519 AAAA ann@laptop
        until: 2004-06-30
roles: [regional-lead-inspector, almo-co-ordinator, senior-manager]
signatures: required
enough: [proven, reported]
author-may-sign: no
covers: [ann]
may-decide: [head-of-programme]
may-override: [head-of-programme]
final: always
comment-period: 15
"""
ANN = "people:\n  - {id: ann, name: Ann, email: ann@example.org, keys: [{key: ssh-ed25519 AAAA}]"


def test_every_key_of_a_policy_is_read() -> None:
    ann = Person(
        id="ann",
        name="Ann",
        email="ann@example.org",
        roles=("regional-lead-inspector",),
        region="Northern",
        keys=(Key(key="ssh-ed25519 AAAA ann@laptop", until=dt.date(2004, 6, 30)),),
        from_=dt.date(2004, 1, 5),
        until=dt.date(2004, 12, 31),
    )
    assert policy_from(WHOLE.encode()) == Policy(
        demonstration=True,
        people=(ann,),
        signatures="required",
        enough=("proven", "reported"),
        covers=("ann",),
        may_decide=("head-of-programme",),
        may_override=("head-of-programme",),
        final="always",
        comment_period=15,
    )


def test_an_empty_policy_is_the_guidances_own() -> None:
    assert policy_from(b"") == Policy()


def test_a_new_repositorys_policy_is_the_guidances_own_too() -> None:
    text = Template((starter() / "moderation/policy.yaml").read_text(encoding="utf-8"))
    assert policy_from(text.substitute(demonstration="false").encode()) == Policy(judging=2)


def test_the_example_of_a_person_in_a_new_repositorys_policy_can_be_used() -> None:
    lines = (starter() / "moderation/policy.yaml").read_text(encoding="utf-8").split("\n")
    example = "\n".join(line.removeprefix("#") for line in lines if line.startswith("#   "))
    (person,) = policy_from(f"people:\n{example}\n".encode()).people
    assert (person.id, person.region, len(person.keys)) == ("j-adeyemi", "Northern", 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("roles: [senior-manager]\n",
         ("1: moderation needs the regional lead inspector at least [114]. "
         "Add `regional-lead-inspector` to the list.\n"
         "1: moderation needs the ALMO co-ordinator at least [114]. "
         "Add `almo-co-ordinator` to the list.")),
        ("enough: []\n",
         "1: no sign-off could ever be sure enough. Name `proven` at least."),
        ("covers: [\n  anne]\n" + ANN + "}\n",
         "2: no one is called `anne`. Did you mean `ann`?"),
        ("covers: [bob]\n",
         "1: no one is called `bob`. Add them to `people`."),
        (ANN + "}\n  - {id: bob, name: Bob, email: ANN@example.org}\n",
         ("3: the address `ANN@example.org` stands here twice, in 2 too. "
         "Each belongs to one person.")),
        (ANN + "}\n  - {id: ann, name: Bob, email: bob@example.org, keys: [{key: ssh-ed25519 AAAA bob}]}\n",
         ("3: the id `ann` stands here twice, in 2 too. "
         "Each belongs to one person.\n"
         "3: a key of Bob’s stands here twice, in 2 too. "
         "Each belongs to one person.")),
        ("people:\n  - {id: Ann, name: Ann, email: ann, from: 2004-02-01, until: 2004-01-01, keys: [{key: AAAA}]}\n",
         ("2: the id `Ann` has capital letters. Write `ann`.\n"
         "2: `ann` is no e-mail address. Write it as ann@example.org.\n"
         "2: Ann’s roles end before they begin. Put the later day in `until`.\n"
         "2: this is no public key of Ann’s. "
         "Copy the one line of the file whose name ends in .pub.")),
        ("people:\n  - {id: ann, name: Ann, email: ann@example.org, roles: [king]}\nsignature: required\n",
         ("3: `signature` is not a key of this file. Did you mean `signatures`?\n"
         "2: `roles` cannot be `king`. Choose one of: regional-lead-inspector, "
         "almo-co-ordinator, senior-manager, head-of-programme, administrator, inspector.")),
        ("people: [1\n",
         "1: the list's brackets `[` and `]` do not match. Write it as `[one, two]`, on one line."),
    ],
)  # fmt: skip
def test_a_policy_that_cannot_be_held_to_is_refused_with_its_lines(text: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as caught:
        policy_from(text.encode())
    told = str(caught.value).replace("moderation/policy.yaml:", "")
    assert told == sentence


def test_a_policy_is_read_from_its_place_among_files(tmp_path: Path) -> None:
    (tmp_path / "moderation").mkdir()
    (tmp_path / "moderation/policy.yaml").write_text(WHOLE)
    assert read_policy(FolderFiles(tmp_path)) == policy_from(WHOLE.encode())


def test_without_a_policy_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"moderation/policy\.yaml: cannot be read: it is not there"):
        read_policy(FolderFiles(tmp_path))

"""The attacks and mistakes that verify tells apart: what each is called, how it is done, what must be answered.

docs/record.md has the table of them; tools/make_record_docs.py writes it from here.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from typing import NamedTuple

from msgspec import structs

from reportkit.moderation import events as ev
from reportkit.moderation.codec import encode
from reportkit.moderation.house_events import Acknowledgement
from reportkit.moderation.record import OF_THE_HOUSE, Reported
from reportkit.moderation.store import File
from reportkit.moderation.subject import version_code
from tests.cli.house import House

WHOLE, LAPSED, FORGED, CANNOT_TELL = 0, 1, 3, 4
HOUR = 3600
TEAM = """\
kind: almo
authority: {name: Elm Council, type: district-council, homes: 9000}
almo: {name: Elm Homes, homes: 9000}
team:
  - {id: bob, name: Robert, role: inspector}
"""


class Attack(NamedTuple):
    """One of them: `answer` is the exit code, `kinds` are the findings' kinds; `do` is given a moderated house."""

    name: str
    how: str
    do: Callable[[House], object]
    answer: int
    kinds: frozenset[str]
    signatures: str = "required"


def _forged_author(house: House) -> None:
    house.forge(
        house.record("withdrawal", "ann", details=ev.Withdrawal(of=_sign_off(house), reason="No.")), None, "kim"
    )


def _sign_off(house: House) -> str:
    """Return the digest of Ann's sign-off."""
    from reportkit.moderation.codec import digest_of, parse

    for stored in house.store.records("elm"):
        made = parse(stored.data)
        if made.event == "sign-off" and made.person == "ann":
            return digest_of(stored.data)
    raise AssertionError


def _query(house: House, person: str = "ann", key: str | None = None, **changes: object) -> str:
    by = __import__("datetime").date(2999, 1, 1)
    details = structs.replace(ev.Query(asks="How many?", of="Mo", by=by))
    return house.forge(house.record("query", person, **{"details": details, **changes}), key)


def _two_roles(house: House) -> None:
    house.write(
        "moderation/policy.yaml",
        house.policy().replace("[regional-lead-inspector]", "[regional-lead-inspector, senior-manager]"),
    )
    house.commit("gus", "Two roles")
    house.forge(house.record("sign-off", "ann", role="senior-manager"), "ann")


def _copied(house: House) -> None:
    path = house.last()
    for each in (path, f"{path}.sig"):
        house.write(each.replace("/elm/", "/oak/"), (house.root / each).read_bytes())
    house.commit("cat", "Copy")


def _other_content(house: House) -> None:
    made = house.record("sign-off", "ann")
    house.write("inspections/elm/inspection.yaml", "kind: indicative\n")
    house.forge(made, "ann")


def _deleted(house: House) -> None:
    for path in (house.last(), f"{house.last()}.sig"):
        (house.root / path).unlink()
    house.commit("kim", "Tidy up")


def _edited(house: House) -> None:
    path = house.last()
    data = (house.root / path).read_bytes()
    house.write(path, data.replace(b'"cat"', b'"ann"'))
    house.commit("kim", "Correct")


def _unpushed(house: House) -> None:
    """Rewrite history so that the last act never was."""
    house.git("reset", "-q", "--hard", "HEAD~1")
    house.commit("kim", "Nothing happened")


def _cut_off_though_shared(house: House) -> None:
    house.git("update-ref", "refs/remotes/origin/main", "HEAD")
    house.git("reset", "-q", "--hard", "HEAD~1")


def _fetched(house: House) -> None:
    """The shared place has an act that was never here."""
    _cut_off_though_shared(house)
    house.git("reflog", "expire", "--expire=all", "refs/heads/main")


def _stopped_half_way(house: House) -> None:
    """A command ended between the branch and the files."""
    note = f"refs/heads/main {house.git('rev-parse', 'HEAD~1').strip()} {house.git('rev-parse', 'HEAD').strip()}\n"
    house.git("rm", "-q", house.last())
    (house.root / ".git/reportkit-following").write_text(note, encoding="utf-8")


def _deleted_then_put_back(house: House) -> None:
    path = house.last()
    data = (house.root / path).read_bytes()
    (house.root / path).unlink()
    house.commit("kim", "Oops")
    house.write(path, data)
    house.commit("kim", "Put back")


def _weakened(house: House) -> None:
    house.write("moderation/policy.yaml", house.policy("optional"))
    house.commit("gus", "Policy")
    house.forge(house.record("withdrawal", "ann", details=ev.Withdrawal(of=_sign_off(house), reason="No.")))


def _weakened_openly(house: House) -> None:
    new = house.policy("optional").encode()
    details = ev.PolicyChanged(
        before=house.policy_digest(),
        after=hashlib.sha256(new).hexdigest(),
        weakenings=("signatures are no longer required",),
    )
    file = File(path="moderation/policy.yaml", data=new)
    house.act("policy-changed", "gus", OF_THE_HOUSE, files=(file,), details=details)


def _evil_merge(house: House) -> None:
    house.git("switch", "-q", "-c", "side", "HEAD~1")
    house.edit("kind: almo\n# side\n", "oak")
    house.git("switch", "-q", "main")
    house.git("switch", "-q", "side")
    house.git(
        "-c", "user.name=Kim", "-c", "user.email=kim@example.org", "merge", "-q", "-s", "ours", "--no-edit", "main"
    )
    house.git("switch", "-q", "-C", "main")


def _brought_by_merge(house: House) -> None:
    house.git("switch", "-q", "-c", "side", "HEAD~1")
    house.edit("kind: almo\n# side\n", "oak")
    house.git("switch", "-q", "main")
    who = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org")
    house.git(*who, "merge", "-q", "--no-commit", "side")
    house.put(house.record("refusal", "bob"), "bob")
    house.commit("kim", "Merge")


def _back_dated(house: House) -> None:
    past = int(time.time()) - 400 * HOUR
    made = house.record("refusal", "bob", at=past)
    house.forge(made, "bob")


def _back_dated_commit(house: House) -> None:
    past = int(time.time()) - 400 * HOUR
    house.put(house.record("refusal", "bob", at=past), "bob")
    stamp = f"{past} +0000"
    house.commit("bob", "Long ago", GIT_AUTHOR_DATE=stamp, GIT_COMMITTER_DATE=stamp)


def _revoked(house: House) -> None:
    public = (house.keys / "mallory.pub").read_text().strip()
    house.write("moderation/policy.yaml", house.policy(keys={"bob": f"key: {public}"}))
    house.commit("gus", "Bob has a new key")
    house.forge(house.record("refusal", "bob"), "bob")


def _expired(house: House) -> None:
    public = (house.keys / "bob.pub").read_text().strip()
    house.write("moderation/policy.yaml", house.policy(keys={"bob": f"{{key: {public}, until: 2020-01-01}}"}))
    house.commit("gus", "Bob’s key ends")
    house.forge(house.record("refusal", "bob"), "bob")


def _change_openly(house: House, policy: str) -> None:
    """The administrator changes the policy, and a record says so."""
    details = ev.PolicyChanged(before=house.policy_digest(), after=hashlib.sha256(policy.encode()).hexdigest())
    file = File(path="moderation/policy.yaml", data=policy.encode())
    house.act("policy-changed", "gus", OF_THE_HOUSE, files=(file,), details=details)


def _without_key(house: House, person: str) -> str:
    public = (house.keys / f"{person}.pub").read_text().strip()
    return house.policy().replace(f"    keys:\n      - key: {public}\n", "")


def _key_ended(house: House) -> None:
    _change_openly(house, _without_key(house, "bob"))


def _key_ended_by_hand(house: House) -> None:
    house.write("moderation/policy.yaml", _without_key(house, "bob"))
    house.commit("gus", "Bob lost his key")


def _retired_from_a_past_day(house: House) -> None:
    """As older versions recorded it."""
    role = "    roles: [almo-co-ordinator]\n"
    _change_openly(house, house.policy().replace(role, f"{role}    until: 2004-06-30\n"))


def _from_an_old_copy(house: House, event: str) -> None:
    """Bob’s key signs upon a version from before it was ended, and at a time from before."""
    laptop, at = house.copy("laptop"), int(time.time()) - 60
    _key_ended(house)
    laptop.forge(laptop.record(event, "bob", at=at), "bob")
    _merge(house, laptop)


def _stolen_key(house: House) -> None:
    _from_an_old_copy(house, "refusal")


def _lost_laptop(house: House) -> None:
    _from_an_old_copy(house, "sign-off")


def _repeated(house: House) -> None:
    """Bob comes back with another key, and does again what came in too late."""
    _lost_laptop(house)
    new = (house.keys / "mallory.pub").read_text().strip()
    role = "    roles: [almo-co-ordinator]\n"
    _change_openly(house, house.policy_now().replace(role, f"{role}    keys:\n      - key: {new}\n"))
    house.act("sign-off", "bob", key="mallory")


def _stolen_administrator(house: House) -> None:
    """A thief adds a key for Bob with Gus’s, upon a version from before it was ended, and refuses in Bob’s name."""
    laptop = house.copy("laptop")
    _change_openly(house, _without_key(house, "gus"))
    new = (house.keys / "mallory.pub").read_text().strip()
    bobs = (house.keys / "bob.pub").read_text().strip()
    _change_openly(laptop, laptop.policy().replace(f"- key: {bobs}\n", f"- key: {bobs}\n      - key: {new}\n"))
    laptop.forge(laptop.record("refusal", "bob"), "mallory")
    _merge(house, laptop)


def _replaced(house: House) -> None:
    """Show another commit, without the deletion, under the id of the one that deleted."""
    parent = house.git("rev-parse", "HEAD")
    _deleted(house)
    house.git("replace", house.git("rev-parse", "HEAD"), parent)


def _fake_program(house: House) -> None:
    fake = house.root / ".git" / "good"
    fake.write_text("#!/bin/sh\necho Good signature\nexit 0\n")
    fake.chmod(0o755)
    house.git("config", "gpg.ssh.program", str(fake))
    house.git("config", "gpg.program", str(fake))
    house.forge(house.record("refusal", "bob"), "mallory")


def _two_withdrawals(house: House) -> None:
    other = house.copy("other")
    withdrawal = ev.Withdrawal(of=_sign_off(house), reason="No.")
    house.act("withdrawal", "ann", details=withdrawal)
    other.act("withdrawal", "ann", details=structs.replace(withdrawal, reason="No, not so."))
    _merge(house, other)


def _sign_and_edit(house: House) -> None:
    other = house.copy("other")
    other.edit("kind: almo\n# more\n")
    house.act("sign-off", "ann")
    _merge(house, other)


def _merge(house: House, other: House) -> None:
    who = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org")
    house.git(*who, "pull", "-q", "--no-rebase", "--no-edit", str(other.root), "main")


def _rebased(house: House) -> None:
    """Write the same acts again upon another edit, as a rebase does."""
    house.git("switch", "-q", "-c", "side", "HEAD~1")
    house.edit("kind: almo\n# side\n")
    who = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org")
    house.git(*who, "cherry-pick", "main")
    house.git("switch", "-q", "-C", "main")


def _mailmap(house: House) -> None:
    house.write(".mailmap", "Ann <ann@example.org> <kim@example.org>\n")
    house.commit("kim", "Names")
    _forged_author(house)


def _hole(house: House) -> None:
    """A record that knows one which no one else ever saw."""
    house.forge(house.record("refusal", "bob", seen=tuple(sorted((*house.store.heads("elm"), "c" * 64)))), "bob")


def _renamed(house: House) -> None:
    path = house.last()
    house.git("mv", path, path.replace("-sign-off-", "-refusal-"))
    house.commit("kim", "Rename")


def _document_changed(house: House) -> None:
    from reportkit.moderation.record import IssuedDocument

    file = File(path="moderation/elm/issued/letter.docx", data=b"The score is good.")
    issued = IssuedDocument(name="letter.docx", digest="a" * 64)
    house.act("refusal", "bob", files=(file,), issued=(issued,))


def _reported(
    house: House,
    words: str = "I agree.",
    person: str = "ann",
    by: str = "gus",
    kept: bytes | None = None,
    event: str = "sign-off",
) -> None:
    """Someone enters an e-mailed reply as Ann's sign-off, or as another event of hers.

    What is kept may be another, or (empty) none.
    """
    code = version_code(house.store.subject("elm"))
    mail = f"From: {person}@example.org\nSubject: Version {code}\n\n{words}\n".encode()
    reported = Reported(by=by, reply=hashlib.sha256(mail).hexdigest(), code=code)
    data = mail if kept is None else kept
    file = File(path=f"moderation/elm/replies/{reported.name}", data=data)
    house.act(event, "ann", key=by, files=(file,) if data else (), reported=reported)


def _unknowing(house: House) -> None:
    house.forge(house.record("refusal", "bob", seen=()), "bob")


def _stray(house: House) -> None:
    house.write("moderation/elm/records/note.json", "{}")
    house.commit("kim", "A note")


def _author(house: House) -> None:
    """Bob joined the team, by an ordinary save, and signs."""
    house.edit(TEAM)
    house.forge(house.record("sign-off", "bob"), "bob")


def _author_by_escapes(house: House) -> None:
    house.edit(TEAM.replace("bob", '"\\x62\\x6fb"'))
    house.forge(house.record("sign-off", "bob"), "bob")


def _author_later(house: House) -> None:
    """Bob, who had signed, joins the team only afterwards."""
    house.edit(TEAM)


def _gone_here(house: House) -> None:
    (house.root / house.last()).unlink()


def _altered_here(house: House) -> None:
    house.write(house.last(), "{}")


def _stray_here(house: House) -> None:
    house.write("moderation/elm/issued/letter.docx", "a letter")


def _stray_document(house: House) -> None:
    _stray_here(house)
    house.commit("kim", "A letter")


def _lone_signature(house: House) -> None:
    house.write("moderation/elm/records/20040614T090000Z-sign-off-0123456789ab.json.sig", "x")
    house.commit("kim", "A signature")


def _link(house: House) -> None:
    """The policy becomes a link to a file that anyone may change."""
    house.write("policy.yaml", house.policy())
    (house.root / "moderation/policy.yaml").unlink()
    (house.root / "moderation/policy.yaml").symlink_to("../policy.yaml")
    house.commit("kim", "A link")


def _linked_record(house: House) -> None:
    """A record’s bytes stay, and become the name of a place that a link leads to."""
    path = house.last()
    data = (house.root / path).read_bytes()
    (house.root / path).unlink()
    (house.root / path).symlink_to(data.decode())
    house.commit("kim", "A link")


def _odd_name(house: House, name: str) -> None:
    house.write(f"moderation/elm/issued/{name}", "a letter")
    house.commit("kim", "A letter")


def _newer(house: House, **changes: object) -> None:
    """What a later reportkit records, and one more act upon it."""
    from reportkit.gitstore.signatures.signing import sign
    from reportkit.moderation.codec import digest_of

    raw = json.loads(encode(house.record("refusal", "bob"))) | (changes or {"schema": 2})
    data = json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
    path = f"moderation/elm/records/20400101T000000Z-{raw['event']}-{digest_of(data)[:12]}.json"
    seen = tuple(sorted((*house.store.heads("elm"), digest_of(data))))
    upon = house.record("refusal", "cat", seen=seen)
    house.write(path, data)
    house.write(f"{path}.sig", sign(data, house.keys / "bob"))
    house.commit("bob", "By a newer reportkit")
    house.forge(upon, "cat")


def _own_keys_for_others(house: House) -> None:
    """Kim lists the stranger's key for three moderators, by plain git, and signs for one of them with it."""
    public = (house.keys / "mallory.pub").read_text().strip()
    house.write("moderation/policy.yaml", house.policy(keys={"bob": f"key: {public}"}))
    house.commit("kim", "Tidy up")
    house.forge(house.record("sign-off", "bob"), "mallory")


def _promoted(house: House) -> None:
    house.write("moderation/policy.yaml", house.policy().replace("[inspector]", "[administrator]"))
    house.commit("kim", "Tidy up")


def _strictly(house: House) -> None:
    """The administrator has records judged strictly from now on."""
    _change_openly(house, f"{house.policy('optional')}judging: 2\n")


def _unsigned_after(house: House) -> None:
    _strictly(house)
    withdrawal = ev.Withdrawal(of=_sign_off(house), reason="No.")
    house.forge(house.record("withdrawal", "ann", details=withdrawal), None, "ann")


def _unsigned_from_an_old_copy(house: House) -> None:
    laptop = house.copy("laptop")
    _strictly(house)
    withdrawal = ev.Withdrawal(of=_sign_off(laptop), reason="No.")
    laptop.forge(laptop.record("withdrawal", "ann", details=withdrawal), None, "ann")
    _merge(house, laptop)


def _unsigned_before(house: House) -> None:
    house.forge(house.record("refusal", "bob"))
    _strictly(house)


def _own_keys_strictly(house: House) -> None:
    _strictly(house)
    public = (house.keys / "mallory.pub").read_text().strip()
    house.write("moderation/policy.yaml", f"{house.policy('optional', keys={'bob': f'key: {public}'})}judging: 2\n")
    house.commit("gus", "Tidy up")
    in_force = hashlib.sha256(house.git_bytes("show", "HEAD~1:moderation/policy.yaml")).hexdigest()
    house.forge(house.record("sign-off", "bob", policy=in_force), "mallory")


def _easier_by_hand_strictly(house: House) -> None:
    _strictly(house)
    house.write("moderation/policy.yaml", f"{house.policy('optional')}judging: 2\nauthor-may-sign: yes\n")
    house.commit("gus", "Easier")


def _easier_by_hand_then_saved(house: House) -> None:
    _easier_by_hand_strictly(house)
    _types(house, "gus", "people", "save")


def _easier_by_hand_then_put_back(house: House) -> None:
    _easier_by_hand_strictly(house)
    house.git("-c", "user.name=Gus", "-c", "user.email=gus@example.org", "revert", "--no-edit", "HEAD")


def _promoted_then_recorded(house: House) -> None:
    _promoted(house)
    _types(house, "gus", "people", "save")


def _promoted_then_recorded_by_themselves(house: House) -> None:
    before = house.policy_digest()
    _promoted(house)
    details = ev.PolicyChanged(before=before, after=house.policy_digest())
    house.act("policy-changed", "kim", OF_THE_HOUSE, role="administrator", details=details)


def _types(house: House, person: str, *words: str) -> None:
    """A person types a command, signed with their own key."""
    from reportkit.cli.main import run

    for name, value in (
        ("user.name", person.title()),
        ("user.email", f"{person}@example.org"),
        ("gpg.format", "ssh"),
        ("user.signingkey", str(house.keys / person)),
    ):
        house.git("config", name, value)
    with redirect_stdout(StringIO()):
        assert run(["-C", str(house.root), *words]) == 0


def _two_policies(house: House) -> None:
    """Two copies change the policy openly, and the easier one stands where they are brought together."""
    _strictly(house)
    other = house.copy("other")
    _change_openly(other, f"{house.policy('required')}judging: 2\n")
    _change_openly(house, f"{house.policy('optional')}judging: 2\ncomment-period: 5\n")
    who = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org")
    house.git(*who, "pull", "-q", "--no-rebase", "--no-edit", "-s", "ours", str(other.root), "main")
    for path in other.git("ls-files", "moderation/_house").split():
        house.write(path, (other.root / path).read_bytes())
    house.git("add", "-A")
    house.git(*who, "commit", "-q", "--amend", "--no-edit")


def two_policies_saved(house: House) -> None:
    _two_policies(house)
    _types(house, "gus", "people", "save")


def _forged_and_removed(house: House) -> str:
    """Kim forges a record, and it is taken out again. Returns its path."""
    path = house.forge(house.record("refusal", "bob"), "mallory", "kim")
    house.git("rm", "-q", path, f"{path}.sig")
    house.commit("kim", "Tidy up")
    return path


def _acknowledge(house: House, path: str, *people: str) -> None:
    """Everything that was found about a file is acknowledged by these people, one after the other."""
    from reportkit.actions.verify import verify
    from reportkit.workspace.workspace import Workspace

    with Workspace(house.root) as workspace:
        found = verify(workspace, None).findings
    for each in found:
        if each.where in (path, f"{path}.sig"):
            for person in people:
                words = ("--kind", each.kind, "--reason", "A trial.")
                _types(house, person, "verify", "--acknowledge", each.where, *words)


def _poisoned_then_acknowledged(house: House) -> None:
    _acknowledge(house, _forged_and_removed(house), "flo", "gus")


def _poisoned_then_acknowledged_by_one(house: House) -> None:
    _acknowledge(house, _forged_and_removed(house), "gus")


def _stray_note_acknowledged(house: House) -> None:
    _stray(house)
    path = "moderation/elm/records/note.json"
    house.git("rm", "-q", path)
    house.commit("kim", "Tidy up")
    _acknowledge(house, path, "flo", "gus")


def _own_forgery(house: House) -> str:
    """Gus signs a record in Bob’s name with his own key, and removes it. Returns its path."""
    path = house.forge(house.record("refusal", "bob"), "gus", "gus")
    house.git("rm", "-q", path, f"{path}.sig")
    house.commit("gus", "Tidy up")
    return path


def _own_forgery_acknowledged(house: House) -> None:
    """Gus records what the command refuses him."""
    from reportkit.actions.verify import verify
    from reportkit.workspace.workspace import Workspace

    _own_forgery(house)
    with Workspace(house.root) as workspace:
        found = verify(workspace, None).open_ones
    assert all("gus" in each.excluded for each in found)
    for each in found:
        details = Acknowledgement(
            kind=each.finding.kind,
            path=each.finding.where,
            commit=each.finding.commit,
            digests=each.digests,
            reason="Nothing to see.",
        )
        house.act("acknowledgement", "gus", OF_THE_HOUSE, details=details)


def _own_forgery_acknowledged_by_the_other(house: House) -> None:
    """No second person is left who took no part: the head of programme acknowledges it alone."""
    _acknowledge(house, _own_forgery(house), "flo")


def _content_removed(house: House) -> None:
    house.git("rm", "-r", "-q", "inspections/elm")
    house.commit("kim", "Tidy up")


def _content_renamed(house: House) -> None:
    house.git("mv", "inspections/elm", "inspections/elm-homes")
    house.commit("kim", "A better name")


def _all_renamed(house: House) -> None:
    house.git("mv", "inspections/elm", "inspections/elm-homes")
    house.git("mv", "moderation/elm", "moderation/elm-homes")
    house.commit("kim", "A better name")


def _all_removed(house: House) -> None:
    house.git("rm", "-r", "-q", "inspections/elm", "moderation/elm")
    house.commit("kim", "Tidy up")


def _restored(house: House, attack: Callable[[House], None]) -> None:
    attack(house)
    _types(house, "gus", "restore", "elm")


def _of(*kinds: str) -> frozenset[str]:
    return frozenset(kinds)


ATTACKS = (
    Attack("nothing", "nothing is wrong", lambda house: None, WHOLE, _of()),
    Attack(
        "forged author",
        "a withdrawal in Ann’s name, committed by Kim, where signatures are optional",
        _forged_author,
        FORGED,
        _of("not-counted"),
        "optional",
    ),
    Attack(
        "changed names",
        "the same, with a .mailmap that turns Kim into Ann",
        _mailmap,
        FORGED,
        _of("not-counted"),
        "optional",
    ),
    Attack(
        "unknown key",
        "a refusal in Bob’s name, signed with a stranger’s key",
        lambda house: house.forge(house.record("refusal", "bob"), "mallory"),
        FORGED,
        _of("not-counted"),
    ),
    Attack(
        "wrong role",
        "a sign-off by the administrator, as senior manager",
        lambda house: house.forge(house.record("sign-off", "gus", role="senior-manager"), "gus"),
        FORGED,
        _of("I01"),
    ),
    Attack(
        "one person in two roles",
        "Ann, who signed as regional lead inspector, is given another role and signs again",
        _two_roles,
        FORGED,
        _of("I02", "policy-unrecorded", "policy-weakened"),
    ),
    Attack("a sign-off copied to another inspection", "its file and signature", _copied, FORGED, _of("copied")),
    Attack(
        "a sign-off of other content",
        "committed together with an edit that it is not of",
        _other_content,
        FORGED,
        _of("subject", "lapsed"),
    ),
    Attack(
        "an edit after the sign-off",
        "an ordinary save",
        lambda house: house.edit("kind: indicative\n"),
        LAPSED,
        _of("lapsed"),
    ),
    Attack("a deleted record", "by an ordinary commit", _deleted, FORGED, _of("removed")),
    Attack("an edited record", "another name put into it", _edited, FORGED, _of("altered")),
    Attack("a renamed record", "a sign-off’s file called a refusal", _renamed, FORGED, _of("removed", "name", "stray")),
    Attack(
        "a record taken away and put back",
        "two ordinary commits",
        _deleted_then_put_back,
        WHOLE,
        _of("removed-and-put-back"),
    ),
    Attack(
        "a policy weakened in the same push",
        "signatures made optional by hand, then an unsigned withdrawal",
        _weakened,
        LAPSED,
        _of("policy-unrecorded", "policy-weakened"),
    ),
    Attack(
        "a policy weakened openly",
        "by the administrator, with the record that says so",
        _weakened_openly,
        WHOLE,
        _of("policy-weakened"),
    ),
    Attack(
        "a moderator’s key listed by an inspector",
        "a key of the inspector’s own, by an ordinary commit, and a sign-off that is signed with it",
        _own_keys_for_others,
        FORGED,
        _of("policy-unentitled", "policy-weakened"),
    ),
    Attack(
        "an inspector who makes themselves administrator",
        "by an ordinary commit",
        _promoted,
        FORGED,
        _of("policy-unentitled", "policy-weakened"),
    ),
    Attack(
        "the same, recorded by the administrator",
        "by `reportkit people save`",
        _promoted_then_recorded,
        WHOLE,
        _of("policy-recorded-since", "policy-weakened"),
    ),
    Attack(
        "the same, recorded by the inspector",
        "with a record and a signature of their own",
        _promoted_then_recorded_by_themselves,
        FORGED,
        _of("policy-unentitled", "policy-weakened"),
    ),
    Attack(
        "an unsigned act in the name of a person with a listed key",
        "a withdrawal in Ann’s name and from her address, under `judging: 2`",
        _unsigned_after,
        FORGED,
        _of("not-counted"),
        "optional",
    ),
    Attack(
        "an unsigned act upon an old version",
        "the same, made upon a version from before `judging: 2` and brought in afterwards",
        _unsigned_from_an_old_copy,
        LAPSED,
        _of("after-the-end"),
        "optional",
    ),
    Attack(
        "an unsigned act from before",
        "a refusal without a signature, and then `judging: 2`",
        _unsigned_before,
        WHOLE,
        _of(),
        "optional",
    ),
    Attack(
        "a key listed by hand under `judging: 2`",
        "a stranger’s for Bob, in the administrator’s name, and a sign-off that is signed with it",
        _own_keys_strictly,
        FORGED,
        _of("not-counted", "policy-unrecorded", "policy-weakened"),
        "optional",
    ),
    Attack(
        "a policy weakened by hand under `judging: 2`",
        "by the administrator, by an ordinary commit",
        _easier_by_hand_strictly,
        LAPSED,
        _of("policy-unrecorded", "policy-weakened"),
        "optional",
    ),
    Attack(
        "the same, recorded afterwards",
        "by `reportkit people save`",
        _easier_by_hand_then_saved,
        WHOLE,
        _of("policy-recorded-since", "policy-weakened"),
        "optional",
    ),
    Attack(
        "the same, put back",
        "by `git revert`",
        _easier_by_hand_then_put_back,
        WHOLE,
        _of("policy-put-back", "policy-weakened"),
        "optional",
    ),
    Attack(
        "two changes of policy at once under `judging: 2`",
        "in two copies, then brought together with the easier one in the file",
        _two_policies,
        LAPSED,
        _of("policy-unsettled", "policy-weakened"),
        "optional",
    ),
    Attack(
        "the same, settled",
        "by `reportkit people save`",
        two_policies_saved,
        WHOLE,
        _of("policy-weakened"),
        "optional",
    ),
    Attack(
        "an insider who poisons",
        "Kim commits a forged record and takes it out again; two people acknowledge it",
        _poisoned_then_acknowledged,
        WHOLE,
        _of("not-counted", "removed"),
    ),
    Attack(
        "the same, acknowledged by one person",
        "where another could agree",
        _poisoned_then_acknowledged_by_one,
        FORGED,
        _of("not-counted", "removed"),
    ),
    Attack(
        "a note among the records, taken out again",
        "and acknowledged by two people",
        _stray_note_acknowledged,
        WHOLE,
        _of("removed", "unreadable"),
    ),
    Attack(
        "an administrator who acknowledges his own forged record",
        "signed with his key in Bob’s name, taken out again, and acknowledged in a record of his",
        _own_forgery_acknowledged,
        FORGED,
        _of("not-counted", "removed"),
    ),
    Attack(
        "the same, acknowledged by the head of programme",
        "alone, as no other is left who took no part; it is shown so for ever",
        _own_forgery_acknowledged_by_the_other,
        WHOLE,
        _of("not-counted", "removed"),
    ),
    Attack("a history rewritten", "the last act’s commit cut off", _unpushed, FORGED, _of("rewritten")),
    Attack(
        "a history cut off here alone",
        "the last act’s commit, which the shared place has",
        _cut_off_though_shared,
        FORGED,
        _of("rewritten"),
    ),
    Attack("an act that others shared", "fetched, and not brought in yet", _fetched, LAPSED, _of("to-come")),
    Attack(
        "a command that was stopped",
        "killed between the version and its files",
        _stopped_half_way,
        LAPSED,
        _of("to-follow"),
    ),
    Attack(
        "an unsigned record where signatures are required",
        "a refusal committed by its own author",
        lambda house: house.forge(house.record("refusal", "bob")),
        FORGED,
        _of("not-counted"),
    ),
    Attack("an evil merge", "`git merge -s ours` drops an act", _evil_merge, FORGED, _of("removed")),
    Attack(
        "a record slipped into a merge",
        "added while versions are brought together",
        _brought_by_merge,
        FORGED,
        _of("brought-by-merge"),
    ),
    Attack("a back-dated record", "of 400 hours ago, committed today", _back_dated, FORGED, _of("time")),
    Attack("a back-dated record and commit", "both of 400 hours ago", _back_dated_commit, FORGED, _of("time")),
    Attack(
        "a revoked key",
        "Bob’s key was taken out of the policy, and signs",
        _revoked,
        FORGED,
        _of("not-counted", "policy-unrecorded", "policy-weakened"),
    ),
    Attack(
        "an expired key",
        "Bob’s key counted until 2020, and signs",
        _expired,
        FORGED,
        _of("not-counted", "policy-unrecorded"),
    ),
    Attack("a key that is taken out", "openly, after Bob signed with it", _key_ended, WHOLE, _of()),
    Attack(
        "a key that is taken out by hand",
        "after Bob signed with it",
        _key_ended_by_hand,
        LAPSED,
        _of("policy-unrecorded"),
    ),
    Attack(
        "a person retired from a past day",
        "after Bob signed, as older versions allowed it",
        _retired_from_a_past_day,
        WHOLE,
        _of(),
    ),
    Attack(
        "a stolen key with its clock set back",
        "a refusal upon a version from before Bob’s key was taken out, brought in afterwards",
        _stolen_key,
        LAPSED,
        _of("after-the-end"),
    ),
    Attack(
        "honest work on a lost laptop",
        "a sign-off by Bob from before his key was taken out, brought in afterwards",
        _lost_laptop,
        LAPSED,
        _of("after-the-end"),
    ),
    Attack(
        "honest work on a lost laptop, done again",
        "the same, and Bob signs off again with another key that policy lists",
        _repeated,
        WHOLE,
        _of("after-the-end", "policy-weakened"),
    ),
    Attack(
        "an administrator’s stolen key that adds keys",
        "a key for Bob, upon a version from before Gus’s key was taken out, brought in afterwards with a refusal",
        _stolen_administrator,
        LAPSED,
        _of("after-the-end", "policy-weakened", "policy-unrecorded"),
    ),
    Attack(
        "a signed inspection removed",
        "its folder, by an ordinary commit",
        _content_removed,
        FORGED,
        _of("content-gone"),
    ),
    Attack(
        "a signed inspection renamed",
        "its folder, by an ordinary commit",
        _content_renamed,
        FORGED,
        _of("content-renamed"),
    ),
    Attack(
        "a signed inspection removed with its record",
        "by an ordinary commit",
        _all_removed,
        FORGED,
        _of("content-gone", "removed"),
    ),
    Attack(
        "a signed inspection renamed with its record",
        "by an ordinary commit",
        _all_renamed,
        FORGED,
        _of("content-gone", "copied", "removed"),
    ),
    Attack(
        "a removed inspection put back",
        "by `reportkit restore`",
        lambda house: _restored(house, _content_removed),
        WHOLE,
        _of(),
    ),
    Attack(
        "a renamed inspection put back",
        "by `reportkit restore`",
        lambda house: _restored(house, _content_renamed),
        WHOLE,
        _of(),
    ),
    Attack(
        "an inspection put back with its removed record",
        "by `reportkit restore`",
        lambda house: _restored(house, _all_removed),
        WHOLE,
        _of("removed-and-put-back"),
    ),
    Attack(
        "an inspection put back with its renamed record",
        "by `reportkit restore`",
        lambda house: _restored(house, _all_renamed),
        WHOLE,
        _of("copy-removed", "removed-and-put-back"),
    ),
    Attack("a replace ref", "`git replace` hides a deletion", _replaced, FORGED, _of("removed")),
    Attack(
        "a fake signing program",
        "the repository’s settings call every signature good",
        _fake_program,
        FORGED,
        _of("not-counted"),
    ),
    Attack(
        "a sign-off rewritten upon an edit",
        "`git cherry-pick`, as a rebase does",
        _rebased,
        FORGED,
        _of("subject", "lapsed"),
    ),
    Attack("a record that knows too much", "it names one that is not there", _hole, FORGED, _of("hole")),
    Attack(
        "a record that knows too little",
        "it names none of those that were there",
        _unknowing,
        FORGED,
        _of("unknowing", "I01"),
    ),
    Attack("a document that is not what went out", "other bytes in issued/", _document_changed, FORGED, _of("issued")),
    Attack("a reply that an administrator entered", "kept whole beside the record", _reported, WHOLE, _of("reported")),
    Attack(
        "a reply that is not kept",
        "a reported sign-off without the e-mail that it rests on",
        lambda house: _reported(house, kept=b""),
        FORGED,
        _of("reported", "reply-missing"),
    ),
    Attack(
        "a reply that is not as it came",
        "another e-mail in its place",
        lambda house: _reported(house, kept=b"I agree. Or not."),
        FORGED,
        _of("reported", "reply-altered"),
    ),
    Attack(
        "a reply entered by who may not",
        "a sign-off in Ann’s name, reported and signed by an inspector",
        lambda house: _reported(house, by="kim"),
        FORGED,
        _of("reported", "not-counted"),
    ),
    Attack(
        "a reply that says something else",
        "an administrator records a sign-off from an e-mail that says “I need”",
        lambda house: _reported(house, "I need the survey."),
        FORGED,
        _of("reported", "reply-differs"),
    ),
    Attack(
        "a reply by another person",
        "an administrator records Ann’s sign-off from an e-mail of Bob’s",
        lambda house: _reported(house, person="bob"),
        FORGED,
        _of("reported", "reply-differs"),
    ),
    Attack(
        "a reply that is not clear",
        "an administrator records a sign-off from an e-mail that says “Fine by me”",
        lambda house: _reported(house, "Fine by me."),
        LAPSED,
        _of("reported", "reply-unclear"),
    ),
    Attack(
        "a reply that was read less strictly",
        "a sign-off from an e-mail with a condition below the farewell, as earlier versions took it",
        lambda house: _reported(house, "I agree.\n\nRegards\n\nBut only if paragraph 12 goes."),
        WHOLE,
        _of("reported", "reply-read-before"),
    ),
    Attack(
        "a reply with other words",
        "an administrator records another reason than the e-mail gives",
        lambda house: _reported(house, "I do not agree because of the damp.", event="refusal"),
        FORGED,
        _of("reported", "reply-differs"),
    ),
    Attack(
        "a reply with fewer words",
        "what is recorded is part of what the e-mail says",
        lambda house: _reported(house, "I do not agree because The gas checks are late. Twice.", event="refusal"),
        LAPSED,
        _of("reported", "reply-unclear"),
    ),
    Attack("a file that is no record", "a note among the records", _stray, FORGED, _of("unreadable")),
    Attack(
        "an author who signs",
        "Bob joined the inspection’s team before he signed, where policy keeps authors from it",
        _author,
        FORGED,
        _of("I04", "lapsed"),
    ),
    Attack(
        "an author who hides",
        "the same, with Bob’s name written in escapes",
        _author_by_escapes,
        FORGED,
        _of("I04", "lapsed"),
    ),
    Attack(
        "an author from later on",
        "Bob, who had signed, joins the team afterwards",
        _author_later,
        LAPSED,
        _of("lapsed"),
    ),
    Attack("a record missing in the folder", "deleted, and not saved", _gone_here, LAPSED, _of("missing-here")),
    Attack("a record altered in the folder", "and not saved", _altered_here, LAPSED, _of("altered-here")),
    Attack(
        "a stray file in the folder", "a letter in issued/ that is not saved", _stray_here, LAPSED, _of("stray-here")
    ),
    Attack(
        "a document that was never issued", "a letter saved into issued/ by hand", _stray_document, LAPSED, _of("stray")
    ),
    Attack("a signature without a record", "saved by hand", _lone_signature, LAPSED, _of("stray")),
    Attack(
        "a document with an odd name",
        "one that would clear the screen",
        lambda house: _odd_name(house, "\x1b[2Jletter.docx"),
        LAPSED,
        _of("stray"),
    ),
    Attack(
        "a document with a name on two lines",
        "saved into issued/ by hand",
        lambda house: _odd_name(house, "a\nletter.docx"),
        LAPSED,
        _of("stray"),
    ),
    Attack(
        "a link in the policy’s place",
        "policy.yaml becomes a link to another file",
        _link,
        FORGED,
        _of("link", "policy-unreadable", "policy-unentitled"),
    ),
    Attack(
        "a link in a record’s place",
        "its bytes become the name of where a link leads",
        _linked_record,
        FORGED,
        _of("altered-and-put-back", "link"),
    ),
    Attack(
        "a record of a newer reportkit", "of a later form, and one more act upon it", _newer, CANNOT_TELL, _of("newer")
    ),
    Attack(
        "an event of a newer reportkit",
        "one that this reportkit does not know, and one more act upon it",
        lambda house: _newer(house, event="promotion"),
        CANNOT_TELL,
        _of("newer"),
    ),
    Attack("two withdrawals at once", "in two copies, then brought together", _two_withdrawals, WHOLE, _of()),
    Attack(
        "a sign-off and an edit at the same moment",
        "in two copies, then brought together",
        _sign_and_edit,
        LAPSED,
        _of("lapsed"),
    ),
)

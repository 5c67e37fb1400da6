"""How sure it will be who acted: with the person's own key where it is on this computer, else by Git's name alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

from reportkit.errors import Refused
from reportkit.gitstore.identity import Identity
from reportkit.gitstore.key_files import read_key
from reportkit.gitstore.own_key import own_key
from reportkit.gitstore.signatures.keygen import Passphrase
from reportkit.gitstore.signatures.keys import PublicKey
from reportkit.gitstore.signatures.signing import sign
from reportkit.moderation.policy import Person, Policy, without_comment
from reportkit.moderation.store import SignerEvidence
from reportkit.workspace.workspace import Workspace


class Signer(Struct, frozen=True, kw_only=True):
    """The person who brings a record, and the key they sign it with (None: they do not).

    `remark` is a sentence for them, or "".
    """

    identity: Identity
    key: Path | PublicKey | None = None
    passphrase: Passphrase = Passphrase.NEVER_ASKED
    remark: str = ""

    def evidence(self) -> SignerEvidence:
        """Return what the store will be able to tell of who brought it."""
        return SignerEvidence(key=self._public(), name=self.identity.name, email=self.identity.email)

    def sign(self, data: bytes) -> bytes | None:
        """Return the signature over a record's bytes, or None. Raises Refused where the key cannot sign."""
        return None if self.key is None else sign(data, self.key, self.passphrase)

    def _public(self) -> str:
        if self.key is None:
            return ""
        key = self.key if isinstance(self.key, PublicKey) else read_key(self.key).public
        return without_comment(key.line)


class Acting(Struct, frozen=True):
    """The person who acts, the policy, Git's user, and the day."""

    person: Person
    policy: Policy
    user: Identity
    today: dt.date


def signer_of(workspace: Workspace, acting: Acting) -> Signer:
    """Return the signer for a person's act. Raises Refused where policy asks for a key that is not here."""
    person, policy = acting.person, acting.policy
    good = [key.public for key in person.keys if key.until is None or acting.today <= key.until]
    key = own_key(good, acting.user.signing_key)
    passphrase = Passphrase.ASKED_AT_TERMINAL if workspace.may_ask_passphrase else Passphrase.NEVER_ASKED
    if key is None and policy.signatures == "required":
        raise _no_key(person.name, person.id, listed=bool(good))
    remark = ""
    if key is None and good:
        remark = "It is claimed only, not proven: none of your keys is on this computer or in its agent."
    return Signer(identity=acting.user, key=key, passphrase=passphrase, remark=remark)


def _no_key(name: str, person: str, *, listed: bool) -> Refused:
    if listed:
        return Refused(
            f"Policy asks for signatures, and no key that it lists for {name} is on this computer",
            remedy="Load it into your agent with ssh-add, or act where it is.",
        )
    return Refused(
        f"Policy asks for signatures, and lists no key for {name}",
        remedy=f"Ask an administrator: `reportkit people keys {person} --add FILE.pub`.",
    )

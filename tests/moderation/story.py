"""A record told as a story: who did what after what, so that each rule of moderation is a line of a test."""

from __future__ import annotations

import datetime as dt

from msgspec import structs

from reportkit.inspection.problem import Problem
from reportkit.moderation import comment_events as co
from reportkit.moderation import events as ev
from reportkit.moderation import outcome_events as an
from reportkit.moderation.blocker import Objection
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry, chronicle, heads_of
from reportkit.moderation.codec import digest_of, encode
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome
from reportkit.moderation.policy import Policy
from reportkit.moderation.record import IssuedDocument, Record, Reported
from reportkit.moderation.standing import Standing, standing
from reportkit.moderation.store import SignerEvidence
from reportkit.moderation.subject import Signing, subject_of, version_code
from reportkit.moderation.valid_records import objections_to, weigh
from reportkit.moderation.words import ASSESSED
from tests.moderation.builders import ASHBY, CONTENT, HOUSE, SOME
from tests.moderation.people import POLICY

BEGINS = dt.datetime(2004, 6, 14, 9, 0, tzinfo=dt.UTC)
TODAY = BEGINS.date()
WEEK = dt.timedelta(7)
LATER = TODAY + WEEK
CASE = Case(
    repository=HOUSE,
    inspection=ASHBY,
    region="Northern",
    authors=frozenset(("kim", "lee")),
    service="good",
    prospects="promising",
    overridable=frozenset(("E05",)),
    bodies=("authority", "almo"),
    writers={"gas-checks": "kim"},
)


class Story:
    """One inspection's record so far. Each act is done by someone who has seen everything, an hour after the last.

    `seen=story.now` remembers a moment: a person who acts with an earlier moment had not seen what came after it.
    """

    def __init__(self, policy: Policy = POLICY, case: Case = CASE) -> None:
        self.policy = policy
        self.case = case
        self.content = "as it was"
        self.entries: list[Entry] = []
        self.problems: tuple[Problem, ...] = ()
        self.days = 0

    @property
    def now(self) -> tuple[str, ...]:
        """The heads: what someone knows who has seen everything."""
        return heads_of({entry.digest: entry.record.seen for entry in self.entries})

    @property
    def today(self) -> dt.date:
        return TODAY + dt.timedelta(self.days)

    @property
    def last(self) -> str:
        """The digest of the last act."""
        return self.entries[-1].digest

    @property
    def ledger(self) -> Ledger:
        return weigh(chronicle(self.entries), self.policy, self.case)

    def standing(self) -> Standing:
        return standing(self.case, self.ledger, self.policy, self.today, self.problems, self.subject)

    def subject(self, signing: Signing) -> str:
        return subject_of(HOUSE, ASHBY, [("inspection.yaml", self.content.encode())], signing)

    def objections(self, entry: Entry) -> tuple[Objection, ...]:
        return objections_to(entry, self.ledger, self.policy, self.case, self.subject)

    def entry(self, by: str, details: ev.Details, **changes: object) -> Entry:
        """Return what would be recorded if they did this now."""
        ledger, person = self.ledger, self.policy.person(by)
        signs = isinstance(details, ev.SignOff | ev.Refusal)
        signing = ledger.signing if signs else Signing()
        plain = Record(
            repository=HOUSE,
            inspection=ASHBY,
            person=by,
            role=person.roles[0] if person and person.roles else "inspector",
            round=max(ledger.round, 1),
            stage=signing.stage,
            decision=signing.decision,
            subject=self.subject(signing),
            policy=SOME,
            seen=self.now,
            at=int(BEGINS.timestamp()) + 3600 * len(self.entries) + 86_400 * self.days,
            details=details,
        )
        record = structs.replace(plain, **{key: changes[key] for key in changes if key != "evidence"})
        who = record.reported.by if record.reported else by
        evidence = changes.get("evidence", SignerEvidence(email=f"{who}@example.org"))
        return Entry(digest=digest_of(encode(record)), record=record, evidence=evidence)

    def add(self, by: str, details: ev.Details, **changes: object) -> Story:
        self.entries.append(self.entry(by, details, **changes))
        return self

    def edits(self, content: str = "edited") -> Story:
        """Let the team save something else."""
        self.content = content
        return self

    def waits(self, days: int) -> Story:
        self.days += days
        return self

    def writes(self, **facts: object) -> Story:
        """Let the team save something that the case shows."""
        self.case = structs.replace(self.case, **facts)
        return self.edits(str(sorted(facts.items())))

    def submitted(self, by: str = "kim", **changes: object) -> Story:
        return self.add(by, ev.Submitted(content=CONTENT), **changes)

    def meeting(
        self, by: str = "ann", *, service: str = "good", prospects: str = "promising", **changes: object
    ) -> Story:
        return self.add(by, meeting(service, prospects), **changes)

    def query(self, by: str = "bob", **changes: object) -> Story:
        return self.add(by, ev.Query(asks="How many\nare late?", of="Mo Khan", by=LATER), **changes)

    def answer(self, query: str, by: str = "kim", **changes: object) -> Story:
        return self.add(by, ev.QueryAnswer(query=query, says="Twelve."), **changes)

    def sign_off(self, by: str, **changes: object) -> Story:
        return self.add(by, sign_off(), **changes)

    def refusal(self, by: str, **changes: object) -> Story:
        return self.add(by, ev.Refusal(reason="The gas checks are late.", content=CONTENT), **changes)

    def withdrawal(self, by: str, of: str, **changes: object) -> Story:
        return self.add(by, ev.Withdrawal(of=of, reason="I read it again."), **changes)

    def cover(self, by: str = "flo", **changes: object) -> Story:
        return self.add(by, cover(), **changes)

    def override(self, rule: str, by: str = "cat", about: str | None = None, **changes: object) -> Story:
        return self.add(by, ev.Override(rule=rule, about=about, reason="It may stand."), **changes)

    def reversal(self, by: str, of: str, **changes: object) -> Story:
        return self.add(by, ev.Reversal(of=of), **changes)

    def decision(self, by: str = "flo", **changes: object) -> Story:
        return self.add(by, self.decided(), **changes)

    def decided(self, **changes: object) -> ev.Decision:
        """Return a decision that agrees with the moderators and rests on what is signed."""
        rests_on = tuple(sorted(entry.digest for entry in self.standing().footing))
        plain = ev.Decision(service=agreed("good"), prospects=prospects("promising"), rests_on=rests_on)
        return structs.replace(plain, **changes)

    def sent(self, by: str = "gus", **changes: object) -> Story:
        """Send the draft to both bodies."""
        details = self.sending()
        return self.add(by, details, **{"issued": papers(*details.documents), **changes})

    def sending(self, **changes: object) -> co.DraftSent:
        names = [f"draft-{body}-{len(self.entries)}.docx" for body in ("authority", "almo")]
        copies = (
            co.Copy(body="authority", document=names[0], due=self.today + WEEK),
            co.Copy(body="almo", document=names[1], due=self.today + WEEK),
        )
        plain = co.DraftSent(content=CONTENT, copies=copies, period=5, **self.drawn())
        return structs.replace(plain, **changes)

    def drawn(self) -> dict[str, object]:
        """Return what documents that are drawn now rest on."""
        told = self.standing()
        final = told.subject if told.signing.stage == "final" else None
        return {"rests_on": tuple(sorted(entry.digest for entry in told.signed)) or (SOME,), "final": final}

    def comment(self, *bodies: str, by: str = "gus", says: str | None = "Not so.", **changes: object) -> Story:
        return self.add(by, self.said(*bodies, says=says), **changes)

    def said(self, *bodies: str, **changes: object) -> co.Comment:
        """Return a comment on the draft that was sent last."""
        found = self.ledger.sent
        plain = co.Comment(
            draft=found[0].digest if found else SOME, bodies=bodies or ("almo",), received=self.today, says="Not so."
        )
        return structs.replace(plain, **changes)

    def heard(self) -> Story:
        """Neither body has anything to say."""
        return self.comment("authority", says=None).comment("almo", says=None)

    def comment_answer(self, comment: str, by: str = "kim", **changes: object) -> Story:
        return self.add(by, co.CommentAnswer(comment=comment, verdict="noted", reason="It is so."), **changes)

    def response(self, answer: str, *bodies: str, by: str = "gus", **changes: object) -> Story:
        copies = tuple(co.AnswersCopy(body=body, document=f"response-{body}.docx") for body in bodies)
        return self.tells(by, co.ResponseSent(answers=(answer,), copies=copies), **changes)

    def extension(self, body: str = "almo", days: int = 9, by: str = "gus", **changes: object) -> Story:
        found = self.ledger.sent
        draft, until = found[0].digest if found else SOME, self.today + dt.timedelta(days)
        return self.add(by, co.Extension(draft=draft, body=body, until=until), **changes)

    def letters(self, by: str = "gus", **changes: object) -> Story:
        """Send the letters to both bodies and the ODPM."""
        return self.tells(by, self.telling(), **changes)

    def tells(self, by: str, details: ev.Details, **changes: object) -> Story:
        """Something that brings documents."""
        return self.add(by, details, **{"issued": papers(*details.documents), **changes})

    def telling(self, **changes: object) -> an.Letters:
        found = self.ledger.decision
        given = {
            "content": CONTENT,
            "date": self.today,
            "decision": found[0].digest if found else SOME,
            "service": found[1].service.to if found else "good",
            "prospects": found[1].prospects.to if found else "promising",
            "letters": tuple(
                an.Letter(body=body, document=f"letter-{body}-{len(self.entries)}.docx")
                for body in ("authority", "almo", "odpm")
            ),
        }
        return an.Letters(**{**given, **self.drawn(), **changes})

    def publication(self, **changes: object) -> an.Published:
        found = self.ledger.letters
        given = {"content": CONTENT, "on": self.today, "letters": found[0].digest if found else SOME}
        return an.Published(**{**given, "document": "report.docx", **self.drawn(), **changes})

    def signed_by(self, *people: str) -> Story:
        for person in people:
            self.sign_off(person)
        return self


def agreed(rating: str) -> ServiceOutcome:
    return ServiceOutcome(verdict="agreed", to=rating)


def prospects(rating: str) -> ProspectsOutcome:
    return ProspectsOutcome(verdict="agreed", to=rating)


def changed(from_: str, to: str) -> ServiceOutcome:
    return ServiceOutcome(verdict="changed", from_=from_, to=to, why="The survey says so.")


def meeting(service: str = "good", of_prospects: str = "promising", **changes: object) -> ev.Meeting:
    """Return a meeting that agreed; "?" where a judgement was not clear."""
    unclear = {"verdict": "further-information", "why": "Too little evidence."}
    plain = ev.Meeting(
        date=TODAY,
        present=("ann", "bob", "cat"),
        service=ServiceOutcome(**unclear) if service == "?" else agreed(service),
        prospects=ProspectsOutcome(**unclear) if of_prospects == "?" else prospects(of_prospects),
    )
    return structs.replace(plain, **changes)


def sign_off(**changes: object) -> ev.SignOff:
    return structs.replace(ev.SignOff(assessed=ASSESSED, content=CONTENT), **changes)


def cover(**changes: object) -> ev.Cover:
    """Hal stands in for Cat this week."""
    plain = ev.Cover(role="senior-manager", holder="cat", stand_in="hal", from_=TODAY, until=LATER)
    return structs.replace(plain, **changes)


def ready(policy: Policy = POLICY, case: Case = CASE) -> Story:
    """Submitted, and agreed on at a meeting."""
    return Story(policy, case).submitted().meeting()


def signed(policy: Policy = POLICY, case: Case = CASE) -> Story:
    """Signed by all three."""
    return ready(policy, case).signed_by("ann", "bob", "cat")


def sent(policy: Policy = POLICY, case: Case = CASE) -> Story:
    """Signed, and with both bodies."""
    return signed(policy, case).sent()


def heard(policy: Policy = POLICY, case: Case = CASE) -> Story:
    """Send both bodies the draft; they have no comments."""
    return sent(policy, case).heard()


def papers(*names: str) -> tuple[IssuedDocument, ...]:
    """Documents that a record brings."""
    return tuple(IssuedDocument(name=name, digest=SOME) for name in sorted(names))


def reported(story: Story, by: str = "gus", **changes: object) -> Reported:
    """Return a reply that was entered by someone, with the code of what is saved."""
    code = version_code(story.subject(story.ledger.signing))
    return structs.replace(Reported(by=by, reply=SOME, code=code), **changes)


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.record.person for entry in entries]


def whys(told: Standing) -> list[str]:
    """Return everything that speaks against records that do not count."""
    return [str(objection) for each in told.set_aside for objection in each.objections]


def last_does_not_count(story: Story, why: str) -> None:
    """Of the records the last alone does not count, and this is among what speaks against it."""
    (aside,) = story.standing().set_aside
    assert aside.entry == story.entries[-1]
    assert any(why in str(objection) for objection in aside.objections), aside.objections

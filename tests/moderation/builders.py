"""Records to test with: one of each event, and strategies that make any of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st
from msgspec import Struct, structs

from reportkit.moderation import comment_events as co
from reportkit.moderation import events as ev
from reportkit.moderation import house_events as ho
from reportkit.moderation import outcome_events as an
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome
from reportkit.moderation.record import OF_THE_HOUSE, IssuedDocument, Record, Reported
from reportkit.moderation.words import ROLES

HOUSE = "7c1f0b52-9d4e-4a86-b3a7-2f6e58d0c914"
ASHBY = "ashby-homes-2003"
DAY = dt.date(2004, 6, 14)
SOME = "5" * 64
CONTENT = ev.Content(inspection="1" * 40, tool="0.2")
GOOD = ServiceOutcome(verdict="agreed", to="good")
PROMISING = ProspectsOutcome(verdict="agreed", to="promising")

EXAMPLES: dict[str, ev.Details] = {
    "submitted": ev.Submitted(content=CONTENT, note="Ready."),
    "meeting": ev.Meeting(date=DAY, present=("ann", "bob"), service=GOOD, prospects=PROMISING),
    "query": ev.Query(asks="How many gas checks are late?", of="Mo Khan", by=DAY, finding="gas-checks"),
    "answer": ev.QueryAnswer(query=SOME, says="Twelve.", changed=("findings/gas-checks.md",)),
    "sign-off": ev.SignOff(assessed=("evidence", "judgements", "report"), content=CONTENT),
    "refusal": ev.Refusal(reason="The gas checks are late.", content=CONTENT),
    "cover": ev.Cover(role="senior-manager", holder="cat", stand_in="dan", from_=DAY, until=DAY),
    "withdrawal": ev.Withdrawal(of=SOME, reason="I read it again."),
    "override": ev.Override(rule="I03", reason="The region has no one else."),
    "draft-sent": co.DraftSent(
        content=CONTENT,
        rests_on=(SOME,),
        copies=(
            co.Copy(body="authority", document="a.docx", to="Chief Executive", due=DAY),
            co.Copy(body="almo", document="b.docx", due=DAY),
        ),
        period=10,
        agreed=co.TurnAgreed(turn="before", on=DAY, with_=("Ann Lee", "Mo Khan")),
        wider=False,
        note="As agreed.",
    ),
    "comment": co.Comment(
        draft=SOME, bodies=("almo",), received=DAY, says="Not so.", finding="gas-checks", paragraph=12, file="c.eml"
    ),
    "comment-answer": co.CommentAnswer(
        comment=SOME,
        verdict="in-part",
        reason="Six are late.",
        changed=(co.ChangedFile(path="a.md", digest=SOME), co.ChangedFile(path="b.md")),
    ),
    "response-sent": co.ResponseSent(
        answers=(SOME,), copies=(co.AnswersCopy(body="almo", document="d.docx", to="Chief Executive"),)
    ),
    "round-table": co.RoundTable(on=DAY, present=("Ann Lee", "Mo Khan"), wider=True, note="In the hall."),
    "extension": co.Extension(draft=SOME, body="almo", until=DAY, reason="The board meets late."),
    "decision": ev.Decision(service=GOOD, prospects=PROMISING, rests_on=(SOME,)),
    "letters": an.Letters(
        content=CONTENT,
        rests_on=(SOME,),
        final=SOME,
        date=DAY,
        decision=SOME,
        service="good",
        prospects="promising",
        letters=(an.Letter(body="odpm", to="The Director", document="l.docx", copies=("l.pdf",)),),
        release=an.Release(number="12/04", document="r.docx", copies=("r.pdf",), embargo="Not before noon."),
        qualifies=DAY,
        replaces=SOME,
    ),
    "dispatch": an.Dispatch(of=SOME, to="press", way="e-mail", on=DAY, note="To all papers."),
    "correction": an.Correction(
        of=SOME, original="a.docx", dated=DAY, document="b.docx", copies=("b.pdf",), date=DAY, reason="A name."
    ),
    "published": an.Published(
        content=CONTENT,
        rests_on=(SOME,),
        final=SOME,
        on=DAY,
        letters=SOME,
        document="r.docx",
        copies=("r.pdf",),
        changes="c.docx",
        left_out=("gas-checks",),
        reason="The board met late.",
    ),
    "re-inspection-agreed": an.ReinspectionAgreed(
        on=DAY,
        judgement="fair",
        agreed_on=DAY,
        with_=("Mo Khan",),
        provisional=True,
        inspection="ashby-again",
        reason="All is done.",
    ),
    "odpm-discussion": an.OdpmDiscussion(on=DAY, with_=("The Director",), note="They know."),
    "clearance": an.Clearance(finding="gas-checks", digest=SOME, by="Flo Nye", for_=("letters", "report"), reason="."),
    "progress": an.Progress(recommendation="check-gas", state="under-way", on=DAY, note="Half are done."),
    "policy-changed": ev.PolicyChanged(before=SOME, after="6" * 64, weakenings=("bob may no longer sign",)),
    "reversal": ev.Reversal(of=SOME),
    "acknowledgement": ho.Acknowledgement(
        kind="removed", path="moderation/elm/records/a.json", commit="4" * 40, digests=(SOME,), reason="A trial."
    ),
    "agreement": ho.Agreement(to=SOME),
}

OF_ALL = ("policy-changed", "acknowledgement", "agreement")
"""Events that concern all inspections."""


def record(event: str = "sign-off", **changes: object) -> Record:
    """Return a record of one event, with anything changed."""
    about_all = event in OF_ALL
    plain = Record(
        repository=HOUSE,
        inspection=OF_THE_HOUSE if about_all else ASHBY,
        person="ann",
        role="regional-lead-inspector",
        round=1,
        subject=None if about_all else "a" * 64,
        policy="b" * 64,
        at=1_087_203_600,
        details=EXAMPLES[event],
    )
    return structs.replace(plain, **changes)


_HIDING = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"
_letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=_HIDING)
_lines = st.text(_letters, min_size=1, max_size=40)
_texts = st.text(_letters | st.sampled_from("\n\t"), min_size=1, max_size=200)
_digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
_ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,39}", fullmatch=True)
_texted = ("note", "asks", "says", "reason")
_ROLES = st.sampled_from(tuple(ROLES))


@st.composite
def any_record(draw: st.DrawFn, event: str) -> Record:
    """Any record of an event: its heading and its words drawn, its own facts those of the example."""
    details = EXAMPLES[event]
    worded = {name: draw(_texts) for name in details.__struct_fields__ if name in _texted}
    changes: dict[str, object] = {
        "details": structs.replace(details, **worded),
        "repository": draw(_lines),
        "person": draw(_ids),
        "role": draw(_ROLES),
        "round": draw(st.integers(0, 10_000)),
        "policy": draw(_digests),
        "seen": tuple(sorted(draw(st.sets(_digests, max_size=3)))),
        "at": draw(st.integers(0, 253_402_300_799)),
        "cover": draw(st.none() | _digests),
        "reported": draw(st.none() | st.builds(Reported, by=_ids, reply=_digests, code=_lines)),
        "issued": draw(
            st.sampled_from(
                ((), (IssuedDocument(name="a.docx", digest=SOME), IssuedDocument(name="b.eml", digest=SOME)))
            )
        ),
        "demonstration": draw(st.booleans()),
    }
    if event not in OF_ALL:
        changes["inspection"] = draw(_ids)
        decision = draw(st.none() | _digests)
        changes |= {"subject": draw(_digests), "decision": decision, "stage": "final" if decision else "draft"}
    return record(event, **changes)


def fields_of(kind: type[Struct]) -> set[str]:
    """Return the names of a Struct's fields, as written."""
    return set(kind.__struct_encode_fields__)

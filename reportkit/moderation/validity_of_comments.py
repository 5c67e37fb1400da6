"""What speaks against the events with the bodies, by the record alone."""

from __future__ import annotations

from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import Objection, short
from reportkit.moderation.comment_events import Comment, CommentAnswer, DraftSent, Extension, ResponseSent, RoundTable
from reportkit.moderation.correspondence import exchange
from reportkit.moderation.judged_record import Against, JudgedRecord
from reportkit.moderation.validity_of_documents import against_drawn
from reportkit.moderation.words import BODIES


def against_draft_sent(judged: JudgedRecord, details: DraftSent) -> Against:
    """Check whether it was signed, the letters were not sent yet, and each body has time to comment."""
    yield from against_drawn(judged, details)
    if judged.past.letters is not None:
        yield Objection("K11", "the letters with the score were sent already")
    for copy in details.copies:
        if copy.due < judged.day:
            yield Objection("J02", f"comments of {BODIES[copy.body]} were due on {copy.due}, before the draft was sent")


def against_comment(judged: JudgedRecord, details: Comment) -> Against:
    """Check whether it is of a body that had the draft, and came after the draft."""
    found = judged.past.find(details.draft)
    sent = found.record.details if found else None
    if found is None or not isinstance(sent, DraftSent) or found.digest in judged.past.undone:
        yield Objection("J01", f"{short(details.draft)} is no draft that was sent")
        return
    for body in details.bodies:
        if body not in sent.bodies:
            yield Objection("J01", f"that draft was not sent to {BODIES[body]}")
    if details.received < day_of(found.record):
        yield Objection("J02", f"it came on {details.received}, before the draft was sent")
    yield from judged.against_future("the comment", details.received, "J02")


def against_comment_answer(judged: JudgedRecord, details: CommentAnswer) -> Against:
    """Check whether there is such a comment, and who answers may."""
    known = {entry.digest: comment for entry, comment in exchange(judged.past).comments}
    comment = known.get(details.comment)
    if comment is None:
        yield Objection("J05", f"{short(details.comment)} is no comment that waits for an answer")
        return
    person = judged.policy.person(judged.record.person)
    barred = person is not None and judged.case.wrote(comment.finding, person.id, person.name)
    if person and barred and not judged.policy.author_may_answer:
        yield Objection("J05", f"{person.name} wrote the finding, and policy lets another person answer")


def against_response_sent(judged: JudgedRecord, details: ResponseSent) -> Against:
    """Check whether every comment of the bodies is answered, and they get the answers that hold."""
    known = exchange(judged.past)
    commented = {body for _, comment in known.comments for body in comment.bodies}
    for body in details.bodies:
        if body not in commented:
            yield Objection("J05", f"{BODIES[body]} made no comments that could be answered")
    answers = known.answers_to(details.bodies)
    if answers is None:
        yield Objection("J05", "a comment of theirs is not answered")
    elif answers != details.answers:
        yield Objection("record", "it does not give the answers that hold")


def against_round_table(judged: JudgedRecord, details: RoundTable) -> Against:
    """Check whether there was a draft to discuss, and it took place."""
    if judged.past.sent is None and not details.wider:
        yield Objection("J04", "no draft was sent that could be discussed")
    yield from judged.against_future("the presentation" if details.wider else "the round table", details.on, "J04")


def against_extension(judged: JudgedRecord, details: Extension) -> Against:
    """Check whether it gives a body more time than it has, and that still matters."""
    known = exchange(judged.past)
    if known.sent is None or known.sent[0].digest != details.draft or details.body not in known.due:
        yield Objection("J02", f"no draft is with {BODIES[details.body]} that it could have more time for")
        return
    if judged.past.decision is not None:
        yield Objection("J02", "a decision was recorded already")
    if details.until <= known.due[details.body]:
        yield Objection("J02", f"{BODIES[details.body]} has until {known.due[details.body]} already")

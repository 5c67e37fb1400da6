"""What speaks against telling the score and what follows from it, by the record alone."""

from __future__ import annotations

from reportkit.moderation.attribution import day_of
from reportkit.moderation.blocker import Objection, short
from reportkit.moderation.judged_record import Against, JudgedRecord
from reportkit.moderation.outcome_events import (
    Correction,
    Dispatch,
    Letters,
    OdpmDiscussion,
    Progress,
    Published,
    ReinspectionAgreed,
)
from reportkit.moderation.validity_of_documents import against_drawn
from reportkit.moderation.words import BODIES


def against_letters(judged: JudgedRecord, details: Letters) -> Against:
    """Check whether they give the score that was decided, today, to every body that had the draft, and once."""
    past = judged.past
    if past.decision is None or past.decision[0].digest != details.decision:
        yield Objection("K11", "they do not rest on the decision that holds")
    else:
        decided = (past.decision[1].service.to, past.decision[1].prospects.to)
        if (details.service, details.prospects) != decided:
            told = f"{details.service} and {details.prospects}"
            yield Objection("K03", f"they give {told}, and {' and '.join(map(str, decided))} was decided")
    yield from against_drawn(judged, details)
    yield from _against_date(judged, details.date)
    yield from _against_addressees(judged, details)
    yield from _against_second(judged, details)


def _against_date(judged: JudgedRecord, date: object) -> Against:
    if date != judged.day:
        yield Objection("K04", f"a letter of {judged.day} cannot be dated {date}")


def _against_addressees(judged: JudgedRecord, details: Letters) -> Against:
    addressed = {letter.body for letter in details.letters}
    for body in judged.past.sent[1].bodies if judged.past.sent else ():
        if body not in addressed:
            yield Objection("K01", f"{BODIES[body]} had the draft, and gets no letter")


def _against_second(judged: JudgedRecord, details: Letters) -> Against:
    before = judged.past.letters
    if before is None:
        if details.replaces is not None:
            yield Objection("record", f"{short(details.replaces)} is no letter that could be replaced")
    elif details.replaces != before[0].digest:
        yield Objection("K11", f"the letters with the score were sent already, on {before[1].date}")
    elif details.decision == before[1].decision:
        yield Objection("K11", "letters are replaced only after a new decision")


def against_dispatch(judged: JudgedRecord, details: Dispatch) -> Against:
    """Check whether there is something that could be sent off, and it was, after it was issued."""
    found = judged.past.find(details.of)
    if found is None or not found.record.issued:
        yield Objection("record", f"{short(details.of)} issued nothing that could be sent off")
    elif details.on < day_of(found.record):
        yield Objection("K01", f"it was sent on {details.on}, before it was issued")
    yield from judged.against_future("the dispatch", details.on, "K01")


def against_correction(judged: JudgedRecord, details: Correction) -> Against:
    """Check whether it corrects something that was issued, with the day of the original, and is of today."""
    found = judged.past.find(details.of)
    dated = _dated(found.record.details) if found else None
    if found is None or dated is None:
        yield Objection("record", f"{short(details.of)} issued nothing that could be corrected")
        return
    later = (each for _, each in judged.past.of(Correction) if each.of == details.of)
    issued = {*found.record.details.documents, *(name for each in later for name in each.documents)}
    if details.original not in issued:
        yield Objection("record", f"{details.original} is not among what {short(details.of)} issued")
    if details.dated != dated:
        yield Objection("K04", f"what it corrects is dated {dated}, not {details.dated}")
    yield from _against_date(judged, details.date)


def _dated(details: object) -> object:
    """Return the day that stands on what an event issued; None for one that issues nothing of the kind."""
    if isinstance(details, Letters):
        return details.date
    return details.on if isinstance(details, Published) else None


def against_published(judged: JudgedRecord, details: Published) -> Against:
    """Check whether the letters were sent before, and what is published is what was decided and signed."""
    told, decided = judged.past.letters, judged.past.decision
    if told is None or told[0].digest != details.letters:
        yield Objection("K07", "the letters with the score were not sent before")
    elif decided is None or decided[0].digest != told[1].decision:
        yield Objection("K08", "the decision in the letters no longer holds")
    elif details.on < told[1].date:
        yield Objection("K07", f"it was published on {details.on}, before the letters of {told[1].date}")
    if judged.past.published is not None:
        yield Objection("J08", f"it was published already, on {judged.past.published[1].on}")
    yield from judged.against_future("the publication", details.on, "J08")
    yield from against_drawn(judged, details)


def against_reinspection(judged: JudgedRecord, details: ReinspectionAgreed) -> Against:
    """Check whether it follows from the score that was told."""
    told = judged.past.letters
    if told is None or told[1].service != details.judgement:
        yield Objection("L01", f"the letters did not give the score as {details.judgement}")
    if details.agreed_on is not None:
        yield from judged.against_future("the agreement", details.agreed_on, "L01")


def against_discussion(judged: JudgedRecord, details: OdpmDiscussion) -> Against:
    """Check whether it took place."""
    yield from judged.against_future("the discussion", details.on, "record")


def against_progress(judged: JudgedRecord, details: Progress) -> Against:
    """Check whether it is of a day that has come."""
    yield from judged.against_future("the progress", details.on, "record")

"""What the answers of a questionnaire would bring in, as lines, and what would not come in."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.actions.import_questionnaire import PreparedAnswers


def preview(prepared: PreparedAnswers) -> Iterator[str]:
    """Return what would be written, and what would not come in."""
    answered = f"{prepared.answered} of {prepared.questions} questions are answered, in {prepared.parts} parts"
    yield f"{prepared.inspection}: {answered}."
    yield from (f"+ evidence/{write.path.rpartition('/')[2]}" for write in prepared.files)
    yield from (
        f"! {name}: its answer holds {' and '.join(beside)}; only the answer's own words come in"
        for name, beside in prepared.beside
    )
    yield from (f"! Belongs to no question, and does not come in: {words}" for words in prepared.strays)

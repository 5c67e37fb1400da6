"""Rows of letters and release that the tool keeps: by making all from one decision, and reading them back [117]."""

from __future__ import annotations

from typing import Final

from reportkit.rules.rule import Principle, principle

_NOTIFY = "reportkit notify harrowmere-homes"
_SPECIMEN = "reportkit notify harrowmere-homes --dry-run"
_WORDS = "Correct the template or the quotation that the refusal names."

KEPT_BY_LETTERS: Final[tuple[Principle, ...]] = (
    principle(
        "K02",
        why="The press release is issued at the same time as the letters. They are made, dated and recorded in one "
        "act, and an ALMO's letters do not go without it.",
        remedy="Fill in `press` in casework.yaml; the release then goes with the letters.",
        example=_NOTIFY,
    ),
    principle(
        "K03",
        why="The score is both judgements. Each stands in a paragraph of its own, in fixed words, and a finished "
        "document that lacks one is refused with its name.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K05",
        why="Below good nothing is awarded. The letters say so in fixed words, and neither a template nor a quotation "
        "may speak of an award or a qualifying day.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K06",
        why="Funding goes by judgement 1 alone. Whether the ALMO qualifies is taken from it and from nothing else, and "
        "every letter says so.",
        remedy="Nothing to do.",
        example="Judgement 2 has no part in this: funding goes by judgement 1 alone.",
    ),
    principle(
        "K08",
        why="Letters, release, report and record tell one score and the same names: our reading. Each finished file is "
        "read again and held against the decision; what is not among its values is refused.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K09",
        why="An indicative inspection brings no money. Its letters have no words on funding, and a quotation or a "
        "template that has some is refused.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K14",
        why="Freedoms for three stars were proposed and not decided. No document promises them; a template or a "
        "quotation that does is refused.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
    principle(
        "K15",
        why="Below good it is for the ODPM to say what becomes of the allocation, which cannot be held for ever. The "
        "letters say so in fixed words, and nothing else may be said of it.",
        remedy=_WORDS,
        example=_SPECIMEN,
    ),
)

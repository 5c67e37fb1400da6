"""docs/glossary.md: the field's words from the guidance's data, and the program's own words."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.guidance.glossary import TERMS, Term
from reportkit.guidance.inspection_terms import INSPECTION_TERMS

PROGRAM_TERMS = {
    "action": "What a person does with one command, such as signing. It is recorded as a whole or not at all.",
    "answer": "A sentence in answers.yaml that says why a warning may stand.",
    "case file": "Everything that an action rests on, read once: inspection, record, policy and letters' details.",
    "casework": "The file of an inspection that is never signed: addressees, planned dates, fee, money.",
    "claimed": "How sure it is who acted: the name and address in Git, which can be typed by anyone.",
    "demonstration": "A repository to try things in. Every record and document in it is marked as one.",
    "document": "One thing that reportkit makes for people to read: report, letter, press release, pack, table.",
    "error": "A broken rule that stops the action which the rule protects.",
    "inspection": "One folder of `inspections/`: findings, evidence, recommendations, judgements and the rest.",
    "moderation pack": "A Word document with what moderators need to read before they sign.",
    "not there yet": "What an error is called where something is only missing.",
    "override": "A recorded decision to set one rule aside, with the reason.",
    "policy": "The file that says who may do what, which sign-offs count, and how long the bodies may comment.",
    "proven": "How sure it is who acted: the record is signed with a key that the policy lists.",
    "record": "One small file that says who did what, when, in which role and on which content. It never changes.",
    "reported": "How sure it is who acted: an administrator entered an e-mail, which is kept.",
    "rule": "One thing that `reportkit check` looks for, with its id, its level and its paragraph.",
    "save": "To keep an inspection as it is now, as a new version.",
    "settle": "To choose between two versions of a file that two people changed at once.",
    "shared place": "The folder or the address that everyone's copy shares its versions through.",
    "specimen": "A letter or another document made to look at. It is marked on every page and counts for nothing.",
    "stage": "How far an inspection is: drafting, moderation, with the bodies, decision, notified, published.",
    "template": "A text with gaps that says in which order and words a document is written.",
    "undo": "To take back your own last action while no one else has seen it.",
    "version": "The whole repository as it was at one moment, with who saved it and why.",
    "version code": "Twelve characters that name exactly what a moderator agrees to by e-mail.",
    "warning": "A broken rule that stops nothing. It is put right or answered.",
    "working repository": "The folder that `reportkit init` makes, with every inspection and its history.",
    "workspace": "An opened working repository together with the day, the person and the key that an action uses.",
}
"""Each word of the program and its one sentence or two."""

_OPENING = """\
# Glossary

Each word stands here once. The words of the field come first, then those of the program.

## The field's words

In our own words. The last column is the paragraph of the guidance of March 2003 that says what the word means, or its \
own glossary (“fn” is a footnote, “T” a table, “A” an appendix). “–” is for words that the guidance does not explain.

| word | meaning | guidance |
|---|---|---|
"""
_PROGRAM = """
## The program's words

| word | meaning |
|---|---|
"""


def glossary_page() -> str:
    """Return the whole page as Markdown."""
    return _OPENING + _table(map(_field_row, field_terms())) + _PROGRAM + _table(map(_program_row, PROGRAM_TERMS))


def field_terms() -> list[Term]:
    """Return the guidance's glossary and the words of an inspection, in alphabetical order."""
    return sorted((*TERMS, *INSPECTION_TERMS), key=lambda term: term.name.casefold())


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def _field_row(term: Term) -> tuple[str, str, str]:
    short = f" ({term.abbreviation})" if term.abbreviation and term.abbreviation != term.name.split()[0] else ""
    return f"**{term.name}**{short}", term.meaning, term.paragraph or "–"


def _program_row(name: str) -> tuple[str, str]:
    return f"**{name}**", PROGRAM_TERMS[name]

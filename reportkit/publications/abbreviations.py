"""Which abbreviations a report uses, and what they stand for [Glossary]."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportkit.guidance.glossary import ABBREVIATIONS, short_forms
from reportkit.inspection.inspection import Inspection


def abbreviations_used(
    inspection: Inspection, shown: Mapping[str, object], template: str
) -> tuple[dict[str, str], ...]:
    """Return the abbreviations of the glossary in the texts, the values shown or the template, in order."""
    texts = "\n".join((*_put_in_by_functions(inspection), *_words_in(shown), template))  # looked through at one go
    used = set(short_forms(texts))
    return tuple({"short": short, "full": ABBREVIATIONS[short]} for short in sorted(used & ABBREVIATIONS.keys()))


def _put_in_by_functions(inspection: Inspection) -> Iterable[str]:
    """Yield what is in no value that the template is given."""
    for finding in inspection.findings:
        yield from (finding.title, finding.text, finding.effect or "")
    for influence in (*inspection.drivers, *inspection.barriers):
        yield from (influence.title, influence.text)
    yield from (narrative.text for narrative in inspection.narratives)


def _words_in(value: object) -> Iterable[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from (words for inner in value.values() for words in _words_in(inner))
        case list() | tuple():
            yield from (words for inner in value for words in _words_in(inner))

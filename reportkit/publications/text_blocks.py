"""What people wrote in Markdown, as blocks: findings, narratives, recommendations, drivers and barriers.

Every text's flaws are gathered, so that all show at once.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from msgspec.structs import replace

from reportkit.document.blocks import Block, Item, List, Paragraph, Reference, Run, Text
from reportkit.document.flaw import Flaw, refuse
from reportkit.document.markdown import BODY, FINDING, NUMBERED, parse
from reportkit.document.markdown_tokens import InlineStyle
from reportkit.inspection.driver import Driver
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection, Narrative
from reportkit.inspection.source_place import Origin
from reportkit.inspection.texts import in_yaml

NO_EFFECT: Final = "What this means for tenants is not said yet."
NO_EVIDENCE: Final = "No evidence is named for this finding yet."
"""The gaps of a finding."""

NO_SEPARATE_EFFECT: Final = "no separate effect is set out."
"""What stands in the place of an effect where the team has said why there is none."""


class Texts:
    """Turns texts into blocks and remembers what was wrong with them.

    `answered` are the findings that need no effect: the team has said why.
    """

    def __init__(self, answered: Collection[str] = ()) -> None:
        self._flaws: list[Flaw] = []
        self._answered = answered

    def flaws(self) -> tuple[Flaw, ...]:
        """Return every flaw of every text so far, by file and line."""
        return tuple(sorted(set(self._flaws)))

    def refuse_flaws(self) -> None:
        """Raise Unreadable with every flaw of every text so far; do nothing where there is none."""
        refuse(self.flaws())

    def finding(self, finding: Finding, effect: str) -> tuple[Block, ...]:
        """Return a numbered paragraph that begins with the title, what belongs to it, and what it means for tenants.

        `effect` is the words before that last sentence. What the finding lacks is marked as a gap.
        """
        blocks, anchor = self.body(finding), _anchor(finding)
        title = Text(_sentence(finding.title) + (" " if blocks else ""), bold=True)
        match blocks:
            case (Paragraph(runs=runs) as first, *rest):
                opening: tuple[Block, ...] = (replace(first, runs=(title, *runs)), *rest)
            case _:
                opening = (Paragraph((title,), "numbered", anchor),)
        return (*opening, Paragraph(self._closing(finding, effect), "continued"))

    def body(self, finding: Finding) -> tuple[Block, ...]:
        """Return a finding's own words, as they follow its title."""
        return self._parsed(finding.text, finding.origin.file, finding.text_line, FINDING, _anchor(finding))

    def narrative(self, narrative: Narrative) -> tuple[Block, ...]:
        """Return a narrative's paragraphs, numbered."""
        return self._parsed(narrative.text, narrative.origin.file, narrative.text_line, NUMBERED)

    def entries(self, drivers: tuple[Driver, ...]) -> tuple[Block, ...]:
        """Drivers or barriers as a list: the title in bold, its words, and the findings it rests on."""
        return (List(tuple(Item(self._entry(driver)) for driver in drivers)),) if drivers else ()

    def words(self, text: str, origin: Origin, key: str = "text") -> tuple[Block, ...]:
        """Return a text out of a YAML file, in paragraphs without numbers."""
        place = in_yaml(text, origin, key)
        return self._parsed(text, place.file, place.line, BODY)

    def _closing(self, finding: Finding, effect: str) -> tuple[Run, ...]:
        """Return what it means for tenants [62], and whether it rests on anything yet [66]."""
        if finding.effect:
            told: tuple[Run, ...] = (Text(effect, bold=True), Text(_sentence(finding.effect)))
        elif finding.id in self._answered:
            told = (Text(effect, bold=True), Text(NO_SEPARATE_EFFECT))
        else:
            told = (Text(NO_EFFECT, gap=True),)
        return told if finding.evidence else (*told, Text(" "), Text(NO_EVIDENCE, gap=True))

    def _entry(self, driver: Driver) -> tuple[Paragraph | List, ...]:
        title = Text(_sentence(driver.title), bold=True)
        paragraphs = self._flowing(driver)
        rests_on = paragraph_numbers(driver.findings, " (See paragraph ", " (See paragraphs ", ".)")
        match paragraphs:
            case (Paragraph(runs=runs) as first, *rest):
                return (replace(first, runs=(title, Text(" "), *runs, *rests_on)), *rest)
            case _:
                return (Paragraph((title, *rests_on)), *paragraphs)

    def _flowing(self, driver: Driver) -> tuple[Paragraph | List, ...]:
        """Return the blocks of an entry's text; an item of a list has no room for a table or a quotation."""
        blocks = self.words(driver.text, driver.origin)
        flowing = tuple(block for block in blocks if isinstance(block, Paragraph | List))
        if len(flowing) < len(blocks):
            place = in_yaml(driver.text, driver.origin, "text")
            message = "A table or quotation is in the text of a driver or barrier"
            self._flaws.append(Flaw(place.file, place.line, message, "Say it in paragraphs or a list."))
        return flowing

    def _parsed(self, text: str, file: str, line: int, manner: InlineStyle, anchor: str = "") -> tuple[Block, ...]:
        parsed = parse(text, file, line, manner, anchor)
        self._flaws.extend(parsed.flaws)
        return parsed.blocks


def flaws_of(inspection: Inspection) -> tuple[Flaw, ...]:
    """Return everything in an inspection's texts that a report would refuse, shown in it or not."""
    texts = Texts()
    for finding in inspection.findings:
        texts.body(finding)
    for narrative in inspection.narratives:
        texts.narrative(narrative)
    for recommendation in inspection.recommendations:
        texts.words(recommendation.text, recommendation.origin)
    for evidence in inspection.evidence:
        texts.words(evidence.seen or "", evidence.origin, "seen")
    texts.entries((*inspection.drivers, *inspection.barriers))
    return texts.flaws()


def paragraph_numbers(findings: tuple[str, ...], one: str, many: str, after: str) -> tuple[Run, ...]:
    """References to findings by their paragraphs' numbers: "(See paragraphs 12, 15 and 20.)"; () for none."""
    if not findings:
        return ()
    runs: list[Run] = [Text(one if len(findings) == 1 else many)] if one or many else []
    for place, finding in enumerate(findings):
        if place:
            runs.append(Text(" and " if place == len(findings) - 1 else ", "))
        runs.append(Reference(f"finding/{finding}"))
    return (*runs, Text(after)) if after else tuple(runs)


def _anchor(finding: Finding) -> str:
    return f"finding/{finding.id}"


def _sentence(words: str) -> str:
    """Words with a full stop, unless they end a sentence already."""
    return words if words.rstrip('”’")').endswith((".", "?", "!", "…")) else f"{words}."

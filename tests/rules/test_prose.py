"""Texts cut up for the rules that read words."""

from __future__ import annotations

import pytest

from reportkit.inspection.inspection import Narrative
from reportkit.rules.prose import every_passage, prose_of
from tests.rules.builders import at, but, evidence, finding, good, with_reasons


def of(inspection, about: str):
    return [passage for passage in every_passage(inspection) if passage.about == about]


def test_texts_come_in_the_order_of_the_report_and_evidence_last():
    summary, approach = (Narrative(name, name, 1, at(f"narrative/{name}.md")) for name in ("summary", "approach"))
    inspection = but(
        with_reasons(service=("Why.",)),
        narratives=(approach, summary),
        findings=(finding("b", question="2.1"), finding("a", question="1.1")),
        evidence=(evidence("e"),),
        drivers=(),
        barriers=(),
    )
    order = dict.fromkeys(passage.about for passage in every_passage(inspection))
    assert list(order) == ["service", "summary", "approach", "a", "b", "e"]


def test_a_place_in_a_text_is_told_by_its_line():
    (_, text, _) = of(but(good(), findings=(finding("x", text="One.\nTwo.\nThree.", text_line=9),)), "x")
    assert text.at(text.text.index("Three")).line == 11


def test_sentences_end_at_stops_blank_lines_and_items_and_not_at_figures():
    text = "It is 96.2 per cent. Is it?\n\n- One item\n- Two\n  lines (e.g. here). “Yes.” They\nsaid so."
    (_, passage, _) = of(but(good(), findings=(finding("x", text=text),)), "x")
    found = [" ".join(sentence.split()) for _, sentence in passage.sentences()]
    assert found == [
        "It is 96.2 per cent.",
        "Is it?",
        "- One item",
        "- Two lines (e.g. here).",
        "“Yes.",
        "They said so.",
    ]
    assert [text[start : start + 3] for start, _ in passage.sentences()][:3] == ["It ", "Is ", "- O"]


def test_only_watched_words_are_kept_of_a_text():
    (_, passage, _) = of(but(good(), findings=(finding("x", text="The landlord writes in order to help to to."),)), "x")
    assert passage.words == {b"landlord", b"order"}
    assert passage.twice
    assert not passage.long


@pytest.mark.parametrize(
    "text",
    ["The landlord writes.", "It is is late.", "word " * 26, "Ring 01632 960 001.", "ann@example.org", "At AB1 2DE."],
)
def test_a_text_is_looked_at_again_only_where_something_shows_at_a_glance(text: str):
    def looked_at(said: str) -> list[str]:
        prose = prose_of(but(good(), findings=(finding("x", title="Late", effect="None.", text=said),)))
        return [passage.text for passage in prose.passages if passage.about == "x"]

    assert text in looked_at(text)
    assert looked_at("Nothing shows here, in 2003 or at 6.2 per cent.") == []


def test_how_a_finding_begins_is_kept_for_all():
    prose = prose_of(but(good(), findings=(finding("x", title="Late", text="Repairs wait."),)))
    assert prose.starts["x"][:3] == (b"late", b"repairs", b"wait")

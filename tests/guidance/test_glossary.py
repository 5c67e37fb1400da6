"""What the words mean, and what abbreviations stand for."""

from collections import Counter

import pytest

from reportkit.guidance.glossary import ABBREVIATIONS, TERMS
from reportkit.guidance.inspection_terms import INSPECTION_TERMS


def test_the_43_terms_of_the_guidance_s_glossary_are_all_here():
    assert len([term for term in TERMS if term.paragraph.startswith("Glossary")]) == 43


def test_no_term_is_defined_twice():
    names = Counter(term.name.casefold() for term in (*TERMS, *INSPECTION_TERMS))
    assert [name for name, times in names.items() if times > 1] == []


def test_each_meaning_is_a_sentence():
    assert [term.name for term in (*TERMS, *INSPECTION_TERMS) if term.meaning[-1] not in ".?"] == []


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("ALMO", "arm's length management organisation"),
        ("ODPM", "Office of the Deputy Prime Minister"),
        ("HRA", "Housing Revenue Account"),
        ("TMO", "tenant management organisation"),
        ("RSL", "registered social landlord"),
        ("BVPI", "Best Value performance indicator"),
        ("BVPP", "Best Value Performance Plan"),
        ("BVR", "Best Value review"),
        ("TIA", "tenant inspection adviser"),
        ("CIPFA", "Chartered Institute of Public Finance and Accountancy"),
        ("CRE", "Commission for Racial Equality"),
        ("SLA", "service level agreement"),
        ("STATUS", "Standardised Tenants Satisfaction Survey"),
        ("SAP", "Standard Assessment Procedure"),
    ],
)
def test_an_abbreviation_stands_for_its_full_form(short, full):
    assert ABBREVIATIONS[short] == full


def test_abbreviations_are_single_words_in_alphabetical_order():
    assert list(ABBREVIATIONS) == sorted(ABBREVIATIONS, key=str.casefold)
    assert all(short.isalnum() for short in ABBREVIATIONS)

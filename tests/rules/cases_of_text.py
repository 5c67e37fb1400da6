"""Cases of the rules that read words: A03, A12, A16, O01 to O03, O06, S00c, S01d, S02d, and our own questions."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from reportkit.inspection.casework import Casework
from reportkit.inspection.inspection import Narrative
from reportkit.inspection.milestones import Milestones
from reportkit.inspection.particulars import Dates
from tests.rules.builders import (
    Breach,
    Kept,
    at,
    but,
    evidence,
    finding,
    good,
    indicator,
    plus,
    weakness,
    with_particulars,
)


def saying(text: str, **changes: object):
    """The good inspection, and a finding with this text."""
    return plus(good(), findings=(finding("x", text=text, **changes),))


def noting(seen: str):
    return plus(good(), evidence=(evidence("note", seen=seen),))


def citing(text: str, *indicators, **changes: object):
    inspection = saying(text, indicators=tuple(each.code for each in indicators), **changes)
    return plus(inspection, indicators=indicators)


def side_by_side(*findings):
    return plus(good(), findings=findings)


ADVISED = Milestones(casework=Casework(advised=("Oldbury Council",)))
COLLECTED = indicator("BVPI 67", Decimal("96.9"), unit="per cent")
REPAIRED = indicator("BVPI 73b", Decimal(12), unit="days")
COST = indicator("AH 1", Decimal(1250), unit="pounds")
LONG = (
    "Tenants of the four estates that lie beyond the ring road wait for a bus that comes once an hour and then for a "
    "clerk who may be out."
)
SHORT = (
    "Tenants of the four estates beyond the ring road wait for a bus. It comes once an hour. Then they wait for a "
    "clerk who may be out, and there is no chair."
)
GAS = "Of 60 appliances in our sample, 14 had gone more than a year unserviced, most of them at Quarrygate."
NEARLY_GAS = "Of the 60 appliances in our sample 14 had gone more than a year unserviced, most at Quarrygate."
ON_CALLS = {"question": "2.2", "area": "rent"}
SUMMARY = Narrative("summary", "The Housing Revenue Account (HRA) is in balance.", 1, at("narrative/summary.md"))

BREACHES = (
    Breach("A03", "the ALMO, called so by name", saying("Ashby Homes is their new landlord."), "wrong", ("x",)),
    Breach("A03", "the ALMO as the landlord", saying("They wrote to their landlord, AH."), "wrong", ("x",)),
    Breach("A12", "no guidance", with_particulars(guidance=None), "not there yet"),
    Breach("A12", "guidance that was replaced", with_particulars(guidance="2002-06"), "wrong"),
    Breach("A12", "an older paper cited", saying("We used the guidance of\nJune 2002."), "wrong", ("x",)),
    Breach("A16", "excellence for money", saying("Only an excellent ALMO has the funding."), "wrong", ("x",)),
    Breach("A16", "three stars for money", saying("It needs three stars to draw the money."), "wrong", ("x",)),
    Breach("O01", "a short form alone", saying("The HRA is in balance."), "wrong", ("HRA",)),
    Breach(
        "O01",
        "a short form before it is written out",
        side_by_side(
            finding("a", question="1.1", text="The HRA is in balance."),
            finding("b", question="1.2", text="The Housing Revenue Account (HRA) is in balance."),
        ),
        "wrong",
        ("HRA",),
    ),
    Breach("O02", "a sentence of 28 words", saying(LONG), "wrong", ("x",)),
    Breach("O02", "a phrase with a plainer word", saying("They write in order to help."), "wrong", ("x",)),
    Breach("O02", "two words with plainer ones", saying("They utilise it.\nWork commenced."), "wrong", ("x", "x")),
    Breach("O02", "a word twice", saying("They come to to help."), "wrong", ("x",)),
    Breach("O03", "a number that was typed", saying("See paragraph 41."), "wrong", ("x",)),
    Breach("O06", "a department that is gone", saying("The DTLR agreed the plan."), "wrong", ("x",)),
    Breach(
        "O06",
        "one that has not come yet, in full",
        saying("The Department for Communities and Local Government agreed."),
        "wrong",
        ("x",),
    ),
    Breach(
        "S00c", "a council that was advised", saying("It may learn from Oldbury\nCouncil."), "wrong", ("x",), ADVISED
    ),
    Breach("S00c", "its bare name", saying("Help came from Oldbury last year."), "wrong", ("x",), ADVISED),
    Breach("S01d", "a source without a name", saying("One source said that doors stay open."), "wrong", ("x",)),
    Breach("S01d", "something that emerged", saying("It has emerged that doors stay open."), "wrong", ("x",)),
    Breach("S02d", "two kinds of body in one number", saying("Nineteen ALMOs or councils do so."), "wrong", ("x",)),
    Breach(
        "T01",
        "both on one piece of evidence",
        side_by_side(finding("s", **ON_CALLS), weakness("w", evidence=("tenant-survey",), **ON_CALLS)),
        "wrong",
        ("w",),
    ),
    Breach(
        "T01",
        "a strength on part of what the weakness rests on",
        side_by_side(finding("s", **ON_CALLS), weakness("w", evidence=("tenant-survey", "walk"), **ON_CALLS)),
        "wrong",
        ("w",),
    ),
    Breach("T02", "a figure a point off", citing("It is 97.9 per cent.", COLLECTED), "wrong", ("x",)),
    Breach("T02", "pounds with a comma", citing("It costs £1,240 a home.", COST), "wrong", ("x",)),
    Breach(
        "T03",
        "two nearly alike",
        side_by_side(weakness("gas", text=GAS), weakness("gas-again", text=NEARLY_GAS, question="3.1")),
        "wrong",
        ("gas-again",),
    ),
    Breach("T04", "a telephone number", saying("Ring 01632 960 001 first."), "wrong", ("x",)),
    Breach("T04", "the telephone number 07700 900123.", saying("Ring 07700 900123."), "wrong", ("x",)),
    Breach("T04", "the telephone number 07700 900 123", saying("Ring 07700 900 123"), "wrong", ("x",)),
    Breach("T04", "the telephone number 07700-900-123", saying("Ring 07700-900-123"), "wrong", ("x",)),
    Breach("T04", "the telephone number 07700900123,", saying("Ring 07700900123,"), "wrong", ("x",)),
    Breach("T04", "the telephone number (01632) 960001", saying("Ring (01632) 960001"), "wrong", ("x",)),
    Breach("T04", "the telephone number 01632 960 001", saying("Ring 01632 960 001"), "wrong", ("x",)),
    Breach("T04", "the telephone number 01632-960001", saying("Ring 01632-960001"), "wrong", ("x",)),
    Breach("T04", "the telephone number 020 7946 0123", saying("Ring 020 7946 0123"), "wrong", ("x",)),
    Breach("T04", "the telephone number (020) 7946 0123", saying("Ring (020) 7946 0123"), "wrong", ("x",)),
    Breach("T04", "the telephone number 0207 946 0123", saying("Ring 0207 946 0123"), "wrong", ("x",)),
    Breach("T04", "the telephone number 0161 496 0123;", saying("Ring 0161 496 0123;"), "wrong", ("x",)),
    Breach("T04", "the telephone number 0161.496.0123", saying("Ring 0161.496.0123"), "wrong", ("x",)),
    Breach("T04", "the telephone number +44 7700 900123", saying("Ring +44 7700 900123"), "wrong", ("x",)),
    Breach("T04", "the telephone number +44 (0)7700 900123", saying("Ring +44 (0)7700 900123"), "wrong", ("x",)),
    Breach("T04", "the telephone number +44(0)20 7946 0123", saying("Ring +44(0)20 7946 0123"), "wrong", ("x",)),
    Breach("T04", "the telephone number 0044 20 7946 0123", saying("Ring 0044 20 7946 0123"), "wrong", ("x",)),
    Breach("T04", "the telephone number 00 44 7700 900123", saying("Ring 00 44 7700 900123"), "wrong", ("x",)),
    Breach(
        "T04", "the telephone number 07700\u00a0900\u00a0123", saying("Ring 07700\u00a0900\u00a0123"), "wrong", ("x",)
    ),
    Breach("T04", "the telephone number 0800 123 4567", saying("Ring 0800 123 4567"), "wrong", ("x",)),
    Breach("T04", "a number in brackets", saying("She left her number (07700 900123)."), "wrong", ("x",)),
    Breach("T04", "a local number", saying("Tel. 496 0123, after six."), "wrong", ("x",)),
    Breach("T04", "a local number that was rung", saying("He called her on 960 001."), "wrong", ("x",)),
    Breach("T04", "an e-mail address", noting("She wrote from ann@example.org."), "wrong", ("note",)),
    Breach("T04", "a postcode", noting("A flat at AB1 2DE, seen twice."), "wrong", ("note",)),
)

KEPT = (
    Kept("A03", "the council as the landlord", saying("The council is the landlord, and Ashby Homes its agent.")),
    Kept("A03", "no ALMO", but(saying("AH is the landlord."), particulars=with_particulars(almo=None).particulars)),
    Kept("A12", "the guidance of March 2003", good()),
    Kept("A12", "a month in which nothing was cited", saying("The office moved in June 2002.")),
    Kept("A16", "good or excellent for money", saying("It needs to be good or excellent to have the funding.")),
    Kept("A16", "an excellent service", saying("Only an excellent service has no vandalism.")),
    Kept("O01", "one that is written out", saying("The Housing Revenue Account (HRA) is small. The HRA is fine.")),
    Kept("O01", "one that the summary writes out", plus(saying("The HRA is small."), narratives=(SUMMARY,))),
    Kept("O01", "one that everyone knows", saying("IT is old.")),
    Kept("O01", "one in evidence, which is not printed", noting("The HRA is in balance.")),
    Kept("O02", "three sentences of 28 words", saying(SHORT)),
    Kept("O02", "a table", saying("| a | b |\n|---|---|\n" + "| word | word |\n" * 20)),
    Kept("O02", "a list", saying("Four things:\n\n" + "- five words stand in each\n" * 8)),
    Kept("O02", "a word in a term of the field", saying("It met its key stakeholders.")),
    Kept("O02", "a word that may come twice", saying("We saw all that that means.")),
    Kept("O02", "evidence, which is not printed", noting(LONG)),
    Kept("O03", "a link", saying("See [voids](finding:voids-are-slow).")),
    Kept("O03", "a paragraph of the guidance", saying("See paragraph 41 of the guidance.")),
    Kept("O06", "the department of 2003", saying("The ODPM agreed.")),
    Kept("O06", "a former one", saying("The former DTLR agreed.")),
    Kept("O06", "a paper's title", saying("It follows *DTLR: A Decent Home*.")),
    Kept(
        "O06",
        "an inspection of no stated day",
        but(saying("The DTLR agreed."), particulars=with_particulars(dates=Dates()).particulars),
    ),
    Kept("S00c", "a street with its name", saying("Homes in Oldbury Road are damp."), ADVISED),
    Kept("S00c", "a council that was not", saying("It might learn from Newbury."), ADVISED),
    Kept("S00c", "a name in evidence, which is not printed", noting("Oldbury Council was rung."), ADVISED),
    Kept("S01d", "someone who said it", saying("The caretaker said that doors stay open.")),
    Kept("S01d", "a source of heat", saying("Gas is the source of heat in most homes.")),
    Kept("S02d", "two numbers", saying("Nineteen ALMOs of 18 councils do so.")),
    Kept(
        "T01",
        "two on different evidence",
        side_by_side(finding("s", **ON_CALLS), weakness("w", evidence=("walk",), **ON_CALLS)),
    ),
    Kept(
        "T01",
        "two on different questions",
        side_by_side(finding("s", **ON_CALLS), weakness("w", question="2.1", area="rent", evidence=("tenant-survey",))),
    ),
    Kept("T01", "two strengths", side_by_side(finding("s", **ON_CALLS), finding("t", **ON_CALLS))),
    Kept("T02", "the figure itself", citing("It is 96.9 per cent, and was 97.9 per cent.", COLLECTED)),
    Kept("T02", "the figure, rounded", citing("It is 97 per cent.", COLLECTED)),
    Kept(
        "T02",
        "another indicator's figure",
        citing(
            "Repairs take 12 days. It is 97.5 per cent.", COLLECTED, structs.replace(REPAIRED, value=Decimal("97.5"))
        ),
    ),
    Kept("T02", "a figure of another kind", citing("It took 97.9 days.", COLLECTED)),
    Kept(
        "T03", "two that differ", side_by_side(weakness("gas", text=GAS), weakness("lifts", text="Lifts stand still."))
    ),
    Kept("T04", "figures and years", saying("It cost £1,021,000 in 2002/03, or 0.4 per cent, on 2004-05-06.")),
    Kept("T04", "sums and large numbers", saying("£07 million, 10,000,000 pounds, 0.123456789 and 1 000 000 homes.")),
    Kept("T04", "days in digits", saying("From 01-02-2003 to 03.04.2004, and 2002/03 to 2003/04.")),
    Kept("T04", "calls that were counted", saying("Tenants call 300 times a day; they phoned 2400 times in 2003.")),
    Kept("T04", "codes of indicators", saying("BVPI 66a and LIB 079b, on the A1 and at E14.")),
)

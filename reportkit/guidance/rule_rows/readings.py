"""Where the text does not settle a row, or a program needs a line drawn: how it is read here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

READINGS: Final[Mapping[str, str]] = {
    "A01": "A council is outside England where its region says so, or where its name is that of a council of Wales, "
    "Scotland or Northern Ireland. Without a region nothing can be told.",
    "A02": "Report, letters and cover take both names from inspection.yaml, so the row asks for them there.",
    "A03": "Only “landlord” counts: the guidance itself speaks of “the ALMO's tenants”.",
    "A04": "“Usually a third” is asked about from ten percentage points off.",
    "A06": "An inspection before April 2003 whose round is not given is not there yet; later ones are let be.",
    "A09": "That there is an ALMO is asked by A02 and A11; what is left is the plan for rents and lettings.",
    "A10": "The rating is F01; business plan and performance are covered as topics. They are the ODPM's conditions, "
    "so nothing is judged.",
    "A13": "A kind that is not for ALMOs may name the questions of 2003; it must name some.",
    "A16": "A sentence counts that needs excellence for money and does not name good as well.",
    "B01": "“Not generally” [96] and “minimum” [112] together: an error that a named person may set aside.",
    "B03": "When and by whom it was agreed stands in casework.yaml.",
    "B04": "The services in the scope are the key services; without a scope, the four of Appendix 1.",
    "B08": "Round 1 is read as round 2, and later rounds as round 3. Reviews asked for are those of "
    "support-services.yaml.",
    "B09": "Minutes are asked for only where there is a board of an ALMO.",
    "B10": "“Slightly before or after” is a fortnight.",
    "B11": "The guidance offers the presentation and asks for no record of it, so only the months are told.",
    "B12": "An inspection before 2004 is meant, by its day on site.",
    "C03": "The agreement stands in casework.yaml; N04 asks for the fee.",
    "C08": "earlier.yaml, or a finding or evidence on the topic, traces what was advised.",
    "J02": "How long the bodies have is policy, in working days of England; the guidance names no time.",
    "J03": "Agreed with both means with a person of each, named when the draft is sent.",
    "J04": "The round table was an option in round 1 and stayed: an error that a named person may set aside.",
    "J05": "That each comment has an answer is our reading of “considered”; it may be set aside comment by comment.",
    "J07": "Ten weeks and sixteen, both included, are counted in days from arrival. Three ways let the report out all "
    "the same: the reason is given when publishing, J07 is answered in answers.yaml, or a named person sets it aside.",
    "J08": "The presentation is that under `dates`, or else the round table.",
    "K01": "The draft's bodies and the letters' are the same; without money at stake the ODPM gets none.",
    "K02": "For an indicative or Best Value inspection a release is made only where it is asked for.",
    "K04": "A correction keeps the day of its original. A score that changes has letters and a day of its own.",
    "K07": "The day of the letters or before it is an error, less than two weeks after it a warning.",
    "K10": "Each partial ALMO is an inspection of its own, so it has letters of its own.",
    "K13": "Without an allocation on file the letter says when the ALMO qualifies, and names no sum.",
    "L01": "Agreeing the day does not hold up the letters: they say that it is to be agreed.",
    "L02": "Six calendar months; before the report is out a day is provisional, and nothing is counted.",
    "L04": "Longer than nine months after the report counts as longer.",
    "L06": "earlier.yaml lists what is traced; `reportkit reinspect` fills it.",
    "M01": "A folder holds one ALMO. Its reasons may not name another one of the same authority.",
    "M03": "Each national indicator given for the ALMO is wanted for the authority as well.",
    "M05": "Asked only where tenants of such a body are in the evidence; where nothing speaks of them, E15 asks.",
    "O01": "The order of the report as it is shipped counts. Whether a word is used as the glossary has it, people "
    "judge.",
    "O02": "More than 25 words, a word with a plainer one, or a word twice. Evidence is not printed, so not looked at.",
    "O03": "References to findings are links, which the reader checks; the row asks after numbers typed by hand.",
    "O06": "The name follows the inspection's own date: ODPM until May 2006. That the DCLG came after is from outside "
    "the guidance.",
    "O08": "Words that name the council's own tasks are looked for in recommendations to the ALMO alone.",
    "S00a": "Who does well is found by the weight of findings in a service. Whether they may trade, people find out.",
    "S00c": "The bodies that were advised stand in casework.yaml; no text of the report may name one. "
    "A street or building with such a name, and a word that only begins like it, count as none.",
    "S00e": "A recommendation that offers help says both: an excellent authority, and its debt.",
    "S01a": "Four inspections with the same figure are the fewest of which there is a quarter.",
    "S01c": "A poor service, one below good twice running, or gas found unsafe with high weight.",
    "S01d": "Phrases such as “one source said” and “it has emerged” are looked for.",
    "S02b": "Each agreement is reviewed before it ends.",
    "S02c": "Corporate drivers and barriers that speak of council or authority.",
    "S02d": "A number that counts “ALMOs or councils” together is looked for.",
    "S03a": "Asked of every recommendation, not only of those on closer management.",
    "S03b": "A recommendation on staff on the spot has a word on where that would suit.",
}
"""By row. A row that is not here is read as the list has it."""

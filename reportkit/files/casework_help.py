"""Help on each key of casework.yaml, in a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from reportkit.inspection.casework import (
    Addressee,
    Addressees,
    Agreed,
    Allocation,
    Casework,
    Contact,
    Embargo,
    Exemption,
    Fee,
    Planned,
    Press,
    Quotation,
    RequestedDocument,
    Signatory,
)

CASEWORK_HELP: Final[Mapping[type[Struct], Mapping[str, str]]] = {
    Casework: {
        "addressees": "Whom the score letters go to [117].",
        "signatory": "Who signs the letters.",
        "contact": "Whom the letters name for questions.",
        "press": "What the press release needs.",
        "allocation": "The ODPM’s conditional allocation; leave it out where none is on file [17].",
        "fee": "What the inspection costs, and on what basis [101, 120].",
        "timing-agreed": "When the inspection’s time was agreed, and by whom [96].",
        "planned": "Days that are meant; those that happened stand in inspection.yaml and the record.",
        "documents": "What was asked for ahead of the inspection, and what has come [94].",
        "exemptions": "What this inspection was released from, and why.",
        "advised": "Authorities that were advised to buy help in; no public paper names them.",
    },
    Addressees: {
        "authority": "At the council.",
        "almo": "At the ALMO; for an indicative inspection at the shadow ALMO, where there is one.",
        "odpm": "At the Office of the Deputy Prime Minister.",
    },
    Addressee: {
        "name": "Who it goes to, with their title: Ms Ann Price.",
        "office": "Their office: Chief Executive.",
        "organisation": "Only where it is not as the inspection names the body.",
        "address": "The postal address, a line each.",
        "email": "Where the letter is sent.",
        "salutation": "Only where “Dear” and the name will not do.",
    },
    Signatory: {"name": "As it appears under the letter.", "office": "As it appears below the name."},
    Contact: {"telephone": "With its area code.", "office": "Their office."},
    Press: {
        "number": "The release’s number, as 12/2004. Put it in quotes.",
        "contact": "Whom journalists ask.",
        "embargo": "Only where one is wanted: the guidance knows none.",
        "quotation": "What a person said for the release, in their own words.",
    },
    Embargo: {
        "day": "As 2004-09-16.",
        "weekday": "The day’s name: it must agree with the day.",
        "time": "As 00.01. Put it in quotes.",
    },
    Quotation: {"text": "The words, without quotation marks.", "by": "Who said them.", "office": "Their office."},
    Allocation: {
        "amount": "Pounds, in digits.",
        "years": "Financial years, as [2003/04, 2004/05].",
        "source": "Where it is written: the ODPM’s letter and its date.",
    },
    Fee: {
        "amount": "Pounds, in digits.",
        "basis": "How it was reached: homes, earlier score, an agreement.",
        "envelope": "For an indicative inspection: inside or outside the audit and inspection envelope [101].",
        "agreed-with": "The Relationship Manager with whom it was agreed [101].",
        "agreed": "The day it was agreed.",
    },
    Agreed: {
        "date": "The day it was agreed.",
        "by": "The Lead Housing Inspector.",
        "authority": "Who agreed for the council.",
        "almo": "Who agreed for the ALMO.",
    },
    Planned: {
        "presentation": "When the findings are to be presented.",
        "draft": "When the draft is to go to the bodies.",
        "letters": "When the score is to be announced.",
        "publication": "When the report is to be published: the letters say so.",
        "re-inspection": "The provisional day of a re-inspection.",
    },
    RequestedDocument: {"requested": "The day it was asked for.", "came": "The day it came; leave it out until then."},
    Exemption: {"what": "What it was released from.", "why": "Why.", "by": "Who said so.", "date": "When."},
}
"""By the kind of value, then by its key."""

"""House style: how long a sentence may be, and which words have plainer ones, save in terms of the field [53]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LONGEST_SENTENCE: Final = 25
"""Words in a sentence, beyond which readers lose the thread."""

PLAINER: Final[Mapping[str, str]] = {
    "accordingly": "so",
    "aforementioned": "this",
    "ameliorate": "improve",
    "apprise": "tell",
    "ascertain": "find out",
    "at this moment in time": "now",
    "augment": "add to",
    "cascade": "pass on",
    "cascaded": "passed on",
    "commence": "begin",
    "commenced": "began",
    "commences": "begins",
    "commencing": "beginning",
    "comprised of": "made up of",
    "concerning": "about",
    "customer-facing": "who meet tenants",
    "endeavour": "try",
    "endeavours": "tries",
    "expedite": "hurry",
    "expeditiously": "quickly",
    "facilitate": "help",
    "facilitated": "helped",
    "facilitates": "helps",
    "for the purpose of": "to",
    "forthwith": "at once",
    "going forward": "from now on",
    "henceforth": "from now on",
    "hereby": "(leave it out)",
    "holistic": "whole",
    "impactful": "effective",
    "in accordance with": "as … says",
    "in excess of": "more than",
    "in order to": "to",
    "in respect of": "about",
    "in the event of": "if",
    "inter alia": "among others",
    "leverage": "use",
    "leveraged": "used",
    "methodologies": "methods",
    "mindset": "attitude",
    "notwithstanding": "despite",
    "operationalise": "carry out",
    "paradigm": "pattern",
    "per annum": "a year",
    "prior to": "before",
    "proactive": "(say what they do)",
    "proactively": "(say what they do)",
    "pursuant to": "under",
    "regarding": "about",
    "remuneration": "pay",
    "robust": "strong",
    "stakeholders": "(say who)",
    "step change": "great improvement",
    "streamline": "simplify",
    "streamlined": "simplified",
    "subsequent to": "after",
    "subsequently": "later",
    "synergy": "working together",
    "synergies": "working together",
    "thereby": "so",
    "utilisation": "use",
    "utilise": "use",
    "utilised": "used",
    "utilises": "uses",
    "utilising": "using",
    "whilst": "while",
    "with regard to": "about",
    "with respect to": "about",
}
"""Words and phrases to avoid, and what to write in their place."""

RIGHT_IN: Final = (
    "key stakeholders",
    "robust appraisal",
    "robust appraisals",
    "commencement order",
    "per annum equivalent rate",
)
"""The field's own terms, in which such a word is right."""

MAY_BE_DOUBLED: Final = frozenset(("had", "that", "is", "do", "very", "bye", "so"))
"""Words that rightly come twice running: “what it had had”, “all that that means”."""

KNOWN_UNEXPLAINED: Final = frozenset(("IT", "SMART", "STATUS", "IDeA"))
"""Short forms that every reader knows, or that are names."""

"""Help on each key, in a line: an editor shows it where the key is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from msgspec import Struct

from reportkit.files.casework_help import CASEWORK_HELP
from reportkit.inspection.bodies import Almo, Authority, AuthorityType, Programme
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.particulars import Dates, Particulars, PreviousInspection, ScopedService
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.repository import Repository
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.team import Auditor, Member
from reportkit.inspection.thresholds import NewerThreshold, ThresholdYear
from reportkit.inspection.warning_answer import Answer
from reportkit.moderation.policy import Key, Person, Policy

_ANYWHERE: Final = {
    "id": "A short name of its own: small letters, digits and hyphens.",
    "title": "One line, as the report shows it.",
    "area": "A service area of Appendix 1, or the id of another service in the inspection's scope.",
    "areas": "Service areas of Appendix 1, or ids of other services in the inspection's scope.",
    "findings": "Ids of findings: their files' names without .md.",
    "covers": "Topics and questions of the guidance that this speaks of.",
    "order": "Its place among its neighbours where the usual order will not do: 1 comes first.",
    "reach": "Whether it concerns one service or the whole body.",
    "themes": "The themes that run through every service [109].",
    "text": "In Markdown.",
    "press": "Whether the press release shows its title.",
}

_OF_PARTS: Final[Mapping[type[Struct], Mapping[str, str]]] = {
    Finding: {
        "title": "What was found, as one sentence that can stand alone.",
        "kind": "A strength or a weakness.",
        "question": "The question under which the report shows it: 1.1 to 3.2, P…, or G…. Put it in quotes.",
        "also": "Questions of the other judgement that it also concerns [32].",
        "weight": "How much it counts in the judgement; medium where nothing is said.",
        "evidence": "Ids of the evidence it rests on: their files' names without .yaml.",
        "indicators": "Codes of performance indicators it rests on, as in indicators.csv.",
        "by": "The id of the team member who wrote it.",
        "effect": "What it means for tenants [62].",
        "teething": "Whether it is a passing trouble of a new organisation.",
        "positive-practice": "Whether others could learn from it: the report lists it.",
        "sensitive": "Whether it stays out of letters, press release and published report until it is cleared.",
    },
    Evidence: {
        "kind": "One of the twelve reality checks [39], a document, or indicators.",
        "date": "The day it was done or read, as 2004-06-14.",
        "by": "Ids of the team members who did it.",
        "seen": "What was seen or read, in Markdown. Name no tenant.",
        "questions": "The questions it helps to answer [38].",
        "source": "For a document: which of the ten sources of context it is [63].",
        "way": "Which of the nine ways of asking tenants was used [47].",
        "about": "Whose work it shows.",
        "sample": "How many people were asked, or cases read.",
        "held": "Where the original is kept, outside this repository.",
    },
    Recommendation: {
        "to": "Which body should act.",
        "owner": "The office that will see to it.",
        "by": "The day by which it should be done, as 2004-06-14.",
        "measure": "How one will know that it is done.",
        "cost": "What it costs, in words.",
        "pays": "Who pays the cost.",
        "gains": "Who has the benefit.",
        "buy-in": "Help from a better landlord: some of a manager's time, or taking the service over for a time.",
    },
    Particulars: {
        "kind": "What kind of inspection it is.",
        "notice": "Printed on the cover, as “This inspection is invented”.",
        "guidance": "The guidance it is held against; 2003-03 is that of March 2003. Put it in quotes.",
        "questions": "The question set for the prospects, where the kind does not settle it [31, 32].",
        "round": "The round of ALMO funding.",
        "programme": "The authority's way onto the ALMO programme [19].",
        "scope": "The services inspected, and how deeply.",
        "team-basis": "Why the team has the size it has [111].",
        "checking-basis": "How it was settled how many reality checks to make.",
        "judgements": "The two judgements: the one place where the score is written.",
        "previous": "The inspection before this one.",
    },
    Authority: {
        "name": "The council: the inspected body.",
        "type": "Picks its column of Table 6.",
        "homes": "Homes.",
        "other-almos": "Names of its ALMOs beside the one inspected here [106, 107].",
    },
    Programme: {
        "interest": "The day it expressed its interest [19].",
        "bid": "The day of its formal bid [19].",
    },
    Almo: {
        "short": "How the report calls it after the first time.",
        "homes": "Homes it manages.",
        "went-live": "The day it took the service over.",
        "section-27": "The day of consent under section 27 of the Housing Act 1985.",
        "partial": "Whether it manages only some of the council's homes.",
    },
    Dates: {"presentation": "The day the findings were presented.", "report": "The report's date."},
    ScopedService: {"depth": "How deeply it is inspected [102, 103].", "why": "Why so, or why it is in scope."},
    PreviousInspection: {
        "inspection": "Its name under inspections/, where it is here too.",
        "date": "When it was: 2002-09-15, 2002-09 or 2002.",
        "services": "What it covered, where it is not here to say so itself [102, 103].",
    },
    Member: {
        "inspected-before": "Whether they inspected this authority before [111].",
        "tenant-of": "For a tenant inspection adviser: the council whose tenant they are [35].",
        "trained": "For a tenant inspection adviser: whether they were trained [36].",
    },
    Auditor: {
        "involved": "Whether the external auditor took part [111].",
        "discussion": "The day of a detailed discussion with the auditor.",
        "work-reviewed": "Which of the auditor's work was read.",
        "duplication": "How doing the auditor's work twice was avoided [93].",
    },
    SupportService: {"price": "Pounds a year.", "ends": "The last day of the agreement."},
    BestValueReview: {"completed": "The day it ended.", "by": "Who did it.", "inspected": "The day of its inspection."},
    Earlier: {
        "id": "Its id in the inspection that it comes from.",
        "part": "Whether it was a weakness or a recommendation.",
        "title": "As it stood in that report.",
        "inspection": "The folder of that inspection, where it is in this repository.",
        "paragraph": "Its number in that report.",
        "outcome": "What has become of it since.",
        "findings": "Ids of findings of this inspection that tell so.",
        "note": "What else there is to say of it.",
        "sensitive": "Whether it was withheld from the public then, and stays so.",
    },
    ThresholdYear: {
        "year": "The financial year of the figures, as 2002/03, and as in the file's name.",
        "source": "Who published them, and when.",
        "thresholds": "One entry for each indicator.",
    },
    NewerThreshold: {
        "code": "The indicator's code, as BVPI 66a.",
        "unit": "Its unit, where the guidance does not name the indicator.",
        "direction": "Which way is better, where the guidance does not say.",
        **dict.fromkeys(get_args(AuthorityType), "Where the best quarter of this type of authority begins."),
    },
    Answer: {
        "rule": "The rule whose warning is answered.",
        "answer": "Why it may stand.",
        "about": "Narrows the answer to one finding, piece of evidence, question or topic.",
    },
    **CASEWORK_HELP,
    Policy: {
        "demonstration": "Fixed when the repository was made: true marks every document and record as a demonstration.",
        "people": "Who may act. Who leaves stays here, with `until`. `reportkit people` adds and retires them.",
        "roles": "Who must sign: the three of the guidance at least, and three different people [114].",
        "signatures": "Whether a name is enough, or each person signs with an SSH key of their own.",
        "enough": "How sure a sign-off must be. Take out what is not enough here.",
        "author-may-sign": "Whether a member of the inspection's team may sign it off.",
        "author-may-answer": "Whether a member of the team may answer a comment on what they wrote.",
        "may-correspond": "Who sends letters and drafts out, and records what comes in.",
        "covers": "The ids of those who may stand in for a moderator who is away.",
        "may-decide": "Who decides the score after the comments.",
        "may-override": "Who may set a rule aside, saying why.",
        "final": "Whether all sign again after the comments, or only where something changed.",
        "comment-period": "Working days that authority and ALMO have for written comments on the draft [115].",
        "judging": "2 judges records strictly: a change of this file by hand is not in force, and a listed key signs.",
    },
    Person: {
        "id": "The one that they have in an inspection's team, too.",
        "email": "The address that Git has for them.",
        "roles": "What they may act as.",
        "region": "For a regional lead inspector: whose.",
        "from": "The first day on which they hold their roles.",
        "until": "The last day on which they hold their roles.",
        "keys": "Their public SSH keys. One that is lost is taken out.",
    },
    Key: {"key": "The one line of the file whose name ends in .pub.", "until": "The last day on which it counts."},
    Repository: {
        "repository": "An id that no other repository has.",
        "requires": "The oldest reportkit that may write here.",
    },
}

HELP: Final[Mapping[tuple[type[Struct], str], str]] = {
    **{(Struct, key): told for key, told in _ANYWHERE.items()},
    **{(kind, key): told for kind, keys in _OF_PARTS.items() for key, told in keys.items()},
}
"""By the kind of value and its key; under Struct itself what holds for every kind."""

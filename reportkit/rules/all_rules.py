"""Every rule that an inspection is held to, chapter by chapter."""

from __future__ import annotations

from typing import Final

from reportkit.rules.comments import COMMENTS
from reportkit.rules.coverage import COVERAGE
from reportkit.rules.evidence.kinds import EVIDENCE_KINDS
from reportkit.rules.evidence.tenants import EVIDENCE_OF_TENANTS
from reportkit.rules.fees import FEES
from reportkit.rules.indicators.indicator_rules import INDICATORS
from reportkit.rules.notification import NOTIFICATION
from reportkit.rules.own import OWN
from reportkit.rules.partial import PARTIAL
from reportkit.rules.prospects.drivers import DRIVERS
from reportkit.rules.prospects.governance import GOVERNANCE
from reportkit.rules.prospects.rating import PROSPECTS
from reportkit.rules.reinspection import REINSPECTION
from reportkit.rules.rule import Rule
from reportkit.rules.scope.almo_programme import ROUND
from reportkit.rules.scope.parties import PARTIES
from reportkit.rules.scope.statements import STATEMENTS
from reportkit.rules.service.excellent import EXCELLENCE
from reportkit.rules.service.rating import SERVICE
from reportkit.rules.service.service_topics import SERVICE_TOPICS
from reportkit.rules.stories.advice import ADVICE
from reportkit.rules.stories.markets import MARKETS
from reportkit.rules.stories.named_parties import NAMES
from reportkit.rules.team import TEAM
from reportkit.rules.text.conventions import CONVENTIONS
from reportkit.rules.text.plain_english import PLAIN_ENGLISH
from reportkit.rules.text.recommendations import RECOMMENDATIONS
from reportkit.rules.timing.preconditions import BEFORE
from reportkit.rules.timing.reviews import REVIEWS

ALL_RULES: Final[tuple[Rule, ...]] = (
    *PARTIES,
    *ROUND,
    *STATEMENTS,
    *BEFORE,
    *REVIEWS,
    *COVERAGE,
    *TEAM,
    *EVIDENCE_KINDS,
    *EVIDENCE_OF_TENANTS,
    *SERVICE,
    *EXCELLENCE,
    *SERVICE_TOPICS,
    *INDICATORS,
    *PROSPECTS,
    *DRIVERS,
    *GOVERNANCE,
    *COMMENTS,
    *NOTIFICATION,
    *REINSPECTION,
    *PARTIAL,
    *FEES,
    *PLAIN_ENGLISH,
    *CONVENTIONS,
    *RECOMMENDATIONS,
    *ADVICE,
    *MARKETS,
    *NAMES,
    *OWN,
)

"""Every rule that an inspection is held to, chapter by chapter."""

from __future__ import annotations

from typing import Final

from reportkit.rules.consultation import CONSULTATION
from reportkit.rules.contacts import CONTACTS
from reportkit.rules.contradictions import CONTRADICTIONS
from reportkit.rules.drivers import DRIVERS
from reportkit.rules.duration import DURATION
from reportkit.rules.evidence_kinds import EVIDENCE_KINDS
from reportkit.rules.evidence_tenants import EVIDENCE_OF_TENANTS
from reportkit.rules.excellent import EXCELLENCE
from reportkit.rules.fees import FEES
from reportkit.rules.governance import GOVERNANCE
from reportkit.rules.indicative import EARLIER
from reportkit.rules.indicators import INDICATORS
from reportkit.rules.lighter_inspection import LIGHTER
from reportkit.rules.markets import MARKETS
from reportkit.rules.multiple_almos import SEVERAL
from reportkit.rules.notification import NOTIFICATION
from reportkit.rules.parties import PARTIES
from reportkit.rules.plain_english import PLAIN_ENGLISH
from reportkit.rules.preconditions import BEFORE
from reportkit.rules.prospects import PROSPECTS
from reportkit.rules.recommendations import RECOMMENDATIONS
from reportkit.rules.reinspection import REINSPECTION
from reportkit.rules.reviews import REVIEWS
from reportkit.rules.rounds import ROUND
from reportkit.rules.rule import Rule
from reportkit.rules.service import SERVICE
from reportkit.rules.service_topics import SERVICE_TOPICS
from reportkit.rules.team import TEAM
from reportkit.rules.wording import WORDING

ALL_RULES: Final[tuple[Rule, ...]] = (
    *LIGHTER,
    *PARTIES,
    *ROUND,
    *BEFORE,
    *REVIEWS,
    *EARLIER,
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
    *SEVERAL,
    *CONSULTATION,
    *DURATION,
    *NOTIFICATION,
    *REINSPECTION,
    *FEES,
    *WORDING,
    *RECOMMENDATIONS,
    *MARKETS,
    *PLAIN_ENGLISH,
    *CONTRADICTIONS,
    *CONTACTS,
)

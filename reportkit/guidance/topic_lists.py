"""The lists of topics that the guidance wants covered, one after another.

An id begins with the name of its list, as in `standard-complaints`; a topic of no list stands by itself.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class Topic(Struct, frozen=True):
    """Something the guidance wants covered."""

    id: str
    title: str
    paragraph: str


def _listed(prefix: str, paragraph: str, **titles: str) -> tuple[Topic, ...]:
    """Topics of one list; a keyword is an id without its prefix, with _ for each hyphen."""
    return tuple(Topic(f"{prefix}-{name.replace('_', '-')}", title, paragraph) for name, title in titles.items())


STATUS: Final = _listed(
    "status",
    "43, T1",
    landlord="The landlord's service as a whole (BVPI 74)",
    value_for_money="Whether the landlord's services are worth the money",
    accommodation="The home itself",
    size="How large the home is, and how many rooms it has",
    condition="The condition the home is in",
    area="The neighbourhood: litter, vandalism, nuisance, racial harassment",
    contact="Contact with staff: how easy, how helpful, with what result",
    repairs="Repairs: appointments, workers' manner, speed, quality",
    communications="Communication, and taking part (BVPI 75)",
)
"""What the STATUS survey asks tenants."""

BEYOND_STATUS: Final = _listed(
    "beyond-status",
    "46",
    lettings="Allocating and letting homes",
    debt_advice="Advice on housing benefit and on debt",
    paying="Ways to pay rent and service charges",
    voids="How empty homes are managed",
    caretaking="Caretaking",
    investment="Large programmes of investment",
)
"""What STATUS leaves out, and what other evidence is wanted for."""

STANDARDS: Final = _listed(
    "standard",
    "53",
    tenancy_advice="Secure tenants are told their rights and duties",
    legal_times="Legal steps (rights to buy, manage, repair) are finished in time",
    complaints="Complaints are handled well and kindly, and put right where they should be",
    correspondence="Letters, e-mail and calls are answered to standards tenants agreed",
    access="Everyone can reach the service, whatever their first language, disability or age",
    plain_language="Tenants are written and spoken to in plain language",
    courtesy="Tenants are treated politely and openly, always",
    service_standards="Every part of the service has clear standards that tenants know of",
    rent_discussion="Tenants have a say on rents, charges and spending while rents are restructured",
    rent_notice="Tenants hear of rent changes early, and of what their rent pays for",
    rent_statements="Rent statements come regularly",
    appointments="Repairs and other visits are by appointment, within an agreed time",
    opening_hours="Opening hours were settled with residents and suit them",
)
"""What should be of the highest standard wherever a tenant lives."""

PRIORITIES: Final = _listed(
    "priority",
    "51",
    decent_homes="Plans for every home to be decent by 2010, by works that last",
    egan="Buying works as the Egan report advises",
    business_planning="Housing management run to a business plan",
    rents="Rents that follow the national formula and can converge by 2012",
    choice_based_lettings="Lettings by choice, in place or planned",
    compacts="Participation compacts through which tenants have real influence",
    cost_effectiveness="Cost-effectiveness up by at least 2 per cent each year, or nearly",
    e_government="Electronic government reached by 2005",
    pat_5="Plans to do locally what Policy Action Team 5 recommended",
    equality="Equality and diversity: codes, race equality schemes, community cohesion",
    supporting_people="Plans for Supporting People from April 2003, where it applies",
    homelessness="An answer to the Homelessness Act 2002: review and strategy",
)
"""National priorities; not every one concerns an ALMO [fn I p14]."""

GROUPS: Final = _listed(
    "group",
    "52",
    older_people="Older people",
    disabled_people="Disabled people",
    domestic_violence="People escaping violence at home",
    asylum_seekers="Asylum seekers",
    minority_ethnic="Minority ethnic groups",
)
"""Groups whose needs the evidence should speak of, with the 2001 Census to build on."""

EXCELLENT: Final = (
    Topic("excellent-tenants-setting", "Tenants helped to set the service standards", "42"),
    Topic("excellent-tenants-monitoring", "Tenants help to monitor the service standards", "42"),
    Topic("excellent-tenants-reviewing", "Tenants help to review the service standards", "42"),
    Topic("excellent-satisfied-for-rent", "Tenants are satisfied with what they get for their rent", "42"),
    Topic("excellent-expect-improvement", "Tenants expect the service to get better yet", "42"),
    Topic("excellent-manages-stock", "The stock is managed well", "25"),
    Topic("excellent-treats-tenants", "Tenants are treated well", "25"),
    Topic("excellent-value-for-money", "The service is worth its money", "25"),
    Topic("excellent-decent-homes-strategy", "A good strategy leads to decent homes by 2010", "25"),
    Topic("excellent-consultation", "Consultation works, and can be traced to decisions, standards and targets", "48"),
    Topic("excellent-cre-code", "The CRE's code on rented housing is followed", "77"),
)
"""What only an excellent service shows."""

LOCAL: Final = (
    Topic("local-stock-type", "What kinds of homes there are", "54"),
    Topic("local-stock-condition", "What condition they are in", "54"),
    Topic("local-demand", "How much demand there is for social housing", "54"),
    Topic("local-past-investment", "What was invested and bought in the past", "55"),
    Topic("local-freedom-to-act", "Whether the ALMO is free to deal with all this", "55"),
)
"""Local conditions that bear on performance."""

QUALITY: Final = _listed(
    "quality",
    "61",
    aims="Each service has its aims set out",
    standards="Standards can be measured, are known to tenants and grow from what they say",
    monitoring="What users get, and how good it is, is monitored and reviewed",
)
"""Quality assurance."""

EFFECTIVE: Final = _listed(
    "effective",
    "A3",
    commitment="Councillors and officers who are committed to improving",
    priorities="Priorities that are clear and do not waver",
    performance_management="Performance management at the core of money and policy",
)
"""The three marks of an effective public body."""

BENCHMARKING: Final = _listed(
    "club",
    "69",
    yearly="The benchmarking club's yearly data: cost, resources and performance in depth, by HouseMark's method",
    quarterly="The benchmarking club's quarterly data: chosen indicators, current and old",
    returns="What goes to the government each year and quarter: strategy and business plan returns, P1 forms",
)
"""The three sets of data that the ALMOs' benchmarking club collects."""

ALMO_TOPICS: Final = _listed(
    "almo-topic",
    "A3",
    best_value_plans="Strategies renewed: Best Value Performance Plans",
    investment_plans="Strategies renewed: Housing Investment Plans",
    inclusion="Strategies renewed: crime and disorder, social inclusion, poverty",
    diversity="Strategies renewed: diversity, equality, black and minority ethnic issues",
    business_planning="Agreed: plans, risks, assets and the Housing Revenue Account",
    data="Agreed: the management and protection of data",
    audit="Agreed: inspection and audit",
    best_value="Agreed: each side's part in Best Value and steady improvement",
    communications="Agreed: how the two bodies communicate",
    personnel="Agreed: staff, TUPE, training, terms, unions and equality",
    health_and_safety="Agreed: health and safety",
    risk_safety="Risks: the safety of tenants and staff",
    risk_property="Risks: property and its upkeep",
    risk_viability="Risks: whether the ALMO stays solvent",
    risk_relationship="Risks: how the ALMO and its authority get on",
)
"""The fifteen topics listed under questions of Appendix 3: four, seven and four."""

CONDITIONS: Final = (
    Topic("condition-rents-and-lettings", "The authority's plan for its rents and for how it lets homes", "13"),
    Topic("condition-business-plan", "A sound business plan, and an ALMO that stays solvent for long", "13"),
    Topic("condition-performance", "High performance on the national housing indicators", "13"),
)
"""What the ODPM asks of authority and ALMO before there is money; the first is the authority's."""

FOUNDING: Final = (
    Topic("founding-constitution", "The ALMO's constitution: memorandum and articles", "21"),
    Topic("founding-agreement", "The formal agreement between authority and ALMO", "21"),
    Topic("founding-delivery-plan", "The Delivery Plan", "fn p39"),
    Topic("founding-consent", "The consent under section 27 and its terms", "T7, fn p27"),
    Topic("founding-departures", "Where these depart from the standard documents, and why", "21, 90"),
)
"""The papers that an ALMO stands on."""

SELF_ASSESSMENTS: Final = (
    Topic("self-assessment-1", "The self-assessment on Appendix 1", "33"),
    Topic("self-assessment-2", "The self-assessment on Appendix 2", "33"),
    Topic("self-assessment-3", "The self-assessment on Appendix 3, by authority and ALMO", "33"),
)
"""What the bodies found when they put the questions of the three appendices to themselves."""

SEVERAL: Final = (
    Topic("central-services", "Services from a central office for a local ALMO", "106"),
    Topic("benchmarked-alike", "Comparison with other ALMOs, or with bodies of the same size", "107"),
    Topic("tmo-governance", "Who governs and manages tenant management organisations, and how they tie in", "105"),
)
"""What matters where there is more than one ALMO, part of one, or a tenant management organisation."""

OTHERS: Final = (
    Topic("regeneration", "Regeneration, and work with partners", "60"),
    Topic("compact", "The tenant participation compact agreed with tenants and authority", "49"),
    Topic("options-appraisal", "Tenants' part in the appraisal of stock options", "49"),
    Topic("almo-decision", "Tenants' part in deciding to set up the ALMO", "49"),
    Topic("gas-servicing", "Every gas appliance serviced each year", "A1 2.2"),
    Topic("tmo-tenants", "Tenants of tenant management organisations", "105"),
    Topic("previous-recommendations", "What became of earlier recommendations", "80, 102, A2 KQ1"),
    Topic("four-cs", "Challenge, compare, consult, compete", "A2 KQ2"),
    Topic("smart-plans", "Plans with owner, means, target and date", "A2 KQ2"),
    Topic("race-equality-scheme", "The ALMO's Race Equality Scheme, built on the council's", "fn II p14, A3"),
    Topic("almo-distinct", "An ALMO apart from the council, with enough authority", "90, 91, A3"),
    Topic(
        "governance-resource-pack",
        "The task force's guidance on governance followed, or sound reasons why not",
        "90, 98",
    ),
    Topic("change-management", "How staff were brought through the change", "58"),
    Topic("training", "Training of staff, tenants and board", "58, 59"),
    Topic("recruitment", "Finding and keeping staff", "59"),
    Topic("strategy-resources", "Strategies with dates and money", "57"),
    Topic("targets-in-plans", "Targets that stand in the Best Value Performance Plan and the business plan", "71, 72"),
    Topic("escalation", "Who is told of grave or lasting failure, or of a risk of harm, and what follows", "story 001"),
)
"""Topics of no list."""

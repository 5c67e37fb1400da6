"""Evidence of every kind, and what a judgement may rest on [39, 40, 63–67, 78–82, 112]."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reportkit.guidance.context_sources import CONTEXT_SOURCES
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import Rule, rule

_FOCUS_GROUPS: Final = frozenset({"focus-groups-neighbourhood", "focus-groups-service"})
_OTHERS_VIEWS: Final = ("government-office", "lpsas", "external-audit", "ombudsman")
_AWARD = re.compile(
    r"\b(EFQM|European Foundation for Quality|Investors? in People|IiP|Charter ?Mark|ISO ?900\d)\b", re.IGNORECASE
)


@rule(
    "E02",
    remedy="Add evidence of another kind, a random survey above all, to the finding's `evidence`.",
    example="A finding on repairs that cites a focus group also cites the survey of 1,200 tenants.",
)
def focus_groups_stand_alone(index: Index) -> Iterator[Remark]:
    """What a focus group says may be swayed by what hangs on the score.

    In inspections of ALMOs groups of users therefore count for less, and random surveys for more. Focus groups of
    staff are another kind of evidence, and are not meant.
    """
    groups = {each.id for each in index.inspection.evidence if each.kind == "users-met" and each.way in _FOCUS_GROUPS}
    if not groups:
        return
    for finding in index.inspection.findings:
        if finding.evidence and groups.issuperset(finding.evidence):
            yield wrong(
                finding.origin.at("evidence"),
                f"The finding {finding.id} rests on focus groups of users alone",
                "Add evidence of another kind, such as a random survey, or answer E02 in answers.yaml, "
                f"about {finding.id}.",
                finding.id,
            )


@rule(
    "E03",
    remedy="Add a reality check to `evidence`, and cite it in findings on that judgement.",
    example="Rent arrears are judged by BVPI 66a, by a sample of 40 arrears cases and by interviews with rent staff.",
)
def judgement_on_indicators_alone(index: Index) -> Iterator[Remark]:
    """Indicators open an enquiry and do not close it: by themselves they cannot carry a judgement."""
    judgements = index.particulars.judgements
    for name, rating, findings in (
        ("service", judgements.service.rating, index.service),
        ("prospects", judgements.prospects.rating, index.prospects),
    ):
        if rating is not None and not _has_other_evidence(index, findings):
            yield _on_indicators_alone(index, name, findings)


@rule(
    "E04",
    remedy="Test how the figure was worked out, write `yes` or `no` under `verified`, and for `no` a `note`.",
    example="BVPI 66a,Rent collected,97.1,per cent,higher,2002/03,almo,no,98,Counts prepaid rent twice",
)
def indicators_not_tested(index: Index) -> Iterator[Remark]:
    """Some councils work important indicators out wrongly, so the data behind each figure is tested."""
    for each in index.inspection.indicators:
        if each.verified is None:
            yield missing(
                each.origin.at("verified"),
                f"Whether {each.code} was worked out rightly has not been tested",
                f"Write `yes` or `no` under `verified`, or answer E04 in answers.yaml, about {each.code}.",
                each.code,
            )
        elif not each.verified and not each.note:
            yield wrong(
                each.origin.at("verified"),
                f"{each.code} is not verified, and why is not said",
                f"Write under `note` what is wrong with the figure, or answer E04 in answers.yaml, about {each.code}.",
                each.code,
            )


@rule(
    "E06",
    remedy="Give what was seen of the service as the reason; an award may stand beside it.",
    example="Not “The ALMO holds Charter Mark”, but “Calls are answered in 14 seconds and callers are satisfied”.",
)
def award_as_a_reason(index: Index) -> Iterator[Remark]:
    """Awards help an organisation improve, but none is a condition of a good service.

    What counts is the quality of the service as it is delivered.
    """
    judgements = index.particulars.judgements
    for name, reasons in (("service", judgements.service.reasons), ("prospects", judgements.prospects.reasons)):
        for number, reason in enumerate(reasons):
            award = _AWARD.search(reason)
            if award:
                yield wrong(
                    spot(index.particulars.origin, f"judgements.{name}.reasons.{number}"),
                    f"A reason for the judgement on the {name} names an award, {award.group()}",
                    "Give what was seen of the service as the reason, or answer E06 in answers.yaml.",
                    name,
                )


@rule(
    "E08",
    remedy="Add each as evidence of the kind `document` with its `source`, or say why there is none.",
    example="evidence/ombudsman-2003.yaml with kind: document, source: ombudsman",
)
def others_views_not_considered(index: Index) -> Iterator[Remark]:
    """Others judge the same service, and what they say is weighed.

    These are central government's ratings, progress on a Local Public Service Agreement, the auditor's report on the
    Best Value Performance Plan, and complaints that the Ombudsman upheld.
    """
    seen = {each.source for each in index.inspection.evidence}
    for source in _OTHERS_VIEWS:
        if source not in seen:
            yield missing(
                index.file("evidence"),
                f"No evidence from this source: {CONTEXT_SOURCES[source].title}",
                f"Add evidence with `source: {source}`, or answer E08 in answers.yaml, about {source}.",
                source,
            )


@rule(
    "E10",
    remedy="Say in `checking-basis` how good the organisation's own monitoring is, and what that meant for the checks.",
    example="checking-basis: Managers sample one repair in ten and their figures held, so we sampled 60 and not 120.",
)
def amount_of_checking_not_explained(index: Index) -> Iterator[Remark]:
    """The better an organisation watches itself, the less there is for inspectors to check."""
    if not index.particulars.checking_basis:
        yield missing(
            index.particulars.origin.at("checking-basis"),
            "Why there was as much checking as there was is not said",
            "Write a sentence in `checking-basis` in inspection.yaml, or answer E10 in answers.yaml.",
        )


@rule(
    "E18",
    remedy="Add evidence of the ALMO's own work since it went live, and cite it.",
    example="A finding on repairs cites a sample of jobs done since April 2003, not only the council's review of 2001.",
)
def evidence_is_of_the_council_before(index: Index) -> Iterator[Remark]:
    """The months since the ALMO began are there so that it has a record of its own to inspect."""
    if index.almo is None:
        return
    if index.almo.went_live is None:
        yield missing(
            spot(index.particulars.origin, "almo.went-live"),
            "When the ALMO went live is not said, so evidence of its own record cannot be told from the council's",
            "Write the date in `went-live` under `almo`, or answer E18 in answers.yaml.",
        )
    of_the_almo = {each.id for each in index.inspection.evidence if not _is_of_the_past(each, index)}
    for finding in index.service:
        if finding.evidence and of_the_almo.isdisjoint(finding.evidence):
            yield wrong(
                finding.origin.at("evidence"),
                f"The finding {finding.id} rests only on evidence of the council, or from before the ALMO went live",
                f"Add evidence of the ALMO's own record, or answer E18 in answers.yaml, about {finding.id}.",
                finding.id,
            )


def _has_other_evidence(index: Index, findings: Iterable[Finding]) -> bool:
    return any(not _is_indicators(each) for finding in findings for each in index.cited(finding))


def _is_indicators(evidence: Evidence) -> bool:
    return evidence.kind == "indicators" or evidence.source == "indicators"


def _on_indicators_alone(index: Index, name: str, findings: Iterable[Finding]) -> Remark:
    where = spot(index.particulars.origin, f"judgements.{name}.rating")
    remedy = f"Add evidence of a reality check, and cite it in `evidence` of findings on the {name}."
    if any(each.evidence or each.indicators for each in findings):
        return wrong(where, f"The judgement on the {name} rests on indicators alone", remedy, name)
    return missing(where, f"The judgement on the {name} rests on no evidence yet", remedy, name)


def _is_of_the_past(evidence: Evidence, index: Index) -> bool:
    live = index.almo.went_live if index.almo else None
    before = live is not None and evidence.date is not None and evidence.date < live
    return evidence.about == "authority" or before


EVIDENCE_KINDS: tuple[Rule, ...] = (
    focus_groups_stand_alone,
    judgement_on_indicators_alone,
    indicators_not_tested,
    award_as_a_reason,
    others_views_not_considered,
    amount_of_checking_not_explained,
    evidence_is_of_the_council_before,
)

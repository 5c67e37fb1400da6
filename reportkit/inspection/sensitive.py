"""What stays out of public papers: sensitive findings that are not cleared, and all that would reveal them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import Cleared
from reportkit.inspection.texts import Mention, mentions, written


def cleared_for(paper: str, cleared: Iterable[Cleared], digests: Mapping[str, str]) -> frozenset[str]:
    """Return the findings that may stand in a public paper.

    `digests` gives the SHA-256 of each finding's file as it is.

    A clearance holds for the words that were cleared: after an edit it is gone.
    """
    return frozenset(
        each.finding for each in cleared if paper in each.papers and digests.get(each.finding) == each.digest
    )


class Withheld(Struct, frozen=True):
    """An inspection without what is withheld (`shown`), and the ids of that, in order.

    `told` are the places where a text that stays refers to a finding that is withheld.
    """

    shown: Inspection
    findings: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    told: tuple[Mention, ...] = ()


def withheld(inspection: Inspection, cleared: Collection[str] = ()) -> Withheld:
    """Return the inspection as the public may read it. `cleared` are the ids of sensitive findings that may stand.

    A recommendation that answers nothing but withheld findings would tell what they say, and goes with them; where it
    answers others too, it stays and names those alone. What an earlier inspection withheld stays so. Evidence stays:
    it names no finding.
    """
    away = frozenset(each.id for each in inspection.findings if each.sensitive and each.id not in cleared)
    if not away and not any(each.sensitive for each in inspection.earlier):
        return Withheld(inspection)
    telling = frozenset(each.id for each in inspection.recommendations if each.findings and away >= set(each.findings))
    shown = _without(inspection, away, telling)
    told = (mention for text in written(shown) for mention in mentions(text) if mention.finding in away)
    return Withheld(shown, tuple(sorted(away)), tuple(sorted(telling)), tuple(told))


def _without(inspection: Inspection, away: frozenset[str], telling: frozenset[str]) -> Inspection:
    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in ids if each not in away)

    return replace(
        inspection,
        findings=tuple(each for each in inspection.findings if each.id not in away),
        recommendations=tuple(
            replace(each, findings=kept(each.findings)) for each in inspection.recommendations if each.id not in telling
        ),
        drivers=tuple(replace(each, findings=kept(each.findings)) for each in inspection.drivers),
        barriers=tuple(replace(each, findings=kept(each.findings)) for each in inspection.barriers),
        earlier=tuple(replace(each, findings=kept(each.findings)) for each in inspection.earlier if not each.sensitive),
    )

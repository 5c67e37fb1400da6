"""Chapter I: what the acts of moderation keep, so that nothing in an inspection's folder could break it [114, 117]."""

from __future__ import annotations

from typing import Final

from reportkit.rules.rule import Principle, principle

_SIGNED = "reportkit moderate sign-off harrowmere-homes"

KEPT_BY_MODERATION: Final[tuple[Principle, ...]] = (
    principle(
        "I01",
        why="Moderators are at least the regional Lead Inspector, the ALMO co-ordinator and one more senior manager. "
        "The policy names who holds each role, and nothing goes out without all three.",
        remedy="Name them in moderation/policy.yaml; `reportkit moderate` says whose sign-off is missing.",
        example="reportkit people list",
    ),
    principle(
        "I02",
        why="Three roles are three people, as we read it: who signs as one cannot sign as another. Where someone is "
        "away, a named person covers the role for a time.",
        remedy="Record a cover; a named person may set the rule aside with a reason.",
        example="reportkit moderate cover harrowmere-homes",
    ),
    principle(
        "I03",
        why="Which region is meant the guidance does not say; as we read it, the authority's. Someone from another "
        "region may still be the right one, so the record warns and does not refuse.",
        remedy="Look at the warning of `reportkit moderate` before you sign; say in your note why it may stand.",
        example="reportkit moderate harrowmere-homes",
    ),
    principle(
        "I04",
        why="No one should judge their own work. The guidance is silent, and it is good practice today: who is on the "
        "team or wrote a finding does not moderate it.",
        remedy="Have another person sign, or let the policy allow it in so many words.",
        example="reportkit moderate cover harrowmere-homes",
    ),
    principle(
        "I05",
        why="Moderators look at evidence, judgements and report. The pack puts all three before them, and a sign-off "
        "holds exactly as long as what was signed.",
        remedy="Read the pack, then sign; after a change, sign again.",
        example=_SIGNED,
    ),
    principle(
        "I06",
        why="Where moderators cannot judge, they ask for more and take it into account. A question on the record holds "
        "up every sign-off until it is answered, and the person who asked sees the answer first.",
        remedy="Answer what is asked: `reportkit moderate` shows each question with its date.",
        example='reportkit moderate answer harrowmere-homes --text "…"',
    ),
    principle(
        "I07",
        why="What became of each judgement is part of the record: agreed, or changed from one rating to another, and "
        "why. The meeting notes it, and the decision repeats it.",
        remedy="Give the outcome of each judgement when you note the meeting.",
        example="reportkit moderate meeting harrowmere-homes --service agreed --prospects agreed",
    ),
    principle(
        "I08",
        why="A letter sets money moving, so none is made before moderation is done and the bodies' comments are "
        "answered. The command refuses, and says what is missing.",
        remedy="Do what `reportkit moderate` lists, in its order.",
        example="reportkit moderate harrowmere-homes",
    ),
)

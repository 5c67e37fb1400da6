"""Appendix 2 in our own words: what inspectors ask about the prospects for improvement.

39 questions: 5 under key question one, 10 and 14 below them under two, 4 and 6 below them under three.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PROSPECTS: Final[Mapping[str, str]] = {
    "P1.1": "What was done about the recommendations of earlier inspections, audits and peer reviews?",
    "P1.2": "What was done to carry out its own plans, corporate and for services, from Best Value reviews or not?",
    "P1.3": "What shows that customers are plainly better off for it?",
    "P1.4": "Do indicators, national and local, show improvement?",
    "P1.5": "What shows that it learns, from complaints, surveys and its staff's ideas?",
    "P2.1": "Did it challenge, compare, consult and compete to arrive at its plans, with a review or without?",
    "P2.2": "How hard on itself was it when it challenged?",
    "P2.2a": "What shows that aims, policies and ways of working were questioned to the bottom?",
    "P2.2b": "What shows that it asked of every part whether it is needed, and who should run it?",
    "P2.2c": "What did it do with the answers?",
    "P2.3": "How far did it go in comparing?",
    "P2.3a": "How did it try to learn from others, and with whom did it benchmark what?",
    "P2.3b": "What did it learn of its own performance that way?",
    "P2.3c": "What was done about what was learnt?",
    "P2.4": "Did everyone with a stake take part?",
    "P2.4a": "How were tenants, other residents, stakeholders and seldom-heard groups consulted?",
    "P2.4b": "What came of that consultation?",
    "P2.5": "How has it shown that its service is competitive?",
    "P2.5a": "How did it test whether anyone, public, voluntary or private, does better or costs less?",
    "P2.5b": "Did it study the market, and where none exists, think of making one?",
    "P2.5c": "Did it look at every way of buying: partnership, joint provision, negotiated tender?",
    "P2.6": "What shows that plans were made by a method agreed for the whole body?",
    "P2.7": "Do the plans allow for changes outside, new laws and laws to come among them?",
    "P2.8": "Do the plans meet the main weaknesses head on, with new aims?",
    "P2.9": "What shows that customers will gain in earnest, by actions that stretch and look outward?",
    "P2.10": "Are the plans specific, measurable, agreed, realistic and bound to dates?",
    "P2.10a": "Is it clear who must do what, and who answers for it?",
    "P2.10b": "Do they say what money, people and property they need?",
    "P2.10c": "Are their targets and dates clear, and possible?",
    "P3.1": "What shows that it can deliver: means, skills, systems, partners, or plans to fill the gaps?",
    "P3.2": "Do its arrangements see to it that plans are carried out and customers gain?",
    "P3.2a": "Is performance managed firmly enough that plans happen and services reach their aims?",
    "P3.2b": "Do governance and scrutiny work?",
    "P3.2c": "Has it made indicators of its own, and what does it do with them?",
    "P3.2d": "How good is its handling of risk?",
    "P3.3": "What shows that money and people go where the stated priorities are?",
    "P3.4": "What shows that those who matter make the plans their own and understand them alike?",
    "P3.4a": "What shows that staff, managers, members, board, contractors and partners back the plans and mean it?",
    "P3.4b": "How far do staff and managers take steady improvement for everyday work?",
}

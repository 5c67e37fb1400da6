"""Appendix 3 in our own words: what inspectors ask about an ALMO's governance, under key question three.

38 questions: the authority and its ALMO 9, the board 12, organisation and performance 8, users 5, risk 4.
The fifteen topics listed under G1.1, G1.2 and G5.1 stand in topics.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GOVERNANCE_QUESTIONS: Final[Mapping[str, str]] = {
    "G1.1": "Has the council renewed its corporate strategies now that there is an ALMO?",
    "G1.2": "Is it agreed who answers for which matters, strategic and day to day?",
    "G1.3": "Where the interests of council and ALMO clash, how is the clash kept small, or settled?",
    "G1.4": "Do housing strategy, the council's HRA plan and the ALMO's plan fit openly together, "
    "towards results agreed with tenants?",
    "G1.5": "Is it agreed who draws up the Housing Revenue Account, and who keeps it?",
    "G1.6": "Is it clear how the council reviews the ALMO against its plans, and what follows when either side fails?",
    "G1.7": "Is it clear what the Delivery Plan wants, and does it serve national and local objectives alike?",
    "G1.8": "Is there a way that works to report departures from the Delivery Plan and to change it jointly?",
    "G1.9": "Are the powers that the Delivery Plan delegates clear, and do they work?",
    "G2.1": "Do the council's delegations give the ALMO clear power and duty to act for it?",
    "G2.2": "Does the board keep the powers it should, apart from those its officers have?",
    "G2.3": "Does the ALMO work under its Section 27 constitution, and carry out what was delegated to it?",
    "G2.4": "In a group, is each ALMO free locally while the group keeps the control it needs?",
    "G2.5": "How are board members chosen, are tenants drawn in, and is the board like its tenants and community "
    "in sex, race and age?",
    "G2.6": "Has the board the skills and strength to lead, and how does it find that out?",
    "G2.7": "How has the board been trained, and how will it be?",
    "G2.8": "How do members show that the ALMO's interest is what they serve?",
    "G2.9": "What guides the conduct of board and staff?",
    "G2.10": "Has the board given the organisation clear aims, and shown that it stands by them?",
    "G2.11": "How are board, committees and officers arranged, and is each one's part defined and kept to?",
    "G2.12": "How does the ALMO promote equality as employer and provider, and has it a Race Equality Scheme?",
    "G3.1": "Do its arrangements secure Best Value and steady improvement?",
    "G3.2": "Is there a full business plan that delivers the council's, or its part of it, "
    "with sound reports to council and tenants?",
    "G3.3": "Is the business plan formally reviewed, in step with the council's?",
    "G3.4": "What has the ALMO set up for best value and for services that keep getting better?",
    "G3.5": "How does it make sure of good services for the money, and by what means does it watch performance?",
    "G3.6": "How does it plan, and do its aims reach the targets of teams and individuals?",
    "G3.7": "How are policies and procedures made, told to staff, and reviewed?",
    "G3.8": "How will it work with the council if performance fails?",
    "G4.1": "Have tenants and leaseholders several ways to take part in managing, developing and reviewing the ALMO?",
    "G4.2": "How do users judge the ALMO's performance, and change it?",
    "G4.3": "How do users and others sway decisions on services, and can tenants attend the board and its committees?",
    "G4.4": "How does the ALMO keep users, staff, council and others informed, and of what?",
    "G4.5": "How does it deal with complaints, and with appeals against its decisions?",
    "G5.1": "How does it deal with risks to safety, property, solvency and its bond with the council?",
    "G5.2": "Which financial reports reach the board and senior managers, and can they decide by them?",
    "G5.3": "Do systems see to sound care and management of the ALMO's money?",
    "G5.4": "Do internal and external audit ensure sound controls, lawful accounts and agreements that are kept?",
}

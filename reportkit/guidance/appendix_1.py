"""Appendix 1 in our own words: what inspectors ask to judge how good a service is, by sub-question and area.

140 questions in 24 cells, in the order of the guidance's bullets: the n-th text of a cell is the
question `<sub-question>-<area's short name>-<n>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# In stock 1.1 the eighth bullet runs on from the ninth: the guidance's two lines changed places.
_AIMS_CHALLENGED: Final = {
    "stock": (
        "Does investment follow national priorities?",
        "Is there a view, made locally, of what the service should become?",
        "Does the organisation make the most of its resources?",
        "Have residents and others helped it to question how it plans, delivers and looks back on investment?",
        "Will the options for investment have been weighed, strictly and without bias, by July 2005?",
        "Does the business plan for the Housing Revenue Account rest on good information, and can it work?",
        "Can that plan be seen at work in what is actually done?",
        "Once its homes are decent (the next question), can the organisation keep them so?",
        "Can it repair its homes and make every one of them decent by 2010?",
        "Are emergency repairs a sensible share of all responsive repairs?",
        "Is enough of the repair work planned to get the best value from the money?",
        "Has partnering with contractors been looked into thoroughly?",
        "Do tenants know how to ask for a repair, and what to expect when they do?",
    ),
    "rent": (
        "Is there a clear policy on rents, in step with national rent restructuring?",
        "Which targets does the service have?",
        "Has anyone questioned how the service is organised?",
        "Is the effort well divided between collecting rent and recovering arrears?",
        "Do users understand the service, and the ways to pay rent and charges?",
        "Did councillors or the board, tenants and others help to shape it?",
        "Has it been considered whether someone else should run it?",
    ),
    "participation": (
        "Does what tenants contribute count with the organisation?",
        "Does it do what national policy requires?",
        "Did working out the compact with tenants call existing arrangements into question?",
        "Does the organisation share information with tenants, consult them and enable them to take part?",
        "Which support serves tenants best?",
        "What part do present and future tenants have in shaping services?",
        "How do tenants learn of the standards they can expect?",
        "Were tenants and their representatives trained well enough to take a full part in Best Value?",
    ),
    "estates": (
        "Is the policy on lettings clear?",
        "Is it what national policy expects?",
        "Which way of providing each part of housing management is best?",
        "What would tenants put right first?",
        "Does the organisation listen to what tenants say?",
        "Has it looked for the best providers of these services, and thought of using them?",
        "From where is the service best run: the estate, a local office or the centre?",
        "Do both staff and the public understand the standards of service?",
        "Does the business plan take these services in?",
    ),
}

_AIMS_SUPPORTED: Final = {
    "stock": (
        "Does investment serve the strategy for saving energy in homes?",
        "What do the products that are bought do to the environment?",
        "What does investment do for local jobs and trade?",
        "How highly is investment valued that makes neighbourhoods safer?",
    ),
    "rent": (
        "Can the council's wider aims be seen in the service?",
        "Is the need for income well balanced against fair treatment of tenants?",
        "Can tenants on low incomes get from here to wider advice?",
    ),
    "participation": (
        "Is taking part here joined to work on the wider neighbourhood and community?",
        "What is done for groups that are seldom heard?",
        "Is everyone included in what the compact says on diversity?",
        "Can the main standards be read in the languages that tenants use?",
    ),
    "estates": (
        "How do housing staff work with schools, social services, health and benefits in a neighbourhood?",
        "Where there is sheltered housing, does it work well for what it costs?",
        "Are the ties with those who work for community safety strong?",
        "What is done that really tackles racial harassment?",
    ),
}

_PERFORMANCE_MANAGED: Final = {
    "stock": (
        "How does it follow what investment does for customers, stock data, energy, lettings, the business plan?",
        "Which targets stand against the national indicators?",
        "Does it use indicators of its own?",
        "Do staff, partners and suppliers understand their part in the whole?",
        "How ready is it to keep on improving?",
        "What checks make sure that indicators are worked out as they are defined?",
        "Do officers, tenants and the board use indicators to find and follow problems?",
        "Are grumbles that never become formal complaints noted, and learnt from?",
    ),
    "rent": (
        "Has it set itself targets on rent collected, in line with the national indicator (BVPI 66)?",
        "Does the service have indicators of its own?",
        "Do plans for improvement say by which steps the aims will be reached?",
        "Which results does it want, to keep its income up and raise it?",
        "Do staff know what the service is for?",
        "Are staff equipped to give the service and reach its targets?",
        "Does each collector have targets for rent and arrears?",
        "Do officers, tenants and the board look to rent indicators to see what goes wrong?",
        "Do informal grumbles about rent lead to a better service?",
        "Is there a check that rent indicators keep to the published definition?",
    ),
    "participation": (
        "Which targets does participation have?",
        "By whom were they set, and who must reach them?",
        "What does satisfaction with participation (BVPI 75) tell?",
        "Is there a plan for putting the compact into practice?",
        "Are informal grumbles picked up here too, and used?",
        "Do indicators help officers, tenants and the board to see problems in this work?",
    ),
    "estates": (
        "What is expected of lettings, caretaking, grounds and estate management?",
        "Are tenancies managed well?",
        "Which targets are there?",
        "Who helps to measure performance?",
        "Do tenants help?",
        "Who is told the results?",
        "Is the race equality code for housing management kept (BVPI 164)?",
        "Do grumbles about estates reach someone who acts on them?",
        "Do officers, tenants and the board follow estate problems by means of indicators?",
    ),
}

_DELIVERING: Final = {
    "stock": (
        "How does the service perform?",
        "What do tenants think of investment decisions and of work in their homes, and were they properly involved?",
        "What happens when the service fails someone?",
        "Is the business plan being carried out in practice?",
        "Is each gas appliance serviced yearly, with a strict and followed procedure for homes no one lets it into?",
        "Do responsive repairs work well, and at a fair cost?",
        "Is satisfaction rising or falling for repairs, empty homes, planned maintenance and renewals?",
        "Are tenants' opinions written down, and does anything come of them?",
    ),
    "rent": (
        "Can users be shown that actions are done, targets reached and the service given?",
        "Is as much of the rent collected as can be?",
        "Are results getting better?",
        "Is arrears policy carried out?",
        "In customers' eyes, does it act as its policy says?",
        "How are tenants' opinions asked for, kept and used?",
        "Are customers as satisfied as those of other services here, and of rent services elsewhere?",
    ),
    "participation": (
        "Do consultation and participation work?",
        "Has the compact kept its promises?",
        "What has it achieved, in tenants' opinion?",
        "How is the compact monitored, and to whom is it reported?",
        "What part do tenants have in making each service better?",
        "Is it clear how compacts for single neighbourhoods will come about?",
        "How does the ALMO reach the many tenants who belong to no formal group?",
    ),
    "estates": (
        "What is tenants' opinion of their services?",
        "Do services improve or decline?",
        "Against which benchmarks will improvement be measured?",
        "How does policy become practice?",
        "Are estates and their surroundings managed well?",
        "Has tenants' sense of safety grown?",
        "Have estates become cleaner?",
        "Have homes become easier to let?",
        "Do tenancies last longer?",
        "Which way is demand moving?",
    ),
}

_BEST_QUARTER: Final = {
    "stock": (
        "How far is performance from the best quarter?",
        "Will the targets for repairs, empty homes and appointments bring it there by 2005?",
    ),
    "rent": (
        "Where does the service stand today against the best quarter?",
        "Will the targets for rent and arrears bring it into that quarter by 2005?",
    ),
    "participation": (
        "How does its practice stand beside the good practice of others?",
        "What has it talked over with others about tenants' part in improving services?",
    ),
    "estates": (
        "Will the national indicators for this work come into the best quarter?",
        "Which indicators of its own are there, and how do they move?",
    ),
}

_WORTH_ITS_COST: Final = {
    "stock": (
        "Are the costs of commissioning this service known?",
        "Has it got lower prices for work on empty homes, or ordered long ahead?",
        "How can it show that the money is well spent?",
        "What keeps extras in check?",
        "How are works inspected, beforehand and when they are done?",
        "How has competition been shown, and do open buying decisions prove value for money?",
    ),
    "rent": (
        "Is the cost of the service known?",
        "Is it known how that divides among collecting, recovering and counselling?",
        "Has any of the service, or all of it, been tested against outside competitors?",
    ),
    "participation": (
        "How much is spent on participation in all?",
        "Which share of that do tenants decide on, and which the organisation?",
        "How do the organisation, and tenants themselves, measure what comes of it?",
    ),
    "estates": (
        "Do costs and standards bear comparison with the best?",
        "Which overheads does the service carry?",
        "How much competition is there?",
    ),
}

CELLS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "1.1": _AIMS_CHALLENGED,
    "1.2": _AIMS_SUPPORTED,
    "2.1": _PERFORMANCE_MANAGED,
    "2.2": _DELIVERING,
    "3.1": _BEST_QUARTER,
    "3.2": _WORTH_ITS_COST,
}
"""Texts by sub-question and by the area's short name."""

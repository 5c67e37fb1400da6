"""Councils and regions outside England, to which the ALMO programme does not apply [2].

The councils are those of Wales and Scotland since 1996, written without “Council” and the like. In Northern
Ireland no council is a landlord: the Housing Executive is.
"""

from __future__ import annotations

from typing import Final

REGIONS_OUTSIDE: Final = frozenset(("wales", "scotland", "northern ireland"))

_WELSH: Final = (
    "Blaenau Gwent", "Bridgend", "Caerphilly", "Cardiff", "Carmarthenshire", "Ceredigion", "Conwy", "Denbighshire",
    "Flintshire", "Gwynedd", "Isle of Anglesey", "Merthyr Tydfil", "Monmouthshire", "Neath Port Talbot", "Newport",
    "Pembrokeshire", "Powys", "Rhondda Cynon Taf", "Swansea", "Torfaen", "Vale of Glamorgan", "Wrexham",
)  # fmt: skip
_SCOTTISH: Final = (
    "Aberdeen", "Aberdeenshire", "Angus", "Argyll and Bute", "Clackmannanshire", "Dumfries and Galloway", "Dundee",
    "East Ayrshire", "East Dunbartonshire", "East Lothian", "East Renfrewshire", "Edinburgh", "Falkirk", "Fife",
    "Glasgow", "Highland", "Inverclyde", "Midlothian", "Moray", "North Ayrshire", "North Lanarkshire",
    "Orkney Islands", "Perth and Kinross", "Renfrewshire", "Scottish Borders", "Shetland Islands", "South Ayrshire",
    "South Lanarkshire", "Stirling", "West Dunbartonshire", "West Lothian", "Western Isles",
)  # fmt: skip

LANDLORDS_OUTSIDE: Final = (*_WELSH, *_SCOTTISH, "Northern Ireland Housing Executive")

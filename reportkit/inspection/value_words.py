"""What the values of an inspection are called in words."""

from __future__ import annotations

from typing import Final

KINDS: Final = {
    "almo": "ALMO inspection",
    "indicative": "Indicative inspection",
    "re-inspection": "Re-inspection",
    "best-value": "Best Value inspection",
}
STARS: Final = ("no stars", "one star", "two stars", "three stars")
BODIES: Final = {"almo": "the ALMO", "authority": "the authority", "both": "the authority and the ALMO"}
DEPTHS: Final = {"full": "in full", "lighter": "more lightly"}
BETTER: Final = {"higher": "higher", "lower": "lower", "neither": "neither"}
CRITERIA: Final = {"2003-03": "the guidance of March 2003"}
AUTHORITY_TYPES: Final = {
    "london-borough": "London boroughs",
    "metropolitan-borough": "metropolitan boroughs",
    "unitary-authority": "unitary authorities",
    "district-council": "district councils",
}

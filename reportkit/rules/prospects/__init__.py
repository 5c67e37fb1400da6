"""Chapter H: judgement 2, the prospects, with drivers, barriers and governance."""

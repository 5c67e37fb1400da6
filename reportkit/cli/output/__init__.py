"""How answers look at a terminal and as JSON."""

"""Asking for values: as options, or at a terminal with choices from the guidance."""

"""Which document holds what."""

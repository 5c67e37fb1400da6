"""Telling the score: letters and press release made, read back, recorded and handed over."""

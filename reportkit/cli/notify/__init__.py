"""`reportkit notify`: the letters and the press release, how each was sent, and copies of them."""

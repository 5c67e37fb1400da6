"""`reportkit comments`: the draft sent to the bodies, their comments, and the answers."""

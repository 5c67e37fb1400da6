"""The stories of `reportkit demo`: invented people run the ordinary commands, one after another."""

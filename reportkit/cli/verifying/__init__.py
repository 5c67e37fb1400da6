"""What `verify` does: gather the record and all that happened to it, judge it, and say or list what was found."""

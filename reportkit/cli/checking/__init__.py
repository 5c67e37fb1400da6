"""What `check` does: gather the problems, narrow them to what was asked for, and say or list them."""

"""The commands, one file each: the only room that knows the terminal."""

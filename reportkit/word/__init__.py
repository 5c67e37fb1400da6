"""Blocks to Word: the only room that knows the format, and it knows no inspection."""

"""The record of moderation and what follows from it: pure values, with no clock, disk, Git or terminal."""

"""The working repository in Git: the only room that speaks to it."""

"""The rows of the rule list, one file a chapter."""

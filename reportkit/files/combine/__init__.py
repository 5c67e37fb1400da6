"""Two people's versions of one file brought together by what they mean."""

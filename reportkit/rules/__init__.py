"""What the guidance asks of an inspection, as rules: an inspection in, problems out."""

"""Chapter E: evidence."""

"""Chapter O: text and presentation."""

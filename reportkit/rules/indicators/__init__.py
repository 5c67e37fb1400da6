"""Chapter G: performance indicators."""

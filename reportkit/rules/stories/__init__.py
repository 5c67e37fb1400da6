"""Chapter S: what news stories of the time imply."""

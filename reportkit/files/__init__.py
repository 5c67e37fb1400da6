"""Values to files: new files, and YAML changed by key."""

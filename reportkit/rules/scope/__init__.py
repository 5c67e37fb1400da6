"""Chapter A: scope, parties and rounds."""

"""What every action stands on: the repository, its record, the clock, the signer, sharing, files written whole."""

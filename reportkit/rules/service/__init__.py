"""Chapter F: judgement 1, how good the service is."""

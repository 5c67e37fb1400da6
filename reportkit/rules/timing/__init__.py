"""Chapter B: what must come before the inspection."""

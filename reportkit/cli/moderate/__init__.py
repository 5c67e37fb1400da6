"""`reportkit moderate`: what waits for a person, the state of an inspection, and every act of moderation."""

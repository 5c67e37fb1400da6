"""Whether the record can be believed, judged from what a store tells of it and of everything that happened to it."""

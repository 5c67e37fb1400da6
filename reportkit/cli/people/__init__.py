"""`reportkit people`: who may do what, and every change of it."""

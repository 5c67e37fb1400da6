"""What `publish` and `reinspect` are made of: the final report, and the next inspection's folder."""

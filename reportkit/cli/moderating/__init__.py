"""What `moderate` and its acts do: gather where an inspection stands, refuse or record, and tell what follows."""

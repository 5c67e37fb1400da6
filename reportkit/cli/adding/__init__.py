"""What `add` can add: the fields of each kind of file, how they are asked for, and how they are written."""

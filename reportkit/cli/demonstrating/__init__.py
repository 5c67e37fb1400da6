"""What `demo` plays: people of an invented office who type the commands that anybody types, one after another."""

"""The command line: a folder or file for each command, and what they need to ask and print."""

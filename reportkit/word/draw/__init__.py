"""Blocks as the XML and the parts of a .docx."""

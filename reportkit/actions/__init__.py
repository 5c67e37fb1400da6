"""What a person does or asks, one verb a file; callable from a test, a page or a terminal."""

"""LibreOffice, which makes PDF copies; each run has a home and a temporary folder of its own."""

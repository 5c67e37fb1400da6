"""What the guidance of March 2003 says, as data with paragraph numbers."""

"""What an inspection is: frozen values, and nothing that reads or writes them."""

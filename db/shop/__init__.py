"""What only a shop's PC keeps: its encrypted file, keys, capture, search and local records."""

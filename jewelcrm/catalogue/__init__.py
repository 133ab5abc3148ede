"""What the shop sells: pieces, and the gold price board that some are priced by."""

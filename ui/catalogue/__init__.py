"""Products and the gold price board."""

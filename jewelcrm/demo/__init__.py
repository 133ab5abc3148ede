"""A made-up shop: life-like Hong Kong customers and a branch on a working day."""

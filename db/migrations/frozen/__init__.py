"""What the steps in `versions/` made, kept as it was when they were released."""

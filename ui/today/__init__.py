"""Today: what has to be done now, in one place."""

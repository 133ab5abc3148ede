"""Coming in: first sign-in, switching persons, recovery, and setting up a new shop."""

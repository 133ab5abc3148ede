"""A new PC, from the first look to the signed sheet."""

"""Store in a box: the installer's pages of a new computer."""

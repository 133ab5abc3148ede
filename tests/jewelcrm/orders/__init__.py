"""The orders room, tested."""

"""The catalogue room, tested."""

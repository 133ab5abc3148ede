"""The payments room, tested."""

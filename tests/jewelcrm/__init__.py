"""What the shop does, tested room by room."""

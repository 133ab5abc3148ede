"""What the shop does: features, rules, commands and queries. Knows nothing of windows."""

__version__ = "0.1.0"

"""The dashboard: how the shop, or one person, stands against its targets."""

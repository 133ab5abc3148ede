"""Backups: how they stand, the moments to go back to, where copies go."""

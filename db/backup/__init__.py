"""Backup files: a frozen copy of an encrypted store, cut into chunks that are kept once."""

"""Bringing files in, step by step, and taking lists out."""

"""Backups that prove themselves: made while people work, checked, drilled, restored."""

"""Figures of the dashboard, targets and the lists behind."""

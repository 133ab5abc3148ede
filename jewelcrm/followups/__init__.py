"""Reminders and follow-ups: what to do for a customer today, and what may stop."""

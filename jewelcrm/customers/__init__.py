"""Customers: who they are, how to reach them, what they like and what they agreed to."""

"""Customers: the list, the card on the right, quick add and every dialog of the card."""

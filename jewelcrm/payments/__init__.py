"""Payments: a ledger of money in and out, what is still due, and the receipt."""

"""Search: one box for customers, orders, receipts and products."""

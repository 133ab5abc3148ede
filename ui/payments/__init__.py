"""Money at the counter: taking it, giving it back, receipts, the day and what is due."""

"""The customer card: all that is known of one customer, and what to do next."""

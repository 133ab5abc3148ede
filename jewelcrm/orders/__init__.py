"""Orders: sales, special and custom orders, repairs; from the counter to the customer's hand."""

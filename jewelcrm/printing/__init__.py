"""Labels: what lies in the bag with a repair, and what hangs on a piece for sale."""

"""Real input and output: other systems' files into the store, and the store's lists out."""

"""History: who changed what, when and why, from the captured changes; and undoing one of them."""

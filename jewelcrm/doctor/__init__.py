"""The doctor: is this PC's store healthy, and if not, what to do."""

"""The parts of the new-order dialog."""

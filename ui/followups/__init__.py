"""Follow-ups: who should be told or asked what, and by when."""

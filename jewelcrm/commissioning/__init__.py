"""Store in a box: a new PC looked over, set up, backed up, restored for trial, and signed for."""

"""Help: the procedure of each screen, in both languages."""

"""Orders: the board, the list, one order at the right, and the dialogs that change it."""

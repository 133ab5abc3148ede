"""The window around the pages: side bar, search, palette, toasts, scanner."""

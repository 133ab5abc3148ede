"""Labels in the window: looked at, then sent to the label printer."""

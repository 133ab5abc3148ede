"""Head office in the window: how the line stands, what clashed, look-ups, and joining."""

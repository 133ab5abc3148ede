"""Settings: how the window looks, when it locks, printers, reminder rules, people, health."""

"""Who works here: people, their roles, their way in."""

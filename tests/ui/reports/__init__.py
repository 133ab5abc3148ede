"""The Reports page, driven as a person does."""

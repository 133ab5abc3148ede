"""The dashboard, driven as a person does."""

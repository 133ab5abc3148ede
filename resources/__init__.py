"""Fonts, icons, themes, translations and templates, reached through `resources.find`."""

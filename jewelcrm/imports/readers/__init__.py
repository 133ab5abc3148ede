"""Readers: CSV, spreadsheets and vCards, each as a table of text."""

from jewelcrm.imports.readers.model import Facts, Limits, ReadOptions, Row, Source, Tally
from jewelcrm.imports.readers.open import open_source

__all__ = ["Facts", "Limits", "ReadOptions", "Row", "Source", "Tally", "open_source"]

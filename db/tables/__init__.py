"""One set of tables for the shop's encrypted file and for head office's database."""

from db.names import NAMES, NUMBERS
from db.tables import catalogue, customers, followups, orders, payments, people, reporting, review
from db.tables.base import metadata

__all__ = [
    "NAMES",
    "NUMBERS",
    "catalogue",
    "customers",
    "followups",
    "metadata",
    "orders",
    "payments",
    "people",
    "reporting",
    "review",
]

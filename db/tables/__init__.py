"""One set of tables for the shop's encrypted file and for head office's database."""

from db.tables import catalogue, customers, followups, orders, payments, people
from db.tables.base import metadata

__all__ = ["catalogue", "customers", "followups", "metadata", "orders", "payments", "people"]

"""The search index: one box that finds customers, orders, receipts and products (limits.md 3).

Customers and products lie in a contentless FTS5 table of tokens made in Python; numbers of every
kind lie in an ordered table, where adding one costs microseconds: an order's commit has no word to
index. Both are kept in step inside the transaction that changes a record.
"""

from db.shop.search.asking import Asked, read
from db.shop.search.checking import check
from db.shop.search.finding import CANDIDATES, Hit, by_number, find, open_business, shown_of, some
from db.shop.search.keeping import catch_up, forget, rebuild, refresh, tidy, touch
from db.shop.search.papers import take_in
from db.shop.search.tables import DDL, KINDS, dirty_triggers

__all__ = [
    "CANDIDATES",
    "DDL",
    "KINDS",
    "Asked",
    "Hit",
    "by_number",
    "catch_up",
    "check",
    "dirty_triggers",
    "find",
    "forget",
    "open_business",
    "read",
    "rebuild",
    "refresh",
    "shown_of",
    "some",
    "take_in",
    "tidy",
    "touch",
]

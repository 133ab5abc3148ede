"""What a PC keeps for its reports: sums by day, what left it as files, and what was prepared.

`sum_dirty` names the days (UTC, since 1970) whose sums must be made anew. Triggers name them in
the same transaction in which a record changes, whoever changes it: a person, an import, head
office, an erasure or an undo. A store that is put back brings its sums and its list with it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from db.columns import Instant
from db.shop.local import local

sum_dirty = Table(
    "sum_dirty",
    local,
    Column("day", Integer, primary_key=True, autoincrement=False),
)

sum_state = Table(
    "sum_state",  # no row: nothing was ever summed
    local,
    Column("zone", String(40), primary_key=True),  # where the days are days
    Column("since", Integer, nullable=False),  # days before this one are still to be summed
    sqlite_with_rowid=False,
)

_CELL = (
    ("day", Text, True),
    ("branch_id", LargeBinary, False),
    ("staff_id", LargeBinary, False),
    ("channel", Text, False),
    ("kind", Text, False),
    ("currency", Text, True),
)
_MONEY = ("orders", "quantity", "gross", "returns")


def _sums(name: str, *more: str) -> Table:
    keys = [Column(key, kind, nullable=not must) for key, kind, must in _CELL]
    labels = [Column(one, Text) for one in more]
    figures = [Column(one, BigInteger, nullable=False) for one in _MONEY]
    return Table(name, local, Column("n", Integer, primary_key=True), *keys, *labels, *figures)


sum_sales = _sums("sum_sales")
Index("ix_sum_sales_day", sum_sales.c.day)

sum_category = _sums("sum_category", "category")
Index("ix_sum_category_day", sum_category.c.day)

sum_takings = Table(
    "sum_takings",
    local,
    Column("n", Integer, primary_key=True),
    Column("day", Text, nullable=False),
    Column("branch_id", LargeBinary),
    Column("staff_id", LargeBinary),
    Column("method", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("entries", BigInteger, nullable=False),
    Column("taken", BigInteger, nullable=False),
    Column("back", BigInteger, nullable=False),
)
Index("ix_sum_takings_day", sum_takings.c.day)

extraction = Table(
    "extraction",  # each file or print with rows of the store, noted before its first byte
    local,
    Column("id", LargeBinary(16), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("day", String(10), nullable=False),  # where the branch is
    Column("actor", LargeBinary(16), nullable=False),
    Column("role", String(20), nullable=False),
    Column("second", LargeBinary(16)),  # who answered for it besides
    Column("what", Text, nullable=False),  # e.g. sales/lines
    Column("form", String(12), nullable=False),
    Column("purpose", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("counted", Integer, nullable=False),  # of the day's budget
    Column("personal", Integer, nullable=False),
    Column("outcome", String(12), nullable=False),  # begun | done | failed
    sqlite_with_rowid=False,
)
Index("ix_extraction_day", extraction.c.day, extraction.c.actor)

subscription = Table(
    "subscription",  # a report this PC prepares by itself
    local,
    Column("id", LargeBinary(16), primary_key=True),
    Column("staff_id", LargeBinary(16), nullable=False),  # in whose name, with whose rights
    Column("report", String(40), nullable=False),
    Column("asked", Text, nullable=False),  # JSON
    Column("every", String(10), nullable=False),  # opening | daily | weekly | monthly
    Column("deliver", String(10), nullable=False),  # print | queue
    Column("purpose", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
    sqlite_with_rowid=False,
)

prepared = Table(
    "prepared",  # what a subscription has made; the paper itself lies here, encrypted as all is
    local,
    Column("id", LargeBinary(16), primary_key=True),
    Column("subscription", LargeBinary(16), nullable=False),
    Column("turn", String(10), nullable=False),  # the day, week or month it was made for
    Column("at", Instant, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("personal", Integer, nullable=False),
    Column("paper", LargeBinary),  # PDF; empty: it could not be made, or is gone
    Column("problem", Text, nullable=False),
    Column("printed_at", Instant),
    Column("read_at", Instant),
    Column("read_by", LargeBinary(16)),
    sqlite_with_rowid=False,
)
Index("ux_prepared_turn", prepared.c.subscription, prepared.c.turn, unique=True)

_DAY_MS = 86_400_000


def triggers() -> dict[str, str]:
    """All triggers that keep `sum_dirty`, and that let no paper outlive an erased customer."""
    made: dict[str, str] = {}
    for table, moment, watched in _DATED:
        made |= _dated(table, moment, watched)
    made |= _lines()
    made["prepared_erased"] = (
        "CREATE TRIGGER prepared_erased AFTER DELETE ON customer BEGIN"
        " UPDATE prepared SET paper = NULL WHERE personal = 1 AND paper IS NOT NULL; END"
    )
    return made


_DATED = (
    (
        "sales_order",
        "placed_at",
        (
            "placed_at",
            "branch_id",
            "staff_id",
            "channel",
            "kind",
            "currency",
            "stage",
            "archived_at",
        ),
    ),
    (
        "payment",
        "taken_at",
        ("taken_at", "branch_id", "staff_id", "method", "kind", "currency", "amount_cents"),
    ),
)


def _dated(table: str, moment: str, watched: tuple[str, ...]) -> dict[str, str]:
    new, old = _mark(f"NEW.{moment}"), _mark(f"OLD.{moment}")
    differs = " OR ".join(f"NEW.{one} IS NOT OLD.{one}" for one in watched)
    return {
        f"sum_{table}_i": f"CREATE TRIGGER sum_{table}_i AFTER INSERT ON {table} BEGIN {new} END",
        f"sum_{table}_u": (
            f"CREATE TRIGGER sum_{table}_u AFTER UPDATE OF {', '.join(watched)} ON {table}"
            f" WHEN {differs} BEGIN {new} {old} END"
        ),
        f"sum_{table}_d": f"CREATE TRIGGER sum_{table}_d AFTER DELETE ON {table} BEGIN {old} END",
    }


def _mark(moment: str) -> str:
    return f"INSERT INTO sum_dirty(day) VALUES ({moment} / {_DAY_MS}) ON CONFLICT DO NOTHING;"


def _lines() -> dict[str, str]:
    """A line counts on the day of its order; a product's category on every day it was sold."""
    watched = ("order_id", "product_id", "quantity", "amount_cents", "archived_at")
    differs = " OR ".join(f"NEW.{one} IS NOT OLD.{one}" for one in watched)
    new, old = _of_order("NEW.order_id"), _of_order("OLD.order_id")
    sold = (
        f"INSERT INTO sum_dirty(day) SELECT DISTINCT o.placed_at / {_DAY_MS} FROM order_line l"
        " JOIN sales_order o ON o.id = l.order_id WHERE l.product_id = NEW.id"
        " ON CONFLICT DO NOTHING;"
    )
    return {
        "sum_order_line_i": (
            f"CREATE TRIGGER sum_order_line_i AFTER INSERT ON order_line BEGIN {new} END"
        ),
        "sum_order_line_u": (
            f"CREATE TRIGGER sum_order_line_u AFTER UPDATE OF {', '.join(watched)} ON order_line"
            f" WHEN {differs} BEGIN {new} {old} END"
        ),
        "sum_order_line_d": (
            f"CREATE TRIGGER sum_order_line_d AFTER DELETE ON order_line BEGIN {old} END"
        ),
        "sum_product_i": (
            "CREATE TRIGGER sum_product_i AFTER INSERT ON product"
            " WHEN NEW.category IS NOT NULL AND (SELECT remote FROM sync_tx) = 1"
            f" BEGIN {sold} END"
        ),
        "sum_product_u": (
            "CREATE TRIGGER sum_product_u AFTER UPDATE OF category ON product"
            f" WHEN NEW.category IS NOT OLD.category BEGIN {sold} END"
        ),
    }


def _of_order(key: str) -> str:
    return (
        f"INSERT INTO sum_dirty(day) SELECT placed_at / {_DAY_MS} FROM sales_order"
        f" WHERE id = {key} ON CONFLICT DO NOTHING;"
    )

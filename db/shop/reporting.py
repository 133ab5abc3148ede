"""What a PC keeps for its reports: sums by day, what left it as files, and what was prepared.

`sum_dirty` names the days (UTC, since 1970) whose sums must be made anew. They are named in the
same transaction in which a record changes, whoever changes it: a person, an import or an undo, by
`db.shop.marking`; head office or an erasure, by triggers. A store that is put back brings its sums
and its list with it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from db.columns import Instant
from db.shop.captured import LINE, trigger
from db.shop.local import local
from db.shop.marking import DATED, DAY_MS, SUMMED, day, day_of

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


def triggers() -> dict[str, str]:
    """All triggers that keep `sum_dirty`, and that let no paper outlive an erased customer."""
    made = _products()
    for table, watched in DATED.items():
        new, old = (day(f"{side}.{watched[0]}") for side in ("NEW", "OLD"))
        made |= _watching(table, watched, new, old)
    made |= _watching(LINE, SUMMED, day_of("NEW.order_id"), day_of("OLD.order_id"))
    made["prepared_erased"] = (
        "CREATE TRIGGER prepared_erased AFTER DELETE ON customer BEGIN"
        " UPDATE prepared SET paper = NULL WHERE personal = 1 AND paper IS NOT NULL; END"
    )
    return made


def _watching(table: str, watched: tuple[str, ...], new: str, old: str) -> dict[str, str]:
    differs = " OR ".join(f"NEW.{one} IS NOT OLD.{one}" for one in watched)
    name = f"sum_{table}"
    return {
        f"{name}_i": trigger(f"{name}_i", f"INSERT ON {table}", new),
        f"{name}_u": trigger(
            f"{name}_u", f"UPDATE OF {', '.join(watched)} ON {table}", new, old, if_=differs
        ),
        f"{name}_d": trigger(f"{name}_d", f"DELETE ON {table}", old),
    }


def _products() -> dict[str, str]:
    """A product's category counts on every day it was sold."""
    sold = (
        f"INSERT INTO sum_dirty(day) SELECT DISTINCT o.placed_at / {DAY_MS} FROM order_line l"
        " JOIN sales_order o ON o.id = l.order_id WHERE l.product_id = NEW.id"
        " ON CONFLICT DO NOTHING;"
    )
    return {
        "sum_product_i": trigger(
            "sum_product_i", "INSERT ON product", sold, if_="NEW.category IS NOT NULL"
        ),
        "sum_product_u": (
            "CREATE TRIGGER sum_product_u AFTER UPDATE OF category ON product"
            f" WHEN NEW.category IS NOT OLD.category BEGIN {sold} END"
        ),
    }

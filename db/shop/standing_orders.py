"""What a PC keeps of its orders for its reports: what each comes to, what is open, what is owed.

`order_dirty` names the orders whose rows must be made anew, `buyer_dirty` the customers whose first
order may be another one; triggers name them in the very transaction in which a record changes.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from db.shop.local import local


def _key(name: str, *, must: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=not must)


def _dirty(name: str) -> Table:
    key = Column("id", LargeBinary(16), primary_key=True)
    return Table(name, local, key, sqlite_with_rowid=False)


order_dirty = _dirty("order_dirty")
buyer_dirty = _dirty("buyer_dirty")

sum_buyer = Table(
    "sum_buyer",  # the moment of a customer's first order that counts
    local,
    Column("customer_id", LargeBinary(16), primary_key=True),
    Column("first_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

sum_order = Table(
    "sum_order",  # an order that counts, in the order of their moments
    local,
    Column("placed_at", BigInteger, primary_key=True),
    Column("id", LargeBinary(16), primary_key=True),
    _key("customer_id"),
    _key("branch_id"),
    _key("staff_id"),
    Column("channel", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("cents", BigInteger, nullable=False),  # what its lines come to
    Column("lines", Integer, nullable=False),
    Column("odd", Integer, nullable=False),  # bits: what somebody should look at
    Column("first_at", BigInteger),  # of the customer's first order
    sqlite_with_rowid=False,
)

sum_open = Table(
    "sum_open",  # an order with something left to do
    local,
    Column("id", LargeBinary(16), primary_key=True),
    Column("number", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("stage_since", BigInteger, nullable=False),
    Column("promised_on", Text),
    _key("customer_id"),
    _key("branch_id"),
    _key("staff_id"),
    Column("currency", Text, nullable=False),
    Column("cents", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

sum_due = Table(
    "sum_due",  # a due that an order's payments do not reach
    local,
    Column("id", LargeBinary(16), primary_key=True),
    _key("order_id", must=True),
    Column("number", Text, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("due_on", Text, nullable=False),
    _key("customer_id"),
    _key("branch_id"),
    _key("staff_id"),
    Column("currency", Text, nullable=False),
    Column("cents", BigInteger, nullable=False),
    Column("owed", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_sum_due_order_id", sum_due.c.order_id)


def triggers() -> dict[str, str]:
    """All triggers that name an order, or a customer, to be looked at anew."""
    return _orders() | _parts("order_line") | _parts("payment") | _parts("payment_due")


def _trigger(name: str, when: str, *deeds: str) -> dict[str, str]:
    return {name: f"CREATE TRIGGER {name} AFTER {when} BEGIN {' '.join(deeds)} END"}


def _mark(what: str) -> str:
    return f"INSERT INTO order_dirty(id) VALUES ({what}) ON CONFLICT DO NOTHING;"


def _mark_buyer(side: str) -> str:
    return (
        f"INSERT INTO buyer_dirty(id) SELECT {side}.customer_id"
        f" WHERE {side}.customer_id IS NOT NULL ON CONFLICT DO NOTHING;"
    )


_EARLIEST = (
    "INSERT INTO buyer_dirty(id) SELECT NEW.customer_id WHERE NEW.customer_id IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM sum_buyer b WHERE b.customer_id = NEW.customer_id"
    " AND b.first_at <= NEW.placed_at) ON CONFLICT DO NOTHING;"
)
"""Only an order earlier than all others can be a customer's first."""


def _orders() -> dict[str, str]:
    """The order itself; those with the same number; and whose first order it may be."""
    gone = "DELETE FROM sum_order WHERE placed_at = OLD.placed_at AND id = OLD.id;"
    first = ("placed_at", "customer_id", "stage", "archived_at")
    return (
        _trigger(
            "standing_order_i",
            "INSERT ON sales_order",
            _mark("NEW.id"),
            _namesakes("NEW"),
            _EARLIEST,
        )
        | _trigger("standing_order_u", "UPDATE ON sales_order", _mark("NEW.id"))
        | _trigger(
            "standing_order_number",
            "UPDATE OF number ON sales_order WHEN NEW.number IS NOT OLD.number",
            _namesakes("NEW"),
            _namesakes("OLD"),
        )
        | _trigger(
            "standing_order_moved",
            "UPDATE OF placed_at ON sales_order WHEN NEW.placed_at IS NOT OLD.placed_at",
            gone,
        )
        | _trigger(
            "standing_order_first",
            f"UPDATE OF {', '.join(first)} ON sales_order WHEN {_matters()}",
            _mark_buyer("NEW"),
            _mark_buyer("OLD"),
        )
        | _trigger(
            "standing_order_d",
            "DELETE ON sales_order",
            gone,
            "DELETE FROM sum_open WHERE id = OLD.id;",
            "DELETE FROM sum_due WHERE order_id = OLD.id;",
            "DELETE FROM order_dirty WHERE id = OLD.id;",
            _namesakes("OLD"),
            _mark_buyer("OLD"),
        )
    )


def _matters() -> str:
    """A step within the work changes nobody's first order."""
    counts = "({0}.archived_at IS NULL AND {0}.stage NOT IN ('draft', 'cancelled'))"
    return (
        "NEW.placed_at IS NOT OLD.placed_at OR NEW.customer_id IS NOT OLD.customer_id OR"
        f" {counts.format('NEW')} IS NOT {counts.format('OLD')}"
    )


def _namesakes(side: str) -> str:
    return (
        "INSERT INTO order_dirty(id) SELECT x.id FROM sales_order x"
        f" WHERE x.number = {side}.number AND x.id <> {side}.id ON CONFLICT DO NOTHING;"
    )


def _parts(table: str) -> dict[str, str]:
    """What belongs to an order; it may be moved to another."""
    return (
        _trigger(f"standing_{table}_i", f"INSERT ON {table}", _mark("NEW.order_id"))
        | _trigger(
            f"standing_{table}_u",
            f"UPDATE ON {table}",
            _mark("NEW.order_id"),
            _mark("OLD.order_id"),
        )
        | _trigger(f"standing_{table}_d", f"DELETE ON {table}", _mark("OLD.order_id"))
    )

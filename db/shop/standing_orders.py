"""What a PC keeps of its orders for its reports: what each comes to, what is open, what is owed.

`order_dirty` names the orders whose rows must be made anew, `buyer_dirty` the customers whose first
order may be another one. They are named in the very transaction in which a record changes: by
`db.shop.marking` when a person changes it, by triggers when head office's rows come in.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from db.shop import marking
from db.shop.captured import DUE, LINE, ORDER, PAYMENT, trigger
from db.shop.local import local
from db.shop.standing import words


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
    """All triggers that name an order, or a customer, when head office's rows come in."""
    return _orders() | _parts(LINE) | _parts(PAYMENT) | _parts(DUE)


def _trigger(name: str, when: str, *deeds: str, if_: str = "") -> dict[str, str]:
    return {name: trigger(name, when, *deeds, if_=if_)}


def _orders() -> dict[str, str]:
    """The order itself; those with the same number; and whose first order it may be."""
    gone = "DELETE FROM sum_order WHERE placed_at = OLD.placed_at AND id = OLD.id;"
    first = ("placed_at", "customer_id", "stage", "archived_at")
    return (
        _trigger(
            "standing_order_i",
            f"INSERT ON {ORDER}",
            marking.order("NEW.id"),
            marking.namesakes("NEW.number", "NEW.id"),
            marking.first_buyer("NEW.customer_id", "NEW.placed_at"),
        )
        | _trigger(
            "standing_order_u", f"UPDATE OF {words(ORDER)} ON {ORDER}", marking.order("NEW.id")
        )
        | _trigger(
            "standing_order_number",
            f"UPDATE OF number ON {ORDER}",
            marking.namesakes("NEW.number", "NEW.id"),
            marking.namesakes("OLD.number", "OLD.id"),
            if_="NEW.number IS NOT OLD.number",
        )
        | _trigger(
            "standing_order_moved",
            f"UPDATE OF placed_at ON {ORDER}",
            gone,
            if_="NEW.placed_at IS NOT OLD.placed_at",
        )
        | _trigger(
            "standing_order_first",
            f"UPDATE OF {', '.join(first)} ON {ORDER}",
            marking.buyer("NEW.customer_id"),
            marking.buyer("OLD.customer_id"),
            if_=_matters(),
        )
        | _trigger(
            "standing_order_d",
            f"DELETE ON {ORDER}",
            gone,
            "DELETE FROM sum_open WHERE id = OLD.id;",
            "DELETE FROM sum_due WHERE order_id = OLD.id;",
            "DELETE FROM order_dirty WHERE id = OLD.id;",
            marking.namesakes("OLD.number", "OLD.id"),
            marking.buyer("OLD.customer_id"),
        )
    )


def _matters() -> str:
    """A step within the work changes nobody's first order."""
    counts = f"({{0}}.archived_at IS NULL AND {{0}}.stage NOT IN {marking.COUNTS_NOT})"
    return (
        "NEW.placed_at IS NOT OLD.placed_at OR NEW.customer_id IS NOT OLD.customer_id OR"
        f" {counts.format('NEW')} IS NOT {counts.format('OLD')}"
    )


def _parts(table: str) -> dict[str, str]:
    """What belongs to an order; it may be moved to another."""
    new, old = marking.order("NEW.order_id"), marking.order("OLD.order_id")
    return (
        _trigger(f"standing_{table}_i", f"INSERT ON {table}", new)
        | _trigger(f"standing_{table}_u", f"UPDATE OF {words(table)} ON {table}", new, old)
        | _trigger(f"standing_{table}_d", f"DELETE ON {table}", old)
    )

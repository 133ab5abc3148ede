"""What a PC keeps of its customers for its reports: each one's faults and days, found by index.

`customer_dirty` names the customers whose rows must be made anew; triggers name them in the very
transaction in which a record of theirs changes, whoever changes it. What the faults are is for the
reports to say (`jewelcrm.reports.standing`).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from db.shop.local import local
from db.tables import NUMBERS, metadata

customer_dirty = Table(
    "customer_dirty",
    local,
    Column("id", LargeBinary(16), primary_key=True),
    sqlite_with_rowid=False,
)

sum_customer = Table(
    "sum_customer",  # a customer who counts: own or shared, neither put away nor merged
    local,
    Column("id", LargeBinary(16), primary_key=True),
    Column("faults", Integer, nullable=False),  # bits
    Column("touched", BigInteger, nullable=False),  # when the record was changed last
    Column("reach", Integer, nullable=False),  # bits: what works, and more (`reports.standing`)
    Column("told", Integer),  # her answers about marketing, in `sum_told`; nothing: never asked
    Column("born", Integer),  # year
    Column("branch_id", LargeBinary),
    Column("owner_id", LargeBinary),
    Column("tier", Text),
    Column("district", Text),
    Column("gender", Text),
    Column("language", Text),
    Column("source", Text),
    sqlite_with_rowid=False,
)

sum_told = Table(
    "sum_told",  # answers about marketing, word for word: of a million customers there are few
    local,
    Column("n", Integer, primary_key=True),
    Column("told", Text, nullable=False),
)
Index("ux_sum_told", sum_told.c.told, unique=True)

sum_occasion = Table(
    "sum_occasion",  # a day of a customer who counts
    local,
    Column("customer_id", LargeBinary(16), primary_key=True),
    Column("id", LargeBinary(16), primary_key=True),
    Column("calendar", Text, nullable=False),
    Column("month", Integer, nullable=False),
    Column("day", Integer),
    Column("leap_month", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("branch_id", LargeBinary),
    Column("owner_id", LargeBinary),
    sqlite_with_rowid=False,
)
_DAY = [sum_occasion.c[name] for name in ("calendar", "month", "day", "leap_month", "kind")]
Index("ix_sum_occasion_day", *_DAY, sum_occasion.c.branch_id, sum_occasion.c.owner_id)


def triggers() -> dict[str, str]:
    """All triggers that name a customer to be looked at anew."""
    made = _customers()
    for table, watched in _OF_CUSTOMERS.items():
        made |= _of_customer(table, watched)
    return made | _contacts() | _members()


def words(table: str) -> str:
    """Every column but the revision, which head office counts on without a word being changed."""
    return ", ".join(column.name for column in metadata.tables[table].c if column.name != "rev")


_OF_CUSTOMERS = {
    "occasion": (
        "customer_id",
        "kind",
        "calendar",
        "year",
        "month",
        "day",
        "leap_month",
        "whose",
        "archived_at",
    ),
    "consent": (
        "customer_id",
        "purpose",
        "channel",
        "subject_class",
        "state",
        "source",
        "obtained_at",
        "archived_at",
    ),
    "relation": ("customer_id", "kind", "archived_at"),
}


def _mark(what: str) -> str:
    return f"INSERT INTO customer_dirty(id) VALUES ({what}) ON CONFLICT DO NOTHING;"


def _trigger(name: str, when: str, *deeds: str) -> dict[str, str]:
    return {name: f"CREATE TRIGGER {name} AFTER {when} BEGIN {' '.join(deeds)} END"}


def _differs(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"NEW.{one} IS NOT OLD.{one}" for one in columns)


def _customers() -> dict[str, str]:
    """Herself; and who has a telephone of hers, when she goes or comes back."""
    gone = ("archived_at", "merged_into")
    hers = (
        "INSERT INTO customer_dirty(id) SELECT d.customer_id FROM contact_point c"
        " JOIN contact_point d ON d.normal = c.normal AND d.archived_at IS NULL"
        " WHERE c.customer_id = NEW.id AND c.archived_at IS NULL ON CONFLICT DO NOTHING;"
    )
    return (
        _trigger("standing_customer_i", "INSERT ON customer", _mark("NEW.id"))
        | _trigger(
            "standing_customer_u", f"UPDATE OF {words('customer')} ON customer", _mark("NEW.id")
        )
        | _trigger(
            "standing_customer_gone",
            f"UPDATE OF {', '.join(gone)} ON customer WHEN {_differs(gone)}",
            hers,
        )
        | _trigger(
            "standing_customer_d",
            "DELETE ON customer",
            "DELETE FROM sum_customer WHERE id = OLD.id;",
            "DELETE FROM sum_occasion WHERE customer_id = OLD.id;",
            "DELETE FROM customer_dirty WHERE id = OLD.id;",
        )
    )


def _of_customer(table: str, watched: tuple[str, ...]) -> dict[str, str]:
    new, old = _mark("NEW.customer_id"), _mark("OLD.customer_id")
    changed = f"UPDATE OF {', '.join(watched)} ON {table} WHEN {_differs(watched)}"
    return (
        _trigger(f"standing_{table}_i", f"INSERT ON {table}", new)
        | _trigger(f"standing_{table}_u", changed, new, old)
        | _trigger(f"standing_{table}_d", f"DELETE ON {table}", old)
    )


def _contacts() -> dict[str, str]:
    """Hers, and who has the same one: only the first two others can become or cease to be alike."""
    watched = ("customer_id", "kind", "normal", "checked", "archived_at")
    new = (_mark("NEW.customer_id"), _alike("NEW"))
    old = (_mark("OLD.customer_id"), _alike("OLD"))
    changed = f"UPDATE OF {', '.join(watched)} ON contact_point WHEN {_differs(watched)}"
    return (
        _trigger("standing_contact_i", "INSERT ON contact_point", *new)
        | _trigger("standing_contact_u", changed, *new, *old)
        | _trigger("standing_contact_d", "DELETE ON contact_point", *old)
    )


def _alike(side: str) -> str:
    return (
        "INSERT INTO customer_dirty(id) SELECT DISTINCT d.customer_id FROM contact_point d"
        " JOIN customer x ON x.id = d.customer_id AND x.archived_at IS NULL"
        f" AND x.merged_into IS NULL WHERE d.normal = {side}.normal AND d.archived_at IS NULL"
        f" AND d.customer_id <> {side}.customer_id LIMIT 2 ON CONFLICT DO NOTHING;"
    )


def _members() -> dict[str, str]:
    """How she is here: her own branch's, shared, on loan, or by her initials only."""
    table, number = "sync_member", NUMBERS["customer"]
    return (
        _trigger("standing_member_i", f"INSERT ON {table} WHEN NEW.tbl = {number}", _mark("NEW.id"))
        | _trigger(
            "standing_member_u",
            f"UPDATE OF kind ON {table} WHEN NEW.tbl = {number} AND NEW.kind IS NOT OLD.kind",
            _mark("NEW.id"),
        )
        | _trigger(
            "standing_member_d", f"DELETE ON {table} WHEN OLD.tbl = {number}", _mark("OLD.id")
        )
    )

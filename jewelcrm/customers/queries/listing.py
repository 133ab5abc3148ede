"""Lists of customers: keys first, rows only for what the window shows.

A list holds at most `MOST` keys, the newest that match: at a million customers nobody scrolls to
the end, people search. So a list costs the same on every store.

The window opens with it, so it is in plain SQL: to load what makes statements takes longer than to
sign in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from db.shop import search
from db.shop.among import all_keys, among, marks
from db.types import from_millis
from jewelcrm.access.doors import query
from jewelcrm.customers.guests import not_a_stub, stubs_among
from jewelcrm.customers.model.listed import CustomerRow
from jewelcrm.customers.queries.confirming import UNCONFIRMED
from jewelcrm.customers.rules.spoken import in_a_list
from jewelcrm.orders.rules.stages import OPEN_STAGES

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2 as cipher

    from db.types import Id
    from jewelcrm.context import Context

MOST = 5_000
"""Keys of one list at the most."""

Order = Literal["newest", "oldest", "number", "name", "last_order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFilter:
    """What a list is narrowed to; nothing given is everybody who has not been put away."""

    text: str = ""
    tier: str | None = None
    source: str | None = None
    district: str | None = None
    owner_id: Id | None = None
    branch_id: Id | None = None
    tag: str | None = None
    has_open_business: bool | None = None
    incomplete: bool | None = None
    to_confirm: bool = False
    archived: bool = False


class Condition(NamedTuple):
    """What must hold of a row of `customer`, in SQL, and the values it names."""

    sql: str
    values: tuple[Any, ...] = ()


@query("customers.view")
def ids(ctx: Context, wanted: CustomerFilter | None = None, order: Order = "newest") -> list[Id]:
    """The keys of the newest `MOST` customers that match, in the order asked for.

    One key more says that there are more customers than these.
    """
    narrowed = wanted or CustomerFilter()
    hits = _searched(ctx, narrowed.text)
    with ctx.look() as raw:
        found = _matching(raw, narrowed, hits, ctx.branch.id)
        return _ORDERS[order](raw, found)


@query("customers.view")
def rows(ctx: Context, customer_ids: Sequence[Id]) -> list[CustomerRow]:
    """The lines for these keys, in their order; keys of nobody are left out."""
    with ctx.look() as raw:
        return read_rows(raw, customer_ids)


@query("customers.view")
def header(ctx: Context, customer_ids: Sequence[Id]) -> list[CustomerRow]:
    """The same lines, for pages that show a few customers beside something else."""
    with ctx.look() as raw:
        return read_rows(raw, customer_ids)


@query("customers.view")
def recent(ctx: Context, limit: int = 20) -> list[CustomerRow]:
    """The customers who came last: newly added, or with the newest orders."""
    with ctx.look() as raw:
        return read_rows(raw, _latest(raw, limit, ctx.branch.id))


def read_rows(raw: cipher.Connection, customer_ids: Sequence[Id]) -> list[CustomerRow]:
    """The lines for these keys, on the connection at hand: three statements a piece."""
    phones, business = _phones(raw, customer_ids), _business(raw, customer_ids)
    found = {
        row[0]: _line(row, phones.get(row[0], ()), business.get(row[0]))
        for row in among(raw, f"{_ROW} IN", customer_ids)
    }
    return [found[key] for key in customer_ids if key in found]


# Keys ---------------------------------------------------------------------------------------


def _searched(ctx: Context, text: str) -> list[Id] | None:
    """What the search finds, the best first; None when nothing is searched."""
    if not text.strip():
        return None
    with ctx.read() as conn:
        hits = search.find(conn, text, kinds=("customer",), limit=MOST + 1)
    return [hit.row_id for hit in hits]


def _matching(
    raw: cipher.Connection, wanted: CustomerFilter, hits: list[Id] | None, branch: Id
) -> list[Id]:
    conditions = [*_conditions(wanted), Condition(not_a_stub(branch))]
    where = " AND ".join(one.sql for one in conditions)
    values = [value for one in conditions for value in one.values]
    if hits is not None:
        kept = among(raw, f"SELECT id FROM customer WHERE {where} AND id IN", hits, values)
        matching = {row[0] for row in kept}
        return [key for key in hits if key in matching]
    newest = f"SELECT id FROM customer WHERE {where} ORDER BY id DESC LIMIT {MOST + 1}"
    return all_keys(raw, newest, values)


def _conditions(wanted: CustomerFilter) -> Iterable[Condition]:
    yield Condition(f"archived_at IS {'NOT ' if wanted.archived else ''}NULL")
    for name in ("tier", "source", "district", "owner_id", "branch_id"):
        value = getattr(wanted, name)
        if value is not None:
            yield Condition(f"{name} = ?", (value,))
    if wanted.tag is not None:
        yield Condition(f"id IN ({_TAGGED})", (wanted.tag,))
    if wanted.has_open_business is not None:
        not_ = "" if wanted.has_open_business else "NOT "
        yield Condition(f"id {not_}IN ({_BUSY})", OPEN_STAGES)
    if wanted.to_confirm:
        yield Condition(f"id IN (SELECT customer_id FROM consent WHERE {UNCONFIRMED})")
    if wanted.incomplete is not None:
        not_ = "NOT " if wanted.incomplete else ""
        yield Condition(f"coalesce(collection_step, '') {not_}LIKE 'complete%'")


_TAGGED = (
    "SELECT customer_id FROM preference WHERE kind = 'tag' AND value = ? AND archived_at IS NULL"
)
_STAGES = marks(len(OPEN_STAGES))
_BUSY = (
    f"SELECT customer_id FROM sales_order WHERE stage IN ({_STAGES}) AND customer_id IS NOT NULL"
)


def _latest(raw: cipher.Connection, limit: int, branch: Id) -> list[Id]:
    """New customers and the newest orders' customers, whoever was last first."""
    ordered = raw.execute(
        "SELECT customer_id, placed_at FROM sales_order WHERE customer_id IS NOT NULL"
        " ORDER BY placed_at DESC LIMIT ?",
        (3 * limit,),
    ).fetchall()
    added = raw.execute(
        "SELECT id, created_at FROM customer WHERE archived_at IS NULL ORDER BY id DESC LIMIT ?",
        (limit,),
    ).fetchall()
    latest = sorted((*ordered, *added), key=lambda row: row[1], reverse=True)
    found = dict.fromkeys(row[0] for row in latest)
    stubs = stubs_among(raw, found, branch)
    return [key for key in found if key not in stubs][:limit]


# Orders of a list ---------------------------------------------------------------------------


def _as_found(_raw: cipher.Connection, keys: list[Id]) -> list[Id]:
    return keys


def _oldest(_raw: cipher.Connection, keys: list[Id]) -> list[Id]:
    return sorted(keys)


def _by_column(name: str) -> Callable[[cipher.Connection, list[Id]], list[Id]]:
    question = f"SELECT id, coalesce(nullif({name}, ''), name_zh, '') FROM customer WHERE id IN"

    def ordered(raw: cipher.Connection, keys: list[Id]) -> list[Id]:
        values = {row[0]: row[1].casefold() for row in among(raw, question, keys)}
        return sorted(keys, key=lambda key: values[key])

    return ordered


def _by_last_order(raw: cipher.Connection, keys: list[Id]) -> list[Id]:
    last = {key: one.last for key, one in _business(raw, keys).items()}
    return sorted(keys, key=lambda key: (key in last, last.get(key)), reverse=True)


_ORDERS: dict[Order, Callable[[cipher.Connection, list[Id]], list[Id]]] = {
    "newest": _as_found,
    "oldest": _oldest,
    "number": _by_column("number"),
    "name": _by_column("name"),
    "last_order": _by_last_order,
}


# Rows ---------------------------------------------------------------------------------------

_ROW = "SELECT id, number, name, name_zh, tier, owner_id, archived_at FROM customer WHERE id"


class _Business(NamedTuple):
    """When somebody ordered last (in milliseconds), and how many orders are open."""

    last: int
    open: int


def _line(row: Any, phones: tuple[str, ...], business: _Business | None) -> CustomerRow:
    key, number, name, name_zh, tier, owner, archived_at = row
    return CustomerRow(
        id=key,
        number=number,
        name=name,
        name_zh=name_zh,
        phones=phones,
        tier=tier,
        owner_id=owner,
        last_order_at=from_millis(business.last) if business else None,
        open_orders=business.open if business else 0,
        archived=archived_at is not None,
    )


def _phones(raw: cipher.Connection, keys: Sequence[Id]) -> dict[Id, tuple[str, ...]]:
    """The phones of each, the preferred first, as they are read aloud and dialled."""
    question = (
        "SELECT customer_id, normal FROM contact_point WHERE kind = 'phone'"
        " AND archived_at IS NULL AND customer_id IN"
    )
    found: dict[Id, tuple[str, ...]] = {}
    for key, normal in among(raw, question, keys, end="ORDER BY preferred DESC, id"):
        found[key] = (*found.get(key, ()), in_a_list(normal))
    return found


def _business(raw: cipher.Connection, keys: Sequence[Id]) -> dict[Id, _Business]:
    """When each ordered last, and how many orders are open."""
    question = (
        f"SELECT customer_id, max(placed_at), sum(stage IN ({_STAGES})) FROM sales_order"
        " WHERE archived_at IS NULL AND customer_id IN"
    )
    rows = among(raw, question, keys, OPEN_STAGES, end="GROUP BY customer_id")
    return {key: _Business(last, is_open) for key, last, is_open in rows}

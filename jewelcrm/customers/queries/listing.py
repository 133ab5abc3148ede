"""Lists of customers: keys first, rows only for what the window shows.

A list holds at most `MOST` keys, the newest that match: at a million customers nobody scrolls to
the end, people search. So a list costs the same on every store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from db.shop import search
from db.tables.customers import consent, contact_point, customer, preference
from db.tables.orders import sales_order
from jewelcrm.access.doors import query
from jewelcrm.customers.guests import not_a_stub, stubs_among
from jewelcrm.customers.model.listed import CustomerRow
from jewelcrm.customers.queries.confirming import unconfirmed
from jewelcrm.customers.rules.spoken import in_a_list
from jewelcrm.orders.rules.stages import OPEN_STAGES

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context

MOST = 5_000
"""Keys of one list at the most."""

_PIECE = 500

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


@query("customers.view")
def ids(ctx: Context, wanted: CustomerFilter | None = None, order: Order = "newest") -> list[Id]:
    """The keys of the newest `MOST` customers that match, in the order asked for."""
    narrowed = wanted or CustomerFilter()
    with ctx.read() as conn:
        found = _matching(conn, narrowed, ctx.branch.id)
        return _ORDERS[order](conn, found)


@query("customers.view")
def rows(ctx: Context, customer_ids: Sequence[Id]) -> list[CustomerRow]:
    """The lines for these keys, in their order; keys of nobody are left out."""
    with ctx.read() as conn:
        return read_rows(conn, customer_ids)


@query("customers.view")
def header(ctx: Context, customer_ids: Sequence[Id]) -> list[CustomerRow]:
    """The same lines, for pages that show a few customers beside something else."""
    with ctx.read() as conn:
        return read_rows(conn, customer_ids)


@query("customers.view")
def recent(ctx: Context, limit: int = 20) -> list[CustomerRow]:
    """The customers who came last: newly added, or with the newest orders."""
    with ctx.read() as conn:
        return read_rows(conn, _latest(conn, limit, ctx.branch.id))


def read_rows(conn: Connection, customer_ids: Sequence[Id]) -> list[CustomerRow]:
    """The lines for these keys, on the connection at hand: three statements a piece."""
    found: dict[Id, CustomerRow] = {}
    for piece in _pieces(customer_ids):
        phones, business = _phones(conn, piece), _business(conn, piece)
        for row in conn.execute(_rows_of(piece)):
            found[row.id] = _line(row, phones.get(row.id, ()), business.get(row.id))
    return [found[key] for key in customer_ids if key in found]


# Keys ---------------------------------------------------------------------------------------


def _matching(conn: Connection, wanted: CustomerFilter, branch: Id) -> list[Id]:
    conditions = [*_conditions(wanted), not_a_stub(branch)]
    if wanted.text.strip():
        return _searched(conn, wanted.text, conditions)
    newest = select(customer.c.id).where(*conditions).order_by(customer.c.id.desc()).limit(MOST)
    return list(conn.execute(newest).scalars().all())


def _searched(conn: Connection, text: str, conditions: list[ColumnElement[bool]]) -> list[Id]:
    """The hits of the search that match, the best first."""
    hits = [hit.row_id for hit in search.find(conn, text, kinds=("customer",), limit=MOST)]
    kept: set[Id] = set()
    for piece in _pieces(hits):
        kept.update(
            conn.execute(
                select(customer.c.id).where(customer.c.id.in_(piece), *conditions)
            ).scalars()
        )
    return [key for key in hits if key in kept]


def _conditions(wanted: CustomerFilter) -> Iterable[ColumnElement[bool]]:
    c = customer.c
    yield c.archived_at.is_not(None) if wanted.archived else c.archived_at.is_(None)
    for name in ("tier", "source", "district", "owner_id", "branch_id"):
        value = getattr(wanted, name)
        if value is not None:
            yield c[name] == value
    if wanted.tag is not None:
        yield c.id.in_(_tagged(wanted.tag))
    if wanted.has_open_business is not None:
        busy = c.id.in_(_busy())
        yield busy if wanted.has_open_business else ~busy
    if wanted.to_confirm:
        yield c.id.in_(unconfirmed(consent.c.customer_id))
    if wanted.incomplete is not None:
        complete = func.coalesce(c.collection_step, "").like("complete%")
        yield ~complete if wanted.incomplete else complete


def _tagged(tag: str) -> Any:
    p = preference.c
    same = and_(p.kind == "tag", p.value == tag, p.archived_at.is_(None))
    return select(p.customer_id).where(same)


def _busy() -> Any:
    o = sales_order.c
    return select(o.customer_id).where(o.stage.in_(OPEN_STAGES), o.customer_id.is_not(None))


def _latest(conn: Connection, limit: int, branch: Id) -> list[Id]:
    """New customers and the newest orders' customers, whoever was last first."""
    o, c = sales_order.c, customer.c
    ordered = conn.execute(
        select(o.customer_id, o.placed_at)
        .where(o.customer_id.is_not(None))
        .order_by(o.placed_at.desc())
        .limit(3 * limit)
    ).all()
    added = conn.execute(
        select(c.id, c.created_at).where(c.archived_at.is_(None)).order_by(c.id.desc()).limit(limit)
    ).all()
    latest = sorted((*ordered, *added), key=lambda row: row[1], reverse=True)
    found = dict.fromkeys(row[0] for row in latest)
    stubs = stubs_among(conn, found, branch)
    return [key for key in found if key not in stubs][:limit]


# Orders of a list ---------------------------------------------------------------------------


def _as_found(_conn: Connection, keys: list[Id]) -> list[Id]:
    return keys


def _oldest(_conn: Connection, keys: list[Id]) -> list[Id]:
    return sorted(keys)


def _by_column(name: str) -> Callable[[Connection, list[Id]], list[Id]]:
    def ordered(conn: Connection, keys: list[Id]) -> list[Id]:
        values: dict[Id, str] = {}
        for piece in _pieces(keys):
            column = func.coalesce(func.nullif(customer.c[name], ""), customer.c.name_zh, "")
            chosen = select(customer.c.id, column).where(customer.c.id.in_(piece))
            values.update((row[0], row[1].casefold()) for row in conn.execute(chosen))
        return sorted(keys, key=lambda key: values[key])

    return ordered


def _by_last_order(conn: Connection, keys: list[Id]) -> list[Id]:
    last: dict[Id, Any] = {}
    for piece in _pieces(keys):
        last.update((key, row.last) for key, row in _business(conn, piece).items())
    return sorted(keys, key=lambda key: (key in last, last.get(key)), reverse=True)


_ORDERS: dict[Order, Callable[[Connection, list[Id]], list[Id]]] = {
    "newest": _as_found,
    "oldest": _oldest,
    "number": _by_column("number"),
    "name": _by_column("name"),
    "last_order": _by_last_order,
}


# Rows ---------------------------------------------------------------------------------------


def _rows_of(piece: list[Id]) -> Any:
    c = customer.c
    return select(c.id, c.number, c.name, c.name_zh, c.tier, c.owner_id, c.archived_at).where(
        c.id.in_(piece)
    )


def _line(row: Any, phones: tuple[str, ...], business: Any) -> CustomerRow:
    return CustomerRow(
        id=row.id,
        number=row.number,
        name=row.name,
        name_zh=row.name_zh,
        phones=phones,
        tier=row.tier,
        owner_id=row.owner_id,
        last_order_at=business.last if business else None,
        open_orders=int(business.open) if business else 0,
        archived=row.archived_at is not None,
    )


def _phones(conn: Connection, piece: list[Id]) -> dict[Id, tuple[str, ...]]:
    """The phones of each, the preferred first, as they are read aloud and dialled."""
    c = contact_point.c
    rows = conn.execute(
        select(c.customer_id, c.normal)
        .where(c.customer_id.in_(piece), c.kind == "phone", c.archived_at.is_(None))
        .order_by(c.preferred.desc(), c.id)
    )
    found: dict[Id, tuple[str, ...]] = {}
    for row in rows:
        found[row.customer_id] = (*found.get(row.customer_id, ()), in_a_list(row.normal))
    return found


def _business(conn: Connection, piece: list[Id]) -> dict[Id, Any]:
    """When each ordered last, and how many orders are open."""
    o = sales_order.c
    is_open = case((o.stage.in_(OPEN_STAGES), 1), else_=0)
    rows = conn.execute(
        select(
            o.customer_id,
            func.max(o.placed_at).label("last"),
            func.sum(is_open).label("open"),
        )
        .where(o.customer_id.in_(piece), o.archived_at.is_(None))
        .group_by(o.customer_id)
    )
    return {row.customer_id: row for row in rows}


def _pieces(keys: Sequence[Id]) -> Iterable[list[Id]]:
    return (list(keys[start : start + _PIECE]) for start in range(0, len(keys), _PIECE))

"""Another branch's customer on this PC: how much of her is here, and what may be changed of it.

Only her initials are here while she has nothing but business with this branch (a stub); a card
opened for a while may be here with fields covered. What was never shown is never written over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as cipher

from db.names import NUMBERS
from db.shop.among import among
from jewelcrm.errors import CanFix

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from db.types import Id
    from jewelcrm.context import Context

_NUMBER = NUMBERS["customer"]
_HELD = (
    "SELECT m.kind, s.scope, s.mask FROM sync_member m JOIN sync_cursor s ON s.no = m.scope"
    " WHERE m.tbl = ? AND m.id = ?"
)
OWN_OR_SHARED = (
    "(NOT EXISTS (SELECT 1 FROM sync_member m WHERE"
    f" m.tbl = {_NUMBER} AND m.id = customer.id)"
    " OR EXISTS (SELECT 1 FROM sync_member m JOIN sync_cursor s ON s.no = m.scope"
    f" WHERE m.tbl = {_NUMBER} AND m.id = customer.id AND m.kind = 'P' AND s.scope LIKE 'B:%'))"
)
"""SQL: true for a customer of this branch or one shared with it, not for a stub or one on loan."""
MOVED = "The home branch is changed by moving the customer: the three dots on the card."
ELSEWHERE = (
    "It was written for another branch, and head office takes it from there only. Have it done anew"
    " on a PC of that branch, and give it up here."
)


@dataclass(frozen=True, slots=True)
class Held:
    """How a customer is here; `hidden` are the classes of columns that are covered."""

    whole: bool
    hidden: frozenset[str]


def held(conn: Connection, customer_id: Id) -> Held:
    """How the customer is here; head office has not said anything of one who is new."""
    raw: cipher.Connection = conn.connection.driver_connection
    places = raw.execute(_HELD, (_NUMBER, customer_id)).fetchall()
    masks = [_classes(scope, mask) for kind, scope, mask in places if kind == "P"]
    hidden = frozenset[str]().union(*masks).intersection(*masks)
    return Held(whole=bool(masks) or not places, hidden=hidden)


def _classes(scope: str, mask: str) -> frozenset[str]:
    return frozenset(re.findall("[a-z]+", mask)) if scope.startswith("L:") else frozenset()


def require_whole(conn: Connection, customer_id: Id) -> None:
    """Nothing when more than her initials is here.

    Raises:
        CanFix: she is another branch's; says how to see her.
    """
    if not held(conn, customer_id).whole:
        raise CanFix(
            "This is a customer of another branch: only the initials are here. Look the"
            " customer up at head office and open the card first."
        )


def require_shown(conn: Connection, customer_id: Id, table: Table, columns: Iterable[str]) -> None:
    """Nothing when all these columns are shown here.

    Raises:
        CanFix: names the field that is covered.
    """
    hidden = held(conn, customer_id).hidden
    covered = [name for name in columns if table.c[name].info.get("class") in hidden]
    if covered:
        raise CanFix(
            "This field of another branch's customer is covered. Only the customer's own branch"
            " can change it.",
            field=covered[0],
        )


def require_not_moved(ctx: Context, columns: Collection[str]) -> None:
    """Nothing unless these columns of a record would take it to another branch of a chain.

    Raises:
        CanFix: head office takes only a move; says so.
    """
    if ctx.in_chain and "branch_id" in columns:
        raise CanFix(MOVED, field="branch_id")


def is_for_another(ctx: Context, record: Mapping[str, object]) -> bool:
    """True when a new record says that it belongs to another branch of a chain."""
    return ctx.in_chain and record.get("branch_id", ctx.branch.id) != ctx.branch.id


def require_for_here(ctx: Context, record: Mapping[str, object]) -> None:
    """Nothing unless a new record belongs to another branch of a chain.

    Raises:
        CanFix: head office takes it from that branch only; says what to do.
    """
    if is_for_another(ctx, record):
        raise CanFix(ELSEWHERE, field="branch_id")


def not_a_stub(branch: Id) -> str:
    """SQL: true for a customer of whom more than the initials is here."""
    member = f"SELECT 1 FROM sync_member m WHERE m.tbl = {_NUMBER} AND m.id = customer.id"
    return (
        f"(customer.branch_id = x'{branch.hex()}' OR NOT EXISTS ({member} AND m.kind = 'S')"
        f" OR EXISTS ({member} AND m.kind = 'P'))"
    )


def stubs_among(raw: cipher.Connection, customer_ids: Collection[Id], branch: Id) -> set[Id]:
    """Those of whom only the initials are here; a few hundred at the most."""
    stub = f"SELECT id FROM customer WHERE NOT {not_a_stub(branch)} AND id IN"
    return {row[0] for row in among(raw, stub, customer_ids)}

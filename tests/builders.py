"""Builders: a valid thing with only what the test is about said out loud."""

from __future__ import annotations

import datetime as dt
import itertools

from sqlcipher3 import dbapi2 as cipher

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers.model import NewContact, NewCustomer
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.money import Money
from jewelcrm.orders.model import NewLine, NewOrder, PlacedOrder

_counter = itertools.count(1)


def a_phone(number: str | None = None) -> NewContact:
    """A Hong Kong mobile number; each is another one unless it is given."""
    return NewContact(
        kind="phone", value=number or f"9{next(_counter) % 8 + 1}2{next(_counter):05}"
    )


def a_consent(state: str = "consented", **more: object) -> ConsentChoice:
    """An answer on a signed form."""
    return ConsentChoice(**{"state": state, "source": "form", **more})


def a_customer(**more: object) -> NewCustomer:
    """A customer with a name in both scripts and a phone."""
    usual = {"name": "Chan Tai Man", "name_zh": "陳大文", "contacts": (a_phone(),)}
    return NewCustomer(**{**usual, **more})


def a_kept_customer(ctx: Context, **more: object) -> Id:
    """A customer who is in the store."""
    from jewelcrm.customers.commands import add_customer

    return add_customer(ctx, a_customer(**more))


def a_line(**more: object) -> NewLine:
    """A plain ring at HK$1,280."""
    usual = {"description": "Plain ring", "unit_price": Money(128000)}
    return NewLine(**{**usual, **more})


def an_order(**more: object) -> NewOrder:
    """A sale of one plain ring, to nobody we know."""
    return NewOrder(**{"kind": "sale", "lines": [a_line()], **more})


def a_placed_order(ctx: Context, **more: object) -> PlacedOrder:
    """An order that is in the store; work is promised in a fortnight, to a customer we know."""
    from jewelcrm.orders.commands import place_order

    usual: dict[str, object] = {}
    if more.get("kind", "sale") != "sale":
        usual = {"promised_on": ctx.today() + dt.timedelta(days=14)}
        usual |= {} if "customer_id" in more else {"customer_id": a_kept_customer(ctx)}
    return place_order(ctx, an_order(**{**usual, **more}))


def the_writer(ctx: Context) -> cipher.Connection:
    """The connection that the store writes with, for what no unit of work would do."""
    with ctx.store._writer.taken() as line:
        return line.raw


def a_chain(ctx: Context) -> None:
    """The PC belongs to a head office from now on, heard of just now."""
    from db.shop import syncoffice
    from db.types import new_id, to_millis

    now = to_millis(ctx.clock.now())
    keys = bytes(32)
    where = syncoffice.Address("https://office", "", new_id(), b"", ctx.store.pc.id, keys, keys)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        syncoffice.join(
            work.raw, where, letter="A", now=now, at=now, lease_until=now + 14 * 86_400_000
        )
    ctx.store.look_again()


def a_guest(ctx: Context, how: str = "stub", mask: str = "contact", **more: object) -> Id:
    """Another branch's customer, as head office leaves her here: a stub, on loan, or shared."""
    from db.tables import NUMBERS
    from db.types import new_id

    customer_id = a_kept_customer(ctx, **more)
    scope, kind = {
        "stub": (f"B:{ctx.branch.id.hex()}", "S"),
        "loan": (f"L:{new_id().hex()}", "P"),
        "shared": (f"B:{ctx.branch.id.hex()}", "P"),
    }[how]
    with ctx.store.apply(now=ctx.clock.now()) as work:
        run = work.raw.execute
        run("UPDATE customer SET branch_id = ? WHERE id = ?", (new_id(), customer_id))
        run(
            "INSERT INTO sync_cursor(scope, seq, count, sum, mask) VALUES (?, 0, 0, '', ?)"
            " ON CONFLICT DO NOTHING",
            (scope, mask if how == "loan" else ""),
        )
        run(
            "INSERT INTO sync_member SELECT no, ?, ?, 1, ? FROM sync_cursor WHERE scope = ?",
            (NUMBERS["customer"], customer_id, kind, scope),
        )
        if how == "stub":
            run(
                "UPDATE customer SET name = 'C. T. M.', name_zh = NULL WHERE id = ?", (customer_id,)
            )
            run("DELETE FROM contact_point WHERE customer_id = ?", (customer_id,))
    return customer_id

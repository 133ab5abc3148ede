"""What a customer likes, cannot wear, is called (tags), and wishes for."""

from __future__ import annotations

from sqlalchemy import select

from db.tables.catalogue import product
from db.tables.customers import preference, wish
from db.types import Id
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.forms import refuse_collecting
from jewelcrm.customers.keeping import (
    keep_preference,
    keep_wish,
    the_customer,
    the_part,
    wish_values,
)
from jewelcrm.customers.lists import WISH_STATES
from jewelcrm.customers.model import NewPreference, NewWish
from jewelcrm.customers.rules.checks import required_choice
from jewelcrm.customers.rules.known import liking_fields
from jewelcrm.errors import CanFix


@command("customers.edit")
def add_preference(ctx: Context, customer_id: Id, new: NewPreference) -> Id:
    """Add a preference or a tag; one she has already is only found again."""
    with ctx.work() as work:
        the_customer(work, customer_id)
        refuse_collecting(work, customer_id, liking_fields(new))
        return keep_preference(work, customer_id, new)


@command("customers.edit")
def archive_preference(ctx: Context, preference_id: Id) -> None:
    """Put a preference or a tag away."""
    with ctx.work() as work:
        the_part(work, preference, preference_id)
        work.archive(preference, preference_id)


@command("customers.edit")
def add_wish(ctx: Context, customer_id: Id, new: NewWish) -> Id:
    """Add a piece to the wish list."""
    with ctx.work() as work:
        the_customer(work, customer_id)
        return keep_wish(work, customer_id, new)


@command("customers.edit")
def edit_wish(ctx: Context, wish_id: Id, new: NewWish) -> None:
    """Write a wish anew."""
    with ctx.work() as work:
        the_part(work, wish, wish_id)
        work.update(wish, wish_id, **wish_values(new))


@command("customers.edit")
def close_wish(ctx: Context, wish_id: Id, state: str) -> None:
    """Say that a wish was bought or dropped, or (`open`) that it is still wished for."""
    code = required_choice("state", WISH_STATES, state)
    with ctx.work() as work:
        the_part(work, wish, wish_id)
        work.update(wish, wish_id, state=code)


@command("customers.edit")
def answer_suggestion(ctx: Context, customer_id: Id, product_id: Id, *, accepted: bool) -> Id:
    """Keep whether she liked a piece that completes her set; it is not proposed again.

    Raises:
        CanFix: the piece is not in the catalogue.
    """
    with ctx.work("completes the set") as work:
        the_customer(work, customer_id)
        name = work.conn.execute(select(product.c.name).where(product.c.id == product_id)).scalar()
        if name is None:
            raise CanFix("This piece is not in the catalogue any more.", field="product_id")
        wished = NewWish(description=name[:300], product_id=product_id)
        wish_id = keep_wish(work, customer_id, wished)
        if not accepted:
            work.update(wish, wish_id, state="dropped")
        return wish_id

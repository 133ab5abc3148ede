"""Builders: a valid thing with only what the test is about said out loud."""

from __future__ import annotations

import itertools

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers.model import NewContact, NewCustomer
from jewelcrm.customers.rules.consent import ConsentChoice

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

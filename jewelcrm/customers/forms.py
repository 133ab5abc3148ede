"""The shop's own form for each way in: what is required, recommended and forbidden to ask."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from db.tables.customers import customer
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command, query
from jewelcrm.context import Context, one_read
from jewelcrm.customers.lists import INTAKES
from jewelcrm.customers.rules.checks import required_choice
from jewelcrm.customers.rules.collection import FIELDS, Form, form_for, refuse_forbidden
from jewelcrm.customers.rules.known import intake_of

KEY = "customers.forms"
"""Where the changed forms are kept among this PC's settings, as JSON."""


@query("customers.view")
def form_of(ctx: Context, intake: str, *, conn: Connection | None = None) -> Form:
    """The form in force for a way in (walk_in, phone, web)."""
    with one_read(ctx, conn) as here:
        return kept_form(here, intake)


@command("settings.edit")
def set_form(
    ctx: Context,
    intake: str,
    *,
    required: Iterable[str],
    recommended: Iterable[str],
    forbidden: Iterable[str],
) -> None:
    """Change what a way in asks for. What is never asked stays forbidden whatever is said.

    Raises:
        CanFix: one of the fields is not known.
    """
    way = required_choice("intake", INTAKES, intake)
    parts = {"required": required, "recommended": recommended, "forbidden": forbidden}
    body = {part: [_field(part, one) for one in fields] for part, fields in parts.items()}
    with ctx.work("customer form") as work:
        changed = {**_changed(work.conn), way: body}
        work.raw.execute(
            "INSERT INTO setting(key, value) VALUES (?, ?)"
            " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (KEY, json.dumps(changed)),
        )
        work.audit("setting.changed", columns=[KEY])
        work.touched.add("setting")


def kept_form(conn: Connection, intake: str) -> Form:
    """The form in force, read on the connection at hand."""
    return form_for(intake, _changed(conn))


def refuse_collecting(work: Work, customer_id: Id, fields: Collection[str]) -> None:
    """Refuse to write on a card what the form of its way in forbids.

    Raises:
        CanFix: names the field.
    """
    step = work.conn.execute(
        select(customer.c.collection_step).where(customer.c.id == customer_id)
    ).scalar()
    refuse_forbidden(kept_form(work.conn, intake_of(step)), fields)


def _field(part: str, field: str) -> str:
    return required_choice(part, FIELDS, field)


def _changed(conn: Connection) -> dict[str, dict[str, list[str]]]:
    kept = conn.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (KEY,)).scalar()
    return {} if kept is None else dict(json.loads(str(kept)))

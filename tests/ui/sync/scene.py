"""A PC of a company as head office left it: its rows are put straight into the store."""

from __future__ import annotations

import datetime as dt
import json

from db.types import Id, new_id, to_millis
from jewelcrm.context import Context

MINUTE, DAY = 60_000, 86_400_000


def from_office(ctx: Context, table: str, **values: object) -> Id:
    """A row as head office writes it here."""
    row_id, now = new_id(), to_millis(ctx.clock.now())
    usual = {"id": row_id, "branch_id": ctx.branch.id, "created_at": now, "updated_at": now}
    row = usual | {"rev": 1} | values
    with ctx.store.apply(now=ctx.clock.now()) as work:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        work.raw.execute(f"INSERT INTO {table}({names}) VALUES ({marks})", list(row.values()))
        work.touched.add(table)
    return row_id


def enrol(
    ctx: Context, *, minutes_ago: float = 0, lease_days: float = 14, state: str = "on"
) -> None:
    """This PC belongs to a head office that answered so many minutes ago."""
    now = to_millis(ctx.clock.now())
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("DELETE FROM head_office")
        work.raw.execute(
            "INSERT INTO head_office(one, url, server, ca, office_key, sign_key, seal_key, state,"
            " enrolled_at, lease_until, last_contact) VALUES (1, 'https://office.example', ?, '',"
            " x'00', zeroblob(32), zeroblob(32), ?, 0, ?, ?)",
            (
                bytes(16),
                state,
                int(now + lease_days * DAY),
                int(now - minutes_ago * MINUTE),
            ),
        )
        work.touched.add("sync")


def all_sent(ctx: Context) -> None:
    """Head office knows everything that was done here."""
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE change SET pushed_at = ?", (to_millis(ctx.clock.now()),))
        work.touched.add("sync")


def waiting(ctx: Context, count: int) -> None:
    """So many of the newest changes are still to be sent."""
    all_sent(ctx)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(
            "UPDATE change SET pushed_at = NULL WHERE n IN"
            " (SELECT n FROM change ORDER BY n DESC LIMIT ?)",
            (count,),
        )
        work.touched.add("sync")


def first_copy(ctx: Context, done: int, total: int) -> None:
    """The first copy of the branch is on its way."""
    from jewelcrm.sync.staging import Stage, text

    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("DELETE FROM sync_cursor")
        work.raw.execute(
            "INSERT INTO sync_cursor(no, scope, seq, count, sum, stage) VALUES (9, ?, 0, 0, '', ?)",
            (f"B:{ctx.branch.id.hex()}", text(Stage("rest", done=done, total=total))),
        )
        work.touched.add("sync")


def a_branch(ctx: Context, code: str, name: str, name_zh: str | None = None) -> Id:
    """Another branch of the company."""
    return from_office(
        ctx,
        "branch",
        branch_id=None,
        code=code,
        name=name,
        name_zh=name_zh,
        currency="HKD",
        time_zone="Asia/Hong_Kong",
    )


def a_conflict(ctx: Context, customer: Id, **more: object) -> Id:
    """Two wrote her name."""
    now = to_millis(ctx.clock.now())
    usual: dict[str, object] = {
        "tbl": "customer",
        "row_id": customer,
        "customer_id": customer,
        "column": "name",
        "kept": json.dumps("Chan Tai Man"),
        "kept_by": ctx.staff.id,
        "kept_at": now - 5 * MINUTE,
        "lost": json.dumps("Chan Dai Man"),
        "lost_by": ctx.staff.id,
        "lost_at": now - 95 * MINUTE,
        "why": "overwrote",
        "must_review": 1,
        "state": "open",
    }
    return from_office(ctx, "conflict", **(usual | more))


def an_aside(ctx: Context, *ops: dict[str, object], **more: object) -> Id:
    """Work that head office put aside."""
    usual: dict[str, object] = {
        "tx": new_id(),
        "pc": new_id(),
        "hlc": 1,
        "actor": ctx.staff.id,
        "happened_at": to_millis(ctx.clock.now()) - 30 * MINUTE,
        "why": "invalid",
        "ops": json.dumps(ops),
        "state": "open",
    }
    return from_office(ctx, "quarantine", **(usual | more))


def a_new_note(ctx: Context, customer: Id, text: str) -> dict[str, object]:
    """A note that was written here."""
    values = {
        "customer_id": customer.hex(),
        "author_id": ctx.staff.id.hex(),
        "body": text,
        "channel": "note",
    }
    at = to_millis(ctx.clock.now())
    more = {"branch_id": ctx.branch.id.hex(), "created_at": at, "happened_at": at}
    return {"t": "note", "id": new_id().hex(), "op": "I", "base": 0, "set": values | more}


def a_notice(ctx: Context, kind: str, customer: Id | None = None, **params: object) -> Id:
    """Something the branch should know."""
    return from_office(
        ctx,
        "notice",
        kind=kind,
        customer_id=customer,
        params=json.dumps(params) if params else None,
        happened_at=to_millis(ctx.clock.now() - dt.timedelta(hours=2)),
        state="open",
    )

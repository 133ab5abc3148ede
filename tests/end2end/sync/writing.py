"""What people at the PCs do in a history."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from db.tables import customers, followups, metadata, orders, payments
from db.types import Id
from jewelcrm.orders.rules.stages import next_stages
from tests.end2end.sync import aging

ALL = ("name", "district", "tier", "address")
WHOLE = (
    "SELECT c.id FROM customer c LEFT JOIN sync_member m ON m.tbl = 4 AND m.id = c.id"
    " WHERE m.id IS NULL OR m.kind = 'P'"
)
"""Nobody writes over what she is not shown: the window offers no form for a stub."""
LEASED = (
    "SELECT 1 FROM sync_member m JOIN sync_cursor c ON c.no = m.scope"
    " WHERE m.tbl = 4 AND m.id = ? AND c.scope LIKE 'L:%'"
)


def add_customer(world: Any, pc: Any) -> None:
    word = _word(world, "N")
    with _work(pc) as work:
        row_id = work.insert(customers.customer, number=word, name=word, tier=word)
        work.insert(
            customers.contact_point,
            customer_id=row_id,
            kind="phone",
            value=word,
            normal=word,
            preferred=False,
        )
    for column in ("name", "tier"):
        world.ledger.write(pc.number, work.tx, ("customer", row_id, column), word)
    world.ledger.words[row_id].add(word)


def edit_customer(world: Any, pc: Any) -> None:
    row_id = _any(world, pc, WHOLE)
    if row_id is None:
        return add_customer(world, pc)
    names = [name for name in ALL if _can_edit(pc, ("customer", row_id, name))]
    columns = world.dice.sample(names, world.dice.randint(1, 2))
    return _edit(world, pc, customers.customer, row_id, columns, customer=row_id)


def add_phone(world: Any, pc: Any) -> None:
    row_id = _any(world, pc, "SELECT id FROM customer")
    if row_id is not None:
        _add_phone(world, pc, row_id)


def _add_phone(world: Any, pc: Any, customer: Id) -> Id:
    word = _word(world, "P")
    with _work(pc) as work:
        phone = work.insert(
            customers.contact_point,
            customer_id=customer,
            kind="phone",
            value=word,
            normal=word,
            preferred=False,
        )
    world.ledger.words[customer].add(word)
    return phone


def has_whole(pc: Any, customer: Id) -> bool:
    """True when somebody at the PC may write about her."""
    return (customer,) in pc.ask(WHOLE)


def add_and_label_phone(world: Any, pc: Any, customer: Id) -> None:
    """A new record, and a word about it that follows in a transaction of its own."""
    phone = _add_phone(world, pc, customer)
    world.ledger.owners[phone].add(customer)
    _edit(world, pc, customers.contact_point, phone, ["label"], customer=customer)


def write_again(world: Any, pc: Any, kept: set[Id]) -> None:
    """Whoever finds her last words gone, after her PC was put back, writes others in their place.

    `kept`: the transactions that the old copy still knows.
    """
    places = sorted(
        {
            one.place
            for one in world.ledger.written
            if one.pc == pc.number and one.tx not in kept and not one.lost
        }
    )
    places = [place for place in places if _can_edit(pc, place)]
    if places:
        _rewrite(world, pc, world.dice.choice(places))


def go_on_with(world: Any, pcs: list[Any], txs: set[Id]) -> None:
    """Several people go on with one thing that was written in one of these transactions."""
    places = sorted({one.place for one in world.ledger.written if one.tx in txs})
    places = [place for place in places if sum(_can_edit(pc, place) for pc in pcs) > 1]
    if places:
        place = world.dice.choice(places)
        there = [pc for pc in pcs if _can_edit(pc, place)]
        for pc in world.dice.sample(there, 2):
            world.time.move(1_000)
            _rewrite(world, pc, place)


def _rewrite(world: Any, pc: Any, place: tuple[str, Id, str]) -> None:
    table, row_id, column = place
    customer = row_id if table == "customer" else None
    if table == "contact_point":
        customer = pc.ask("SELECT customer_id FROM contact_point WHERE id = ?", row_id)[0][0]
    _edit(world, pc, metadata.tables[table], row_id, [column], customer=customer)


def _can_edit(pc: Any, place: tuple[str, Id, str]) -> bool:
    table, row_id, column = place
    if not aging.known(pc.schema, table, column):
        return False
    if table == "customer":
        return has_whole(pc, row_id) and not (column == "address" and pc.ask(LEASED, row_id))
    if table not in ("contact_point", "sales_order"):
        return False
    return bool(pc.ask(f"SELECT 1 FROM {table} WHERE id = ?", row_id))


def edit_phone(world: Any, pc: Any) -> None:
    found = pc.ask("SELECT id, customer_id FROM contact_point")
    if not found:
        return
    row_id, customer = world.dice.choice(sorted(found))
    world.ledger.owners[row_id].add(customer)
    if world.dice.random() < 0.3:
        with _work(pc) as work:
            work.archive(customers.contact_point, row_id)
        return
    _edit(world, pc, customers.contact_point, row_id, ["label"], customer=customer)


def add_note(world: Any, pc: Any) -> None:
    row_id = _any(world, pc, "SELECT id FROM customer")
    if row_id is not None and aging.known(pc.schema, "note"):
        word = _word(world, "T")
        with _work(pc) as work:
            note = work.insert(metadata.tables["note"], **_filled("note", row_id, word, world))
        world.ledger.write(pc.number, work.tx, ("note", note, "body"), word)
        world.ledger.words[row_id].add(word)
        world.ledger.owners[note].add(row_id)


def add_task(world: Any, pc: Any) -> None:
    row_id = _any(world, pc, "SELECT id FROM customer")
    word = _word(world, "F")
    with _work(pc) as work:
        work.insert(followups.followup, **_filled("followup", row_id, word, world))
    if row_id is not None:
        world.ledger.words[row_id].add(word)


def add_order(world: Any, pc: Any) -> None:
    customer = _any(world, pc, "SELECT id FROM customer")
    now, word = pc.clock.now(), _word(world, "O")
    with _work(pc) as work:
        order = work.insert(
            orders.sales_order,
            number=word,
            kind="repair",
            channel="counter",
            stage="draft",
            customer_id=customer,
            stage_since=now,
            placed_at=now,
            rush=False,
            currency="HKD",
            remark=word,
        )
        if world.dice.random() < 0.5:
            work.insert(
                orders.order_line,
                order_id=order,
                position=1,
                description=word,
                quantity=Decimal(1),
                unit_price_cents=100,
                labour_cents=0,
                discount_cents=0,
                amount_cents=100,
            )
    world.ledger.write(pc.number, work.tx, ("sales_order", order, "remark"), word)
    if customer is not None:
        world.ledger.owners[order].add(customer)


def move_order(world: Any, pc: Any) -> None:
    found = pc.ask("SELECT id, stage FROM sales_order")
    if not found:
        return add_order(world, pc)
    order, stage = world.dice.choice(sorted(found))
    following = sorted(next_stages("repair", stage))
    if following:
        with _work(pc) as work:
            work.update(
                orders.sales_order,
                order,
                stage=world.dice.choice(following),
                stage_since=pc.clock.now(),
            )
    return None


def edit_order(world: Any, pc: Any) -> None:
    order = _any(world, pc, "SELECT id FROM sales_order")
    if order is None:
        return add_order(world, pc)
    if world.dice.random() < 0.25:
        customer = _any(world, pc, "SELECT id FROM customer")
        if pc.ask("SELECT customer_id FROM sales_order WHERE id = ?", order)[0][0] != customer:
            with _work(pc) as work:
                work.update(orders.sales_order, order, customer_id=customer)
            if customer is not None:
                world.ledger.owners[order].add(customer)
        return None
    return _edit(world, pc, orders.sales_order, order, ["remark"])


def pay(world: Any, pc: Any) -> None:
    """A payment and a word on its order, in one transaction."""
    order = _any(world, pc, "SELECT id FROM sales_order")
    if order is None:
        return add_order(world, pc)
    cents, word = world.dice.randint(1, 500), _word(world, "Y")
    with _work(pc) as work:
        before = _now(work, "sales_order", ["remark", "customer_id"], order)
        payment = work.insert(
            payments.payment,
            receipt_number=word,
            order_id=order,
            kind="deposit",
            method="cash",
            customer_id=before[1],
            amount_cents=cents,
            currency="HKD",
            taken_at=pc.clock.now(),
        )
        work.update(orders.sales_order, order, remark=word)
        world.ledger.intend(pc.number, work.tx, ("sales_order", order, "remark"), word, before[0])
    world.ledger.paid[payment] = cents
    if before[1] is not None:
        world.ledger.owners[order].add(before[1])
    world.ledger.write(pc.number, work.tx, ("payment", payment, "receipt_number"), word)
    world.ledger.write(pc.number, work.tx, ("sales_order", order, "remark"), word, before[0])
    return None


def _edit(
    world: Any,
    pc: Any,
    table: Any,
    row_id: Id,
    columns: list[str],
    *,
    customer: Id | None = None,
) -> None:
    words = {name: _word(world, name[:1]) for name in columns}
    with _work(pc) as work:
        before = _now(work, table.name, columns, row_id)
        work.update(table, row_id, **words)
        for (name, word), old in zip(words.items(), before, strict=True):
            world.ledger.intend(pc.number, work.tx, (table.name, row_id, name), word, old)
    for (name, word), old in zip(words.items(), before, strict=True):
        world.ledger.write(pc.number, work.tx, (table.name, row_id, name), word, old)
        if customer is not None:
            world.ledger.words[customer].add(word)


def _now(work: Any, table: str, columns: list[str], row_id: Id) -> Any:
    """The row as it is while nobody else can write: what this transaction knows of."""
    found = work.raw.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", (row_id,))
    return found.fetchone() or [None] * len(columns)


def _filled(table: str, customer: Id | None, word: str, world: Any) -> dict[str, Any]:
    """A row with something in every column that must not be empty."""
    from sqlalchemy import Boolean, String

    from db.columns import Day, Instant

    values: dict[str, Any] = {"customer_id": customer}
    skipped = {"id", "branch_id", "customer_id", "created_at", "updated_at", "rev"}
    for column in metadata.tables[table].columns:
        if column.nullable or column.name in skipped:
            continue
        if isinstance(column.type, Day):
            values[column.name] = world.time.now().date()
        elif isinstance(column.type, Instant):
            values[column.name] = world.time.now()
        elif isinstance(column.type, Boolean):
            values[column.name] = False
        elif isinstance(column.type, String):
            values[column.name] = word[: column.type.length] if column.type.length else word
        else:
            values[column.name] = 1
    return values


def _work(pc: Any) -> Any:
    return pc.store.write(actor=pc.actor, now=pc.clock.now(), session=pc.session)


def _word(world: Any, kind: str) -> str:
    """A word that nobody else ever writes."""
    return kind + f"{world.dice.getrandbits(56):014x}".translate(_LETTERS)


_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def _any(world: Any, pc: Any, sql: str) -> Id | None:
    found = sorted(row[0] for row in pc.ask(sql))
    return world.dice.choice(found) if found else None


WRITES = (
    (
        add_customer,
        edit_customer,
        add_phone,
        edit_phone,
        add_note,
        add_task,
        add_order,
        move_order,
        edit_order,
        pay,
    ),
    (10, 30, 5, 10, 4, 3, 6, 10, 10, 12),
)

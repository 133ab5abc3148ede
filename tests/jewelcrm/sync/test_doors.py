"""What the window shows of sync and what people settle there."""

import datetime as dt
import json

import pytest

from db.types import new_id, to_millis
from jewelcrm.errors import CanFix, Denied
from jewelcrm.sync import commands, queries
from tests.builders import a_chain, a_kept_customer, a_placed_order


def from_office(ctx, table, **values):
    """A row as head office writes it here."""
    row_id, now = new_id(), to_millis(ctx.clock.now())
    usual = {"id": row_id, "branch_id": ctx.branch.id, "created_at": now, "updated_at": now}
    row = usual | {"rev": 1} | values
    with ctx.store.apply(now=ctx.clock.now()) as work:
        names = ", ".join(f'"{name}"' for name in row)
        work.raw.execute(
            f"INSERT INTO {table}({names}) VALUES ({', '.join('?' * len(row))})",
            list(row.values()),
        )
    return row_id


def enrolled(ctx, **values):
    now = to_millis(ctx.clock.now())
    row = {"lease_until": now + 86_400_000, "last_contact": now} | values
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(
            "INSERT INTO head_office VALUES (1, '', ?, '', x'00', zeroblob(32), zeroblob(32),"
            " 'on', 0, ?, ?, NULL)",
            (bytes(16), row["lease_until"], row["last_contact"]),
        )


def sent(ctx):
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE change SET pushed_at = ?", (to_millis(ctx.clock.now()),))


def a_conflict(ctx, customer, **more):
    usual = {
        "tbl": "customer",
        "row_id": customer,
        "customer_id": customer,
        "column": "name",
        "kept": json.dumps("Chan Tai Man"),
        "lost": json.dumps("Chan Dai Man"),
        "lost_at": 5,
        "why": "overwrote",
        "must_review": 1,
        "state": "open",
    }
    return from_office(ctx, "conflict", **(usual | more))


def an_aside(ctx, *ops, **more):
    usual = {
        "tx": new_id(),
        "pc": new_id(),
        "hlc": 1,
        "actor": ctx.staff.id,
        "happened_at": to_millis(ctx.clock.now()),
        "why": "invalid",
        "ops": json.dumps(ops),
        "state": "open",
    }
    return from_office(ctx, "quarantine", **(usual | more))


def name_of(ctx, customer):
    with ctx.read() as conn:
        return conn.exec_driver_sql("SELECT name FROM customer WHERE id = ?", (customer,)).scalar()


def state_of(ctx, table, row_id):
    with ctx.read() as conn:
        return conn.exec_driver_sql(f"SELECT state FROM {table} WHERE id = ?", (row_id,)).scalar()


def test_a_pc_of_its_own_stands_alone(ctx):
    status = queries.status(ctx)
    assert (status.state, status.enrolled, status.usable) == ("stand_alone", False, True)


def test_lately_heard_of_is_on_line_and_long_ago_is_off_line(ctx, clock):
    enrolled(ctx)
    assert queries.status(ctx).state == "on_line"
    clock.move(minutes=10)
    status = queries.status(ctx)
    assert status.state == "off_line"
    assert status.last_contact == clock.now() - dt.timedelta(minutes=10)


def test_what_waits_is_counted_with_its_age(ctx, clock):
    enrolled(ctx)
    sent(ctx)
    a_kept_customer(ctx)
    made = clock.now()
    clock.move(minutes=1)
    status = queries.status(ctx)
    assert status.pending > 0
    assert status.oldest_pending_at == made


def test_a_pc_that_was_off_line_for_longer_than_its_lease_is_locked(ctx, clock):
    enrolled(ctx)
    clock.move(days=2)
    assert queries.status(ctx).state == "locked"


def test_a_clock_that_is_off_is_told(ctx):
    enrolled(ctx)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE sync_state SET clock_offset = -300000")
    status = queries.status(ctx)
    assert status.clock_off == dt.timedelta(minutes=5)
    assert status.state == "attention"


def test_an_order_is_known_since_its_last_change_was(ctx, clock):
    first, second = a_placed_order(ctx), a_placed_order(ctx)
    assert queries.known_since(ctx, [first.id, second.id]) == {first.id: None, second.id: None}
    sent(ctx)
    known = queries.known_since(ctx, [first.id])
    assert known == {first.id: clock.now()}


def test_a_conflict_shows_both_values_and_is_swapped_with_one_click(manager):
    customer = a_kept_customer(manager, name="Chan Tai Man")
    conflict = a_conflict(manager, customer)
    (shown,) = queries.conflicts(manager)
    assert (shown.kept, shown.lost, shown.label) == ("Chan Tai Man", "Chan Dai Man", "Name")
    assert shown.can_swap
    commands.swap(manager, conflict)
    assert name_of(manager, customer) == "Chan Dai Man"
    assert not queries.conflicts(manager)
    assert queries.status(manager).conflicts_open == 0


def test_a_phone_s_searchable_form_goes_where_the_phone_goes(manager):
    customer = a_kept_customer(manager)
    with manager.read() as conn:
        phone, value, normal = conn.exec_driver_sql(
            "SELECT id, value, normal FROM contact_point WHERE customer_id = ?", (customer,)
        ).one()
    common = {"tbl": "contact_point", "row_id": phone}
    shown = a_conflict(
        manager, customer, **common, column="value", kept=json.dumps(value), lost='"91112222"'
    )
    hidden = a_conflict(
        manager, customer, **common, column="normal", kept=json.dumps(normal), lost='"+85291112222"'
    )
    assert [one.id for one in queries.conflicts(manager)] == [shown]
    commands.swap(manager, shown)
    with manager.read() as conn:
        row = conn.exec_driver_sql(
            "SELECT value, normal FROM contact_point WHERE id = ?", (phone,)
        ).one()
    assert tuple(row) == ("91112222", "+85291112222")
    assert state_of(manager, "conflict", hidden) == "swapped"


def test_what_was_changed_since_is_not_swapped(manager):
    customer = a_kept_customer(manager, name="Somebody new")
    conflict = a_conflict(manager, customer)
    assert not queries.conflicts(manager)[0].can_swap
    with pytest.raises(CanFix, match="changed since"):
        commands.swap(manager, conflict)


def test_leaving_it_as_it_is_settles_it(manager):
    conflict = a_conflict(manager, a_kept_customer(manager))
    commands.keep(manager, conflict)
    assert state_of(manager, "conflict", conflict) == "kept"
    with pytest.raises(CanFix, match="settled"):
        commands.keep(manager, conflict)


def test_sales_see_but_do_not_settle(sales):
    conflict = a_conflict(sales, a_kept_customer(sales))
    assert queries.conflicts(sales)
    with pytest.raises(Denied):
        commands.swap(sales, conflict)


def test_what_was_put_aside_is_mended_and_sent_again(manager):
    customer = new_id()
    op = {
        "t": "customer",
        "id": customer.hex(),
        "op": "I",
        "base": 0,
        "set": {"number": "HK01-A-9", "name": "Chan", "tier": "no such", "created_at": 5},
    }
    aside = an_aside(manager, op)
    (shown,) = queries.put_aside(manager)
    assert shown.can_mend
    assert {f.column: f.text for f in shown.ops[0].fields}["name"] == "Chan"
    commands.mend(manager, aside, {0: {"tier": "gold"}})
    assert name_of(manager, customer) == "Chan"
    assert state_of(manager, "quarantine", aside) == "fixed"
    with manager.read() as conn:
        tx = conn.exec_driver_sql(
            "SELECT count(DISTINCT tx) FROM change WHERE id IN (?, ?)", (customer, aside)
        ).scalar()
    assert tx == 1


def test_a_change_of_a_record_that_is_gone_can_only_be_given_up(manager):
    op = {"t": "customer", "id": "ab" * 16, "op": "U", "base": 1, "set": {"name": "x"}}
    aside = an_aside(manager, op)
    assert not queries.put_aside(manager)[0].can_mend
    with pytest.raises(CanFix, match="no longer on this PC"):
        commands.mend(manager, aside, {})
    with pytest.raises(CanFix, match="why"):
        commands.drop(manager, aside, "  ")
    commands.drop(manager, aside, "She moved to Central")
    assert state_of(manager, "quarantine", aside) == "dropped"


def written_on(customer, **values):
    """A change of a customer that head office put aside."""
    return {"t": "customer", "id": customer.hex(), "op": "U", "base": 1, "set": values}


@pytest.mark.parametrize("typed", [True, False])
def test_no_mending_moves_a_customer_to_another_branch(manager, typed):
    a_chain(manager)
    customer, central = a_kept_customer(manager), new_id()
    values = {"name": "Chan"} if typed else {"name": "Chan", "branch_id": central.hex()}
    aside = an_aside(manager, written_on(customer, **values))
    corrections = {0: {"branch_id": central}} if typed else {}
    with pytest.raises(CanFix, match="by moving the customer"):
        commands.mend(manager, aside, corrections)
    assert state_of(manager, "quarantine", aside) == "open"
    assert name_of(manager, customer) != "Chan"


def added(customer, **values):
    """A new customer that head office put aside."""
    usual = {"number": "HK02-A-9", "name": "Chan", "tier": "regular", "created_at": 5}
    return {"t": "customer", "id": customer.hex(), "op": "I", "base": 0, "set": usual | values}


def test_what_was_added_for_another_branch_is_given_up_here_and_not_sent_again(manager):
    a_chain(manager)
    customer, central = new_id(), new_id()
    aside = an_aside(manager, added(customer, branch_id=central.hex()), why="not_yours")
    (shown,) = queries.put_aside(manager)
    assert (shown.can_mend, "on a PC of that branch" in shown.why_not) == (False, True)
    with pytest.raises(CanFix, match="on a PC of that branch, and give it up here"):
        commands.mend(manager, aside, {0: {"name": "Chan Tai"}})
    assert (state_of(manager, "quarantine", aside), name_of(manager, customer)) == ("open", None)


@pytest.mark.parametrize("told", [True, False])
def test_what_was_added_for_this_branch_is_mended_in_a_chain(manager, told):
    a_chain(manager)
    customer = new_id()
    branch = {"branch_id": manager.branch.id.hex()} if told else {}
    aside = an_aside(manager, added(customer, **branch))
    assert queries.put_aside(manager)[0].can_mend
    commands.mend(manager, aside, {0: {"name": "Chan Tai"}})
    assert name_of(manager, customer) == "Chan Tai"


def test_mending_what_was_added_and_has_moved_away_since_does_not_move_it_back(manager):
    a_chain(manager)
    customer, central = a_kept_customer(manager), new_id()
    with manager.store.apply(now=manager.clock.now()) as work:
        work.raw.execute("UPDATE customer SET branch_id = ? WHERE id = ?", (central, customer))
    aside = an_aside(manager, added(customer, branch_id=manager.branch.id.hex()))
    commands.mend(manager, aside, {0: {"name": "Chan Tai"}})
    with manager.read() as conn:
        row = conn.exec_driver_sql("SELECT name, branch_id FROM customer WHERE id = ?", (customer,))
        assert tuple(row.one()) == ("Chan Tai", central)


def test_what_needs_a_record_that_is_not_here_says_so(manager):
    op = {
        "t": "note",
        "id": "ab" * 16,
        "op": "I",
        "base": 0,
        "set": {"customer_id": "cd" * 16, "channel": "note", "body": "x"},
    }
    aside = an_aside(manager, op)
    with pytest.raises(CanFix, match="not on this PC"):
        commands.mend(manager, aside, {})
    assert state_of(manager, "quarantine", aside) == "open"


def test_unreadable_work_is_shown_all_the_same(manager):
    an_aside(manager, {"t": "hologram", "id": "ab" * 16, "op": "I", "set": {"x": 1}})
    (shown,) = queries.put_aside(manager)
    assert shown.ops == ()
    assert not shown.can_mend


def test_a_notice_is_read_once(manager):
    notice = from_office(
        manager, "notice", kind="moved", params='{"to": "HK02"}', happened_at=5, state="open"
    )
    (shown,) = queries.notices(manager)
    assert shown.params == {"to": "HK02"}
    commands.seen(manager, notice)
    assert not queries.notices(manager)

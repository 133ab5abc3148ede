"""The filled store: a branch on a working day."""

from __future__ import annotations

import datetime as dt
import json
import shutil

import pytest
from sqlalchemy import func, select

from db.tables.catalogue import product
from db.tables.customers import (
    consent,
    contact_point,
    customer,
    household,
    note,
    occasion,
    relation,
    ring_size,
)
from db.tables.followups import followup
from db.tables.orders import order_line, order_step, sales_order
from db.tables.payments import payment, payment_due
from jewelcrm.access.signin import sign_in, unlock_with_password
from jewelcrm.admin.main import main
from jewelcrm.customers import lists
from jewelcrm.customers.rules.phones import normal_phone
from jewelcrm.demo import PASSWORD, fill, filling
from jewelcrm.demo.rhythm import busy
from jewelcrm.errors import CanFix, Denied
from jewelcrm.followups import commands, queries
from jewelcrm.followups.model import OpenFilter
from jewelcrm.orders.rules.stages import STAGES
from jewelcrm.payments.model import METHODS
from jewelcrm.settings import put
from tests.conftest import PASSWORD as OWN
from tests.conftest import SetClock

CUSTOMERS = 400
_PLACED = sales_order.c.placed_at


@pytest.fixture(scope="module")
def filled(_first_shop, tmp_path_factory):
    """A filled store that is closed, made once."""
    folder = tmp_path_factory.mktemp("filled") / "shop"
    shutil.copytree(_first_shop[0], folder)
    ctx = sign_in(folder, "mei.chan", OWN, clock=SetClock())
    fill(ctx, customers=CUSTOMERS)
    ctx.store.close()
    return folder


@pytest.fixture
def demo(filled, tmp_path):
    """The administrator at a filled store of the test's own."""
    shutil.copytree(filled, tmp_path / "demo")
    ctx = sign_in(tmp_path / "demo", "mei.chan", OWN, clock=SetClock())
    yield ctx
    ctx.store.close()


def count(ctx, table, *where):
    with ctx.read() as conn:
        return conn.scalar(select(func.count()).select_from(table).where(*where))


def values(ctx, *columns):
    with ctx.read() as conn:
        return conn.execute(select(*columns)).all()


def test_a_filled_shop_looks_like_a_branch_on_a_working_day(demo):
    assert count(demo, customer) == CUSTOMERS
    board = queries.today(demo)
    assert all(board.counts.values()), board.counts
    assert {one.stage for one in board.ready_waiting.items} >= {"ready", "notified"}
    kinds = {kind for (kind,) in values(demo, sales_order.c.kind)}
    assert kinds == set(STAGES)


def test_every_part_of_the_card_is_there(demo):
    for table in (occasion, relation, household, ring_size, note, product, order_step):
        assert count(demo, table) > 0, table.name
    states = {state for (state,) in values(demo, consent.c.state)}
    assert states == {"consented", "refused", "withdrawn"}
    assert {"solar", "lunar"} == {one for (one,) in values(demo, occasion.c.calendar)}
    assert {tier for (tier,) in values(demo, customer.c.tier)} == set(lists.TIERS.codes())


def test_every_customer_has_a_name_a_number_and_a_phone(demo):
    with_phone = {one for (one,) in values(demo, contact_point.c.customer_id)}
    rows = values(demo, customer.c.id, customer.c.name, customer.c.number)
    assert all(row.id in with_phone and row.name and row.number for row in rows)
    assert len({row.number for row in rows}) == len(rows)


def test_phones_are_kept_as_the_shop_itself_would_keep_them(demo):
    rows = [
        row
        for row in values(demo, contact_point.c.kind, contact_point.c.value, contact_point.c.normal)
        if row.kind == "phone"
    ]
    assert all(normal_phone(row.value).e164 == row.normal for row in rows)
    assert all(normal_phone(row.value).valid for row in rows)


def test_no_order_is_paid_more_than_it_costs(demo):
    with demo.read() as conn:
        totals = dict(
            conn.execute(
                select(order_line.c.order_id, func.sum(order_line.c.amount_cents)).group_by(
                    order_line.c.order_id
                )
            ).all()
        )
        paid = conn.execute(
            select(payment.c.order_id, func.sum(payment.c.amount_cents)).group_by(
                payment.c.order_id
            )
        ).all()
    assert all(0 <= cents <= totals[order_id] for order_id, cents in paid)


def test_what_an_open_order_owes_is_planned_to_the_cent(demo):
    with demo.read() as conn:
        planned = conn.execute(
            select(payment_due.c.order_id, func.sum(payment_due.c.amount_cents)).group_by(
                payment_due.c.order_id
            )
        ).all()
        for order_id, cents in planned:
            total = conn.scalar(
                select(func.sum(order_line.c.amount_cents)).where(order_line.c.order_id == order_id)
            )
            assert cents == total


def test_lines_add_up_and_payments_are_of_known_methods(demo):
    rows = values(
        demo,
        order_line.c.unit_price_cents,
        order_line.c.labour_cents,
        order_line.c.discount_cents,
        order_line.c.amount_cents,
    )
    assert all(price + labour - less == amount for price, labour, less, amount in rows)
    assert {method for (method,) in values(demo, payment.c.method)} <= set(METHODS)


def test_large_sums_are_never_paid_in_cash(demo):
    sums = values(demo, payment.c.method, payment.c.amount_cents)
    assert max(cents for method, cents in sums if method == "cash") < 120_000_00


def test_nothing_happened_later_than_now(demo):
    now = demo.clock.now()
    for table in (customer, sales_order, payment, order_step, note):
        with demo.read() as conn:
            assert conn.scalar(select(func.max(table.c.created_at))) <= now, table.name


def test_the_staff_sign_in_with_the_password_on_the_screen(demo):
    assert unlock_with_password(demo, "carmen", PASSWORD).staff.role == "manager"
    assert unlock_with_password(demo, "ivy", PASSWORD).staff.name_zh == "曾穎琳"


def test_reminders_were_worked_on_in_the_last_days(demo):
    states = [state for (state,) in values(demo, followup.c.state)]
    assert states.count("done") > 5
    assert queries.open(demo, OpenFilter(standings=("snoozed",))).total > 0
    assert commands.run_rules(demo) == 0


def test_histories_have_something_to_show(demo):
    with demo.read() as conn:
        changed = conn.exec_driver_sql(
            "SELECT count(*) FROM change WHERE tbl = 'customer' AND op = 'U'"
        ).scalar()
    assert changed > 5


def test_the_same_seed_makes_the_same_shop(ctx, shop, tmp_path):
    ctx.store.close()
    names = []
    for copy in ("one", "two"):
        shutil.copytree(shop.folder, tmp_path / copy)
        again = sign_in(tmp_path / copy, "mei.chan", OWN, clock=ctx.clock)
        fill(again, customers=60, seed=3)
        columns = (customer.c.id, customer.c.name, customer.c.number)
        names.append((values(again, *columns), values(again, sales_order.c.id)))
        again.store.close()
    assert names[0] == names[1]


def test_filled_twice_a_shop_has_twice_the_customers(demo):
    fill(demo, customers=60)
    assert count(demo, customer) == CUSTOMERS + 60
    assert count(demo, product) == 260


def test_a_big_shop_has_a_full_core_and_short_cards(ctx, monkeypatch):
    monkeypatch.setattr(filling, "CORE", 50)
    monkeypatch.setattr(filling, "_SHORT_BATCH", 100)
    made = fill(ctx, customers=300)
    assert made.customers == 300
    assert count(ctx, customer) == 300
    assert count(ctx, contact_point, contact_point.c.kind == "phone") >= 300


def test_what_the_staff_wrote_to_do_is_in_the_store_s_language(ctx):
    put(ctx, "language", "zh_HK")
    fill(ctx, customers=40)
    with ctx.read() as conn:
        by_hand = conn.scalars(select(followup.c.title).where(followup.c.rule.is_(None))).all()
    assert by_hand
    assert all(not title.isascii() for title in by_hand)


def test_with_customers_who_speak_chinese_the_staff_write_in_chinese(demo):
    rows = values(demo, followup.c.title, followup.c.customer_id, followup.c.rule)
    speak = dict(values(demo, customer.c.id, customer.c.language))
    by_hand = [row for row in rows if row.rule is None]
    assert by_hand
    for row in by_hand:
        assert row.title.isascii() == (speak[row.customer_id] not in ("yue", "cmn")), row.title


def test_the_eve_sells_no_more_than_other_days(demo):
    zone, today = demo.zone(), demo.today()
    ages = [(today - at.astimezone(zone).date()).days for (at,) in values(demo, _PLACED)]
    lately = [ages.count(ago) for ago in range(1, 31)]
    assert max(lately) <= 3 * max(2, sum(lately) / len(lately))


def test_weekends_and_holidays_are_the_busy_days():
    wednesday, saturday = dt.date(2026, 11, 18), dt.date(2026, 11, 21)
    assert busy(saturday) > busy(wednesday)
    assert busy(dt.date(2026, 7, 1)) > busy(dt.date(2026, 7, 8))


def test_one_customer_is_a_shop_too(ctx):
    assert fill(ctx, customers=1).customers == 1


@pytest.mark.parametrize("customers", [0, -1, 1_000_001])
def test_a_number_of_customers_that_makes_no_sense_is_refused(ctx, customers):
    with pytest.raises(CanFix):
        fill(ctx, customers=customers)


def test_only_the_administrator_fills_a_store(manager):
    with pytest.raises(Denied):
        fill(manager, customers=10)


def test_progress_is_told_and_stopping_keeps_whole_batches(ctx, monkeypatch):
    monkeypatch.setattr(filling, "_FULL_BATCH", 20)
    told = []

    def until_half(done, total=0, text=""):
        told.append((done, total))
        if done >= 40:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill(ctx, customers=100, progress=until_half)
    assert told == [(20, 100), (40, 100)]
    with_phone = select(contact_point.c.customer_id)
    assert count(ctx, customer) == 40
    assert count(ctx, customer, customer.c.id.not_in(with_phone)) == 0


def test_the_command_line_fills_a_store_and_tells_the_way_in(shop, capsys, monkeypatch):
    monkeypatch.setenv("JEWELCRM_PASSWORD", OWN)
    argv = ["--data", str(shop.folder), "demo", "--customers", "30", "--json"]
    assert main(argv) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["customers"], told["password"], len(told["staff"])) == (30, PASSWORD, 6)


def test_the_command_line_refuses_too_many(shop, capsys, monkeypatch):
    monkeypatch.setenv("JEWELCRM_PASSWORD", OWN)
    argv = ["--data", str(shop.folder), "demo", "--customers", "2000000", "--json"]
    assert main(argv) == 1
    assert "1,000,000" in json.loads(capsys.readouterr().out)["error"]

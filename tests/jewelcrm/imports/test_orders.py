import random
from dataclasses import replace

import pytest

from jewelcrm.imports.commands import import_file
from jewelcrm.imports.commands import run as running
from jewelcrm.imports.commands.documents import Plan, documents, plan
from jewelcrm.imports.commands.mended import guess_for
from jewelcrm.imports.readers import Tally, open_source
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.orders import queries as orders
from jewelcrm.payments import queries as payments
from jewelcrm.search.queries import search
from tests.jewelcrm.imports.conftest import count, rows_of

HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
LINES = (
    "536365,85123A,WHITE LANTERN,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
    "536365,71053,METAL LANTERN,2,2010-12-01 08:26:00,3.39,17850.0,United Kingdom\n"
    "536365,71053,METAL LANTERN,2,2010-12-01 08:26:00,3.39,17850.0,United Kingdom\n"
    "C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527.0,United Kingdom\n"
    "536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom\n"
)


def test_lines_become_orders_with_the_customers_and_products_they_name(ctx, write):
    done = import_file(ctx, write(HEAD + LINES), "orders")

    assert (done.read, done.new, done.rejected) == (5, 5, 0)
    assert done.made == {"orders": 3, "customers": 2, "products": 4}
    assert rows_of(ctx, "SELECT external_key, stage FROM sales_order ORDER BY id") == [
        ("536365", "collected"),
        ("C536379", "collected"),
        ("536414", "collected"),
    ]
    assert rows_of(ctx, "SELECT name, external_key FROM customer ORDER BY id") == [
        ("Customer 17850", "uci-retail:17850"),
        ("Customer 14527", "uci-retail:14527"),
    ]


def test_equal_lines_are_real_lines_and_are_counted(ctx, write):
    import_file(ctx, write(HEAD + LINES), "orders")

    lines = rows_of(
        ctx, "SELECT position, occurrence, amount_cents FROM order_line ORDER BY order_id, position"
    )
    assert lines == [(1, 1, 1530), (2, 1, 678), (3, 2, 678), (1, 1, -2750), (1, 1, 0)]


def test_the_same_lines_twice_change_nothing(ctx, write):
    path = write(HEAD + LINES)
    import_file(ctx, path, "orders")
    before = count(ctx, "change")

    done = import_file(ctx, path, "orders")

    assert (done.new, done.matched) == (0, 5)
    assert count(ctx, "change") == before


def test_imported_history_is_never_money_due(ctx, write):
    import_file(ctx, write(HEAD + LINES), "orders")

    assert count(ctx, "payment") == 0
    assert count(ctx, "payment_due") == 0
    assert payments.money_due(ctx, ctx.today()) == []
    assert orders.board(ctx, ("sale",)).get("collected", []) == []


def test_a_later_file_with_one_line_more_adds_that_line(ctx, write):
    import_file(ctx, write(HEAD + LINES), "orders")
    more = HEAD + LINES + "536365,NEW1,BOX,1,2010-12-01 08:26:00,1.00,17850.0,United Kingdom\n"

    done = import_file(ctx, write(more, "b.csv"), "orders")

    assert (done.new, done.matched) == (1, 5)
    assert rows_of(ctx, "SELECT position FROM order_line WHERE sku = 'NEW1'") == [(4,)]


def test_an_order_with_one_bad_line_waits_as_a_whole_until_it_is_mended(ctx, write, tmp_path):
    bad = LINES.replace("METAL LANTERN,2", "METAL LANTERN,two", 1)

    done = import_file(ctx, write(HEAD + bad), "orders")

    assert (done.new, done.rejected) == (2, 3)
    assert rows_of(ctx, "SELECT external_key FROM sales_order ORDER BY id") == [
        ("C536379",),
        ("536414",),
    ]
    rejected = (tmp_path / "list.rejected.csv").read_text("utf-8-sig")
    assert "the quantity cannot be read: two" in rejected
    assert rejected.count("held back: row 2 of the same order is rejected") == 2

    mended = import_file(ctx, write(rejected.replace(",two,", ",2,"), "mended.csv"), "orders")
    assert (mended.read, mended.new, mended.rejected) == (3, 3, 0)
    assert rows_of(ctx, "SELECT sum(amount_cents) FROM order_line") == [(1530 + 678 * 2 - 2750,)]


def test_scattered_lines_of_one_order_arrive_together(ctx, write, monkeypatch):
    monkeypatch.setattr(running, "BATCH_ROWS", 7)
    lines = [f"{n % 10},S{n},Thing {n},1,2020-01-0{n % 9 + 1},1.00,{n % 4}\n" for n in range(100)]
    lines = [
        line.replace("2020-01-0" + str(n % 9 + 1), "2020-01-01") for n, line in enumerate(lines)
    ]
    random.Random(5).shuffle(lines)
    text = "order no,sku,description,qty,date,price,customer id\n" + "".join(lines)
    seen = []

    import_file(ctx, write(text), "orders", progress=lambda *_: seen.append(_whole(ctx)))

    assert all(seen)
    assert count(ctx, "sales_order") == 10
    assert rows_of(ctx, "SELECT sum(amount_cents), count(*) FROM order_line") == [(10_000, 100)]


def _whole(ctx):
    counts = rows_of(ctx, "SELECT count(*) FROM order_line GROUP BY order_id")
    return set(counts) <= {(10,)}


def test_a_wildly_scattered_file_is_read_in_parts_and_nothing_is_missed(write):
    rows = [f"{n % 50},{n}" for n in range(1000)]
    random.Random(1).shuffle(rows)
    source = open_source(write("key,n\n" + "\n".join(rows) + "\n"))
    key_of = lambda cells: cells[0]  # noqa: E731

    found = plan(source, key_of, open_rows=100, beat=lambda: None)
    parted = Plan(found.rows, found.ends, 7)
    places, got = zip(*documents(source, key_of, parted, Tally()), strict=True)

    assert list(places) == sorted(places)
    assert sorted(cells[1] for document in got for _, cells, _ in document) == sorted(
        map(str, range(1000))
    )
    assert all(len({cells[0] for _, cells, _ in document}) == 1 for document in got)
    assert len(got) == 50


def test_a_number_of_another_system_does_not_mix_two_orders(ctx, write):
    import_file(ctx, write("order no,date,total\n1,2020-01-05,10\n"), "orders")
    other = write("order no,date,total\n1,2021-03-05,99\n", "b.csv")

    refused = import_file(ctx, other, "orders")
    columns = {"order no": "order_number", "date": "order_date", "total": "total"}
    apart = import_file(ctx, other, "orders", mapping=Mapping("orders", columns, source="web"))

    assert refused.rejected == 1
    assert apart.new == 1


def test_orders_without_numbers_are_known_by_what_they_hold(ctx, write):
    path = write(
        "date,description,amount,name,phone\n" + "2020-01-05,Ring,100,Ann Lee,91234567\n" * 3
    )

    first = import_file(ctx, path, "orders")
    again = import_file(ctx, path, "orders")

    assert (first.new, again.new, again.matched) == (3, 0, 3)
    assert count(ctx, "customer") == 1


def test_discounts_and_totals_are_exact(ctx, write):
    text = "OrderID,ProductID,UnitPrice,Quantity,Discount\n1,11,14.00,12,0.15\n1,42,9.8,10,0\n"

    import_file(ctx, write(text), "orders")

    assert rows_of(
        ctx, "SELECT discount_cents, amount_cents FROM order_line ORDER BY position"
    ) == [
        (2520, 14280),
        (0, 9800),
    ]


def test_a_cancelled_status_is_kept_and_any_other_history_is_over(ctx, write):
    text = "order no,date,total,status\n1,2020-01-05,10,Cancelled\n2,2020-01-05,10,Processing\n"

    import_file(ctx, write(text), "orders")

    assert rows_of(ctx, "SELECT stage FROM sales_order ORDER BY id") == [
        ("cancelled",),
        ("collected",),
    ]


def test_a_real_name_replaces_the_number_an_order_file_gave_her(ctx, write):
    _from_pos(ctx, write(HEAD + LINES), "orders")

    done = _from_pos(ctx, write("CustomerID,name,phone\n17850,Ann Lee,91234567\n", "c.csv"))

    assert done.matched == 1
    named = "SELECT name FROM customer WHERE external_key = 'pos:17850'"
    assert rows_of(ctx, named) == [("Ann Lee",)]


def test_people_recognised_by_an_old_number_alone_are_counted_in_the_summary(ctx, write):
    _from_pos(ctx, write("CustomerID,name,phone\n17850,Ann Lee,91234567\n", "c.csv"))

    done = _from_pos(ctx, write(HEAD + LINES), "orders")

    assert "1 person was recognised by the old number alone" in done.notes
    assert any("1 new person is known by an old number alone" in note for note in done.notes)
    assert done.made["customers"] == 1


def _from_pos(ctx, path, kind="customers"):
    mapping = replace(guess_for(open_source(path), kind), source="pos")
    return import_file(ctx, path, kind, mapping=mapping)


@pytest.mark.parametrize("date", ["", "soon", "2010-13-45"])
def test_an_order_without_a_day_is_rejected(ctx, write, date):
    done = import_file(ctx, write(f"order no,date,total\n1,{date},10\n"), "orders")

    assert done.rejected == 1


@pytest.mark.parametrize("source", ["", "old-till"])
@pytest.mark.parametrize("typed", ["536365", "c536379", "INV-2019/0042", "inv-2019"])
def test_an_imported_order_is_found_by_its_old_number(ctx, write, typed, source):
    odd = "INV-2019/0042,85123A,RING,1,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
    path = write(HEAD + LINES + odd)
    mapping = replace(guess_for(open_source(path), "orders"), source=source)
    import_file(ctx, path, "orders", mapping=mapping)
    found = [one for one in search(ctx, typed) if one.kind == "order"]
    assert len(found) == 1

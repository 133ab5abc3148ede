"""The search box: one person, every way of asking for her."""

from dataclasses import replace

import pytest

from db.tables.catalogue import product
from db.tables.customers import contact_point, customer
from db.tables.orders import sales_order
from db.tables.payments import payment
from jewelcrm.access import catalogue
from jewelcrm.search.queries import by_number, search
from tests.conftest import NOON


def keep_customer(ctx, name="Chan Tai Man", name_zh="陳大文", phone="+85291234567", number="C1"):
    with ctx.work() as work:
        row_id = work.insert(customer, number=number, name=name, name_zh=name_zh)
        work.insert(
            contact_point,
            customer_id=row_id,
            kind="phone",
            value=phone,
            normal=phone,
            preferred=False,
        )
    return row_id


def keep_order(ctx, customer_id, *, stage="confirmed", number="HK01-A-004711-3"):
    with ctx.work() as work:
        order = work.insert(
            sales_order,
            number=number,
            kind="repair",
            channel="counter",
            customer_id=customer_id,
            stage=stage,
            stage_since=NOON,
            placed_at=NOON,
            rush=False,
            currency="HKD",
        )
        work.insert(
            payment,
            receipt_number=number.replace("4711", "4712"),
            order_id=order,
            customer_id=customer_id,
            kind="deposit",
            method="cash",
            amount_cents=128050,
            currency="HKD",
            taken_at=NOON,
        )
    return order


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "chan",
            "tai chan",
            "man",
            "CHAN TAI MAN",
            "ｃｈａｎ",
            "陳",
            "陈大",
            "陳大文",
            "大文",
            "chen da",
        ),
        *("chendawen", "daaiman", "taiman", "cdw", "ctm", "912", "234567", "9123 4567", "陳 9123"),
        *("Cha 4567", "+852 9123-4567", "C1"),
    ],
)
def test_she_is_found_whatever_the_assistant_types(sales, typed):
    keep_customer(sales)
    (mei,) = search(sales, typed)
    assert (mei.kind, mei.number, mei.name, mei.chinese_name) == (
        "customer",
        "C1",
        "Chan Tai Man",
        "陳大文",
    )
    assert mei.phones == ["+85291234567"]


def test_a_customer_with_an_open_order_comes_first(sales):
    busy = keep_customer(sales, number="C1")
    keep_customer(sales, number="C2")
    keep_order(sales, busy)
    assert [(r.number, r.open_business) for r in search(sales, "chan")] == [("C1", 1), ("C2", 0)]


def test_a_collected_order_is_no_open_business(sales):
    keep_order(sales, keep_customer(sales), stage="collected")
    assert [r.open_business for r in search(sales, "chan")] == [0]


def test_an_order_and_a_receipt_show_whose_they_are(sales):
    mei = keep_customer(sales)
    order = keep_order(sales, mei)
    (found,) = search(sales, "A-004711-3")
    assert (found.kind, found.id, found.number) == ("order", order, "HK01-A-004711-3")
    assert (found.name, found.chinese_name, found.phones) == (
        "Chan Tai Man",
        "陳大文",
        ["+85291234567"],
    )
    assert (found.detail, found.open_business, found.customer_id) == ("repair/confirmed", 1, mei)
    (receipt,) = by_number(sales, "hk01a0047123")
    assert (receipt.kind, receipt.detail, receipt.phones) == (
        "receipt",
        "HK$1,280.50",
        ["+85291234567"],
    )


def test_an_order_of_a_customer_who_was_put_away_still_says_whose_it_is(sales):
    mei = keep_customer(sales)
    keep_order(sales, mei)
    with sales.work() as work:
        work.archive(customer, mei)
    (found,) = search(sales, "A-004711-3")
    assert (found.name, found.chinese_name, found.phones) == ("Chan Tai Man", "陳大文", [])


def test_an_order_without_a_customer_is_found_too(sales):
    keep_order(sales, None)
    assert [(r.name, r.phones) for r in search(sales, "4711")] == [("", [])]


def test_a_scanned_barcode_finds_its_piece(sales):
    with sales.work() as work:
        work.insert(
            product,
            sku="R1",
            barcode="4891234567890",
            name="Jade ring",
            name_zh="玉戒指",
            price_cents=880000,
            currency="HKD",
            active=True,
        )
    (ring,) = by_number(sales, "4891234567890")
    assert (ring.number, ring.name, ring.chinese_name) == ("R1", "Jade ring", "玉戒指")
    assert ring.detail == "HK$8,800.00"


def test_a_phone_that_was_put_away_is_not_shown(sales):
    mei = keep_customer(sales)
    with sales.work() as work:
        old = work.insert(
            contact_point,
            customer_id=mei,
            kind="phone",
            value="x",
            normal="+85261112222",
            preferred=True,
        )
    assert search(sales, "chan")[0].phones == ["+85261112222", "+85291234567"]
    with sales.work() as work:
        work.archive(contact_point, old)
    assert search(sales, "chan")[0].phones == ["+85291234567"]


def test_only_the_kinds_asked_for_are_found(sales):
    keep_order(sales, keep_customer(sales, phone="+85294711000"))
    assert {r.kind for r in search(sales, "4711")} == {"customer", "order"}
    assert {r.kind for r in search(sales, "4711", kinds=["order"])} == {"order"}
    assert search(sales, "4711", kinds=[]) == []


def test_what_a_person_may_not_see_is_not_found(sales, monkeypatch):
    keep_order(sales, keep_customer(sales, phone="+85294711000"))
    right = catalogue.RIGHTS["customers.view"]
    monkeypatch.setitem(catalogue.RIGHTS, "customers.view", replace(right, roles=frozenset()))
    assert {r.kind for r in search(sales, "4711")} == {"order"}
    assert by_number(sales, "C1") == []


@pytest.mark.parametrize("typed", ["", " ", "\0", '"', "x" * 10_000, "9" * 10_000, "陳" * 10_000])
def test_nonsense_finds_nothing_and_harms_nothing(sales, typed):
    keep_customer(sales)
    assert search(sales, typed) == []
    assert by_number(sales, typed) == []


def test_the_number_of_statements_does_not_grow_with_the_answers(sales):
    for n in range(8):
        keep_order(sales, keep_customer(sales, number=f"C{n}"), number=f"HK01-A-{n:02}4711-3")
    one, many = statements(sales, "C7"), statements(sales, "4711")
    assert len(search(sales, "4711")) == 8
    assert one < many <= one + 6


def statements(ctx, typed):
    seen = []
    with ctx.read() as conn:
        raw = conn.connection.driver_connection
    raw.set_trace_callback(seen.append)
    search(ctx, typed)
    raw.set_trace_callback(None)
    return sum(not sql.startswith("--") for sql in seen)  # without those inside FTS5

"""The catalogue: pieces are found, gold prices have a history, a slip of the unit is noticed."""

from decimal import Decimal

import pytest

from jewelcrm.access.catalogue import RIGHTS
from jewelcrm.catalogue import queries
from jewelcrm.catalogue.commands import (
    add_product,
    archive_product,
    edit_product,
    set_gold_rate,
)
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.errors import CanFix, Denied
from jewelcrm.money import Money


def a_product(**more):
    return NewProduct(**{"sku": "R-100", "name": "Solitaire ring", "price": Money(128000), **more})


def test_a_piece_is_kept_as_it_was_keyed(ctx):
    piece = a_product(
        name_zh="單石戒指",
        metal="white_gold",
        fineness=7500,
        weight=Decimal("3.21"),
        stone="Diamond",
        stone_weight=Decimal("0.305"),
        stone_origin="natural",
        treatment="none",
        barcode="4891234567890",
        cost=Money(60000),
        tags="new",
    )
    kept = queries.piece(ctx, add_product(ctx, piece))
    assert all(getattr(kept, name) == getattr(piece, name) for name in piece.__dataclass_fields__)


def test_a_piece_is_found_by_code_barcode_and_any_of_its_words(ctx):
    add_product(ctx, a_product(name_zh="單石戒指", barcode="489", category="ring"))
    add_product(
        ctx, a_product(sku="B-1", name="Dragon bangle", name_zh="龍鳳鈪", category="bangle")
    )
    assert queries.by_barcode(ctx, "R-100").name == "Solitaire ring"
    assert queries.by_barcode(ctx, " 489 ").sku == "R-100"
    assert queries.by_barcode(ctx, "B-1").name == "Dragon bangle"
    assert queries.by_barcode(ctx, "R-1") is None
    for text, found in (
        ("ring", ["R-100"]),
        ("RING sol", ["R-100"]),
        ("龍鳳", ["B-1"]),
        ("", ["B-1", "R-100"]),
        ("100%", []),
        ("nothing", []),
    ):
        assert [piece.sku for piece in queries.find(ctx, text)] == found
    assert [piece.sku for piece in queries.find(ctx, category="bangle")] == ["B-1"]
    assert queries.categories(ctx) == ["bangle", "ring"]


def test_an_item_code_in_use_is_refused(ctx):
    add_product(ctx, a_product())
    with pytest.raises(CanFix) as refusal:
        add_product(ctx, a_product(name="Another"))
    assert refusal.value.field == "sku"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"sku": " "}, "sku"),
        ({"name": ""}, "name"),
        ({"fineness": 10_001}, "fineness"),
        ({"weight": Decimal(0)}, "weight"),
        ({"price": Money(-1)}, "price"),
        ({"price": Money(1, "USD")}, "price"),
        ({"pricing_mode": "by_weight"}, "weight"),
        ({"pricing_mode": "by_feeling"}, "pricing_mode"),
        ({"stone_origin": "moon"}, "stone_origin"),
    ],
)
def test_a_piece_that_could_not_be_sold_as_described_is_refused(ctx, more, field):
    with pytest.raises(CanFix) as refusal:
        add_product(ctx, a_product(**more))
    assert refusal.value.field == field


def test_a_piece_is_changed_and_put_away(ctx):
    first = add_product(ctx, a_product())
    add_product(ctx, a_product(sku="R-200"))
    edit_product(ctx, first, price=Money(99900), sku="R-101")
    assert queries.piece(ctx, first).price == Money(99900)
    with pytest.raises(CanFix):
        edit_product(ctx, first, sku="R-200")
    archive_product(ctx, first)
    assert queries.by_barcode(ctx, "R-101") is None
    assert queries.piece(ctx, first).name == "Solitaire ring"


def test_sales_staff_see_prices_but_do_not_set_them(sales):
    assert "sales" in RIGHTS["catalogue.view"].roles
    with pytest.raises(Denied):
        set_gold_rate(sales, "gold", "ornament", Money.parse("32270"))


def test_the_board_shows_the_latest_of_each_and_keeps_the_rest(ctx, clock):
    for price in ("32000", "32270"):
        clock.move(hours=1)
        set_gold_rate(ctx, "gold", "ornament", Money.parse(price), buy=Money.parse("31000"))
    set_gold_rate(ctx, "gold", "pellet", Money.parse("31500"))
    set_gold_rate(ctx, "platinum", "ornament", Money.parse("420"), unit="gram")
    assert [(r.metal, r.grade, str(r.sell)) for r in queries.gold_board(ctx)] == [
        ("gold", "ornament", "HK$32,270.00"),
        ("gold", "pellet", "HK$31,500.00"),
        ("platinum", "ornament", "HK$420.00"),
    ]
    history = queries.gold_history(ctx, "gold", "ornament")
    assert [str(rate.sell) for rate in history] == ["HK$32,270.00", "HK$32,000.00"]


def test_a_price_far_from_the_last_one_is_asked_about(ctx):
    set_gold_rate(ctx, "gold", "ornament", Money.parse("32270"))
    with pytest.raises(CanFix) as refusal:
        set_gold_rate(ctx, "gold", "ornament", Money.parse("3227"))
    assert refusal.value.values["last"] == "HK$32,270.00"
    set_gold_rate(ctx, "gold", "ornament", Money.parse("3227"), sure=True)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"unit": "kilo"}, "unit"),
        ({"grade": "x"}, "grade"),
        ({"sell": Money(0)}, "sell"),
        ({"buy": Money.parse("40000")}, "buy"),
    ],
)
def test_a_price_that_makes_no_sense_is_refused(ctx, more, field):
    usual = {"metal": "gold", "grade": "ornament", "sell": Money.parse("32270")}
    with pytest.raises(CanFix) as refusal:
        set_gold_rate(ctx, **{**usual, **more})
    assert refusal.value.field == field


def test_a_piece_by_weight_is_priced_by_the_board_of_today(ctx):
    weight, labour = Decimal("9.9935"), Money.parse("300")
    with pytest.raises(CanFix):
        queries.price_by_weight(ctx, weight, labour=labour)
    rate = set_gold_rate(ctx, "gold", "ornament", Money.parse("32270"))
    found = queries.price_by_weight(ctx, weight, labour=labour)
    assert found.rate.id == rate
    assert found.price.total == Money.parse("8916.09")
    dear = queries.price_by_weight(ctx, weight, commission_percent=Decimal(2))
    assert dear.price.commission == Money.parse("172.32")

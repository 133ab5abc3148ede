import pytest

from jewelcrm.errors import Denied
from jewelcrm.imports.commands import import_file
from tests.builders import a_chain
from tests.jewelcrm.imports.conftest import count, rows_of

SHOP = """Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,\
Variant SKU,Variant Price,Image Src
bracelet,Chakra Bracelet,"Blue, or black",Company,Bracelet,Beads,true,Color,Blue,,42.99,https://x/1.jpg
bracelet,,,,,,,,Black,BR-B,44.99,https://x/2.jpg
bracelet,,,,,,,,,,,https://x/3.jpg
bangle,Bangle,Gold bangle,Company,Bracelet,Gold,false,Title,Default Title,,39.99,https://x/4.jpg
"""


def test_rows_of_one_handle_are_a_product_with_its_variants(ctx, write):
    done = import_file(ctx, write(SHOP), "products")

    assert (done.read, done.new) == (4, 4)
    assert rows_of(
        ctx, "SELECT sku, parent_sku, variant, price_cents FROM product ORDER BY id"
    ) == [
        ("bracelet", None, None, None),
        ("bracelet/blue", "bracelet", "Blue", 4299),
        ("BR-B", "bracelet", "Black", 4499),
        ("bangle", None, None, 3999),
    ]
    assert rows_of(
        ctx, "SELECT picture, active FROM product WHERE parent_sku IS NULL ORDER BY id"
    ) == [
        ("https://x/1.jpg\nhttps://x/2.jpg\nhttps://x/3.jpg", 1),
        ("https://x/4.jpg", 0),
    ]


def test_the_same_products_twice_change_nothing(ctx, write):
    path = write(SHOP)
    import_file(ctx, path, "products")
    before = count(ctx, "change")

    done = import_file(ctx, path, "products")

    assert (done.new, done.matched) == (0, 4)
    assert count(ctx, "change") == before


def test_a_stock_list_in_chinese_is_read(ctx, write):
    text = '貨號,品名,材質,成色,金重,售價\nG1,足金龍鳳鐲,gold,足金,37.43克,"HK$28,800"\n'

    import_file(ctx, write(text), "products")

    assert rows_of(ctx, "SELECT sku, name, fineness, weight, price_cents FROM product") == [
        ("G1", "足金龍鳳鐲", 9990, 374300, 2_880_000)
    ]


def test_diamonds_without_numbers_are_known_by_what_they_are_and_equal_ones_are_two(ctx, write):
    path = write("carat,cut,color,clarity,price\n0.23,Ideal,E,SI2,326\n0.23,Ideal,E,SI2,326\n")

    first = import_file(ctx, path, "products")
    again = import_file(ctx, path, "products")

    assert (first.new, again.new, again.matched) == (2, 0, 2)
    assert rows_of(ctx, "SELECT DISTINCT name, stone_weight FROM product") == [
        ("Diamond 0.23 ct Ideal E SI2", 230)
    ]


def test_an_empty_place_of_a_known_product_is_filled(ctx, write):
    import_file(ctx, write("sku,name\nA1,Ring\n"), "products")

    done = import_file(ctx, write("sku,name,price\nA1,Other,12.50\n", "b.csv"), "products")

    assert done.matched == 1
    assert rows_of(ctx, "SELECT name, price_cents FROM product") == [("Ring", 1250)]


def test_a_price_that_is_no_number_rejects_the_row(ctx, write):
    done = import_file(ctx, write("sku,name,price\nA1,Ring,ask us\nA2,Ring,5\n"), "products")

    assert (done.new, done.rejected) == (1, 1)
    assert done.reasons == {"the price cannot be read": 1}


def test_in_a_chain_a_manager_brings_in_orders_but_neither_products_nor_gold_prices(
    ctx, manager, write
):
    a_chain(ctx)
    for kind in ("products", "gold-rates"):
        with pytest.raises(Denied, match="an administrator changes them"):
            import_file(manager, write(SHOP), kind)
    orders = write(
        "order number,customer,phone,sku,description,price\nA1,Chan Tai Man,91234567,R-9,Ring,900\n"
    )

    done = import_file(manager, orders, "orders")

    assert (done.new, done.made["products"]) == (1, 0)
    assert any("not in the chain's catalogue" in note for note in done.notes)
    assert rows_of(ctx, "SELECT sku, product_id, description FROM order_line") == [
        ("R-9", None, "Ring")
    ]
    assert import_file(ctx, write(SHOP), "products").new == 4

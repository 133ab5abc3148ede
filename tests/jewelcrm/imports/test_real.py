"""Files that nobody on the project wrote; what should come out was counted without our readers."""

import csv
import gzip
import sqlite3
from dataclasses import replace
from decimal import Decimal

import pytest

from jewelcrm.imports.commands import import_file
from jewelcrm.imports.commands.mended import guess_for
from jewelcrm.imports.readers import open_source
from tests.jewelcrm.imports.conftest import count, rows_of

LINES = 20_000


@pytest.fixture
def retail(real, tmp_path):
    """The first lines of the retail file, and their totals added up here."""
    path = tmp_path / "retail.csv"
    packed = real / "online_retail" / "online_retail_2010_2011.csv.gz"
    with gzip.open(packed, "rt", encoding="utf-8", newline="") as stream:
        text = [line for line, _ in zip(stream, range(LINES + 1), strict=False)]
    path.write_text("".join(text), encoding="utf-8", newline="")
    rows = list(csv.DictReader(text))
    return path, rows


@pytest.mark.slow
def test_the_retail_file_adds_up_to_the_penny(ctx, retail):
    path, rows = retail

    done = import_file(ctx, path, "orders")

    assert (done.read, done.new, done.rejected) == (LINES, LINES, 0)
    assert done.made == {
        "orders": len({row["InvoiceNo"] for row in rows}),
        "customers": len({row["CustomerID"] for row in rows} - {""}),
        "products": len({row["StockCode"] for row in rows}),
    }
    whole = sum(Decimal(row["Quantity"]) * Decimal(row["UnitPrice"]) for row in rows)
    assert rows_of(ctx, "SELECT sum(amount_cents) FROM order_line") == [(int(whole * 100),)]
    anonymous = "order_line l JOIN sales_order o ON o.id = l.order_id WHERE o.customer_id IS NULL"
    assert count(ctx, anonymous) == sum(row["CustomerID"] == "" for row in rows)
    cancelled = {row["InvoiceNo"] for row in rows if row["InvoiceNo"].startswith("C")}
    assert count(ctx, "sales_order WHERE external_key LIKE 'C%'") == len(cancelled)
    assert count(ctx, "order_line WHERE occurrence > 1") > 0

    before = count(ctx, "change")
    again = import_file(ctx, path, "orders")
    assert (again.new, again.matched) == (0, LINES)
    assert count(ctx, "change") == before


@pytest.mark.slow
def test_every_adventureworks_customer_comes_in_with_accents_and_birthday(ctx, real):
    path = real / "adventureworks" / "AdventureWorks_Customers.csv.gz"

    done = import_file(ctx, path, "customers")

    assert (done.read, done.new, done.rejected) == (18_148, 18_148, 0)
    assert done.mapping["date_order"] == "mdy"
    assert rows_of(
        ctx, "SELECT name, title FROM customer WHERE external_key = 'adventureworks:11096'"
    ) == [("ANDRÉS ANAND", "Mr")]
    owner = "SELECT id FROM customer WHERE external_key = 'adventureworks:11000'"
    born = f"SELECT year, month, day FROM occasion WHERE customer_id = ({owner})"
    assert rows_of(ctx, born) == [(1966, 4, 8)]
    assert count(ctx, "occasion") == 18_148


@pytest.mark.slow
def test_retail_orders_never_go_to_adventureworks_customers_of_the_same_number(ctx, real, retail):
    import_file(ctx, real / "adventureworks" / "AdventureWorks_Customers.csv.gz", "customers")

    done = import_file(ctx, retail[0], "orders")

    assert done.made["customers"] == len({row["CustomerID"] for row in retail[1]} - {""})
    whose = "customer_id IN (SELECT id FROM customer WHERE external_key LIKE 'adventureworks:%')"
    assert count(ctx, f"sales_order WHERE {whose}") == 0


def test_shopifys_jewellery_is_20_products_with_their_variants(ctx, real):
    done = import_file(ctx, real / "shopify_product_csv" / "jewelery.csv", "products")

    assert (done.read, done.new) == (41, 41)
    assert count(ctx, "product WHERE parent_sku IS NULL") == 20
    assert count(ctx, "product WHERE parent_sku = 'chain-bracelet'") == 2
    assert not rows_of(
        ctx, "SELECT 1 FROM product WHERE picture IS NOT NULL AND picture NOT LIKE 'https://%'"
    )


def test_chinooks_phones_are_all_normalised_or_marked_and_its_invoices_add_up(ctx, real, tmp_path):
    base = sqlite3.connect(f"file:{real / 'chinook' / 'Chinook_Sqlite.sqlite'}?mode=ro", uri=True)
    people = _export(base, "SELECT * FROM Customer", tmp_path / "customers.csv")
    invoices = _export(base, "SELECT * FROM Invoice", tmp_path / "invoices.csv")
    (total,) = base.execute("SELECT sum(Total) FROM Invoice").fetchone()
    base.close()

    first = _of_one_system(ctx, people, "customers")
    second = _of_one_system(ctx, invoices, "orders")

    assert (first.new, second.new) == (59, 412)
    assert second.made["customers"] == 0
    assert rows_of(ctx, "SELECT name FROM customer WHERE external_key = 'old:1'") == [
        ("Luís Gonçalves",)
    ]
    assert not rows_of(ctx, "SELECT 1 FROM contact_point WHERE kind = 'phone' AND checked IS NULL")
    wrong = "contact_point WHERE kind = 'phone' AND checked = 'valid' AND normal NOT LIKE '+%'"
    assert count(ctx, wrong) == 0
    assert count(ctx, "contact_point WHERE kind = 'phone' AND checked = 'valid'") >= 50
    assert rows_of(ctx, "SELECT sum(amount_cents) FROM order_line") == [(round(total * 100),)]


def test_northwinds_customers_and_orders_come_in(ctx, real, tmp_path):
    base = _northwind(real)
    people = _export(base, "SELECT * FROM Customers", tmp_path / "customers.csv")
    sold = _export(
        base,
        "SELECT o.OrderID, o.CustomerID, o.OrderDate, d.ProductID, p.ProductName, d.UnitPrice,"
        " d.Quantity, d.Discount FROM Orders o JOIN [Order Details] d ON d.OrderID = o.OrderID"
        " JOIN Products p ON p.ProductID = d.ProductID",
        tmp_path / "orders.csv",
    )
    rows = base.execute("SELECT count(*), count(DISTINCT OrderID) FROM [Order Details]").fetchone()
    (customers,) = base.execute("SELECT count(*) FROM Customers").fetchone()
    base.close()

    first = _of_one_system(ctx, people, "customers")
    second = _of_one_system(ctx, sold, "orders")

    assert first.new + first.matched + first.rejected == customers
    assert (second.read, second.new, second.made["orders"]) == (rows[0], rows[0], rows[1])
    assert second.made["customers"] == 0


@pytest.mark.slow
def test_the_diamonds_fill_a_catalogue(ctx, real, tmp_path):
    with gzip.open(real / "diamonds" / "diamonds.csv.gz", "rt", encoding="utf-8") as stream:
        text = "".join(line for line, _ in zip(stream, range(5001), strict=False))
    (tmp_path / "diamonds.csv").write_text(text, encoding="utf-8")

    done = import_file(ctx, tmp_path / "diamonds.csv", "products")

    assert (done.read, done.new, done.rejected) == (5000, 5000, 0)


def test_every_real_card_is_a_customer_and_twice_is_once(ctx, real):
    for path in sorted((real / "vcards").glob("*.vcf")):
        first = import_file(ctx, path, "customers")
        again = import_file(ctx, path, "customers")
        assert first.rejected == 0, path.name
        assert again.new == 0, path.name


def _of_one_system(ctx, path, kind):
    mapping = replace(guess_for(open_source(path, None), kind), source="old")
    return import_file(ctx, path, kind, mapping=mapping)


def _northwind(real):
    base = sqlite3.connect(":memory:")
    with gzip.open(real / "northwind" / "create.sql.gz", "rt", encoding="utf-8") as stream:
        base.executescript(stream.read())
    return base


def _export(base, sql, path):
    found = base.execute(sql)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([column[0] for column in found.description])
        writer.writerows(found)
    return path

import csv
import shutil
import stat

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jewelcrm.access.signin import sign_in
from jewelcrm.customers.commands import add_preference, set_occasion
from jewelcrm.customers.model import NewOccasion, NewPreference
from jewelcrm.errors import CanFix, Denied
from jewelcrm.imports.commands import import_file
from jewelcrm.imports.exports import export_customers, export_orders, export_products
from jewelcrm.imports.formula import guarded
from jewelcrm.imports.readers import open_source
from jewelcrm.imports.tables import write_csv, write_xlsx
from tests.builders import a_kept_customer, a_phone
from tests.conftest import PASSWORD
from tests.jewelcrm.imports.conftest import rows_of
from tests.leaving import opened, taken_out

NASTY = [
    "=1+1",
    "+852",
    "-2",
    "@x",
    "\ttab",
    "'=x",
    "''@",
    "＝1",
    "plain",
    "a,b",
    'say "hi"',
    "two\nlines",
    "陳大文",
]


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


@pytest.fixture
def other(_first_shop, tmp_path):
    """Another, empty store."""
    shutil.copytree(_first_shop[0], tmp_path / "other")
    ctx = sign_in(tmp_path / "other", "mei.chan", PASSWORD)
    yield ctx
    ctx.store.close()


PEOPLE = """member no,title,name,chinese_name,phone,email,birthday,address,country,tags,gender
1,Mr,=cmd(),陳大文,9123 4567; +44 20 7946 0958 (office),a@b.hk,1980-02-29,"1 A Road",HK,VIP; gold,M
2,Ms,+Ann Lee,,12345,not a mail,--02-03,,Macau,,F
3,,,李小龍,(02) 9332 3633,,,,Australia,,
"""
SALES = """order no,date,customer id,name,sku,description,qty,price,discount amount,status
A1,2020-01-05 10:00,1,,R1,=Ring,2,10.50,1.00,done
A1,2020-01-05 10:00,1,,R1,=Ring,2,10.50,1.00,done
C2,2020-01-06,,@Bob,R2,Chain,-1.5,8,,cancelled
"""
STOCK = """sku,title,body,price,weight,fineness,tags,variant,parent sku,published,barcode
R1,-Ring,"two
lines",12.50,3.7429,18K,"a, b",,,true,4891
R1/52,-Ring,,13.00,,,,52,R1,false,
"""


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("kind", "export", "text"),
    [
        ("customers", export_customers, PEOPLE),
        ("orders", export_orders, SALES),
        ("products", export_products, STOCK),
    ],
)
def test_what_is_exported_imported_and_exported_again_is_the_same(  # noqa: PLR0917
    ctx, other, write, tmp_path, kind, export, text, form
):
    import_file(ctx, write(text), kind)
    first, second = tmp_path / f"first.{form}", tmp_path / f"second.{form}"

    taken_out(export, ctx, first)
    done = import_file(other, first, kind)
    taken_out(export, other, second)

    assert (done.rejected, done.skipped) == (0, 0)
    rows = [list(open_source(path).rows()) for path in (first, second)]
    assert rows[0] == rows[1]
    assert len(rows[0]) == done.new


@pytest.mark.parametrize(
    "kind_and_export", [("customers", export_customers), ("orders", export_orders)]
)
def test_an_export_into_its_own_store_changes_nothing(ctx, write, tmp_path, kind_and_export):
    kind, export = kind_and_export
    import_file(ctx, write(PEOPLE if kind == "customers" else SALES), kind)
    taken_out(export, ctx, tmp_path / "out.csv")
    before = rows_of(ctx, "SELECT count(*) FROM change")

    done = import_file(ctx, tmp_path / "out.csv", kind)

    assert done.new == 0
    assert rows_of(ctx, "SELECT count(*) FROM change") == before


def test_customers_made_in_the_program_come_back_as_they_were(ctx, other, tmp_path):
    known = a_kept_customer(
        ctx, name="Wong Mei Ling", contacts=(a_phone("91234567"), a_phone("61234567"))
    )
    set_occasion(ctx, known, NewOccasion(kind="birthday", month=2, day=29))
    add_preference(ctx, known, NewPreference(kind="tag", value="likes jade"))

    taken_out(export_customers, ctx, tmp_path / "first.csv")
    import_file(other, tmp_path / "first.csv", "customers")
    taken_out(export_customers, other, tmp_path / "second.csv")

    assert table(tmp_path / "first.csv") == table(tmp_path / "second.csv")


def test_no_cell_of_an_export_can_be_run(ctx, write, tmp_path):
    import_file(ctx, write(PEOPLE), "customers")
    taken_out(export_customers, ctx, tmp_path / "out.csv")

    cells = [cell for row in table(tmp_path / "out.csv") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=cmd()" in cells


def test_a_workbook_holds_text_and_numbers_and_no_formula(ctx, write, tmp_path):
    import_file(ctx, write(SALES), "orders")
    taken_out(export_orders, ctx, tmp_path / "out.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    kinds = {cell.data_type for row in sheet for cell in row if cell.value is not None}
    amounts = [row[16].value for row in sheet.iter_rows(min_row=2)]
    assert kinds == {"s", "n"}
    assert amounts == [20, 20, -12]


def test_sales_staff_may_not_take_customers_out_and_the_try_is_noted(sales, tmp_path):
    with pytest.raises(Denied):
        export_customers(sales, tmp_path / "out.csv")

    assert not (tmp_path / "out.csv").exists()


def test_an_export_is_for_its_owner_only_and_leaves_a_line_in_the_audit_log(ctx, write, tmp_path):
    import_file(ctx, write(PEOPLE), "customers")

    done = export_customers(ctx, tmp_path / "out.csv", purpose="stocktaking")

    assert done.rows == 3
    file = tmp_path / "out.csv.zip"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("*out*")] == [file.name]
    assert b"Lee" not in file.read_bytes()
    assert opened(file, done.password).count(b"\r\n") == 4
    assert rows_of(ctx, "SELECT action, reason FROM audit_log ORDER BY seq DESC LIMIT 1") == [
        ("extraction", "export/customers csv: stocktaking")
    ]


def test_an_export_that_cannot_be_written_says_why(ctx, tmp_path):
    with pytest.raises(CanFix, match="cannot be written"):
        taken_out(export_customers, ctx, tmp_path / "no folder" / "out.csv")
    with pytest.raises(CanFix, match=r"\.csv or \.xlsx"):
        taken_out(export_customers, ctx, tmp_path / "out.doc")


_CELL = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=20
) | st.sampled_from(NASTY)


@example(rows=[("=", "\ttab"), ("=", "\ttab")])
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(rows=st.lists(st.tuples(_CELL, _CELL), max_size=6))
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_any_cells_written_and_read_are_the_same_cells(tmp_path, rows, form):
    path = tmp_path / f"t.{form}"
    with path.open("wb") as stream:
        writer = write_csv if form == "csv" else write_xlsx
        writer(stream, ["name", "phone", "end"], [(*row, "x") for row in rows])

    got = [(row[0], row[1]) for _, row, _ in open_source(path).rows()]
    assert got == [(a.replace("\r", "\n"), b.replace("\r", "\n")) for a, b in rows]


@pytest.mark.parametrize("cell", NASTY)
def test_a_guard_is_one_apostrophe(cell):
    assert guarded(cell) in {cell, f"'{cell}"}

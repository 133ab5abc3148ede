"""What leaves: PDF, XLSX, CSV and JSON hold every row, and nothing runs in a spreadsheet."""

import csv
import io
import json
import shutil
import subprocess

import openpyxl
import pytest

from jewelcrm.admin.main import main
from jewelcrm.errors import CanFix, Denied
from jewelcrm.money import Money
from jewelcrm.reports import commands
from jewelcrm.reports.outputs import writers
from jewelcrm.reports.outputs.tables import as_json
from tests.builders import a_kept_customer, a_line, a_placed_order
from tests.conftest import PASSWORD
from tests.leaving import opened

HOSTILE = [
    '=HYPERLINK("http://x")',
    "+1",
    "@SUM(A1)",
    "陳大文",
    "𨋢",
    "x" * 300,
    "مرحبا",
    "a\tb\nc",
]


def text_of(pdf, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed here")
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def written(figures, form):
    stream = io.BytesIO()
    writers()[form](figures, stream)
    return stream.getvalue()


@pytest.fixture
def hostile(ctx):
    for words in HOSTILE:
        line = a_line(description=words, unit_price=Money(12_34))
        a_placed_order(ctx, customer_id=a_kept_customer(ctx, name="Wong"), lines=[line])
    return ctx


def test_a_csv_holds_every_row_and_no_formula(hostile, figures):
    rows = list(
        csv.reader(
            io.StringIO(written(figures(hostile, "sales", "lines"), "csv").decode("utf-8-sig"))
        )
    )
    assert len(rows) == 1 + len(HOSTILE)
    assert not any(cell[:1] in tuple("=+@") for row in rows for cell in row)
    assert {row[6] for row in rows[1:]} == {"12.34"}


def test_an_xlsx_read_by_another_program_has_the_same_numbers(hostile, figures):
    came = figures(hostile, "sales", "lines")
    sheet = openpyxl.load_workbook(io.BytesIO(written(came, "xlsx"))).active
    amounts = [row[6] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert amounts == [12.34] * len(HOSTILE)
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_a_pdf_holds_every_row_its_total_and_its_definition(hostile, figures, tmp_path):
    text = text_of(written(figures(hostile, "sales", "lines"), "pdf"), tmp_path)
    assert text.count("12.34") >= len(HOSTILE)
    for needed in ("98.72", "Net sales = gross sales", "Personal data", "Page 1 of", "陳大文"):
        assert needed in text


def test_a_long_pdf_numbers_its_pages_and_repeats_its_head(ctx, figures, tmp_path):
    came = figures(ctx, "sales", "lines")
    came.rows.extend((0, f"N{n}", "陳大文", "sku", f"row {n}", 1_000, n) for n in range(400))
    text = text_of(written(came, "pdf"), tmp_path)
    pages = text.split("\f")[:-1]
    assert len(pages) > 5
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert all("Description" in page for page in pages[:-1])
    assert all(f"row {n}\n" in text or f"row {n} " in text for n in range(400))


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed here")
@pytest.mark.parametrize("language", ["en", "zh_HK"])
def test_a_pdf_is_sound(hostile, figures, tmp_path, language):
    file = tmp_path / "report.pdf"
    file.write_bytes(written(figures(hostile, "sales", "lines", language=language), "pdf"))
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


def test_json_has_money_as_text_and_counts_as_numbers(traded, figures):
    came = as_json(figures(traded, "sales", "by-day"))
    assert came["rows"] == [
        {
            "day": "2026-11-22",
            "orders": 3,
            "pieces": "3",
            "gross": "3800.00",
            "returns": "0.00",
            "net": "3800.00",
            "average": "1266.67",
        }
    ]
    assert came["totals"]["net"] == "3800.00"


def test_names_leave_only_with_a_purpose_and_are_noted(traded, figures, tmp_path):
    came = figures(traded, "sales", "lines")
    with pytest.raises(CanFix, match="needed for"):
        commands.write(traded, came, tmp_path / "a.csv", form="csv")
    left = commands.write(traded, came, tmp_path / "a.csv", form="csv", purpose="month end")
    with traded.read() as conn:
        noted = conn.exec_driver_sql(
            "SELECT reason FROM audit_log WHERE action = 'extraction'"
        ).scalars()
        assert list(noted) == ["sales/lines csv: month end"]
    assert left.path == tmp_path / "a.csv.zip"
    assert left.path.stat().st_mode & 0o777 == 0o600
    assert "Chan Tai Man" in opened(left.path, left.password).decode("utf-8-sig")


def test_who_may_not_export_gets_no_file(sales, ctx, figures, tmp_path):
    with pytest.raises(Denied):
        commands.write(sales, figures(ctx, "sales"), tmp_path / "a.csv", form="csv")
    assert list(tmp_path.glob("*.csv")) == []


def test_a_folder_that_is_not_there_leaves_nothing(ctx, figures, tmp_path):
    with pytest.raises(CanFix, match="cannot be written"):
        commands.write(ctx, figures(ctx, "sales"), tmp_path / "no" / "a.pdf", form="pdf")


def test_the_command_line_lists_runs_and_writes(shop, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    start = ["--data", str(shop.folder), "--json", "report"]
    assert main([*start, "list"]) == 0
    assert "sales" in {one["name"] for one in json.loads(capsys.readouterr().out)}
    assert main([*start, "run", "sales", "--period", "last-month"]) == 0
    assert json.loads(capsys.readouterr().out)["report"] == "sales"
    file = tmp_path / "sales.pdf"
    assert main([*start, "run", "sales", "--detail", "by-day", "--out", str(file)]) == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert main([*start, "run", "sales", "--from", "2026-11-30", "--to", "2026-11-01"]) == 1

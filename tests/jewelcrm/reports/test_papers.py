"""Papers and files of every report at every length: whole, sound, the same when read by others."""

import datetime as dt
import io
import re
import shutil
import subprocess
from dataclasses import replace

import openpyxl
import pypdf
import pytest
from python_calamine import CalamineWorkbook

from jewelcrm.errors import CanFix
from jewelcrm.reports import commands, queries, reading
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.figuring import opened
from jewelcrm.reports.model import Asked, AsOf
from jewelcrm.reports.outputs import writers
from jewelcrm.reports.outputs.cells import shown
from jewelcrm.settings import put
from tests.builders import a_kept_customer, a_line, a_placed_order
from tests.jewelcrm.reports.conftest import TODAY
from tests.jewelcrm.reports.test_outputs import text_of

LEVELS = [(one.name, level.name) for one in reports().values() for level in one.details]
NASTY = ["陳大文", "x" * 400, "שלום עולם", "مرحبا", "𨋢 lift", "=1+1", "a\tb\nc", " ", "Ω ≈ ½ €"]


def a_row(columns, n):
    """A row that fits the columns, another one for each number."""
    kinds = {
        "text": f"row-{n}; {NASTY[n % len(NASTY)]}",
        "day": (dt.date(2026, 1, 1) + dt.timedelta(days=n % 700)).isoformat(),
        "moment": 1_790_000_000_000 + n * 60_000,
    }
    return tuple(kinds.get(column.kind, n * 7 - 3) for column in columns)


def filled(figures, rows):
    """The figures with so many rows of every kind of text and number."""
    columns = figures.detail.columns
    made = [a_row(columns, n) for n in range(rows)]
    totals = {one.name: sum(row[at] for row in made) for at, one in enumerate(columns) if one.total}
    return replace(figures, rows=made, count=rows, totals=totals)


def written(figures, form):
    stream = io.BytesIO()
    writers()[form](figures, stream)
    return stream.getvalue()


def sound(pdf, tmp_path):
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed here")
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf)
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


def first_text(columns):
    return next((n for n, one in enumerate(columns) if one.kind == "text"), None)


@pytest.mark.parametrize(
    ("name", "detail", "rows"),
    [(*level, rows) for level in LEVELS for rows in (0, 1)]
    + [(one.name, one.details[-1].name, 1_000) for one in reports().values()],
)
def test_every_level_is_a_sound_paper_with_every_row_and_total(  # noqa: PLR0917
    ctx, figures, tmp_path, name, detail, rows
):
    language = ("en", "zh_HK")[rows == 1]
    came = filled(figures(ctx, name, detail, language=language), rows)
    pdf = written(came, "pdf")
    sound(pdf, tmp_path)
    text = text_of(pdf, tmp_path)
    if first_text(came.detail.columns) is not None:
        found = {int(n) for n in re.findall(r"row-\s*(\d+)", text)}
        assert len(found) >= rows * 0.98  # a few break inside a narrow cell
    for column in came.detail.columns:
        if column.total and rows:
            assert squeezed(shown(came.totals[column.name], column, came)) in squeezed(text)
    assert squeezed(came.report.formula.say(language))[:12] in squeezed(text)


def squeezed(text):
    """Without white space: what a line break has put asunder is found."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("name", "detail"), LEVELS)
def test_a_workbook_opened_by_two_other_readers_holds_the_same_values(ctx, figures, name, detail):
    came = filled(figures(ctx, name, detail), 40)
    data = written(came, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    mine = [list(row) for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    other = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    assert len(mine) == len(other.to_python()) - 1 == 40
    for row, cells, others in zip(came.rows, mine, other.to_python()[1:], strict=True):
        for value, cell, twin, column in zip(row, cells, others, came.detail.columns, strict=True):
            assert as_read(cell) == as_read(twin) == expected(value, column, came)


def as_read(cell):
    """Whole numbers and whole days alike, whoever read them."""
    if isinstance(cell, dt.datetime):
        return (cell + dt.timedelta(milliseconds=500)).replace(microsecond=0)
    if isinstance(cell, dt.date):
        return dt.datetime.combine(cell, dt.time())
    return float(cell) if isinstance(cell, int | float) else cell


def expected(value, column, figures):
    scale = {"money": 100, "pieces": 1_000, "share": 10_000}
    if column.kind == "day":
        return dt.datetime.fromisoformat(value)
    if column.kind == "moment":
        at = dt.datetime.fromtimestamp(value / 1000, figures.zone)
        return at.replace(tzinfo=None, microsecond=0)
    return value if isinstance(value, str) else value / scale.get(column.kind, 1)


def test_a_workbook_says_what_it_is_and_runs_nothing(ctx, figures):
    came = filled(figures(ctx, "sales", "lines"), 20)
    book = openpyxl.load_workbook(io.BytesIO(written(came, "xlsx")))
    about = {row[0]: row[1] for row in book.worksheets[1].iter_rows(values_only=True)}
    assert about["How these figures are computed"].startswith("Net sales = gross sales")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert all(c.quotePrefix for c in cells if str(c.value or "").startswith("="))


def test_a_paper_has_bookmarks_a_chart_and_a_definition(ctx, figures):
    came = filled(figures(ctx, "sales", "by-staff"), 30)
    reader = pypdf.PdfReader(io.BytesIO(written(came, "pdf")))
    assert [one.title for one in reader.outline] == [
        "Sales",
        "Net sales",
        "Staff",
        "How these figures are computed",
    ]
    assert not reader.pages[0].images  # the chart is drawn, not painted


def test_a_personal_paper_is_marked_on_every_page_with_who_when_and_where(ctx, figures, tmp_path):
    came = filled(figures(ctx, "sales", "lines"), 200)
    pages = text_of(written(came, "pdf"), tmp_path).split("\f")[:-1]
    assert len(pages) > 3
    for page in pages:
        assert "Personal data: must not leave the shop" in page
    mark = pypdf.PdfReader(io.BytesIO(written(came, "pdf"))).pages[1]
    assert came.mark.endswith("HK01-A")
    assert mark["/Resources"]["/XObject"]


def test_data_of_a_branch_that_is_old_are_marked(ctx, figures, tmp_path):
    came = figures(ctx, "sales")
    old = AsOf("MK02 Mong Kok", dt.datetime(2026, 11, 1, tzinfo=dt.UTC), stale=True)
    text = text_of(written(replace(came, as_of=(*came.as_of, old)), "pdf"), tmp_path)
    assert re.search(r"MK02 Mong Kok 2026-11-01 \d\d:\d\d \(OLD", text)
    assert text.count("OLD") == 1


def test_the_shops_logo_stands_on_the_cover_and_a_lost_one_stops_nothing(ctx, figures, tmp_path):
    from PIL import Image

    logo = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), "navy").save(logo)
    put(ctx, "report_logo", str(logo))
    with_logo = written(figures(ctx, "sales"), "pdf")
    assert len(pypdf.PdfReader(io.BytesIO(with_logo)).pages[0].images) == 1
    logo.unlink()
    assert written(figures(ctx, "sales"), "pdf").startswith(b"%PDF")


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize(
    ("name", "detail"), [(one.name, one.details[-1].name) for one in reports().values()]
)
def test_every_reports_widest_level_fits_its_papers(ctx, figures, name, detail, paper):
    came = filled(figures(ctx, name, detail, paper=paper), 30)
    page = pypdf.PdfReader(io.BytesIO(written(came, "pdf"))).pages[0]
    size = sorted((float(page.mediabox.width), float(page.mediabox.height)))
    assert size == pytest.approx({"A4": [595.28, 841.89], "A5": [419.53, 595.28]}[paper], abs=0.1)


def test_a_page_is_in_the_file_before_the_next_is_drawn(ctx, figures):
    came = filled(figures(ctx, "sales", "lines"), 2_000)
    grown = []

    class Watched(io.BytesIO):
        def write(self, data):
            grown.append(len(data))
            return super().write(data)

    writers()["pdf"](came, Watched())
    assert len(grown) > 60


# Streamed, told and stopped ------------------------------------------------------------------


@pytest.fixture
def many(ctx, monkeypatch):
    monkeypatch.setattr(reading, "KEPT", 3)
    monkeypatch.setattr(reading, "_STEP", 2)
    who = a_kept_customer(ctx)
    for n in range(8):
        a_placed_order(ctx, customer_id=who, lines=[a_line(description=f"piece {n}")])
    return ctx


LINES = Asked("lines", TODAY)


def test_a_window_gets_the_first_rows_and_a_file_gets_them_all(many, tmp_path):
    shown = queries.run(many, "sales", LINES)
    assert (len(shown.rows), shown.count, shown.totals["amount"]) == (3, 8, 8 * 1_280_00)
    with opened(many, "sales", LINES) as figures:
        assert len(list(figures.rows)) == len(list(figures.rows)) == len(figures.rows) == 8
    left = commands.write(many, shown, tmp_path / "a.json", form="json", purpose="month end")
    assert left.rows == 8


def test_a_report_that_is_written_is_of_one_moment(many):
    with opened(many, "sales", LINES) as figures:
        a_placed_order(many)
        assert len(list(figures.rows)) == 8
    assert queries.run(many, "sales", LINES).count == 9


class Stopped(Exception):
    """What a progress raises once somebody pressed Stop."""


def test_it_is_told_how_far_it_is_and_stops_when_asked_to(many, tmp_path):
    told = []
    with opened(many, "sales", LINES, lambda *how: told.append(how)) as figures:
        list(figures.rows)
    assert (4, 8, "writing") in told

    def stop(done, _total, _what):
        if done >= 4:
            raise Stopped

    with pytest.raises(Stopped):
        commands.write(
            many,
            queries.run(many, "sales", LINES),
            tmp_path / "a.csv",
            form="csv",
            purpose="month end",
            progress=stop,
        )
    assert list(tmp_path.glob("*a.csv*")) == []


def test_it_stops_also_while_the_store_is_adding_up(many, monkeypatch):
    monkeypatch.setattr(reading, "_OPERATIONS", 1)

    def stop(*_how):
        raise Stopped

    with pytest.raises(Stopped):
        queries.run(many, "sales", Asked("by-product", TODAY), stop)
    assert queries.run(many, "sales", Asked("by-product", TODAY)).count == 8


def test_a_form_that_there_is_not_says_which_there_are(many, tmp_path):
    with pytest.raises(CanFix, match=r"\.pdf, \.xlsx, \.csv or \.json"):
        commands.write(many, queries.run(many, "sales", LINES), tmp_path / "a.doc", form="doc")


def test_a_letter_no_font_has_is_told_on_the_last_page_and_others_are_printed(
    ctx, figures, tmp_path
):
    came = figures(ctx, "sales", "lines")
    columns = came.detail.columns
    row = tuple("שלום مرحبا" if one.kind == "text" else 1 for one in columns)
    told = text_of(written(replace(came, rows=[row], count=1), "pdf"), tmp_path)
    assert "stands for a letter" not in told
    assert "שלום" in told or "םולש" in told
    row = tuple("ไทย" if one.kind == "text" else 1 for one in columns)
    told = text_of(written(replace(came, rows=[row], count=1), "pdf"), tmp_path)
    assert "stands for a letter that no font of this program has" in " ".join(told.split())

import datetime as dt
import zipfile

import openpyxl
import pytest
import xlsxwriter

from jewelcrm.errors import CanFix
from jewelcrm.imports.readers import ReadOptions, open_source


def book(path, rows, name="People"):
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as made:
        made.add_worksheet("Empty")
        sheet = made.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return path


def test_the_first_sheet_with_cells_is_read_and_numbers_are_plain(tmp_path):
    path = book(
        tmp_path / "b.xlsx",
        [
            ["name", "phone", "birthday"],
            ["陳大文", 91234567, dt.date(1980, 2, 29)],
            ["Bo", 1.5, ""],
        ],
    )

    source = open_source(path)

    assert source.facts.sheet == "People"
    assert [row for _, row, _ in source.rows()] == [
        ["陳大文", "91234567", "1980-02-29"],
        ["Bo", "1.5", ""],
    ]


def test_an_unknown_sheet_is_answered_with_those_there_are(tmp_path):
    path = book(tmp_path / "b.xlsx", [["name"], ["Ann"]])

    with pytest.raises(CanFix, match="The sheets are: Empty, People"):
        open_source(path, ReadOptions(sheet="Other"))


def test_a_formula_is_never_run_and_gives_the_value_it_was_saved_with(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "f.xlsx")) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["name", "phone"])
        sheet.write_formula(1, 0, '=HYPERLINK("http://x","Ann")', None, "Ann")
        sheet.write_string(1, 1, "=1+1")

    assert [row for _, row, _ in open_source(tmp_path / "f.xlsx").rows()] == [["Ann", "=1+1"]]


def test_a_workbook_that_unpacks_to_a_thousand_times_its_size_is_not_opened(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * (80 << 20))

    with pytest.raises(CanFix, match="unpacks to far more"):
        open_source(tmp_path / "bomb.xlsx")


def test_a_damaged_workbook_is_refused_in_words(tmp_path):
    path = book(tmp_path / "b.xlsx", [["name"], ["Ann"]])
    whole = path.read_bytes()
    for cut in (30, len(whole) // 2, len(whole) - 10):
        path.write_bytes(whole[:cut])
        with pytest.raises(CanFix):
            open_source(path)


def test_a_workbook_by_another_program_reads_the_same(tmp_path):
    made = openpyxl.Workbook()
    made.active.append(["name", "phone"])
    made.active.append(["Ann", "+852 9123 4567"])
    made.save(tmp_path / "o.xlsx")

    assert [row for _, row, _ in open_source(tmp_path / "o.xlsx").rows()] == [
        ["Ann", "+852 9123 4567"]
    ]


def test_old_and_new_workbooks_of_csvlint_are_read(real):
    for name in ("spreadsheet.xls", "spreadsheet.xlsx"):
        source = open_source(real / "malformed_csv" / "csvlint" / name)
        assert source.columns == ["a", "b", "c"]
        assert source.facts.sheets == ("Sheet1", "Sheet2", "Sheet3")

import gzip
import json
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jewelcrm.errors import CanFix
from jewelcrm.imports.formula import guarded, released
from jewelcrm.imports.readers import ReadOptions, Tally, open_source
from jewelcrm.imports.readers.model import LIMITS


def cells(path, **options):
    return [row for _, row, wrong in open_source(path, ReadOptions(**options)).rows() if not wrong]


def wrong(path):
    return [(at, reason) for at, _, reason in open_source(path).rows() if reason]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "^", "~"])
def test_the_separator_is_found(write, sign):
    path = write(f"name{sign}phone{sign}email\nAnn Lee{sign}91234567{sign}a@b.hk\n")

    assert cells(path) == [["Ann Lee", "91234567", "a@b.hk"]]


def test_any_character_may_be_the_separator_when_a_person_says_so(write):
    assert cells(write("name#phone\nAnn#9123\n"), delimiter="#") == [["Ann", "9123"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_a_line_end(write, end):
    assert cells(write(end.join(["name,phone", "Ann,1", "Bob,2", ""]))) == [
        ["Ann", "1"],
        ["Bob", "2"],
    ]


def test_mixed_line_ends_are_read_line_by_line(write):
    path = write("name,phone\r\nAnn,1\nBob,2\rCy,3")

    assert cells(path) == [["Ann", "1"], ["Bob", "2"], ["Cy", "3"]]


def test_cells_keep_their_commas_quotes_and_line_ends(write):
    path = write('name,note\n"Lee, Ann","said ""hi""\nand left"\n')

    assert cells(path) == [["Lee, Ann", 'said "hi"\nand left']]


def test_single_quotation_marks_are_found(write):
    assert cells(write("name,note\n'Lee, Ann','a'\n'Ng, Bo','b'\n")) == [
        ["Lee, Ann", "a"],
        ["Ng, Bo", "b"],
    ]


def test_excels_own_word_about_the_separator_is_heeded(write):
    assert cells(write("sep=;\nname;phone\nA,B;1\n")) == [["A,B", "1"]]


def test_title_rows_before_the_header_are_passed_over(write):
    source = open_source(write("Customers of 2026,,\n,,\nname,phone,email\nAnn,1,a@b.hk\n"))

    assert source.columns == ["name", "phone", "email"]
    assert source.facts.header == 3


def test_a_file_without_a_header_gets_numbered_columns(write):
    source = open_source(write("Ann Lee,91234567,ann@x.hk\nBob Ng,61234567,bob@x.hk\n"))

    assert source.columns == ["Column 1", "Column 2", "Column 3"]
    assert len(list(source.rows())) == 2


def test_columns_of_the_same_name_are_told_apart(write):
    assert open_source(write("name,phone,phone\nA,1,2\n")).columns == ["name", "phone", "phone (2)"]


def test_missing_cells_are_empty_and_that_is_said(write):
    tally = Tally()

    rows = list(open_source(write("name,phone,email\nAnn,1\n")).rows(tally))

    assert rows == [(1, ["Ann", "1", ""], None)]
    assert tally.words() == ["1 row has fewer cells than the header; the missing ones are empty"]


def test_a_row_with_too_many_cells_is_wrong_and_empty_ones_do_not_count(write):
    path = write("name,phone\nAnn,1,2\nBob,2,,\n")

    assert wrong(path) == [(1, "has 3 cells where the header has 2")]
    assert cells(path) == [["Bob", "2"]]


def test_a_quotation_mark_that_is_never_closed_costs_one_row_only(write):
    rows = "".join(f"Name {n},{n}\n" for n in range(50))
    path = write(f'name,phone\n"Ann,1\n{rows}')

    assert wrong(path) == [(1, "a quotation mark is opened and never closed")]
    assert len(cells(path)) == 50


def test_lines_that_each_open_a_quotation_mark_never_swallow_each_other(write):
    path = write("name,phone\n" + '"Ann,1\n' * 20 + "Bob,2\n")

    assert len(wrong(path)) == 20
    assert cells(path) == [["Bob", "2"]]


def test_a_stray_quotation_mark_is_text(write):
    assert cells(write('name,size\nring,5"\n"a" b,2\n')) == [["ring", '5"'], ["a b", "2"]]


def test_nul_bytes_and_bytes_of_another_encoding_stop_nothing(write):
    path = write("姓名,phone\n".encode() + "陳大文,1\n".encode() * 30 + b"A\0nn,2\n\xff\xfe,3\n")

    assert cells(path)[-1] == ["A\0nn", "2"]
    assert wrong(path) == [(32, "holds bytes that are not utf-8 text")]


def test_a_cell_of_100_kilobytes_is_read_whole(write):
    assert cells(write(f"name,note\nAnn,{'x' * 100_000}\n")) == [["Ann", "x" * 100_000]]


def test_a_cell_beyond_all_measure_is_rejected_alone(write):
    path = write(f"name,note\nAnn,{'x' * (LIMITS.cell + 1)}\nBob,b\n")

    assert wrong(path) == [(1, f"a cell holds more than {LIMITS.cell:,} characters")]
    assert cells(path) == [["Bob", "b"]]


def test_more_columns_than_a_table_has_are_refused(write):
    with pytest.raises(CanFix, match="more than 2000 columns"):
        open_source(write(",".join(f"c{n}" for n in range(3000)) + "\n1\n"))
    with pytest.raises(CanFix, match="more than 2000 columns"):
        open_source(write("1," * 3000 + "\n1\n", "b.csv"))


def test_packed_files_are_read_and_damaged_ones_refused(write):
    packed = gzip.compress(b"name,phone\nAnn,1\n" * 1)

    assert cells(write(packed, "list.csv.gz")) == [["Ann", "1"]]
    with pytest.raises(CanFix, match="damaged"):
        open_source(write(packed[:-9], "half.csv.gz"))


@pytest.mark.parametrize("begin", [b"<html>", b"\r\n<!DOCTYPE HTML>", b"\xef\xbb\xbf<table>"])
def test_a_web_page_that_an_old_program_calls_xls_is_called_one(tmp_path, begin):
    path = tmp_path / "customers.xls"
    path.write_bytes(begin + b"<tr><td>Name</td></tr><tr><td>Chan</td></tr>")
    with pytest.raises(CanFix, match="web page"):
        open_source(path)


@pytest.mark.parametrize(
    "raw", [b"", b"\xef\xbb\xbf", b"\n\n\n", b"%PDF-1.7 \n", b"\x89PNG\r\n", bytes(range(256)) * 20]
)
def test_what_is_no_table_is_refused_in_words(write, raw):
    with pytest.raises(CanFix):
        open_source(write(raw, "thing.bin"))


def test_a_missing_file_is_said_in_words(tmp_path):
    with pytest.raises(CanFix, match="cannot be opened"):
        open_source(tmp_path / "none.csv")


def test_an_unknown_encoding_is_said_in_words(write):
    with pytest.raises(CanFix, match="no encoding klingon"):
        open_source(write("name,phone\nA,1\n"), ReadOptions(encoding="klingon"))


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_guarding_a_cell_and_releasing_it_gives_the_cell_back(text):
    assert released(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(min_size=1, max_size=400))
def test_no_bytes_whatever_make_the_reader_fail_but_in_words(write, raw):
    try:
        source = open_source(write(b"name,phone\n" + raw))
        rows = list(source.rows())
    except CanFix:
        return
    assert all(len(row) == len(source.columns) for _, row, reason in rows if reason is None and row)


def test_the_truth_of_csv_spectrum(real):
    folder = real / "malformed_csv" / "csv-spectrum"
    others = {"location_coordinates"}  # its truth is about another file
    for path in sorted(p for p in (folder / "csvs").glob("*.csv") if p.stem not in others):
        source = open_source(path)
        truth = json.loads((folder / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
        ours = [dict(zip(source.columns, row, strict=True)) for _, row, _ in source.rows()]
        assert _plain(ours) == _plain(truth), path.name


def _plain(rows):
    return [{k: v.replace("\r\n", "\n") for k, v in row.items()} for row in rows]


def test_every_file_of_csvlint_is_read_or_refused_in_words(real):
    folder = real / "malformed_csv" / "csvlint"
    read = {path.name: cells(path) for path in folder.iterdir() if path.is_file()}

    assert read["title-row.csv"] == [["Biff", "Baff", "Boff"], ["Qux", "Teaspoon", "Doge"]]
    assert read["cr-line-endings.csv"] == read["title-row.csv"]
    assert read["inconsistent-line-endings.csv"] == read["title-row.csv"]
    assert read["invalid_many_rows.csv"][2] == ["1", "2", '3 "']
    assert "Transferência" in read["invalid-byte-sequence.csv"][1][2]


def test_files_for_one_person_are_closed_to_others(tmp_path):
    from jewelcrm.imports.files import private_file

    with private_file(tmp_path / "a.csv") as stream:
        stream.write(b"x")

    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]

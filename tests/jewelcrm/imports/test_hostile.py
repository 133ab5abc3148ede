"""Files that mean harm: refused in words, or kept as plain text; never a crash, never half done."""

import random
from contextlib import suppress
from encodings.aliases import aliases
from itertools import islice

import pytest

from jewelcrm.errors import CanFix
from jewelcrm.imports.commands import import_file
from jewelcrm.imports.exports import EXPORTS
from jewelcrm.imports.readers import ReadOptions, open_source
from tests.jewelcrm.imports import hostile as made
from tests.jewelcrm.imports.conftest import count, rows_of
from tests.leaving import opened

HEAD = "name,phone,email\n"
FAR = "so far apart"


def far(ref, row=2):
    return made.book(f'<row r="{row}">{made.text_cell(ref, "x")}</row>')


REFUSED = {
    "a zip bomb": (lambda: made.book(more=[("x.bin", b"0" * (100 << 20))]), "b.xlsx", "unpacks to"),
    "a bomb with a lying directory": (made.lying_book, "b.xlsx", "damaged|unpacks"),
    "archives within archives": (made.nested_bomb, "b.xlsx", "archive"),
    "a bomb under gzip": (lambda: made.gz(b"0" * (1100 << 20)), "b.csv.gz", "unpacks to"),
    "a billion laughs": (made.laughing_book, "b.xlsx", "damaged"),
    "an entity that reads a file": (made.prying_book, "b.xlsx", "damaged"),
    "two cells in opposite corners": (lambda: far("XFD1048576", 1048576), "b.xlsx", FAR),
    "a column that no sheet has": (lambda: far("ZZZZZZ2"), "b.xlsx", FAR),
    "a row that no sheet has": (lambda: far("A4294967295", 4294967295), "b.xlsx", FAR),
    "blanks that hide a far cell": (
        lambda: made.book(f'<row r="2"><c{" " * 5000}r{" " * 5000}= "XFD1048576"/></row>'),
        "b.xlsx",
        FAR,
    ),
    "a sheet in two bytes a character": (
        lambda: made.book(more=[("xl/y.xml", "<c r='XFD1048576'/>".encode("utf-16"))]),
        "b.xlsx",
        "damaged",
    ),
    "a workbook of macros alone": (
        lambda: made.book(more=[("xl/workbook.bin", "x")]),
        "b.xlsb",
        "another kind",
    ),
    "a million columns": (lambda: ",".join(f"c{n}" for n in range(10**6)), "b.csv", "columns"),
    "one line without an end": (lambda: "a" * (8 << 20), "b.csv", "."),
    "a program": (lambda: b"MZ\x90\0" + b"\0" * 100, "b.csv", "a program"),
    "zero bytes": (lambda: b"\0" * 4096, "b.csv", "empty"),
    "noise": (lambda: bytes(range(1, 32)) * 200, "b.csv", "no table"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_words_and_nothing_is_left_of_it(ctx, write, what):
    build, name, words = REFUSED[what]

    with pytest.raises(CanFix, match=words):
        import_file(ctx, write(build(), name), "customers")

    assert count(ctx, "customer") == count(ctx, "import_run") == 0


LONG = "x" * (1 << 21)
ROWS = {
    "zero bytes in a name": ("A\0nn Lee,91234567,a@b.hk\n", "new", "A nn Lee"),
    "a formula": ("=1+1,91234567,a@b.hk\n", "new", "=1+1"),
    "a command for DDE": ("=cmd|'/C calc'!A0,91234567,\n", "new", "=cmd|'/C calc'!A0"),
    "a link": ('"=HYPERLINK(""http://x"",""y"")",91234567,\n', "new", '=HYPERLINK("http://x","y")'),
    "writing turned round": ("\u202eeeL nnA\u2066,91234567,\n", "new", "eeL nnA"),
    "marks that are not seen": ("An\u2060n\u00ad Lee\u2028X,91234567,\n", "new", "An n Lee X"),
    "a terminal's orders": ("\x1b[2J\x1b]0;pwned\x07Ann,91234567,\n", "new", "[2J ]0;pwned Ann"),
    "letters of another alphabet": ("\u0410nn Lee,91234567,\n", "new", "\u0410nn Lee"),
    "UTF-7": ("+ADw-script+AD4-,91234567,\n", "new", "+ADw-script+AD4-"),
    "markup": ("<script>alert(1)</script>,91234567,\n", "new", "<script>alert(1)</script>"),
    "a query": ("Robert'); DROP TABLE customer;--,91234567,\n", "new", None),
    "a placeholder": ("{0.__class__} %s %(n)s {phone},91234567,\n", "new", None),
    "quotes in quotes": ('"' + '""' * 90 + 'Ann",91234567,\n', "new", '"' * 90 + "Ann"),
    "very deep quotes": ('"' * 100_001 + ",91234567,\n", "rejected", None),
    "a quote never closed": ('"Ann,91234567,\n', "rejected", None),
    "a cell of a megabyte and more": (f"{LONG},91234567,\n", "rejected", None),
    "a name of a thousand letters": (f"{'n' * 1000},91234567,\n", "rejected", None),
    "a hundred thousand cells": ("x," * 100_000 + "\n", "rejected", None),
    "nobody": (",,\t \n", "skipped", None),
}


@pytest.mark.parametrize("what", ROWS)
def test_a_row_that_means_harm_is_text_or_rejected_and_its_neighbours_are_taken(ctx, write, what):
    row, end, name = ROWS[what]

    done = import_file(ctx, write(HEAD + row + "Bo Chan,92345678,b@c.hk\n"), "customers")

    assert (done.read, getattr(done, end)) == (2, 1 + (end == "new"))
    assert done.read == done.new + done.matched + done.skipped + done.rejected
    names = [n for (n,) in rows_of(ctx, "SELECT name FROM customer ORDER BY id")]
    assert names[-1] == "Bo Chan"
    assert name is None or names[0] == name


def test_the_words_of_a_rejection_carry_no_orders_for_a_terminal(ctx, write):
    text = "order no,sku,qty,date\n1,S,\x1b[31m5x,2020-01-05\n"

    done = import_file(ctx, write(text), "orders", dry_run=True)

    assert done.rejected == 1
    assert done.rows[0].reason.isprintable()


UNREADABLE = {
    "overlong UTF-8": b"\xc0\xafAnn,91234567,\n",
    "halves of characters": b"\xed\xa0\x80Ann,91234567,\n",
    "beyond Unicode": b"\xf4\x90\x80\x80Ann,91234567,\n",
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_bytes_that_are_no_text_are_rejected_with_the_encoding_named(ctx, write, what):
    good = "陳大文,92345678,\n".encode() * 20

    done = import_file(ctx, write(HEAD.encode() + good + UNREADABLE[what]), "customers")

    assert (done.new, done.rejected) == (1, 1)
    assert "not utf-8 text" in done.first_rejects[0][1]


def test_half_a_character_in_two_bytes_is_rejected_too(ctx, write):
    text = b"\xff\xfe" + (HEAD + "Bo,92345678,\n").encode("utf-16-le")
    broken = "Ann".encode("utf-16-le") + b"\x00\xd8" + ",91234567,\n".encode("utf-16-le")

    done = import_file(ctx, write(text + broken), "customers")

    assert (done.new, done.rejected) == (1, 1)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\n\r"])
def test_every_kind_of_line_end_parts_rows(ctx, write, end):
    lines = ["name,phone", "Ann Lee,91234567", "Bo Chan,92345678", ""]

    done = import_file(ctx, write(end.join(lines)), "customers")

    assert (done.new, done.rejected) == (2, 0)


def test_byte_order_marks_in_the_middle_are_not_letters(ctx, write):
    part = b"\xef\xbb\xbf"
    text = part + b"name,phone\n" + part + b"Ann Lee,91234567\n" + part + b"Ann Lee,91234567\n"

    done = import_file(ctx, write(text), "customers")

    assert (done.new, done.matched) == (1, 1)


PHONES = [
    ("9.1234567E+07", "91234567", "valid"),
    ("8.5291234567E+10", "85291234567", "valid"),
    ("8.52912E+10", "8.52912E+10", "unlikely"),
    ("8,52912E+10", "8,52912E+10", "unlikely"),
    ("9.1E99", "9.1E99", "unlikely"),
    ("-9.1234567E+07", None, "unlikely"),
]


@pytest.mark.parametrize(("text", "value", "checked"), PHONES)
def test_a_phone_that_a_spreadsheet_shortened_is_whole_again_or_marked(
    ctx, write, text, value, checked
):
    import_file(ctx, write(f'name;phone\nAnn Lee;"{text}"\n'), "customers")

    ((kept, mark),) = rows_of(ctx, "SELECT value, checked FROM contact_point")
    assert mark == checked
    assert value is None or kept == value


@pytest.mark.parametrize(
    "text", ["0000-00-00", "9999-12-31", "-40000", "31/02/2001", "1e9", "2020-13-45T99:99:99+99:99"]
)
def test_a_day_that_is_none_never_becomes_a_birthday(ctx, write, text):
    done = import_file(ctx, write(f"name,phone,birthday\nAnn Lee,91234567,{text}\n"), "customers")

    assert done.new == 1
    assert count(ctx, "occasion") == 0


DAYS = [
    "0000-00-00",
    "9999-12-31 23:59:59",
    "0001-01-01",
    "2020-01-05 10:00 +99:99",
    "-1",
    "1e400",
]
NUMBERS = ["1e-999999", "-1e12", "sNaN", "9" * 400, "0x10", "1__0", "∞"]


def test_orders_of_impossible_days_or_numbers_are_rejected_and_no_others(ctx, write):
    bad = [("1", day) for day in DAYS] + [(number, DAYS[0]) for number in NUMBERS]
    rows = "".join(f"{n},S,{many},1.00,{day}\n" for n, (many, day) in enumerate(bad))
    good = "y1,S,1,1.00,2020-01-05\ny2,S,٣,1.00,2020-01-05\n"

    done = import_file(ctx, write(f"order no,sku,qty,price,date\n{rows}{good}"), "orders")

    assert (done.new, done.rejected) == (2, len(bad))


def test_numbers_beyond_all_measure_are_rejected_with_the_cell_named(ctx, write):
    rows = "".join(f"{n},S,{many},9e9,2020-01-05\n" for n, many in enumerate(NUMBERS))

    done = import_file(ctx, write(f"order no,sku,qty,price,date\n{rows}"), "orders")

    assert done.new + done.rejected == done.read == len(NUMBERS)
    assert done.new == count(ctx, "sales_order")


def test_negative_serial_days_of_a_workbook_are_no_birthdays(ctx, write):
    birthday = made.text_cell("C1", "birthday")
    head = made.ROW_1.replace("</row>", f"{birthday}</row>")
    ann = made.ANN.replace("</row>", f"{made.number_cell('C2', '-40000.5')}</row>")

    done = import_file(ctx, write(made.book(ann, head=head), "b.xlsx"), "customers")

    assert (done.new, count(ctx, "occasion")) == (1, 0)


def test_names_in_an_archive_that_climb_out_of_it_write_nothing(ctx, write, tmp_path):
    inside = [("../../climbed.txt", "x"), (f"{tmp_path}/rooted.txt", "x"), ("a\\..\\b.txt", "x")]
    before = set(tmp_path.parent.rglob("*.txt"))

    done = import_file(ctx, write(made.book(more=inside), "b.xlsx"), "customers")

    assert done.new == 1
    assert set(tmp_path.parent.rglob("*.txt")) == before


def test_macros_and_outside_links_are_left_where_they_are(ctx, write):
    link = "<externalLink><externalBook/></externalLink>"
    more = [("xl/vbaProject.bin", b"\xd0\xcf"), ("xl/externalLinks/externalLink1.xml", link)]
    formula = '<c r="A2" t="str"><f>[1]Sheet1!A1</f><v>Ann Lee</v></c>'
    row = f'<row r="2">{formula}{made.text_cell("B2", "91234567")}</row>'

    import_file(ctx, write(made.book(row, more), "b.xlsm"), "customers")

    assert rows_of(ctx, "SELECT name FROM customer") == [("Ann Lee",)]


def test_a_sheet_that_lies_about_its_size_is_read_for_what_it_holds(ctx, write):
    path = write(made.book(size='<dimension ref="A1:XFD1048576"/>'), "b.xlsx")

    assert import_file(ctx, path, "customers").new == 1


def test_a_workbook_of_the_old_kind_with_a_far_cell_is_refused_by_its_records(real, tmp_path):
    book = bytearray((real / "malformed_csv" / "csvlint" / "spreadsheet.xls").read_bytes())
    at = book.find(b"\xfd\x00\x0a\x00")
    book[at + 4 : at + 8] = b"\xff\xff\xff\xff"
    (tmp_path / "far.xls").write_bytes(book)

    with pytest.raises(CanFix, match=FAR):
        open_source(tmp_path / "far.xls")


def test_damaged_workbooks_of_the_old_kind_never_end_the_program(real, tmp_path):
    book = (real / "malformed_csv" / "csvlint" / "spreadsheet.xls").read_bytes()
    chance = random.Random(5)
    path = tmp_path / "b.xls"
    for _ in range(150):
        spoilt = bytearray(book)
        for _ in range(chance.choice([1, 3, 20])):
            spoilt[chance.randrange(512, len(book))] = chance.choice(
                [0, 255, chance.randrange(256)]
            )
        path.write_bytes(spoilt)
        with suppress(CanFix):
            list(islice(open_source(path).rows(), 50))


def test_whatever_encoding_is_told_the_answer_is_words_or_rows(ctx, write):
    path = write(b"name,phone\nAnn \xe9,91234567\n\xff\xfe\x00,1\n")

    for name in {*aliases.values(), "undefined", "idna", "punycode", "no-such", "\0", ""}:
        with suppress(CanFix):
            told = ReadOptions(encoding=name)
            done = import_file(ctx, path, "customers", options=told, dry_run=True)
            assert done.read == done.new + done.matched + done.skipped + done.rejected


def test_what_came_in_as_a_formula_goes_out_guarded(ctx, write, tmp_path):
    import_file(ctx, write(HEAD + "=cmd|'/C calc'!A0,91234567,\n"), "customers")

    done = EXPORTS["customers"](ctx, tmp_path / "out.csv", purpose="a test", second=None)

    text = opened(done.path, done.password).decode("utf-8-sig")
    assert "'=cmd|" in text
    assert not [line for line in text.splitlines() if line.startswith("=")]

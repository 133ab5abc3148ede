"""Every report with a hundred thousand rows, in every form: whole, sound, read back by others.

`make prove` runs them all; every day one report goes through with fewer rows.
"""

import csv
import json
import re
import resource
import shutil
import subprocess
from collections.abc import Collection
from contextlib import contextmanager
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.outputs import writers
from jewelcrm.reports.outputs.cells import plain, shown
from tests.conftest import PROVE
from tests.jewelcrm.reports.test_papers import a_row, as_read, expected, squeezed

ROWS = 100_000 if PROVE else 2_000
REPORTS = sorted(reports()) if PROVE else ["sales"]
MOST_MORE_MB = 120
"""What a writer may take more, however long the report; a row that stayed would take it thrice."""

pytestmark = [pytest.mark.slow, pytest.mark.prove, pytest.mark.timeout(5_400)]


class Made(Collection):
    """Rows that fit a level's columns, each made when it is wanted and never all at once."""

    def __init__(self, columns):
        self.columns = columns

    def __len__(self):
        return ROWS

    def __contains__(self, row):
        return any(row == one for one in self)

    def __iter__(self):
        return (a_row(self.columns, n) for n in range(ROWS))

    def totals(self):
        """What the columns that are added up come to."""
        one = sum(n * 7 - 3 for n in range(ROWS))
        return {column.name: one for column in self.columns if column.total}


@pytest.fixture(params=REPORTS)
def long(request, ctx, figures):
    """The longest level of each report, with so many rows."""
    came = figures(ctx, request.param, reports()[request.param].details[-1].name)
    made = Made(came.detail.columns)
    return replace(came, rows=made, count=ROWS, totals=made.totals())


@contextmanager
def flat():
    """However long it is, no more memory is needed at once."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert more < MOST_MORE_MB


def written(figures, form, folder):
    """The file, written as a report is that does not fit in memory."""
    path = folder / f"report.{form}"
    with flat(), path.open("w+b") as stream:
        writers()[form](figures, stream)
    return path


def words_of(path):
    """The paper's text without white space, in the order in which it was drawn."""
    made = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return squeezed(made.stdout.decode())


@pytest.mark.skipif(
    not (shutil.which("qpdf") and shutil.which("pdftotext")),
    reason="qpdf or poppler-utils is not installed here",
)
def test_a_long_paper_is_sound_and_has_every_row_and_total(long, tmp_path):
    path = written(long, "pdf", tmp_path)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    words = words_of(path)
    found = {int(n) for n in re.findall(r"row-(\d+);", words)}
    assert found == set(range(ROWS))
    by_name = {column.name: column for column in long.detail.columns}
    for name, total in long.totals.items():
        assert squeezed(shown(total, by_name[name], long)) in words


def test_a_long_workbook_opened_by_another_program_has_the_same_rows(long, tmp_path):
    path = written(long, "xlsx", tmp_path)
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    came = iter(sheet.iter_rows())
    next(came)
    columns = long.detail.columns
    for row, cells in zip(long.rows, came, strict=True):
        assert [as_read(cell) for cell in cells] == [
            expected(value, column, long) for value, column in zip(row, columns, strict=True)
        ]


def test_a_long_table_has_every_row(long, tmp_path):
    path = written(long, "csv", tmp_path)
    columns = long.detail.columns
    with path.open(encoding="utf-8-sig", newline="") as stream:
        came = csv.reader(stream)
        next(came)
        for row, cells in zip(long.rows, came, strict=True):
            wanted = [plain(value, each, long) for value, each in zip(row, columns, strict=True)]
            assert cells == wanted


def test_a_long_file_for_programs_has_every_row(long, tmp_path):
    path = written(long, "json", tmp_path)
    told = json.loads(path.read_bytes())
    columns = long.detail.columns
    assert len(told["rows"]) == told["count"] == ROWS
    for row, one in zip(long.rows, told["rows"], strict=True):
        wanted = {each.name: plain(v, each, long) for v, each in zip(row, columns, strict=True)}
        assert {name: str(value) for name, value in one.items()} == wanted

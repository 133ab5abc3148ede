"""Short reports on the 80 mm roll of the counter: as a day is closed."""

import io
import re
from dataclasses import replace

import pypdf
import pytest

from jewelcrm.errors import CanFix
from jewelcrm.reports import commands
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import MOST_ON_ROLL, ROLL
from jewelcrm.reports.outputs.cells import shown
from tests.jewelcrm.reports.test_outputs import text_of
from tests.jewelcrm.reports.test_papers import filled, first_text, sound, squeezed, written

SHORT = [
    (one.name, level.name)
    for one in reports().values()
    if ROLL in one.layouts
    for level in one.details
]


def test_the_day_end_is_laid_out_for_the_roll():
    assert ("takings", "day-end") in SHORT


@pytest.mark.parametrize("language", ["en", "zh_HK"])
@pytest.mark.parametrize(("name", "detail"), SHORT)
def test_a_strip_has_every_row_its_total_and_its_definition(  # noqa: PLR0917
    ctx, figures, tmp_path, name, detail, language
):
    came = filled(figures(ctx, name, detail, language=language, paper="80mm"), 27)
    pdf = written(came, "pdf")
    sound(pdf, tmp_path)
    assert float(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox.width) == pytest.approx(
        226.77, abs=0.1
    )
    words = squeezed(text_of(pdf, tmp_path))
    rows = {int(n) for n in re.findall(r"row-(\d+);", words)}
    assert rows == (set(range(27)) if first_text(came.detail.columns) is not None else set())
    for at, column in enumerate(came.detail.columns):
        if column.is_number:
            assert all(squeezed(shown(row[at], column, came)) in words for row in came.rows)
        if column.total:
            assert squeezed(shown(came.totals[column.name], column, came)) in words
    assert squeezed(came.report.formula.say(language))[:10] in words


def test_a_quiet_day_is_closed_with_nothing_on_the_strip(ctx, figures, tmp_path):
    came = figures(ctx, "takings", "day-end", paper="80mm")
    assert "Nothing in this period." in text_of(written(came, "pdf"), tmp_path)


def test_a_strip_that_names_people_says_who_took_it(traded, figures, tmp_path):
    came = figures(traded, "sales", "lines", paper="80mm")
    words = text_of(written(came, "pdf"), tmp_path)
    assert words.count("Personal data: must not leave the shop") == 2
    assert words.count(came.mark) == 2


def test_a_long_list_is_not_printed_on_the_roll(ctx, figures, tmp_path):
    came = filled(figures(ctx, "sales", "by-day", paper="80mm"), MOST_ON_ROLL + 1)
    with pytest.raises(CanFix, match="too long for a roll"):
        commands.write(ctx, came, tmp_path / "a.pdf", form="pdf")
    with pytest.raises(CanFix, match="too long for a roll"):
        commands.print_pdf(ctx, came)
    assert list(tmp_path.glob("a*")) == []
    assert commands.write(ctx, came, tmp_path / "a.csv", form="csv").rows == MOST_ON_ROLL + 1


def test_very_long_rows_are_parted_over_strips_that_can_be_opened(ctx, figures):
    came = filled(figures(ctx, "sales", "lines", paper="80mm"), MOST_ON_ROLL)
    long = [tuple("x" * 3_000 if isinstance(v, str) else v for v in row) for row in came.rows]
    reader = pypdf.PdfReader(io.BytesIO(written(replace(came, rows=long), "pdf")))
    assert len(reader.pages) > 1
    assert all(float(page.mediabox.height) <= 14_400 for page in reader.pages)


def test_a_report_that_is_too_wide_for_the_roll_says_which_papers_it_has(ctx, figures):
    with pytest.raises(CanFix, match=r"not laid out for 80mm. Take one of: A4, A5"):
        figures(ctx, "statement", paper="80mm")

"""People read words, programs read codes."""

from __future__ import annotations

import io

import openpyxl
import pytest

from jewelcrm.context import Context
from jewelcrm.orders.rules.stages import STAGES
from jewelcrm.payments.model import METHODS
from jewelcrm.reports import codes, queries
from jewelcrm.reports.model import Asked, Period
from jewelcrm.reports.outputs import writers
from jewelcrm.reports.outputs.cells import shown
from tests.builders import a_kept_customer


@pytest.mark.parametrize("stage", sorted({stage for steps in STAGES.values() for stage in steps}))
def test_every_stage_has_words_in_both_languages(stage: str) -> None:
    assert codes.say("stage", stage, "en") != stage
    assert not codes.say("stage", stage, "zh_HK").isascii()


def test_every_way_to_pay_has_words() -> None:
    assert {codes.say("method", method, "en") for method in METHODS}.isdisjoint(METHODS)


def test_a_word_of_the_shops_own_is_shown_as_it_is() -> None:
    assert codes.say("category", "hairpin", "zh_HK") == "hairpin"
    assert codes.say("customer", "ring", "zh_HK") == "ring"


def test_screens_and_sheets_say_it_in_words_and_programs_read_the_code(ctx: Context) -> None:
    a_kept_customer(ctx, tier="gold")
    asked = Asked("by-tier", Period(ctx.today(), ctx.today()), language="zh_HK")
    figures = queries.run(ctx, "distribution", asked)
    book, told = io.BytesIO(), io.BytesIO()
    writers()["xlsx"](figures, book)
    writers()["json"](figures, told)

    [row] = figures.rows
    assert shown(row[0], figures.detail.columns[0], figures) == "金"
    cells = [cell.value for cell in openpyxl.load_workbook(book).worksheets[0]["A"]]
    assert "金" in cells
    assert '"gold"' in told.getvalue().decode()

"""The chips above the list of customers."""

import datetime as dt

import pytest

from jewelcrm.customers.model.listed import CustomerRow
from jewelcrm.customers.queries import CustomerFilter
from ui import i18n
from ui.customers.card.wanting import _day_and_distance
from ui.customers.listing import FILTERS, columns, filter_for, last_words
from ui.widgets import TextCell

ME = b"m" * 16
TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "english", "chinese"),
    [
        (dt.date(2026, 11, 22), "yesterday", "昨日"),
        (dt.date(2026, 3, 2), "2 Mar", "3月2日"),
        (dt.date(2025, 12, 24), "Dec 2025", "2025年12月"),
    ],
)
def test_the_last_order_is_told_in_the_room_of_its_column(
    day: dt.date, english: str, chinese: str
) -> None:
    assert last_words(day, TODAY) == english
    i18n.use("zh_HK")
    assert last_words(day, TODAY) == chinese


@pytest.mark.parametrize(
    ("chip", "wanted"),
    [
        ("all", CustomerFilter()),
        ("mine", CustomerFilter(owner_id=ME)),
        ("vip", CustomerFilter(tier="vip")),
        ("confirm", CustomerFilter(to_confirm=True)),
    ],
)
def test_a_chip_asks_for_what_it_says(chip: str, wanted: CustomerFilter) -> None:
    assert filter_for(chip, ME) == wanted


def test_every_chip_but_the_first_narrows_the_list() -> None:
    asked = [filter_for(key, ME) for key, _words in FILTERS]

    assert asked.count(CustomerFilter()) == 1
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize(
    ("zone", "words"), [("Asia/Hong_Kong", "today"), ("America/Vancouver", "yesterday")]
)
def test_the_day_of_the_last_order_is_the_branch_s_day(zone: str, words: str) -> None:
    breakfast = dt.datetime(2026, 11, 22, 23, 49, tzinfo=dt.UTC)  # 07:49 on the 23rd in Hong Kong
    row = CustomerRow(
        ME, "HK01-A-1", "Lau Siu Ming", None, (), None, None, breakfast, 1, archived=False
    )
    made = columns(lambda: dt.date(2026, 11, 23), lambda: zone)
    cells = [one.cell for one in made if one.title == "Last order"]
    assert [cell.text(row) for cell in cells if isinstance(cell, TextCell)] == [words]


@pytest.mark.parametrize(
    ("day", "words"), [(0, "today"), (1, "tomorrow"), (4, "27 Nov · in 4 days")]
)
def test_a_promised_day_is_named_once(day: int, words: str) -> None:
    said = _day_and_distance(TODAY + dt.timedelta(days=day), TODAY)

    assert " ".join(said.split()) == words

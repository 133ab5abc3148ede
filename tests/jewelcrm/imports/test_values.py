import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from jewelcrm.imports.rules.countries import country_code
from jewelcrm.imports.rules.product_rows import fineness
from jewelcrm.imports.rules.values import PartDay, guess_order, moment, number, one_line, part_day

HONG_KONG = ZoneInfo("Asia/Hong_Kong")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1980-02-29", PartDay(1980, 2, 29)),
        ("19800322", PartDay(1980, 3, 22)),
        ("29/2/1980", PartDay(1980, 2, 29)),
        ("5/14/1965", PartDay(1965, 5, 14)),
        ("1980年3月5日", PartDay(1980, 3, 5)),
        ("民國79年3月5日", PartDay(1990, 3, 5)),
        ("3月5日", PartDay(None, 3, 5)),
        ("--0203", PartDay(None, 2, 3)),
        ("--02-03", PartDay(None, 2, 3)),
        ("5 March 1980", PartDay(1980, 3, 5)),
        ("March 5, 1980", PartDay(1980, 3, 5)),
        ("5-Mar-80", PartDay(1980, 3, 5)),
        ("20090808T1430-0500", PartDay(2009, 8, 8)),
        ("1980-02-29 00:00:00", PartDay(1980, 2, 29)),
        ("30/02/1980", None),
        ("1850-01-01", None),
        ("unknown", None),
        ("", None),
    ],
)
def test_birthdays_are_read_as_people_write_them(text, day):
    assert part_day(text, before=2026) == day


def test_the_file_says_whether_the_month_comes_first():
    assert guess_order(["04/08/1966", "5/14/1965"]) == ("mdy", True)
    assert guess_order(["04/08/1966", "25/12/1965"]) == ("dmy", True)
    assert part_day("04/08/1966", "mdy") == PartDay(1966, 4, 8)
    assert part_day("04/08/1966", "dmy") == PartDay(1966, 8, 4)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,280.50", "1280.50"),
        ("1.280,50", "1280.50"),
        ("12,5", "12.5"),
        ("1,280", "1280"),
        ("HK$ 1,280", "1280"),
        ("$60,000 ", "60000"),
        ("(12.00)", "-12.00"),
        ("-3", "-3"),
        ("１２", "12"),
        ("2.55", "2.55"),
        ("abc", None),
        ("1e400", None),
        ("NaN", None),
    ],
)
def test_numbers_are_exact_in_every_dress(text, value):
    assert number(text) == (None if value is None else Decimal(value))


def test_a_moment_without_a_zone_is_the_shops_and_without_a_time_is_noon():
    assert moment("2010-12-01 08:26:00", HONG_KONG) == dt.datetime(
        2010, 12, 1, 8, 26, tzinfo=HONG_KONG
    )
    assert moment("12/1/2010 8:26 PM", HONG_KONG, "mdy") == dt.datetime(
        2010, 12, 1, 20, 26, tzinfo=HONG_KONG
    )
    assert moment("1/12/2010", HONG_KONG) == dt.datetime(2010, 12, 1, 12, tzinfo=HONG_KONG)
    assert moment("2010-12-01T08:26:00Z", HONG_KONG) == dt.datetime(
        2010, 12, 1, 8, 26, tzinfo=dt.UTC
    )
    assert moment("soon", HONG_KONG) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Hong Kong", "HK"),
        ("香港", "HK"),
        ("EIRE", "IE"),
        ("USA", "US"),
        ("RSA", "ZA"),
        ("Atlantis", None),
    ],
)
def test_countries_are_known_by_the_names_people_use(name, code):
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("text", "parts"), [("18K", 7500), ("925", 9250), ("999.9", 9999), ("足金", 9990)]
)
def test_fineness_is_read_in_the_trades_words(text, parts):
    assert fineness(text) == parts


def test_names_lose_control_characters_and_double_blanks_only():
    assert one_line("  CHAN\tTai\0 Man\u202e ") == "CHAN Tai Man"
    assert one_line("=cmd|'/c calc'!A0") == "=cmd|'/c calc'!A0"

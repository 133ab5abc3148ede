"""What the shop's rules say to people is all there to be translated."""

from __future__ import annotations

from types import SimpleNamespace

from db.tables import metadata
from jewelcrm.customers.lists import SERVICES
from jewelcrm.customers.rules import duplicates, profile
from jewelcrm.followups.rules import OUTCOMES, RULES, STOPS
from jewelcrm.history import rules as history
from ui import i18n
from ui.customers import shop_words
from ui.customers.words import joined, occasion_day, service_icon
from ui.followups import shop_words as followup_words

CARD = [
    "customer",
    "contact_point",
    "occasion",
    "relation",
    "ring_size",
    "preference",
    "wish",
    "note",
    "consent",
]


def test_every_reason_of_a_duplicate_is_listed() -> None:
    said = {text for name, text in vars(duplicates).items() if name.isupper() and _is_text(text)}
    assert said == set(shop_words.DUPLICATES)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def test_every_question_is_listed() -> None:
    said = {text for one in profile._QUESTIONS for text in (one.ask, one.why)}
    assert said == set(shop_words.QUESTIONS)


def test_every_column_of_the_card_has_its_word() -> None:
    columns = {
        history.label(column)
        for name in CARD
        for column in metadata.tables[name].columns
        if column.name not in history.SILENT
    }
    assert columns <= set(shop_words.COLUMNS)
    assert {history.THINGS[name] for name in CARD} <= set(shop_words.THINGS)


def test_every_outcome_and_rule_is_listed() -> None:
    assert set(OUTCOMES.values()) == set(followup_words.OUTCOMES)
    assert set(STOPS.values()) == set(followup_words.STOPS)
    words = i18n.words_of("zh_HK")
    for rule in RULES.values():
        said = (rule.name, rule.before, rule.after, rule.on, rule.escalated)
        assert [text for text in said if text and text not in words] == []


def test_every_service_preference_has_a_picture() -> None:
    assert all(service_icon(code) for code in SERVICES.codes())


def test_a_day_is_said_in_both_calendars_and_languages() -> None:
    solar = SimpleNamespace(calendar="solar", year=1988, month=3, day=12, leap_month=False)
    month = SimpleNamespace(calendar="solar", year=None, month=3, day=None, leap_month=False)
    lunar = SimpleNamespace(calendar="lunar", year=None, month=8, day=15, leap_month=True)

    assert occasion_day(solar) == "12 Mar, 1988"
    assert occasion_day(month) == "March"
    assert occasion_day(lunar) == "lunar 15/8 (leap) 閏八月十五"
    i18n.use("zh_HK")
    assert occasion_day(solar) == "1988年3月12日"
    assert occasion_day(lunar) == "農曆閏八月十五"


def test_a_line_never_begins_with_a_dot() -> None:
    assert joined("today", "HK$900.00") == "today\N{NO-BREAK SPACE}· HK$900.00"

"""What the window makes of numbers and of the shop's refusals."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from jewelcrm.errors import CanFix
from jewelcrm.orders.rules.stages import STAGES, require_step, stage_name
from jewelcrm.reports.periods import between
from ui import i18n
from ui.format import phone
from ui.orders.words import STAGES as SHOWN
from ui.orders.words import in_stage_words
from ui.shell.desk import Desk
from ui.shell.words import words_for
from ui.widgets import Dialog, Field


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("+85291234567", "+852 9123 4567"),
        ("+8613812345678", "+86 138 1234 5678"),
        ("+818033374228", "+81 80-3337-4228"),
        ("+447500771938", "+44 7500 771938"),
        ("+99912", "+99912"),
        ("ask the shop", "ask the shop"),
        (None, ""),
    ],
)
def test_phones_of_every_country_are_shown_in_groups(kept: str | None, shown: str) -> None:
    assert phone(kept) == shown


def test_a_day_in_a_refusal_is_written_as_it_is_typed() -> None:
    with pytest.raises(CanFix) as refused:
        between(dt.date(2026, 11, 30), dt.date(2026, 11, 1), dt.date(2026, 11, 23))
    said = words_for(refused.value)

    assert said is not None
    assert "01/11/2026" in said.text
    assert "30/11/2026" in said.text


def test_the_shop_names_stages_as_the_window_does() -> None:
    shown = dict(SHOWN)
    stages = {stage for kind in STAGES.values() for stage in kind}
    assert {stage: stage_name(stage) for stage in stages} == {s: shown[s] for s in stages}


def test_a_refused_step_is_told_without_codes_in_both_languages() -> None:
    with pytest.raises(CanFix) as refused:
        require_step("repair", "received", "ready")
    said = words_for(refused.value)
    assert said is not None
    english = said.text
    i18n.use("zh_HK")
    chinese = said.text
    assert "Estimating, In work, At the workshop" in english
    assert "可轉為：估價中、" in chinese
    assert "_" not in english + chinese


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [(0, "since today", "今日開始"), (1, "for 1 day", "已 1 天"), (12, "for 12 days", "已 12 天")],
)
def test_an_order_has_been_in_a_stage_for_some_days(days: int, english: str, chinese: str) -> None:
    assert in_stage_words(days) == english
    i18n.use("zh_HK")
    assert in_stage_words(days) == chinese


def test_what_is_wrong_is_said_in_the_language_that_is_switched_to(
    desk: Desk, qtbot: QtBot
) -> None:
    dialog = Dialog(desk, "Refund")
    qtbot.addWidget(dialog)
    reason = Field("Reason", name="reason")
    dialog.box.addWidget(reason)
    dialog.show_error(CanFix("This day has passed. Choose today or a later day."))
    dialog.show_error(CanFix("This is needed.", field="reason"))
    first = dialog.wrong.text()
    assert reason.wrong.text() == "This is needed."

    i18n.use("zh_HK")

    known = i18n.words_of("zh_HK")
    assert dialog.wrong.text() == known[first]
    assert reason.wrong.text() == known["This is needed."]
    assert reason.input.accessibleDescription() == reason.wrong.text()

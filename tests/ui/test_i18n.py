"""Words follow the language at run time."""

from __future__ import annotations

import gc
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui import i18n
from ui.i18n import bind, counted, later, say, t, tn, unbind
from ui.widgets import DayEdit


def test_what_was_said_is_said_again_in_the_other_language(qtbot: QtBot) -> None:
    button = QPushButton()
    say(button.setText, "Cancel")

    i18n.use("zh_HK")

    assert button.text() == "取消"


def test_switching_back_gives_the_english_again(qtbot: QtBot) -> None:
    label = QLabel()
    say(label.setText, "Customers")

    i18n.use("zh_HK")
    i18n.use("en")

    assert label.text() == "Customers"


def test_what_somebody_typed_stays_when_the_language_changes(qtbot: QtBot) -> None:
    box = QLineEdit()
    say(box.setPlaceholderText, "Search the help")
    box.setText("陳大文 123")

    i18n.use("zh_HK")

    assert box.text() == "陳大文 123"
    assert box.placeholderText() == "搜尋說明"


def test_values_may_be_computed_at_every_switch(qtbot: QtBot) -> None:
    label = QLabel()
    say(label.setText, "Read: {text}", text=i18n.language)

    i18n.use("zh_HK")

    assert label.text() == "讀到：zh_HK"


def test_who_came_since_the_switch_is_not_overwritten_by_who_was_there(qtbot: QtBot) -> None:
    name, role = QLabel(), QLabel()
    bind(name.setText, lambda: "Mary Chan")
    say(role.setText, "Administrator")

    i18n.use("zh_HK", later_on=lambda _owner: False)
    bind(name.setText, lambda: "潘慧儀")
    unbind(role.setText, "-")
    i18n.go_on()

    assert (name.text(), role.text()) == ("潘慧儀", "-")


def test_the_last_binding_of_a_setter_wins(qtbot: QtBot) -> None:
    label = QLabel()
    say(label.setText, "Customers")
    say(label.setText, "Orders")

    i18n.use("zh_HK")

    assert label.text() == "訂單"


def test_a_name_shown_after_a_text_is_not_overwritten_by_a_switch(qtbot: QtBot) -> None:
    label = QLabel()
    say(label.setText, "Customers")
    unbind(label.setText, "Vivian Yip")

    i18n.use("zh_HK")

    assert label.text() == "Vivian Yip"


def test_a_widget_that_is_gone_is_forgotten(qtbot: QtBot) -> None:
    label = QLabel()
    say(label.setText, "Customers")
    label.deleteLater()
    qtbot.wait(10)
    del label
    gc.collect()

    i18n.use("zh_HK")

    assert i18n.language() == "zh_HK"


def test_only_methods_of_widgets_can_be_bound() -> None:
    with pytest.raises(TypeError):
        bind(print, lambda: "x")


def test_english_counts_one_and_many() -> None:
    assert tn("{n} orders", 1, one="{n} order") == "1 order"
    assert tn("{n} orders", 1200, one="{n} order") == "1,200 orders"


def test_a_text_nobody_translated_stays_english() -> None:
    i18n.use("zh_HK")

    assert t("Quite unknown {n}", n=3) == "Quite unknown 3"


def test_braces_in_somebodys_data_do_no_harm() -> None:
    assert later("{broken", {"x": 1}) == "{broken"
    assert t("Read: {text}", text="{0}{name}") == "Read: {0}{name}"


def test_a_counted_sentence_is_translated_around_its_numbers() -> None:
    i18n.use("zh_HK")

    said = counted("opens; schema 2, 5,000 customers, 71 MB")
    assert said == "可以開啟；資料格式 2，5,000 位顧客，71 MB"


def test_qts_own_dialogs_speak_chinese_too(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QDialogButtonBox

    i18n.use("zh_HK")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_chinese_names_come_first_in_chinese() -> None:
    from ui.format import names

    assert names("Vivian Yip", "葉景輝") == ("Vivian Yip", "葉景輝")
    i18n.use("zh_HK")
    assert names("Vivian Yip", "葉景輝") == ("葉景輝", "Vivian Yip")
    assert names("Vivian Yip", None) == ("Vivian Yip", "")


class _Listening(QLabel):
    heard = 0

    def changeEvent(self, event: QEvent) -> None:
        self.heard += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


def test_qt_speaks_the_language_too_and_no_widget_is_told_of_its_translator(qtbot: QtBot) -> None:
    label = _Listening()
    qtbot.addWidget(label)
    label.show()

    i18n.use("zh_HK")
    theirs = QCoreApplication.translate("QPlatformTheme", "Save")
    i18n.use("en")
    QCoreApplication.processEvents()

    assert (theirs, label.heard) == ("儲存", 0)


def test_a_day_written_in_another_language_is_not_picked_anew(qtbot: QtBot) -> None:
    box = DayEdit(date(2026, 11, 22))
    qtbot.addWidget(box)
    box.set_day(date(2026, 11, 23))
    picked: list[object] = []
    box.picked.connect(picked.append)

    i18n.use("zh_HK")

    assert box.day() == date(2026, 11, 23)
    assert picked == []


@pytest.mark.parametrize(
    ("words", "values", "said"),
    [
        (
            "On loan from {branch} until {time}",
            {"branch": "Nathan Road", "time": "明日 12:00"},
            "由 Nathan Road 借閱至明日 12:00",
        ),
        (
            "On loan from {branch} until {time}",
            {"branch": "銅鑼灣", "time": "12:00"},
            "由銅鑼灣借閱至 12:00",
        ),
        (
            "{who} moved {subject} from {left} to {to}.",
            {"who": "Amy Ho", "subject": "陳大文", "left": "銅鑼灣", "to": "Central"},
            "Amy Ho 將陳大文由銅鑼灣轉到 Central。",
        ),
    ],
)
def test_in_chinese_a_latin_name_has_a_blank_on_either_side_and_a_chinese_one_none(
    words: str, values: dict[str, str], said: str
) -> None:
    i18n.use("zh_HK")
    assert i18n.later(words, values) == said


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("第 {a} 頁，共 {b} 頁", "第 1 頁，共陳頁"),
        ("{a}  ·  {b}", "1  ·  陳"),
        ("{a}%（{b}）{{}}", "1%（陳）{}"),
        ("共{a:>3}項", "共  1 項"),
        ("{b}{a}", "陳 1"),
        ("{b} / {a}。", "陳 / 1。"),
    ],
)
def test_what_is_no_letter_beside_a_letter_stands_as_the_translation_put_it(
    template: str, said: str
) -> None:
    i18n.use("zh_HK")
    assert i18n.later(template, {"a": 1, "b": "陳"}) == said


def test_a_sentence_of_the_doctor_is_set_as_every_other() -> None:
    i18n.use("zh_HK")
    assert i18n.counted("12 GB free") == i18n.later("{a} GB free", {"a": 12})

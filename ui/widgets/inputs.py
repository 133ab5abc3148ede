"""Days, amounts and numbers as people type them at a counter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from ui import icons
from ui.format import day_text, parse_day
from ui.i18n import N_, bind, locale, say
from ui.widgets.changes import refill

if TYPE_CHECKING:
    from jewelcrm.errors import CanFix
    from jewelcrm.money import Money


def _can_fix(template: str, **values: int) -> CanFix:
    from jewelcrm.errors import CanFix  # brings the store's driver along: not before first paint

    return CanFix(template, field=None, **values)


class DayEdit(QLineEdit):
    """A day or nothing: typed (22/11/2026, 22/11, +14, 2026-11-22) or picked from a calendar."""

    picked = Signal(object)  # date | None

    def __init__(self, today: date | None = None) -> None:
        super().__init__()
        self._today = today or date.today()  # noqa: DTZ011 - only a default to count from
        self._calendar: QCalendarWidget | None = None
        action = QAction(icons.icon("calendar", "muted"), "", self)
        say(action.setText, "Choose a day")
        say(action.setToolTip, "Choose a day")
        action.triggered.connect(lambda _checked=False: self._open())
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        say(self.setPlaceholderText, "day/month/year")
        bind(self._again, lambda: "")
        self.editingFinished.connect(self._tidy)

    def day(self) -> date | None:
        """The day, None when empty. Raises CanFix when it is not one."""
        text = self.text().strip()
        if not text:
            return None
        found = parse_day(text, self._today)
        if found is None:
            raise _can_fix(N_("This is not a day. Type it as day/month/year."))
        return found

    def set_day(self, day: date | None) -> None:
        """Fill it in."""
        self.setText(day_text(day) if day else "")

    def _again(self, _text: str = "") -> None:
        """Another language writes it in another way; it is the same day."""
        self._written()

    def _tidy(self) -> None:
        self.picked.emit(self._written())

    def _written(self) -> date | None:
        found = parse_day(self.text(), self._today)
        if found is not None and self.text() != day_text(found):
            refill(self, day_text(found))
        return found

    def _open(self) -> None:
        calendar = self._calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setLocale(locale())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        say(calendar.setAccessibleName, "Choose in the calendar")
        shown = parse_day(self.text(), self._today) or self._today
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._pick)
        calendar.clicked.connect(self._pick)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()

    def _pick(self, chosen: QDate) -> None:
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        self.setModified(True)
        self._tidy()
        if self._calendar is not None:
            self._calendar.close()
            self._calendar.deleteLater()
            self._calendar = None
        self.setFocus()


class MoneyEdit(QLineEdit):
    """An amount in one currency; it is shown with thousands when the field is left."""

    def __init__(self, currency: str = "HKD") -> None:
        super().__init__()
        self._currency = currency
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.editingFinished.connect(self._tidy)

    def money(self) -> Money | None:
        """The amount, None when empty. Raises CanFix when it is not one."""
        from jewelcrm.money import Money

        text = self.text().strip()
        return Money.parse(text, self._currency) if text else None

    def set_money(self, amount: Money | None) -> None:
        """Fill it in; the currency follows the amount."""
        if amount is not None:
            self._currency = amount.currency
        self.setText("" if amount is None else str(amount))

    def _tidy(self) -> None:
        from jewelcrm.errors import CanFix

        by_hand = self.isModified()
        try:
            self.set_money(self.money())
            self.setModified(by_hand)
        except CanFix:
            return  # what was typed stays; the form says what is wrong when it is saved


class NumberEdit(QLineEdit):
    """A whole or decimal number such as a weight; never a float."""

    def __init__(self, places: int = 0) -> None:
        super().__init__()
        self._places = places
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def number(self) -> Decimal | None:
        """The number, None when empty. Raises CanFix when it is not one."""
        text = self.text().strip().replace(",", "")
        if not text:
            return None
        try:
            found = Decimal(text)
        except InvalidOperation:
            raise _can_fix(N_("This is not a number.")) from None
        if not found.is_finite() or -int(found.as_tuple().exponent) > self._places:
            raise _can_fix(N_("At most {places} digits after the point."), places=self._places)
        return found

    def set_number(self, number: Decimal | int | None) -> None:
        """Fill it in."""
        self.setText("" if number is None else f"{number}")

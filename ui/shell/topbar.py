"""The line on top: search, language, theme, help and the new customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from ui import icons, theme
from ui.dress import wear_when_shown
from ui.i18n import SHORT_NAMES, bind, next_language, say, t
from ui.shell.finder import Finder
from ui.shell.linepill import LinePill
from ui.shell.pill import shortened
from ui.shell.results import ResultList
from ui.shell.safepill import SafePill
from ui.widgets.buttons import Button, IconButton, PrimaryButton
from ui.widgets.frames import Row

if TYPE_CHECKING:
    from ui.shell.desk import Desk

_GAP = 6
_BETWEEN = 10
_SEARCH_WIDTH = 280  # a name or a phone number, and the words that say what can be looked for
_REARRANGED = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class SearchBox(QLineEdit):
    """One box for everything; its results hang under it while one types."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        say(self.setPlaceholderText, "Name, phone, number, or scan")
        say(self.setAccessibleName, "Search for anything")
        self._window = window
        self._popover = QFrame(window)
        self._popover.setProperty("look", "popup")
        self.results = ResultList()
        box = QVBoxLayout(self._popover)
        box.setContentsMargins(2, 6, 2, 6)
        box.addWidget(self.results)
        self._popover.hide()
        wear_when_shown(self._popover)
        self.finder = Finder(desk, self, self.results, deeds=False)
        self.finder.shown.connect(self._shown)
        self.finder.closed.connect(self.close_results)
        window.installEventFilter(self)

    def _shown(self) -> None:
        if not self.hasFocus() or not self.text().strip() or not self.results.lines():
            self.close_results()
            return
        self._place()
        if not self._popover.isVisible():
            self._watch(on=True)
        self._popover.show()
        self._popover.raise_()

    def _place(self) -> None:
        corner = self.mapTo(self._window, QPoint(0, self.height() + _GAP))
        room = self._window.height() - corner.y() - 24
        height = min(room, self.results.height_wanted() + 16)
        self._popover.setGeometry(corner.x(), corner.y(), self.width(), height)

    def close_results(self) -> None:
        """Esc, or one was chosen."""
        self._popover.hide()
        self._watch(on=False)

    def _watch(self, *, on: bool) -> None:
        """See presses elsewhere only while results are shown: such a filter hears every event."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if on:
                app.installEventFilter(self)

    def open_results(self) -> bool:
        """Whether results hang under the box."""
        return self._popover.isVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Results come when one types or presses Down, not when a dialog gives the focus back."""
        super().focusInEvent(event)
        if self.text().strip():
            QTimer.singleShot(0, self.selectAll)  # after the press has placed the cursor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_results()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            if self._popover.isVisible():
                self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and self._elsewhere(watched):
            self.close_results()
        return super().eventFilter(watched, event)

    def _elsewhere(self, pressed: QObject) -> bool:
        return (
            self._popover.isVisible() and isinstance(pressed, QWidget) and not self._ours(pressed)
        )

    def _ours(self, widget: QWidget) -> bool:
        return (
            widget is self
            or self.isAncestorOf(widget)
            or widget is self._popover
            or self._popover.isAncestorOf(widget)
        )


class TopBar(QWidget):
    """Always there while somebody is signed in."""

    language_pressed = Signal()
    theme_pressed = Signal()
    help_pressed = Signal()
    new_pressed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__()
        self.search = SearchBox(desk, window)
        self.language = Button("", "language", self.language_pressed.emit)
        bind(self.language.setText, lambda: SHORT_NAMES[next_language()])
        bind(self.language.setToolTip, lambda: t("Change the language"))
        bind(self.language.setAccessibleName, lambda: t("Change the language"))
        self.theme = IconButton("theme", "Light or dark", self.theme_pressed.emit)
        self.help = IconButton("help", "Help for this page (F1)", self.help_pressed.emit)
        self.line = LinePill(desk)
        self.safe = SafePill(desk)
        self.new = PrimaryButton("New customer", "plus", self.new_pressed.emit)
        self.new_small = IconButton("account-plus", "New customer", self.new_pressed.emit)
        self._pills = (self.line, self.safe)
        self._buttons = (self.language, self.theme, self.help, self.new, self.new_small)
        row = Row(self.search, *self._pills, *self._buttons, spacing=_BETWEEN)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room the new customer is an icon."""
        self.new.setVisible(not narrow)
        self.new_small.setVisible(narrow)

    def event(self, event: QEvent) -> bool:
        """Another width, or other words on it: the pills are fitted anew."""
        if event.type() in _REARRANGED:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """The pills say less before the search box gets too narrow to search in."""
        pills = [pill for pill in self._pills if not pill.isHidden()]
        forms = shortened([pill.widths() for pill in pills], self._room(len(pills)))
        for pill, form in zip(pills, forms, strict=True):
            pill.take(form)

    def _room(self, pills: int) -> int:
        """What so many pills may take of the width."""
        buttons = [one.sizeHint().width() for one in self._buttons if not one.isHidden()]
        between = _BETWEEN * (len(buttons) + pills)
        return self.width() - theme.px(_SEARCH_WIDTH) - sum(buttons) - between

    def show_rights(self, desk: Desk) -> None:
        """Only what the person may do."""
        may = desk.allows("customers.add")
        self.new.setEnabled(may)
        self.new_small.setEnabled(may)
        self.search.setEnabled(desk.allows("search.use"))

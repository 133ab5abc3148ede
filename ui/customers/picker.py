"""A field in which a customer is found by typing part of a name, phone or number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from ui import theme
from ui.customers.words import plain
from ui.format import names, phone
from ui.i18n import N_, say
from ui.shell.desk import Desk
from ui.widgets import Field, Label

if TYPE_CHECKING:
    from jewelcrm.search.queries import SearchResult

_PAUSE_MS = 120
_SHOWN = 6
_ROLE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Picked:
    """The customer chosen."""

    id: Id
    number: str
    name: str
    name_zh: str | None


class CustomerPicker(Field):
    """Type, go down with the arrow, press Enter: `picked` tells who it is."""

    picked = Signal(object)

    def __init__(self, desk: Desk, label: str = N_("Customer"), *, name: str = "other_id") -> None:
        super().__init__(label, name=name, example=N_("Name, phone or number"))
        self._desk = desk
        self._chosen: Picked | None = None
        self.list = QListWidget()
        self.list.setVisible(False)
        say(self.list.setAccessibleName, "Customers found")
        self.who = Label(look="good")
        self.who.hide()
        column = self.layout()
        assert column is not None
        column.addWidget(self.list)
        column.addWidget(self.who)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._wait.timeout.connect(self._search)
        self.changed.connect(self._typed)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.input.installEventFilter(self)
        self.list.installEventFilter(self)

    def customer(self) -> Picked | None:
        """Who was chosen."""
        return self._chosen

    def required(self) -> Picked:
        """Who was chosen. Raises CanFix naming this field when nobody was."""
        if self._chosen is None:
            raise CanFix(N_("Find the customer and choose."), field=self.field_name)
        return self._chosen

    def put(self, who: Picked) -> None:
        """Choose somebody who is known already."""
        self._chosen = who
        self.set_text(plain(*names(who.name, who.name_zh)))
        self._chosen = who
        self.who.raw(plain(*names(who.name, who.name_zh), who.number))
        self.who.show()
        self.list.hide()
        self._wait.stop()
        self.picked.emit(who)

    def _typed(self) -> None:
        self._chosen = None
        self.who.hide()
        self._wait.start()

    def _search(self) -> None:
        text = self.text()
        if not text:
            self.list.hide()
            return

        def work(ctx: Context) -> list[SearchResult]:
            from jewelcrm.search.queries import search

            return search(ctx, text, kinds=("customer",), limit=_SHOWN)

        self._desk.read(self, work, self._show, key="search")

    def _show(self, found: list[SearchResult]) -> None:
        self.list.clear()
        for result in found:
            item = QListWidgetItem(_line(result))
            item.setData(_ROLE, result)
            item.setSizeHint(QSize(0, theme.px(34)))
            self.list.addItem(item)
        self.list.setVisible(bool(found) and self._chosen is None)
        self.list.setFixedHeight(min(len(found), _SHOWN) * theme.px(34) + 6)

    def _take(self, item: QListWidgetItem) -> None:
        found: SearchResult = item.data(_ROLE)
        self.put(Picked(found.id, found.number or "", found.name or "", found.chinese_name))
        if isinstance(self.input, QLineEdit):
            self.input.setModified(True)  # chosen by hand

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes into the list, Enter takes the one marked or the first, Esc puts it away."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self.list.isVisible()
        ):
            return self._key(event, watched is not self.input) or super().eventFilter(
                watched, event
            )
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent, walking: bool) -> bool:  # noqa: FBT001 - in the list
        key = event.key()
        if key == Qt.Key.Key_Down and not walking:
            self.list.setFocus()
            self.list.setCurrentRow(0)
        elif key in _ENTER:  # taken here: the dialog would take it for its main button
            self._take((self.list.currentItem() if walking else None) or self.list.item(0))
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
            self.input.setFocus()
        else:
            return False
        return True


def _line(result: SearchResult) -> str:
    return plain(
        *names(result.name, result.chinese_name), *map(phone, result.phones[:1]), result.number
    )

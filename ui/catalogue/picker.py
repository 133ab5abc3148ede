"""A field in which a piece is found by code, barcode or name; its text stays free to change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from jewelcrm.catalogue import queries
from jewelcrm.catalogue.model import Product
from jewelcrm.context import Context
from ui.format import money, names
from ui.i18n import N_, say, t
from ui.shell.desk import Desk
from ui.widgets import Field

_PAUSE_MS = 150
_SHOWN = 6
_ROLE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def product_line(product: Product) -> str:
    """What a list says of a piece: code, name, price."""
    price = money(product.price) if product.price is not None else t("by weight")
    return "  ·  ".join((product.sku, names(product.name, product.name_zh)[0], price))


class ProductPicker(Field):
    """Type a code or a name; Down and Enter take what was found. `picked` tells the piece."""

    picked = Signal(object)

    def __init__(self, desk: Desk, label: str = N_("Piece"), *, name: str = "description") -> None:
        super().__init__(label, name=name, example=N_("Item code, name, or scan"))
        self._desk = desk
        self.product: Product | None = None
        self.found = QListWidget()
        self.found.hide()
        say(self.found.setAccessibleName, "Pieces found")
        column = self.layout()
        assert column is not None
        column.addWidget(self.found)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._wait.timeout.connect(self._search)
        self.changed.connect(self._typed)
        self.found.itemActivated.connect(self._take)
        self.found.itemClicked.connect(self._take)
        self.input.installEventFilter(self)
        self.found.installEventFilter(self)

    def put(self, product: Product) -> None:
        """Choose a piece; its name becomes the text, which may still be changed."""
        self.product = product
        self.set_text(names(product.name, product.name_zh)[0])
        self._wait.stop()
        self.found.hide()
        self.picked.emit(product)

    def _typed(self) -> None:
        if not self.text():
            self.product = None  # an emptied field is no longer of a piece in the catalogue
        if self.product is None and self.input.hasFocus():
            self._wait.start()

    def _search(self) -> None:
        text = self.text()
        if len(text) < 2 or self.product is not None or not self._desk.allows("catalogue.view"):
            self.found.hide()
            return

        def work(ctx: Context) -> list[Product]:
            return queries.find(ctx, text, limit=_SHOWN)

        self._desk.read(self, work, self._show, key="products")

    def _show(self, products: list[Product]) -> None:
        self.found.clear()
        for product in products:
            item = QListWidgetItem(product_line(product))
            item.setData(_ROLE, product)
            self.found.addItem(item)
        self.found.setVisible(bool(products) and self.product is None)
        self.found.setFixedHeight(len(products) * 38 + 6)

    def _take(self, item: QListWidgetItem) -> None:
        self.put(item.data(_ROLE))
        if isinstance(self.input, QLineEdit):
            self.input.setModified(True)  # chosen by hand

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes into the list, Enter takes the one marked or the first, Esc puts it away."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self.found.isVisible()
        ):
            return self._key(event, watched is not self.input) or super().eventFilter(
                watched, event
            )
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent, walking: bool) -> bool:  # noqa: FBT001 - in the list
        key = event.key()
        if key == Qt.Key.Key_Down and not walking:
            self.found.setFocus()
            self.found.setCurrentRow(0)
        elif key in _ENTER:  # taken here: the dialog would take it for its main button
            self._take((self.found.currentItem() if walking else None) or self.found.item(0))
        elif key == Qt.Key.Key_Escape:
            self.found.hide()
            self.input.setFocus()
        else:
            return False
        return True

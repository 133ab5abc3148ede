"""The products page: pieces found by code, name or stone, and the gold price board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QToolButton

from db.types import Id
from jewelcrm.catalogue import queries
from jewelcrm.catalogue.model import Product
from jewelcrm.context import Context
from ui import icons
from ui.catalogue.board import GoldBoard
from ui.catalogue.listing import product_table
from ui.catalogue.words import category_word
from ui.i18n import N_, bind, say, tn
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.widgets import (
    Button,
    Card,
    Choice,
    EmptyState,
    Label,
    Row,
    Tabs,
    VBox,
    title,
)

MOST = 1000
_PAUSE_MS = 150


class ProductsPage(Page):
    name = "products"
    icon = "products"
    title = N_("Products")
    help = "products"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view = Tabs(
            (("pieces", N_("Pieces")), ("board", N_("Gold prices"))), N_("Pieces or prices")
        )
        self.count = Label(look="muted")
        self.search = QLineEdit()
        self.category = Choice((("", N_("All categories")),), N_("Category"), raw=True)
        self.away = QToolButton()
        self._found: dict[Id, Product] = {}
        self._chosen: Id | None = None
        self.table = product_table(desk, self._fetch)
        self.empty = EmptyState(
            "products",
            N_("No pieces here"),
            N_("Type less, add a piece, or import a list."),
            N_("Import a list"),
            lambda: desk.open("imports", kind="products"),
        )
        self.board = GoldBoard(desk)
        self._arrange()
        self._listen()

    def _arrange(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        say(self.search.setPlaceholderText, "Code, name, stone or certificate")
        say(self.search.setAccessibleName, "Find a piece")
        self.away.setCheckable(True)
        self.away.setProperty("look", "chip")
        say(self.away.setText, "Also what is not for sale")
        self.new = Button(N_("New product"), "plus", lambda: self.desk.open("products.add"))
        self.filters = Row(self.search, self.category, self.away)
        self.filters.setStretch(0, 1)
        self._pieces = QStackedWidget()
        self._list = Card(self.table, margins=1)
        self._pieces.addWidget(self._list)
        self._pieces.addWidget(self.empty)
        self.stack = QStackedWidget()
        pieces = Card(self.filters, self._pieces, margins=14)
        pieces.box.setStretch(1, 1)
        self.stack.addWidget(pieces)
        self.stack.addWidget(self.board)
        self.tag = Button(N_("Print tag"), "tag", self._tag)
        self.tag.setEnabled(False)
        head = Row(title(N_("Products")), self.count, None, self.view, self.tag, self.new)
        column = VBox(head, self.stack, spacing=12)
        column.setStretch(1, 1)
        self.setLayout(column)
        self._list.setProperty("look", "")

    def _listen(self) -> None:
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._wait.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.category.chosen.connect(lambda _key: self.reload())
        self.away.toggled.connect(lambda _on: self.reload())
        self.view.chosen.connect(self._turn)
        self.table.opened.connect(self._edit)
        self.table.selected.connect(self._choose)
        self.board.set_wanted.connect(lambda rate: self.desk.open("products.rate", rate=rate))
        bind(self._say_count, lambda: "")
        bind(self._recategorise, lambda: "")

    # The shell's calls -----------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """With product_id: show that piece; with view="board": the gold prices."""
        self.new.setVisible(self.desk.allows("catalogue.edit"))
        if isinstance(view := where.get("view"), str):
            self.view.choose(view)
        self._turn(self.view.value())
        self._read_categories()
        if isinstance(product_id := where.get("product_id"), bytes):
            self._open(product_id)

    def subject(self) -> dict[str, object]:
        """The piece that is chosen."""
        return {} if self._chosen is None else {"product_id": self._chosen}

    def refresh(self, tables: frozenset[str]) -> None:
        """A piece or a price changed."""
        if not tables or "product" in tables:
            self.reload()
            self._read_categories()
        if not tables or "gold_rate" in tables:
            self.board.reload()

    def clear(self) -> None:
        """Nothing of the last person stays."""
        self.search.clear()
        self._found = {}
        self.table.show_ids([])

    # Pieces ----------------------------------------------------------------------------------

    def _turn(self, view: str) -> None:
        self.stack.setCurrentIndex(1 if view == "board" else 0)
        self.count.setVisible(view != "board")
        self.tag.setVisible(view != "board")
        if view == "board":
            self.board.reload()
        else:
            self.reload()

    def reload(self) -> None:
        """Find again what is asked for."""
        text, category = self.search.text().strip(), self.category.value() or None
        active_only = not self.away.isChecked()

        def read(ctx: Context) -> list[Product]:
            return queries.find(ctx, text, category=category, active_only=active_only, limit=MOST)

        self.desk.read(self, read, self._show, key="products")

    def _show(self, found: list[Product]) -> None:
        self._found = {piece.id: piece for piece in found}
        self.table.show_ids(list(self._found), keep=True)
        self._pieces.setCurrentWidget(self._list if found else self.empty)
        self._say_count()

    def _say_count(self, _text: str = "") -> None:
        n = len(self._found)
        more = n >= MOST
        self.count.raw(
            tn("The first {n} pieces", n) if more else tn("{n} pieces", n, one=N_("{n} piece"))
        )

    def _fetch(self, ids: Sequence[bytes]) -> list[Product]:
        found = self._found
        return [found[one] for one in ids if one in found]

    def _read_categories(self) -> None:
        self.desk.read(self, _categories, self._offer, key="categories")

    _categories: Sequence[str] = ()

    def _offer(self, categories: list[str]) -> None:
        self._categories = categories
        self._recategorise()

    def _recategorise(self, _text: str = "") -> None:
        from ui.i18n import t

        named = [(one, category_word(one)) for one in self._categories]
        self.category.offer([("", t("All categories")), *named])

    def _open(self, product_id: Id) -> None:
        def read(ctx: Context) -> Product:
            return queries.piece(ctx, product_id)

        self.desk.read(self, read, self._show_piece)

    def _show_piece(self, piece: Product) -> None:
        self.view.choose("pieces")
        self.search.setText(piece.sku)
        if self.desk.allows("catalogue.edit"):
            self.desk.open("products.add", product=piece)

    def _choose(self, product_id: Id) -> None:
        self._chosen = product_id or None
        self.tag.setEnabled(self._chosen is not None)

    def _tag(self) -> None:
        self.desk.open("products.label", product_id=self._chosen)

    def _edit(self, product_id: Id) -> None:
        piece = self._found.get(product_id)
        if piece is None:
            return
        if self.desk.allows("catalogue.edit"):
            self.desk.open("products.add", product=piece)
        elif self.desk.allows("orders.add"):
            self.desk.open("orders.add", product_id=piece.id)


def _categories(ctx: Context) -> list[str]:
    return queries.categories(ctx)


PAGE = ProductsPage

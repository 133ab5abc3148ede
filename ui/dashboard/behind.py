"""The orders behind a figure, and what to do about them: one follow-up for each that is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView

from ui.dashboard import work
from ui.i18n import N_, say, t, tn
from ui.orders.listing import order_table
from ui.widgets import Dialog, EmptyState, Label, LinkButton, Row, Spinner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jewelcrm.dashboard.behind import Behind
    from ui.shell.desk import Desk

_HEIGHT = 380


def show(desk: Desk, *, which: Behind, words: str) -> None:
    """Open the list."""
    BehindDialog(desk, which, words).open()


class BehindDialog(Dialog):
    """Orders; Enter opens one, and follow-ups are made for the marked ones, or for all."""

    help = "dashboard#From a figure to the work"

    def __init__(self, desk: Desk, which: Behind, words: str) -> None:
        super().__init__(desk, words, save=N_("Make follow-ups…"), width=1080)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.which, self.words = which, words
        self.table = order_table(desk)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setMinimumHeight(_HEIGHT)
        self.count, self.waiting = Label(look="muted"), Spinner(20)
        self.every = LinkButton(N_("Mark all"), "format-list-checks", self.table.selectAll)
        self.nothing = EmptyState("clipboard-list", N_("No orders are behind this figure"))
        self.nothing.hide()
        self.box.addLayout(Row(self.count, self.waiting, None, self.every))
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self.nothing)
        say(self.cancel_button.setText, "Close")
        self.save_button.setEnabled(False)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(lambda *_marks: self._count())
        desk.read(self, lambda ctx: work.ids_of(ctx, which), self._show, self.show_error)

    def _show(self, ids: Sequence[bytes]) -> None:
        self.waiting.hide()
        self.table.show_ids(ids)
        self.table.setVisible(bool(ids))
        self.every.setVisible(bool(ids))
        self.nothing.setVisible(not ids)
        self.save_button.setEnabled(bool(ids) and self.desk.allows("followups.edit"))
        if ids:
            self.table.setFocus()
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(
                self.table.model().index(0, 0), flags.NoUpdate
            )
        self._count()

    def marked(self) -> list[bytes]:
        """The orders marked; all of them when none is."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        ids = self.table.ids()
        return [ids[row] for row in rows] or list(ids)

    def _count(self) -> None:
        every = tn("{n} orders", len(self.table.ids()), one="{n} order")
        marked = len(self.table.selectionModel().selectedRows())
        self.count.raw(f"{every}  ·  {t('{n} marked', n=marked)}" if marked else every)

    def _open(self, order_id: bytes) -> None:
        self.drop()
        self.desk.open("orders", order_id=order_id)

    def save(self) -> None:
        """Make follow-ups for these."""
        self.desk.open("dashboard.act", order_ids=self.marked(), words=self.words)

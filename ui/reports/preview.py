"""A report as its paper will look, in the window: pages, zoom, and the way to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdfWidgets import QPdfView

from ui.i18n import N_, bind, say, t
from ui.payments import printers
from ui.reports import paper
from ui.reports.words import said
from ui.widgets import Button, Dialog, IconButton, Label, Row, Spinner

if TYPE_CHECKING:
    from PySide6.QtCore import QBuffer
    from PySide6.QtPdf import QPdfDocument

    from jewelcrm.reports.model import Figures
    from ui.shell.desk import Desk

_STEP = 1.25
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ZOOMS = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Minus: 1 / _STEP}


def show(desk: Desk, *, figures: Figures) -> None:
    """Open it; the pages are laid out off the UI thread."""
    ReportPreview(desk, figures).open()


class _Pages(Dialog):
    """Pages of a PDF in the window: turned and sized by mouse or key."""

    help = "reports#Print, look at it, save it"

    def __init__(self, desk: Desk, name: str, save: str) -> None:
        super().__init__(desk, N_("Preview"), save=save, width=920)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self._shown: tuple[QPdfDocument, QBuffer] | None = None
        self.view = QPdfView(self)
        self.pages = Label(look="muted")
        self.waiting = Spinner()
        self._arrange()

    def _arrange(self) -> None:
        say(self.view.setAccessibleName, "Preview")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # As in ui/payments/preview.py: a bar that comes and goes could do so for ever.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setMinimumHeight(max(320, min(660, self._room().height() - 230)))
        name = Label(look="strong").raw(self._name)
        smaller = IconButton("minus", N_("Smaller"), lambda: self._zoom(1 / _STEP))
        larger = IconButton("plus", N_("Larger"), lambda: self._zoom(_STEP))
        back = IconButton("chevron-up", N_("Page before"), lambda: self._turn(-1))
        on = IconButton("chevron-down", N_("Next page"), lambda: self._turn(1))
        bar = Row(name, self.waiting, None, self.pages, back, on, smaller, larger, spacing=8)
        self.box.addLayout(bar)
        self.box.addWidget(self.view, 100)
        say(self.cancel_button.setText, "Close")
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._count())
        bind(self._recount, lambda: "")

    def _show(self, pdf: bytes) -> None:
        self.waiting.hide()
        self._shown = printers.opened(pdf)
        self.view.setDocument(self._shown[0])
        self.save_button.setEnabled(True)
        self._count()

    def _count(self) -> None:
        if self._shown is not None:
            page = self.view.pageNavigator().currentPage() + 1
            words = t("Page {page} of {pages}", page=page, pages=self._shown[0].pageCount())
            self.pages.raw(words)

    def _recount(self, _text: str = "") -> None:
        self._count()

    def _turn(self, step: int) -> None:
        if self._shown is None:
            return
        at = self.view.pageNavigator().currentPage() + step
        if 0 <= at < self._shown[0].pageCount():
            self.view.pageNavigator().jump(at, QPointF())

    def _zoom(self, by: float) -> None:
        factor = self.view.zoomFactor()
        if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth and self._shown is not None:
            points = self._shown[0].pagePointSize(0).width() or 1.0
            factor = self.view.viewport().width() / (points * self.logicalDpiX() / 72)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(0.3, min(4.0, factor * by)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages and sizes by their usual keys."""
        key = Qt.Key(event.key())
        if key in _PAGES:
            self._turn(_PAGES[key])
        elif key in _ZOOMS:
            self._zoom(_ZOOMS[key])
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Give the pages back before Qt takes the view."""
        if self._shown is not None:
            self._shown[1].close()
        super().done(result)


class ReportPreview(_Pages):
    """Nothing leaves by being looked at here; Print and Save ask first."""

    def __init__(self, desk: Desk, figures: Figures) -> None:
        super().__init__(desk, said(figures.report.title), N_("Print…"))
        self.figures = figures
        self.save_pdf = Button(N_("Save as…"), "content-save", self._save)
        self.buttons.insertWidget(0, self.save_pdf)
        self.save_button.setEnabled(False)
        desk.background.ask(
            self, lambda: paper.looked_at(figures), self._show, self._failed, "slow"
        )

    def save(self) -> None:
        """Print: asked first what for."""
        self._leave("print")

    def _save(self) -> None:
        self._leave("pdf")

    def _leave(self, form: str) -> None:
        figures = self.figures
        self.accept()
        self.desk.open("reports.leave", figures=figures, form=form)


class PaperPreview(_Pages):
    """A paper that was prepared before."""

    def __init__(self, desk: Desk, name: str, pdf: bytes) -> None:
        super().__init__(desk, name, N_("Close"))
        self.cancel_button.hide()
        self._show(pdf)

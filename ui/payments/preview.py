"""A paper as it will look: A5 or 80 mm, English or Chinese; saved as PDF or sent to the printer."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog

from jewelcrm.context import Context
from jewelcrm.payments.receipts import LANGUAGES, PAPERS, Paper
from jewelcrm.settings import get
from ui.customers.forms import Form
from ui.customers.parts import LineChips
from ui.i18n import N_, say, t
from ui.payments import printers
from ui.shell.desk import Desk
from ui.widgets import Button, Choice, Row, note

_ROLL_ZOOM = 1.7
_PAPER_WORDS = {"A5": "A5", "80mm": N_("80 mm")}
_LANGUAGE_WORDS = {"en": "English", "zh_HK": "中文"}


def paper_of(chosen: str) -> Paper:
    """The shop's paper that is chosen."""
    return "80mm" if chosen == "80mm" else "A5"


class Preview(Form):
    """What is printed is made by `make`; `for_printer` may keep note that it was printed."""

    help = "receipts"
    papers: Sequence[tuple[str, str]] = [(paper, _PAPER_WORDS[paper]) for paper in PAPERS]
    around = 330  # pixels of height for everything but the paper

    def __init__(self, desk: Desk, title: str, file_name: str) -> None:
        super().__init__(desk, title, save=N_("Print"), width=760)
        self._file_name = file_name
        self._pdf: bytes | None = None
        self._shown: tuple[QPdfDocument, QBuffer] | None = None
        self._printable = True
        self.paper = LineChips(list(self.papers), N_("Paper"))
        self.language = LineChips(
            [(language, _LANGUAGE_WORDS[language]) for language in LANGUAGES],
            N_("Language of the paper"),
        )
        self.printer = Choice((), N_("Printer"), raw=True)
        self.view = QPdfView(self)
        self.warning = note()
        self.warning.hide()
        self._arrange()
        self.desk.read(self, self.habits, self._begin)
        self.desk.background.ask(self, printers.names, self._printers, self._no_printers, "slow")

    def _arrange(self) -> None:
        say(self.view.setAccessibleName, "Preview")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # A bar that comes makes the page narrower, so that no bar is needed, so that it goes:
        # where the page just fits, Qt would turn in that circle for ever.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setMinimumHeight(max(320, min(620, self._room().height() - self.around)))
        bar = Row(self.paper, self.language, None, self.printer, spacing=24)
        self.box.addLayout(bar)
        self.box.addWidget(self.warning)
        self.box.addWidget(self.view, 100)
        self.printer.setMinimumWidth(180)
        self.save_pdf = Button(N_("Save as PDF"), "file-pdf-box", self._save_pdf)
        self.buttons.insertWidget(0, self.save_pdf)
        self.cancel_button.setText(t("Close"))
        say(self.cancel_button.setText, "Close")
        self.paper.chosen.connect(lambda _paper: self.draw())
        self.language.chosen.connect(lambda _language: self.draw())

    # What is shown ---------------------------------------------------------------------------

    @abstractmethod
    def make(self, ctx: Context, paper: str, language: str) -> bytes:
        """The PDF to look at; runs off the UI thread."""

    def for_printer(self, ctx: Context, paper: str, language: str) -> bytes:
        """The PDF to print."""
        return self.make(ctx, paper, language)

    def habits(self, ctx: Context) -> tuple[str, str, str]:
        """Paper, language and printer to begin with."""
        keys = ("receipt_paper", "receipt_language", "receipt_printer")
        paper, language, printer = (str(get(ctx, key)) for key in keys)
        return paper, language, printer

    def _begin(self, habits: tuple[str, str, str]) -> None:
        self.paper.choose(habits[0])
        self.language.choose(habits[1])
        self._habit = habits[2]
        self.printer.choose(habits[2])
        self.draw()

    def _chosen(self) -> tuple[str, str]:
        return self.paper.value(), self.language.value()

    def draw(self) -> None:
        """Make it anew, as it is chosen now."""
        paper, language = self._chosen()
        self.desk.read(
            self,
            lambda ctx: self.make(ctx, paper, language),
            self._show,
            self.show_error,
            key="pdf",
        )

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        before, self._shown = self._shown, printers.opened(pdf)
        roll = self.paper.value() == "80mm"
        zoom = QPdfView.ZoomMode
        self.view.setZoomMode(zoom.Custom if roll else zoom.FitToWidth)
        self.view.setZoomFactor(_ROLL_ZOOM)
        self.view.setDocument(self._shown[0])
        if before is not None:
            before[1].close()

    # Getting it out --------------------------------------------------------------------------

    _habit = ""

    def _printers(self, names: list[str]) -> None:
        self.printer.offer([(name, name) for name in names])
        self.printer.choose(self._habit)
        self._can_print(bool(names))

    def _no_printers(self, _error: Exception) -> None:
        self._can_print(False)

    def _can_print(self, yes: bool) -> None:  # noqa: FBT001 - one question, one answer
        self._printable = yes
        self.printer.setVisible(yes)
        self.save_button.setEnabled(yes)
        if not yes:
            self.warning.words(printers.NO_PRINTER)
            self.warning.show()

    def _set_working(self, *, working: bool) -> None:
        super()._set_working(working=working)
        self.save_button.setEnabled(self._printable and not working)

    def unsaved(self) -> bool:
        """Nothing is typed here: another paper or language was only looked at."""
        return False

    def save(self) -> None:
        """Print."""
        paper, language = self._chosen()
        printer, title = self.printer.value(), self._file_name

        def work(ctx: Context) -> None:
            printers.send(self.for_printer(ctx, paper, language), printer, title)

        self.submit(work, self._printed)

    def _printed(self, _nothing: None) -> None:
        self.desk.toast(t("Sent to the printer"))
        self.accept()

    def _save_pdf(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, t("Save as PDF"), str(Path.home() / f"{self._file_name}.pdf"), "PDF (*.pdf)"
        )
        if path:
            self.keep_pdf(Path(path))

    def keep_pdf(self, path: Path) -> None:
        """Write the PDF to a file."""
        paper, language = self._chosen()

        def work(ctx: Context) -> Path:
            wanted = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
            wanted.write_bytes(self.for_printer(ctx, paper, language))
            return wanted

        self.submit(work, lambda kept: self.desk.toast(t("Saved: {path}", path=kept)))

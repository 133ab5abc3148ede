"""First step: what the file holds, and which file; lists are taken out from here too."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QWidget

from jewelcrm.imports.rules.words import KINDS, OF_CATALOGUE, Kind
from ui import icons
from ui.customers.parts import Flow
from ui.format import listed
from ui.i18n import N_, bind, later, t
from ui.imports.words import KINDS as KIND_WORDS
from ui.shell.desk import Desk
from ui.widgets import Button, Card, Chips, Label, PrimaryButton, Row, VBox, heading, note

_FILES = "CSV, XLSX, vCard (*.csv *.tsv *.txt *.xlsx *.xls *.vcf *.gz);;* (*)"


class DropArea(QFrame):
    """Files are dropped here, or chosen with the button."""

    chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "tile")
        self.setAcceptDrops(True)
        self.setMinimumHeight(190)
        self._picture = QLabel()
        self._picture.setPixmap(icons.pixmap("imports", 44, "edge"))
        self.words = Label(N_("Drop a file here"), "heading")
        self.small = Label(
            N_("CSV in any encoding, XLSX, or vCard. Nothing is changed before you say so."),
            "muted",
            wrap=True,
        )
        for label in (self._picture, self.words, self.small):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = PrimaryButton(N_("Choose a file…"), "folder-open", self._ask)
        self.setLayout(
            VBox(
                None,
                self._picture,
                self.words,
                self.small,
                Row(None, self.button, None),
                None,
                margins=20,
            )
        )

    def redraw(self) -> None:
        """The theme changed."""
        self._picture.setPixmap(icons.pixmap("imports", 44, "edge"))

    def _ask(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, t("Choose a file…"), str(Path.home()), _FILES
        )
        if path:
            self.chosen.emit(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


class PickStep(QWidget):
    """Kind and file; `chosen` tells the file."""

    chosen = Signal(object)  # Path

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.kind = Chips(KIND_WORDS, N_("What the file holds"))
        self.drop = DropArea()
        self.drop.chosen.connect(self.chosen)
        self.broken = note()
        self.broken.hide()
        self.taking_out = self._taking_out()
        sheet = Card(heading(N_("What the file holds")), self.kind, self.broken, self.drop)
        self.setLayout(VBox(sheet, self.taking_out, None, spacing=14))
        desk.themeChanged.connect(self.drop.redraw)

    def showEvent(self, event: QShowEvent) -> None:
        """What the person may bring in; on a PC of a chain that is not always the catalogue."""
        for kind in OF_CATALOGUE:
            self.kind.button(kind).setVisible(self.desk.allows("catalogue.edit"))
        super().showEvent(event)

    def _taking_out(self) -> Card:
        bar = Flow(spacing=8)
        for kind, words in KIND_WORDS:
            bar.add(Button(words, "file-export", partial(self._export, kind)))
        small = Label(
            N_("As CSV or XLSX. It is asked what for, and the audit log keeps it."),
            "muted",
            wrap=True,
        )
        return Card(heading(N_("Take a list out of the program")), small, bar)

    def _export(self, kind: str) -> None:
        self.desk.open("imports.export", kind=kind)

    def value(self) -> Kind:
        """What the file holds."""
        return next((kind for kind in KINDS if kind == self.kind.value()), "customers")

    def show_broken(self, kinds: list[str]) -> None:
        """Imports that were broken off go on with their own file."""
        self.broken.setVisible(bool(kinds))
        bind(self.broken.setText, lambda: _broken_words(kinds))


def _broken_words(kinds: list[str]) -> str:
    named = [later(words) for kind, words in KIND_WORDS if kind in kinds]
    return t(
        "An import was broken off: {kinds}. Choose the same file again: it goes on from there.",
        kinds=listed(named),
    )

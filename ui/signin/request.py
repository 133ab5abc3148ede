"""A request to head office as it goes on paper: its letters, its picture, its six words."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QWidget

from ui.i18n import N_, say, t
from ui.widgets.buttons import Button
from ui.widgets.frames import Column, Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.sync.asking import Asked


class RequestPaper(QWidget):
    """What head office is sent, to be copied, kept as a file, or scanned."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setFixedHeight(120)
        say(self.text.setAccessibleName, "Request for head office")
        self.picture = QLabel()
        say(self.picture.setAccessibleName, "The same as a picture to be scanned")
        self.words = Label(look="strong", wrap=True)
        then = Label(N_("2. Type or paste their answer:"))
        copy = Button(N_("Copy"), "content-copy", self._copy)
        keep = Button(N_("Save as a file…"), "content-save", self._save)
        beside = Row(Column(self.text, Row(copy, keep, None), spacing=8), self.picture)
        beside.setStretch(0, 1)
        self.setLayout(
            Column(
                Label(N_("1. Send this request to head office:")),
                beside,
                self.words,
                then,
                spacing=8,
            )
        )

    def show_asked(self, asked: Asked) -> None:
        """This request, and what comes next."""
        self.text.setPlainText(asked.text)
        self.picture.setPixmap(_qr(asked.text))
        self.words.setVisible(not asked.signed)
        self.words.raw(
            t("They ring up and have you read these six words: {words}", words=asked.words)
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _save(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, t("Save as a file…"), "request.txt")
        if path:
            Path(path).write_text(self.text.toPlainText() + "\n", encoding="ascii")


def _qr(text: str) -> QPixmap:
    import segno

    file = io.BytesIO()
    segno.make(text, error="l").save(file, kind="png", scale=3, border=2)
    made = QPixmap()
    made.loadFromData(file.getvalue())
    return made

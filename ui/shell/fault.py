"""A fault of ours in plain words, with the report (`trouble`). Loaded when there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from ui.dress import wear
from ui.i18n import say
from ui.shell.trouble import report_of
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.frames import Column, Row
from ui.widgets.labels import Label


class TroubleDialog(QDialog):
    """Something went wrong: what it means for the person, and the report."""

    def __init__(self, error: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        wear(self)
        say(self.setWindowTitle, "Something went wrong")
        self.report = QPlainTextEdit(report_of(error))
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        say(self.report.setAccessibleName, "Report")
        close = PrimaryButton("Close", pressed=self.accept)
        self.setLayout(
            Column(
                Label("Something went wrong", "title"),
                Label(
                    "This is a fault of the program, not yours. What was saved before is safe; "
                    "what you just did was not saved. You can go on working.",
                    wrap=True,
                ),
                Label("This report holds no names and no numbers of customers:", "muted"),
                self.report,
                Row(Button("Copy the report", "content-copy", self._copy), None, close),
                margins=24,
            )
        )
        self.resize(620, 440)
        close.setDefault(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def show_fault(error: BaseException, parent: QWidget | None) -> None:
    """Open the report, unless one is open already.

    A fault in a timer or in painting comes back a thousand times a second: a dialog for each filled
    18 GB within minutes.
    """
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, TroubleDialog))
    if not any(one.isVisible() for one in shown):
        TroubleDialog(error, parent).open()

"""The recovery code on paper."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.i18n import t


def print_code(parent: QWidget, login: str, code: str) -> None:
    """Ask for a printer and print the code on one sheet."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        document_of(login, code).print_(printer)


def document_of(login: str, code: str) -> QTextDocument:
    """The sheet."""
    document = QTextDocument()
    document.setHtml(
        f"<h2>JewelCRM</h2><p>{escape(t('Recovery code'))}</p>"
        f"<p style='font-size:16pt'><b>{escape(code)}</b></p>"
        f"<p>{escape(t('Your log-in name: {login}', login=login))}</p>"
        f"<p>{escape(t('Keep this sheet locked away, not beside the computer.'))}</p>"
    )
    return document

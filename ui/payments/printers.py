"""Printers of this computer: which there are, and how a PDF gets onto paper."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from jewelcrm.errors import CanFix, Unavailable
from ui.i18n import N_

_SECONDS = 20
_DPI = 300  # what a raster print is drawn at; more only takes memory
NO_PRINTER = N_("No printer is set up on this computer. Save the PDF instead.")
SILENT = N_("The printer does not answer. See that it is on and try again, or save the PDF.")


def _by_lp() -> bool:
    return os.name == "posix" and shutil.which("lp") is not None


def names() -> list[str]:
    """The printers there are. Off the UI thread where a print server has to be asked."""
    if not _by_lp():
        return list(QPrinterInfo.availablePrinterNames())
    answer = _run(["lpstat", "-e"])
    return [line.strip() for line in answer.stdout.splitlines() if line.strip()]


def send(pdf: bytes, printer: str, title: str) -> None:
    """Print a PDF.

    Raises:
        CanFix: there is no printer.
        Unavailable: the printer is off or refuses.
    """
    if not printer:
        raise CanFix(NO_PRINTER, field="printer")
    if _by_lp():
        _lp(pdf, printer, title)
    else:
        _raster(pdf, printer, title)


def _lp(pdf: bytes, printer: str, title: str) -> None:
    """As vectors, through CUPS."""
    with tempfile.TemporaryDirectory(prefix="jewelcrm-") as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        answer = _run(["lp", "-d", printer, "-t", title, "--", str(path)])
    if answer.returncode:
        raise Unavailable(SILENT)


def _run(words: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - our own words and a printer's name, no shell
            words, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(SILENT) from error


def _raster(pdf: bytes, printer: str, title: str) -> None:
    """As a picture, where there is no CUPS."""
    document, buffer = opened(pdf)
    paper = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    paper.setDocName(title)
    paper.setResolution(_DPI)
    painter = QPainter()
    if not painter.begin(paper):
        raise Unavailable(SILENT)
    for number in range(document.pageCount()):
        if number:
            paper.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72))
        painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    buffer.close()


def opened(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    """A document and the buffer it reads from; both must be kept as long as it is shown."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer

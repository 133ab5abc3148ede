"""Printers of this computer: which there are, and how a PDF gets onto paper."""

from __future__ import annotations

import os
import shutil
import subprocess

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from jewelcrm.errors import CanFix, Unavailable
from ui.i18n import N_

_SECONDS = 20
_LABEL_MM = 75  # no side of a label is longer, and every other paper of ours is wider
_DPI = 300  # what a raster print is drawn at; more only takes memory
NO_PRINTER = N_("No printer is set up on this computer. Save the PDF instead.")
SILENT = N_("The printer does not answer. See that it is on and try again, or save the PDF.")
NO_PAPER = N_("The printer has no paper. Put paper in and try again.")
OPEN = N_("The printer's cover is open, or paper is stuck in it. See to it and try again.")
NO_INK = N_("The printer has no ink or toner left. Change it and try again.")
GONE = N_("This printer is not set up on this computer any more. Choose another.")
TROUBLES = frozenset({SILENT, NO_PAPER, OPEN, NO_INK})
"""What a printer says that will come back: a paper may wait for it."""

_ALERTS = (
    (("media-empty", "media-needed", "input-tray-missing"), NO_PAPER),
    (("cover-open", "door-open", "interlock-open", "media-jam"), OPEN),
    (("toner-empty", "marker-supply-empty", "ink-empty"), NO_INK),
    (("disabled since", "offline", "connecting-to-device", "timed-out", "paused"), SILENT),
)
"""What CUPS calls it (RFC 8011, 5.4.12) and how we say it, the most certain first."""


def _by_lp() -> bool:
    return os.name == "posix" and shutil.which("lp") is not None


def names() -> list[str]:
    """The printers there are. Off the UI thread where a print server has to be asked."""
    if not _by_lp():
        return list(QPrinterInfo.availablePrinterNames())
    answer = _run(["lpstat", "-e"])
    return [
        line.strip() for line in answer.stdout.decode(errors="replace").splitlines() if line.strip()
    ]


def send(pdf: bytes, printer: str, title: str) -> None:
    """Print a PDF.

    Raises:
        CanFix: there is no printer.
        Unavailable: the printer is off or refuses.
    """
    see_to(printer)
    label = label_size(pdf)
    if _by_lp():
        _lp(pdf, printer, title, label)
    else:
        _raster(pdf, printer, title, label)


def label_size(pdf: bytes) -> tuple[float, float] | None:
    """Width and height of a label in mm; None for any other paper, which the printer may fit."""
    document, buffer = opened(pdf)
    points = document.pagePointSize(0)
    buffer.close()
    wide, high = (side / 72 * 25.4 for side in (points.width(), points.height()))
    return (wide, high) if 0 < max(wide, high) <= _LABEL_MM else None


def see_to(printer: str) -> None:
    """Ask the printer before anything is sent: a print server takes papers for one that is off.

    Raises:
        CanFix: there is no such printer.
        Unavailable: it is off, open, or lacks paper or ink.
    """
    if not printer:
        raise CanFix(NO_PRINTER, field="printer")
    if _by_lp():
        answer = _run(["lpstat", "-l", "-p", printer])
        if answer.returncode:
            raise CanFix(GONE, field="printer")
        said = answer.stdout.decode(errors="replace").casefold().replace(printer.casefold(), "")
        for alerts, words in _ALERTS:
            if any(alert in said for alert in alerts):
                raise Unavailable(words)
        return
    found = QPrinterInfo.printerInfo(printer)
    if found.isNull():
        raise CanFix(GONE, field="printer")
    if found.state() in {QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error}:
        raise Unavailable(SILENT)


def _lp(pdf: bytes, printer: str, title: str, label: tuple[float, float] | None = None) -> None:
    """As vectors, through CUPS; a label as large as it is."""
    exact: list[str] = []
    if label is not None:
        size = "x".join(f"{side:.1f}".removesuffix(".0") for side in label)
        exact = ["-o", f"media=Custom.{size}mm", "-o", "print-scaling=none"]
    answer = _run(["lp", "-d", printer, "-t", title, *exact], pdf)  # no name lies in a file
    if answer.returncode:
        raise Unavailable(SILENT)


def _run(words: list[str], paper: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - our own words and a printer's name, no shell
            words,
            input=paper,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},  # what CUPS says is read, in its own words
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(SILENT) from error


def _raster(pdf: bytes, printer: str, title: str, label: tuple[float, float] | None = None) -> None:
    """As a picture, where there is no CUPS."""
    document, buffer = opened(pdf)
    paper = _paper(printer, title, label)
    dpi = paper.resolution()
    painter = QPainter()
    if not painter.begin(paper):
        raise Unavailable(SILENT)
    for number in range(document.pageCount()):
        if number:
            paper.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
        painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    buffer.close()


def _paper(printer: str, title: str, label: tuple[float, float] | None) -> QPrinter:
    """The printer's paper; for a label in its own dots, so that a bar is a whole number of them."""
    paper = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    paper.setDocName(title)
    if label is None:
        paper.setResolution(_DPI)
        return paper
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    paper.setPageSize(QPageSize(QSizeF(*label), QPageSize.Unit.Millimeter, "", exact))
    paper.setFullPage(True)
    paper.setPageMargins(QMarginsF(0, 0, 0, 0))
    return paper


def opened(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    """A document and the buffer it reads from; both must be kept as long as it is shown."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer

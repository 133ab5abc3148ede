"""What became of a file, or would: how many rows were new, matched, skipped, rejected, and why."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from jewelcrm.imports.commands import Summary
from ui.customers.filling import fill
from ui.customers.parts import Glyph
from ui.format import number
from ui.i18n import N_, bind, say, t
from ui.imports.words import plain_words
from ui.widgets import Label, Row, Tile, VBox

_SHOWN = 8


class Counts(QWidget):
    """Five tiles, then the reasons and notes."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles = {
            "read": Tile(N_("Rows read")),
            "new": Tile(N_("New")),
            "matched": Tile(N_("Known already")),
            "skipped": Tile(N_("Skipped")),
            "rejected": Tile(N_("Rejected")),
        }
        row = Row(*self.tiles.values(), spacing=10)
        for place in range(len(self.tiles)):
            row.setStretch(place, 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.setLayout(VBox(row, self._lines, spacing=14))

    def show_summary(self, summary: Summary) -> None:
        """Show these counts."""
        for name, tile in self.tiles.items():
            tile.show_value(number(getattr(summary, name)))
        fill(self._lines, _lines(summary))


def _lines(summary: Summary) -> Iterator[QWidget]:
    wrong = sorted(summary.reasons.items(), key=lambda pair: -pair[1])
    for reason, times in wrong[:_SHOWN]:
        yield _line("alert-circle-outline", "danger", f"{times}×", reason)
    for at, reason in summary.first_rejects[:3]:
        yield _line("chevron-right", "muted", "", reason, row=at)
    for text in summary.notes:
        yield _line("information-outline", "info", "", text)


def _line(icon: str, tone: str, count: str, text: str, row: int = 0) -> QWidget:
    box = QWidget()
    words = Label(wrap=True)

    def say_it() -> str:
        words = plain_words(text)
        if row:
            return t("Row {n}: {why}", n=row, why=words)
        return f"{count} {words}" if count else f"{words[:1].upper()}{words[1:]}"

    bind(words.setText, say_it)
    line = Row(spacing=10)
    line.addWidget(Glyph(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    box.setLayout(line)
    return box


class Running(QWidget):
    """A bar and how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        say(self.bar.setAccessibleName, "How far it is")
        self.words = Label(look="muted")
        self.setLayout(VBox(self.bar, self.words, spacing=8))

    def begin(self) -> None:
        """Nothing is known yet."""
        self.bar.setRange(0, 0)
        self.words.words(N_("Looking through the file…"))

    def tell(self, done: int, total: int, what: str = "") -> None:
        """So many rows of so many; `what`: the backup that is made first."""
        self.bar.setRange(0, max(total, done) if total else 0)
        self.bar.setValue(done)
        if what:
            self.words.words(N_("A backup is made first, so that this can be undone…"))
        else:
            words = N_("{n} of {total} rows") if total > done else N_("{n} rows")
            self.words.words(words, n=number(done), total=number(total))

    def end(self) -> None:
        """It is over."""
        self.bar.setRange(0, 1)
        self.bar.setValue(1)

"""Second step: the file as it was understood, and what can be said about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from jewelcrm.errors import CanFix
from jewelcrm.imports.queries import Look
from jewelcrm.imports.readers import ReadOptions
from ui.customers.forms import NumberField
from ui.i18n import N_, bind, say, t, tn
from ui.imports.words import DELIMITERS, ENCODINGS, SHEET_FORMS, plain_words
from ui.widgets import Card, Choice, Field, Label, Row, VBox, note

ROWS = 20
COLUMNS = 40
_CELL = 200


class LookStep(QWidget):
    """Encoding, separator, sheet and header row may be changed; `changed` reads it again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.encoding = Choice(ENCODINGS)
        self.delimiter = Choice(DELIMITERS)
        self.sheet = Choice((), N_("Sheet"), raw=True)
        self.header = NumberField(N_("Row with the column names"), name="header")
        self.words = Label(look="muted", wrap=True)
        self.wrong = note("", "bad")
        self.table = QTableWidget()
        self._arrange()
        self.encoding.chosen.connect(lambda _key: self.changed.emit())
        self.delimiter.chosen.connect(lambda _key: self.changed.emit())
        self.sheet.chosen.connect(lambda _key: self.changed.emit())
        self.header.edit.editingFinished.connect(self._header_changed)
        self._header = ""

    def _arrange(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAlternatingRowColors(False)
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(120)
        say(self.table.setAccessibleName, "The first rows of the file")
        self._fields = {
            "encoding": Field(N_("Encoding"), self.encoding, name="encoding"),
            "delimiter": Field(N_("Cells are parted by"), self.delimiter, name="delimiter"),
            "sheet": Field(N_("Sheet"), self.sheet, name="sheet"),
        }
        row = Row(*self._fields.values(), self.header)
        for place in range(4):
            row.setStretch(place, 1)
        card = Card(row, self.words, self.wrong, self.table)
        card.box.setStretch(3, 1)
        column = VBox(card)
        self.setLayout(column)

    def _header_changed(self) -> None:
        if self.header.text() != self._header:
            self._header = self.header.text()
            self.changed.emit()

    def options(self) -> ReadOptions:
        """What was said about the file."""
        try:
            header = self.header.whole()
        except CanFix:
            header = None
        return ReadOptions(
            encoding=self.encoding.value() or None,
            delimiter=self.delimiter.value() or None,
            sheet=self.sheet.value() or None,
            header=header,
        )

    def forget(self) -> None:
        """Another file: nothing is said about it yet."""
        self.encoding.choose("")
        self.delimiter.choose("")
        self.sheet.offer(())
        self.header.set_text("")
        self._header = ""

    def show_look(self, look: Look) -> None:
        """Show the first rows."""
        facts = look.facts
        text = facts.form == "csv"
        self._fields["encoding"].setVisible(text)
        self._fields["delimiter"].setVisible(text)
        self._fields["sheet"].setVisible(facts.form in SHEET_FORMS)
        self.header.setVisible(facts.form != "vcard")
        if facts.sheets:
            self.sheet.offer([(name, name) for name in facts.sheets])
            self.sheet.choose(facts.sheet)
        bind(self.words.setText, lambda: _facts(look))
        self.wrong.setVisible(bool(look.wrong))
        bind(self.wrong.setText, lambda: _wrong(look))
        self._fill(look)

    def _fill(self, look: Look) -> None:
        columns, rows = look.columns[:COLUMNS], look.rows[:ROWS]
        self.table.clear()
        self.table.setColumnCount(len(columns))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels([name[:_CELL] for name in columns])
        for y, row in enumerate(rows):
            for x, cell in enumerate(row[: len(columns)]):
                self.table.setItem(y, x, _item(cell))
        self.table.scrollToTop()  # where another file was left
        self.table.resizeColumnsToContents()
        for x in range(len(columns)):
            self.table.setColumnWidth(x, min(260, self.table.columnWidth(x) + 12))


def _item(cell: str) -> QTableWidgetItem:
    item = QTableWidgetItem(" ".join(cell[:_CELL].split()))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _facts(look: Look) -> str:
    facts = look.facts
    parts = [facts.form.upper(), tn("{n} columns", len(look.columns), one=N_("{n} column"))]
    if facts.encoding:
        parts.append(t("read as {encoding}", encoding=facts.encoding))
    return "  ·  ".join([*parts, *(plain_words(one) for one in facts.notes)])


def _wrong(look: Look) -> str:
    lines = [t("Row {n}: {why}", n=at, why=plain_words(why)) for at, why in look.wrong[:3]]
    return "\n".join([t("Some of the first rows cannot be taken:"), *lines])

"""What a report can be narrowed by: a list to choose from, or a field to type in, for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from jewelcrm.reports.codes import say
from ui.i18n import bind, language, t
from ui.reports.words import said
from ui.widgets import Choice, Label, Row, VBox

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jewelcrm.reports.model import Filter

_WIDTH = 160


class _One(QWidget):
    """One filter under its name; `input` is a list or a line."""

    def __init__(self, which: Filter) -> None:
        super().__init__()
        self.which = which
        self.list = Choice((), raw=True) if which.options else None
        self.line = QLineEdit() if self.list is None else None
        self.input: QWidget = self.list or self.line or self
        label = Label(look="muted")
        bind(label.setText, lambda: said(which.title))
        bind(self.input.setAccessibleName, lambda: said(which.title))
        self.input.setMinimumWidth(_WIDTH)
        self.setLayout(VBox(label, self.input, spacing=4))
        self.values: Sequence[tuple[str, str]] = ()
        bind(self._reword, lambda: "")

    def _reword(self, _text: str = "") -> None:
        if self.list is not None:
            spoken = language()
            named = [(code, say(self.which.name, words, spoken)) for code, words in self.values]
            self.list.offer([("", t("All")), *named])

    def fill(self, values: Sequence[tuple[str, str]]) -> None:
        """What there is to choose from."""
        self.values = values
        self._reword()

    def value(self) -> str:
        """What was chosen or typed."""
        if self.list is not None:
            return self.list.value()
        return self.line.text().strip() if self.line is not None else ""

    def put(self, value: str) -> None:
        """Choose it, also when what there is comes later."""
        if self.list is not None and self.list.findData(value) < 0:
            self.values = [*self.values, (value, value)]
            self._reword()
        if self.list is not None:
            self.list.choose(value)
        elif self.line is not None:
            self.line.setText(value)


class Filters(QWidget):
    """The filters of the marked report, side by side."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = Row(spacing=10)
        self.setLayout(self._row)
        self._which: tuple[Filter, ...] = ()
        self.parts: dict[str, _One] = {}
        self.hide()

    def offer(self, which: Sequence[Filter]) -> None:
        """These; what was chosen stays while it is the same report."""
        if tuple(which) == self._which:
            return
        self._which = tuple(which)
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.parts = {one.name: _One(one) for one in which}
        for part in self.parts.values():
            self._row.addWidget(part)
            if part.line is not None:
                part.line.textChanged.connect(self.changed)
            elif part.list is not None:
                part.list.chosen.connect(self.changed)
        self._row.addStretch(1)

    def fill(self, choices: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """What may be chosen, once it was read."""
        for name, values in choices.items():
            if name in self.parts:
                self.parts[name].fill(values)

    def input(self, name: str) -> QWidget | None:
        """Where a filter is chosen or typed; the first one's for what is said of all of them."""
        first = next(iter(self.parts), "")
        part = self.parts.get(first if name == "filter" else name)
        return part.input if part is not None else None

    def asked(self) -> dict[str, str]:
        """What the report is narrowed by."""
        return {name: part.value() for name, part in self.parts.items() if part.value()}

    def choose(self, wanted: Mapping[str, str]) -> None:
        """As it was chosen before."""
        for name, value in wanted.items():
            if name in self.parts:
                self.parts[name].put(value)

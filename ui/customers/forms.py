"""Dialogs of the card: fields that know their kind, and one way to save and tell mistakes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from jewelcrm.context import Context
from jewelcrm.customers.lists import Choices
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from ui.customers.parts import Flow
from ui.customers.words import ListChoice, label
from ui.i18n import bind, say
from ui.shell.desk import Desk
from ui.widgets import Area, DayEdit, Dialog, Field, MoneyEdit, NumberEdit, Row, VBox

T = TypeVar("T")


def at(name: str, read: Callable[[], T]) -> T:
    """What `read` gives; what it finds wrong is told of the field `name`."""
    try:
        return read()
    except CanFix as error:
        raise CanFix(error.template, field=name, **error.values) from error


class DayField(Field):
    """A day, perhaps empty."""

    def __init__(self, label_text: str, today: dt.date, *, name: str, hint: str = "") -> None:
        self.edit = DayEdit(today)
        super().__init__(label_text, self.edit, name=name, hint=hint)

    def day(self) -> dt.date | None:
        """The day typed. Raises CanFix naming this field."""
        return at(self.field_name, self.edit.day)


class MoneyField(Field):
    """An amount, perhaps empty."""

    def __init__(self, label_text: str, currency: str, *, name: str) -> None:
        self.edit = MoneyEdit(currency)
        super().__init__(label_text, self.edit, name=name)

    def money(self) -> Money | None:
        """The amount typed. Raises CanFix naming this field."""
        return at(self.field_name, self.edit.money)


class NumberField(Field):
    """A number, perhaps empty."""

    def __init__(self, label_text: str, places: int = 0, *, name: str, example: str = "") -> None:
        self.edit = NumberEdit(places)
        super().__init__(label_text, self.edit, name=name, example=example)

    def number(self) -> Decimal | None:
        """The number typed. Raises CanFix naming this field."""
        return at(self.field_name, self.edit.number)

    def whole(self) -> int | None:
        """The number as a whole one."""
        found = self.number()
        return None if found is None else int(found)


class ListField(Field):
    """A choice from a controlled list."""

    def __init__(
        self,
        label_text: str,
        choices: Choices,
        *,
        name: str,
        nothing: str | None = None,
        only: Iterable[str] | None = None,
    ) -> None:
        self.choice = ListChoice(choices, nothing=nothing, only=only)
        super().__init__(label_text, self.choice, name=name)

    def value(self) -> str:
        """The code chosen."""
        return self.choice.value()

    def choose(self, code: str | None) -> None:
        """Choose by code."""
        self.choice.choose(code or "")


class Ticks(QWidget):
    """Several of a controlled list, each with a box to tick."""

    def __init__(self, choices: Choices, name: str, only: Iterable[str] | None = None) -> None:
        super().__init__()
        self._boxes = {code: QCheckBox() for code in (only or choices.codes())}
        flow = Flow(spacing=16)
        for code, box in self._boxes.items():
            bind(box.setText, lambda code=code: label(choices, code))  # type: ignore[misc]
            flow.add(box)
        say(self.setAccessibleName, name)
        self.setLayout(VBox(flow))

    def ticked(self) -> tuple[str, ...]:
        """The codes ticked, in the order shown."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    def tick(self, codes: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(codes)
        for code, box in self._boxes.items():
            box.setChecked(code in wanted)

    def box(self, code: str) -> QCheckBox:
        """One of the boxes."""
        return self._boxes[code]


class Form(Dialog):
    """A dialog that reads itself in `work()` and runs what that gives.

    `work()` may raise CanFix: its words appear under the field it names, and all that was typed
    stays as it is.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        *,
        save: str = "Save",
        width: int = 520,
        danger: bool = False,
    ) -> None:
        super().__init__(desk, title, save=save, width=width, danger=danger)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def work(self) -> Callable[[Context], object]:
        """What to do with what was typed."""
        raise NotImplementedError

    def save(self) -> None:
        """Read, run, and close when it is done."""
        try:
            work = self.work()
        except CanFix as error:
            self.show_error(error)
        else:
            self.submit(work, self.saved)

    def saved(self, _answer: object) -> None:
        """The command is done."""
        self.accept()

    def add(self, *parts: QWidget) -> None:
        """Put these one under the other."""
        for part in parts:
            self.box.addWidget(part)


def wide(*fields: QWidget, shares: Sequence[int] = ()) -> Row:
    """Fields side by side, each at the top: one that shows an error does not move the others."""
    row = Row()
    for number, field in enumerate(fields):
        row.addWidget(field, shares[number] if shares else 1, Qt.AlignmentFlag.AlignTop)
    return row


def area(label_text: str, lines: int = 3, *, name: str, hint: str = "", example: str = "") -> Field:
    """A field of several lines."""
    return Field(label_text, Area(lines), name=name, hint=hint, example=example)

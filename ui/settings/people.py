"""Who works here: a list, and dialogs for the administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.format import names
from ui.i18n import N_, t
from ui.settings.part import Part
from ui.settings.person import EditPerson, NewPassword, NewPerson
from ui.shell.sidebar import ROLE_WORDS
from ui.widgets.buttons import Button, IconButton, PrimaryButton
from ui.widgets.dialog import ask_yes
from ui.widgets.face import Avatar, Pill
from ui.widgets.frames import Column, Row, line
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.people.queries import Person
    from ui.shell.desk import Desk


class People(Part):
    """Names, roles and ways in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "People", "Who may sign in on this computer, and what they may do.")
        self.add = PrimaryButton("New person", "account-plus", self._new)
        may = desk.allows("people.manage")
        self.add.setEnabled(may)
        self.add.setVisible(may or not desk.line.enrolled)
        self.box.addLayout(Row(self.add, None))
        self._rows = Column(spacing=0)
        self.box.addLayout(self._rows)
        desk.languageChanged.connect(self.load)

    def load(self) -> None:
        """Read the list."""
        self.desk.read(self, _everyone, self.show_people, key="people")

    def show_people(self, people: list[Person]) -> None:
        """One line each."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for person in people:
            self._rows.addWidget(line())
            self._rows.addWidget(self._row(person))

    def _row(self, person: Person) -> QWidget:
        face, name, small = Avatar(40), Label(look="strong"), Label(look="muted")
        large, other = names(person.name, person.name_zh)
        face.show_name(person.name, person.name_zh)
        name.raw(large)
        small.raw("  ·  ".join(part for part in (other, person.login) if part))
        row = Row(face, Column(name, small, spacing=0), None, margins=8)
        if not person.can_sign_in:
            row.addWidget(Pill("No way in on this PC", "gold"))
        row.addWidget(Pill(ROLE_WORDS.get(person.role, person.role), _tone(person.role)))
        if self.desk.allows("people.manage"):
            self._buttons(row, person)
        made = QWidget()
        made.setLayout(row)
        return made

    def _buttons(self, row: QHBoxLayout, person: Person) -> None:
        row.addWidget(Button("Edit", pressed=lambda: EditPerson(self.desk, person).open()))
        row.addWidget(
            IconButton("key", "New password…", lambda: NewPassword(self.desk, person).open())
        )
        row.addWidget(IconButton("logout", "This person left…", lambda: self._left(person)))

    def _new(self) -> None:
        NewPerson(self.desk).open()

    def _left(self, person: Person) -> None:
        ask_yes(
            self.desk,
            N_("Has this person left?"),
            N_("The way in is closed at once. What the person did stays in every history."),
            N_("Close the way in"),
            lambda: self._close_way_in(person),
            danger=True,
        )

    def _close_way_in(self, person: Person) -> None:
        self.desk.write(self, lambda ctx: _person_left(ctx, person.id), self._closed)

    def _closed(self, _nothing: None) -> None:
        self.desk.toast(t("The way in is closed."))
        self.load()


def _tone(role: str) -> str:
    return {"administrator": "accent", "manager": "info"}.get(role, "muted")


def _everyone(ctx: Context) -> list[Person]:
    from jewelcrm.people.queries import everyone

    return everyone(ctx)


def _person_left(ctx: Context, staff_id: bytes) -> None:
    from jewelcrm.people.commands import person_left

    person_left(ctx, staff_id)

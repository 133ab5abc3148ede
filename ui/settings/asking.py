"""What is asked of a new customer: required, recommended or forbidden, for each way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jewelcrm.customers.lists import INTAKES
from jewelcrm.customers.rules.collection import FIELDS, NEVER
from ui.customers.words import ListChoice, joined, label
from ui.i18n import N_, bind, t
from ui.settings.part import Part
from ui.widgets.choice import Choice
from ui.widgets.frames import Row, line
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jewelcrm.context import Context
    from jewelcrm.customers.rules.collection import Form
    from ui.shell.desk import Desk

_LEVELS = (
    ("required", N_("Required")),
    ("recommended", N_("Recommended")),
    ("", N_("If it comes up")),
    ("forbidden", N_("Not to be asked")),
)


class Asking(Part):
    """One line per field, for the way in that is chosen above."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "What is asked",
            "A record is complete when everything required is known. What is not to be asked is "
            "not offered on the card, and refused there.",
        )
        self.way = ListChoice(INTAKES, N_("Where we met"))
        self.way.chosen.connect(lambda _key: self.load())
        self.way.setFixedWidth(220)
        self.box.addWidget(self.way)
        self.levels: dict[str, Choice] = {}
        for field in (one.code for one in FIELDS if one.code not in NEVER):
            self.box.addWidget(line())
            self.box.addWidget(self._line(field))
        never = Label(look="muted", wrap=True)
        bind(never.setText, _never_words)
        self.box.addWidget(line())
        self.box.addWidget(never)

    def _line(self, field: str) -> QWidget:
        words = Label()
        choice = self.levels[field] = Choice(_LEVELS[:-1] if field == "name" else _LEVELS)
        choice.setFixedWidth(220)
        bind(words.setText, lambda: label(FIELDS, field))
        bind(choice.setAccessibleName, lambda: label(FIELDS, field))
        choice.chosen.connect(lambda _level: self._keep())
        box = QWidget()
        box.setMinimumHeight(44)
        box.setLayout(Row(words, None, choice))
        return box

    def load(self) -> None:
        """Read the form of the way in."""
        way = self.way.value()
        self.desk.read(self, lambda ctx: _form(ctx, way), self.show_form, key="form")

    def show_form(self, form: Form) -> None:
        """Show it; only who may change the shop's settings can."""
        for field, choice in self.levels.items():
            choice.choose(_level(form, field))
            choice.setEnabled(self.may_edit())

    def _keep(self) -> None:
        way = self.way.value()
        chosen = {field: choice.value() for field, choice in self.levels.items()}
        self.desk.write(self, lambda ctx: _set(ctx, way, chosen), self._kept)

    def _kept(self, _answer: object) -> None:
        self.desk.toast(t("Saved."))


def _level(form: Form, field: str) -> str:
    lists = {
        "forbidden": form.forbidden,
        "required": form.required,
        "recommended": form.recommended,
    }
    return next((level for level, fields in lists.items() if field in fields), "")


def _never_words() -> str:
    fields = joined(*(label(FIELDS, field) for field in NEVER))
    return t("Never asked, more than a shop needs (Cap. 486): {fields}", fields=fields)


def _form(ctx: Context, way: str) -> Form:
    from jewelcrm.customers.forms import form_of

    return form_of(ctx, way)


def _set(ctx: Context, way: str, chosen: Mapping[str, str]) -> None:
    from jewelcrm.customers.forms import set_form

    at = {level: [f for f, one in chosen.items() if one == level] for level, _words in _LEVELS}
    set_form(
        ctx,
        way,
        required=at["required"],
        recommended=at["recommended"],
        forbidden=at["forbidden"],
    )

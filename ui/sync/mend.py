"""The form to correct work that was put aside; it is then sent in the name of who corrects it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from jewelcrm.context import Context
from jewelcrm.money import Money
from jewelcrm.sync import commands
from jewelcrm.sync.model import AsideField, AsideOp, PutAside
from ui.customers.forms import DayField, MoneyField, NumberField
from ui.customers.parts import today_of
from ui.format import sentences
from ui.i18n import N_, bind, later, t
from ui.shell.desk import Desk
from ui.sync.asides import field_words
from ui.sync.rows import when_of
from ui.sync.words import aside_advice, aside_why
from ui.widgets import Area, Dialog, Field, Label, muted, note

_LONG = 60
TOO_LONG = N_("These are {n} characters; there is room for {limit}. Shorten it.")
_CODE = re.compile(r"[a-z0-9]+(?:[_:][a-z0-9]+)*")
Read = Callable[[], Any]


def show(desk: Desk, *, aside: PutAside) -> Mend:
    """Open the form for one put-aside piece of work."""
    dialog = Mend(desk, aside)
    dialog.open()
    return dialog


class Mend(Dialog):
    help = "sync#Put aside"

    def __init__(self, desk: Desk, aside: PutAside) -> None:
        super().__init__(desk, N_("Mend and send again"), save=N_("Send again"), width=600)
        self._aside = aside
        self._reads: dict[tuple[int, str], tuple[Any, Read]] = {}
        self.fields: dict[tuple[int, str], Field] = {}
        who = "  ·  ".join(p for p in (aside.subject, aside.who, _when(desk, aside)) if p)
        self.box.addWidget(Label(look="strong", wrap=True).raw(who))
        self.box.addWidget(note().raw(sentences(aside_why(aside), aside_advice(aside))))
        for op in aside.ops:
            self._add_op(op)
        self.box.addWidget(muted(N_("It is sent in your name, with what stands here.")))

    def _add_op(self, op: AsideOp) -> None:
        if not op.fields:
            return
        self.box.addWidget(Label(look="heading").raw(later(op.act, {"thing": later(op.thing)})))
        currency = _currency(op, self.desk.context())
        for one in op.fields:
            made = _editor(self.desk, one, currency)
            if made is None:
                self.box.addWidget(Label(look="muted", wrap=True).raw(field_words(one)))
                continue
            field, read = made
            _mark_too_long(field, one)
            self._reads[op.position, one.column] = (one.value, read)
            self.fields[op.position, one.column] = field
            self.box.addWidget(field)

    def save(self) -> None:
        """Send it again with what was changed."""
        from jewelcrm.errors import CanFix

        try:
            changes = self.corrections()
        except CanFix as error:
            self.show_error(error)
            return
        aside = self._aside.id
        self.submit(lambda ctx: commands.mend(ctx, aside, changes), self._sent)

    def corrections(self) -> dict[int, dict[str, Any]]:
        found: dict[int, dict[str, Any]] = {}
        for (position, column), (before, read) in self._reads.items():
            value = read()
            if value != before:
                found.setdefault(position, {})[column] = value
        return found

    def _sent(self, _done: object) -> None:
        self.desk.toast(t("It is sent again in your name."))
        self.accept()


def _mark_too_long(field: Field, one: AsideField) -> None:
    """In red at once: head office only says that one of the values is not possible."""
    if one.most and isinstance(one.value, str) and len(one.value) > one.most:
        field.error(TOO_LONG, n=f"{len(one.value):,}", limit=f"{one.most:,}")


def _when(desk: Desk, aside: PutAside) -> str:
    return when_of(desk)(aside.happened_at)


def _currency(op: AsideOp, ctx: Context) -> str:
    told = next((one.value for one in op.fields if one.column == "currency"), None)
    return told if isinstance(told, str) else ctx.branch.currency


def _editor(desk: Desk, one: AsideField, currency: str) -> tuple[Field, Read] | None:
    """A field for the value and how it is read; None for what is not typed (who, when, codes)."""
    label, value = one.label, one.value
    if one.fixed or isinstance(value, bytes | dt.datetime) or _is_code(one):
        return None
    if isinstance(value, bool):
        return _tick(label, one)
    if isinstance(value, int) and one.column.endswith("_cents"):
        return _money(label, one.column, value, currency)
    if isinstance(value, dt.date):
        return _day(desk, label, one.column, value)
    if isinstance(value, Decimal | int):
        return _number(label, one.column, value)
    return _text(label, one)


def _is_code(one: AsideField) -> bool:
    """A word out of a list, such as `walk_in`: told in words, nobody can type another one."""
    code = isinstance(one.value, str) and _CODE.fullmatch(one.value) is not None
    return code and bool(one.text) and one.text != one.value


def _text(label: str, one: AsideField) -> tuple[Field, Read]:
    value = one.value or ""
    box: QWidget = Area(3) if len(value) > _LONG or "\n" in value else QLineEdit()
    field = Field(label, box, name=one.column)
    field.set_text(value)
    return field, lambda: field.text() or None


def _tick(label: str, one: AsideField) -> tuple[Field, Read]:
    box = QCheckBox()
    bind(box.setText, lambda: later(label))
    box.setChecked(bool(one.value))
    return Field(label, box, name=one.column), box.isChecked


def _money(label: str, name: str, value: int, currency: str) -> tuple[Field, Read]:
    field = MoneyField(label, currency, name=name)
    field.edit.set_money(Money(value, currency))

    def read() -> int | None:
        found = field.money()
        return None if found is None else found.cents

    return field, read


def _day(desk: Desk, label: str, name: str, value: dt.date) -> tuple[Field, Read]:
    field = DayField(label, today_of(desk), name=name)
    field.edit.set_day(value)
    return field, field.day


def _number(label: str, name: str, value: Decimal | int) -> tuple[Field, Read]:
    places = 4 if isinstance(value, Decimal) else 0
    field = NumberField(label, places, name=name)
    field.edit.set_number(value.normalize() if isinstance(value, Decimal) else value)
    return field, field.number if isinstance(value, Decimal) else field.whole

"""Third step: which column goes where; guessed, changed with a list, kept by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jewelcrm.context import Context
from jewelcrm.imports.commands import maps
from jewelcrm.imports.queries import KeptMap, Look
from jewelcrm.imports.rules.mapping import Mapping, is_enough
from jewelcrm.imports.rules.values import DateOrder
from ui.customers.filling import Filler
from ui.format import bracketed
from ui.i18n import N_, bind, later, t
from ui.imports.naming import NameMapping
from ui.imports.words import DATE_ORDERS, PHONE_LABELS, places
from ui.shell.desk import Desk
from ui.widgets import (
    Button,
    Card,
    Choice,
    ElidedLabel,
    Field,
    IconButton,
    Label,
    Row,
    Scroll,
    VBox,
    note,
)

_LEFT_OUT = N_("(left out)")
_HEADS = (N_("Column"), N_("What it holds"), N_("Goes to"))


class ColumnChoice(Choice):
    """Where one column goes."""

    def __init__(self, mapping: Mapping, column: str) -> None:
        super().__init__((), raw=True)
        self.column = column
        self._mapping = mapping
        bind(self._reoffer, lambda: "")
        bind(self.setAccessibleName, lambda: t("Where {column} goes", column=column))
        self.choose(mapping.columns.get(column, ""))

    def _reoffer(self, _text: str = "") -> None:
        self.offer([("", later(_LEFT_OUT)), *self._places()])

    def _places(self) -> list[tuple[str, str]]:
        offered: list[tuple[str, str]] = []
        for name, label in places(self._mapping.kind):
            offered.append((name, later(label)))
            if name == "phone":
                offered += [
                    (f"phone:{key}", bracketed(later(label), later(words)))
                    for key, words in PHONE_LABELS
                ]
        known = self._mapping.columns.get(self.column)
        if known and all(known != name for name, _words in offered):
            offered.append((known, known))
        return offered


class ColumnsStep(QWidget):
    """Each column with what it holds; `changed` when the mapping did."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._mapping = Mapping("customers")
        self._kept: list[KeptMap] = []
        self.kept = Choice((), N_("A mapping kept by name"), raw=True)
        self.keep = Button(N_("Keep this mapping…"), "content-save", self._ask_name)
        self.drop = IconButton("delete", N_("Delete the mapping kept by this name"), self._drop)
        self.dates = Choice(DATE_ORDERS)
        self.source = Field(N_("Name of the old system"), name="source", example=N_("pos1"))
        self.wanting = note("", "bad")
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 12, 0)
        self._lines.setSpacing(8)
        self._filler = Filler(self, self._lines)
        self.choices: list[ColumnChoice] = []
        self._arrange()
        self.kept.chosen.connect(self._use_kept)
        self.dates.chosen.connect(self._use_dates)
        self.source.changed.connect(self._use_source)

    def _arrange(self) -> None:
        head = Row(
            Field(N_("A mapping kept by name"), self.kept, name="kept"),
            Field(N_("How its days are written"), self.dates, name="dates"),
            self.source,
            VBox(22, Row(self.drop, self.keep), None, spacing=0),
        )
        for place in range(3):
            head.setStretch(place, 1)
        card = Card(head, self.wanting, Scroll(self._list))
        card.box.setStretch(2, 1)
        self.setLayout(VBox(card))

    # Showing ---------------------------------------------------------------------------------

    def show_columns(self, look: Look, mapping: Mapping, kept: Sequence[KeptMap]) -> None:
        """Show the columns of a file with the places they go to."""
        self._kept = [one for one in kept if set(one.mapping.columns) <= set(look.columns)]
        self._offer_kept("")
        self._show_mapping(mapping, look)
        self._look = look

    _look: Look | None = None

    def _show_mapping(self, mapping: Mapping, look: Look) -> None:
        self._mapping = mapping
        self.dates.choose(mapping.date_order)
        self.source.set_text(mapping.source)
        self.choices = []
        self._filler.fill(self._rows(look))
        self._tell()

    def _rows(self, look: Look) -> Iterator[QWidget]:
        yield _row(*(Label(words, "muted") for words in _HEADS))
        for place, name in enumerate(look.columns):
            yield self._column(place, name, look)
        yield QWidget()

    def _column(self, place: int, name: str, look: Look) -> QWidget:
        held = [row[place] for row in look.rows if place < len(row) and row[place].strip()]
        label, sample = ElidedLabel(look="strong"), ElidedLabel(look="muted")
        label.raw(name)
        sample.raw("  ·  ".join(" ".join(cell[:60].split()) for cell in held[:3]))
        choice = ColumnChoice(self._mapping, name)
        choice.chosen.connect(lambda to: self._send(name, to))
        self.choices.append(choice)
        return _row(label, sample, choice)

    # Changing --------------------------------------------------------------------------------

    def _send(self, column: str, to: str) -> None:
        self._mapping = self._mapping.with_column(column, to or None)
        self._changed()

    def _offer_kept(self, name: str) -> None:
        self.kept.offer([("", t("Guessed")), *((one.name, one.name) for one in self._kept)])
        self.kept.choose(name)
        self.drop.setVisible(bool(name))

    def _use_kept(self, name: str) -> None:
        self.drop.setVisible(bool(name))
        found = next((one.mapping for one in self._kept if one.name == name), None)
        if self._look is not None:
            self._show_mapping(found or self._look.mapping, self._look)
            self.changed.emit()

    def _use_dates(self, order: str) -> None:
        self._mapping = replace(self._mapping, date_order=cast("DateOrder", order))
        self._changed()

    def _use_source(self) -> None:
        self._mapping = replace(self._mapping, source=self.source.text())
        self.changed.emit()

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        enough = is_enough(self._mapping)
        self.wanting.setVisible(not enough)
        if not enough:
            self.wanting.words(
                N_("Say at least which column names the customer, order or product.")
            )

    def mapping(self) -> Mapping:
        """The mapping as it is now."""
        return self._mapping

    def enough(self) -> bool:
        """Whether an import could be tried with it."""
        return is_enough(self._mapping)

    # Keeping ---------------------------------------------------------------------------------

    def _ask_name(self) -> None:
        NameMapping(self.desk, self.kept.value(), self.keep_as).open()

    def keep_as(self, name: str) -> None:
        """Keep the mapping under a name."""
        self._keep(name, self._mapping)

    def _keep(self, name: str, mapping: Mapping) -> None:
        def work(ctx: Context) -> None:
            maps.save_map(ctx, name, mapping)

        self.desk.write(self, work, lambda _nothing: self._kept_as(name, mapping))

    def _kept_as(self, name: str, mapping: Mapping) -> None:
        self._kept = [one for one in self._kept if one.name != name] + [KeptMap(name, mapping)]
        self._offer_kept(name)
        self.desk.toast(t("Mapping kept: {name}", name=name))

    def _drop(self) -> None:
        """Delete the kept mapping that is chosen; where the columns go stays as it is."""
        name = self.kept.value()
        mapping = next(one.mapping for one in self._kept if one.name == name)

        def work(ctx: Context) -> None:
            maps.forget_map(ctx, name)

        self.desk.write(self, work, lambda _nothing: self._dropped(name, mapping))

    def _dropped(self, name: str, mapping: Mapping) -> None:
        self._kept = [one for one in self._kept if one.name != name]
        self._offer_kept("")
        said = t("Mapping deleted: {name}", name=name)
        self.desk.toast(said, t("Undo"), lambda: self._keep(name, mapping))


def _row(*parts: QWidget) -> QWidget:
    """A column's name, what it holds and where it goes, under the ones above."""
    box = QWidget()
    row = Row(spacing=14)
    for part, share in zip(parts, (2, 3, 3), strict=True):
        part.setMinimumWidth(60)
        row.addWidget(part, share)
    box.setLayout(row)
    return box

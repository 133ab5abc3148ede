"""A report's figures: what they are of, how fresh, the table, and the ways onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QWidget

from ui import theme
from ui.customers.parts import Flow
from ui.dress import wear
from ui.i18n import N_, later, t
from ui.reports.going import Going
from ui.reports.picture import Picture
from ui.reports.table import FiguresTable
from ui.reports.words import FORMS, SENSITIVITY, fresh, period_of, rows_of, said
from ui.widgets import (
    Button,
    Card,
    ElidedLabel,
    EmptyState,
    IconButton,
    Label,
    LinkButton,
    Pill,
    PrimaryButton,
    Row,
    Scroll,
    VBox,
    note,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jewelcrm.reports.model import Figures
    from ui.shell.desk import Desk

_MOST_BRANCHES = 4
_ROOM = 560
_NARROW = 560


class Marks(Flow):
    """Pills in a row that wraps, put there anew for each answer."""

    def __init__(self) -> None:
        super().__init__(spacing=6)

    def only(self, pills: Iterable[Pill]) -> None:
        """These and no others."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for pill in pills:
            self.add(pill)


class Result(Card):
    """Nothing yet, on its way, or figures."""

    stop_wanted = Signal()
    print_wanted = Signal()
    preview_wanted = Signal()
    save_wanted = Signal(str)
    list_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=14, spacing=8)
        self.desk = desk
        self.figures: Figures | None = None
        self.stack = QStackedWidget()
        self.nothing = EmptyState(
            "chart-line",
            N_("Choose a report, then press Show"),
            N_("Figures come from this computer; no line is needed."),
        )
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self._make_going())
        self.stack.addWidget(self._make_shown())
        self.box.addWidget(self.stack)
        desk.languageChanged.connect(self._again)

    def _make_going(self) -> QWidget:
        self.going = Going()
        self.going.stop_wanted.connect(self.stop_wanted)
        room = QWidget()
        room.setLayout(VBox(None, self.going, None, margins=40))
        return room

    def _make_shown(self) -> QWidget:
        self.name = ElidedLabel(look="heading")
        self.about = Label(look="muted", wrap=True)
        self.print = PrimaryButton(N_("Print…"), "printer", self.print_wanted.emit)
        self.preview = Button(N_("Preview"), "eye", self.preview_wanted.emit)
        self.save = Button(N_("Save as…"), "content-save", self._save_menu)
        self.marks = Marks()
        self.notes = note()
        self.act = LinkButton(N_("Make follow-ups…"), "bell-ring", self.list_wanted.emit)
        self.draw = LinkButton(N_("Chart"), "chart-line", self._toggle_chart)
        self.picture = Picture()
        self._chart_wanted: bool | None = None
        self.how = LinkButton(N_("How it is computed"), "information-outline", self._toggle)
        self.formula = Label(look="muted", wrap=True)
        self._formula_room = Scroll(VBox(self.formula), shrink=True)
        self._formula_room.setMaximumHeight(110)
        self.table = FiguresTable()
        self.empty = EmptyState("table", N_("No rows"), N_("Nothing matches what was asked for."))
        self._marked = Row(
            self.marks, Row(self.act, self.draw, self.how, None, spacing=8), spacing=8
        )
        self._marked.setStretch(0, 1)
        above = (self._head(), self._marked, self._formula_room, self.notes, self.picture)
        column = VBox(*above, self.table, self.empty, spacing=6)
        column.setStretch(len(above), 1)
        column.setStretch(len(above) + 1, 1)
        shown = QWidget()
        shown.setLayout(column)
        self._formula_room.hide()
        return shown

    def _head(self) -> Row:
        """What it is, and the ways onto paper, two of them as pictures where it is narrow."""
        self._worded = (self.preview, self.save)
        self._pictured = (
            IconButton("eye", N_("Preview"), self.preview_wanted.emit),
            IconButton("content-save", N_("Save as…"), self._save_menu),
        )
        buttons = (*self._worded, *self._pictured, self.print)
        head = Row(VBox(self.name, self.about, spacing=0), *buttons, spacing=8)
        head.setStretch(0, 1)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        direction = QBoxLayout.Direction
        self._marked.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        for worded in self._worded:
            worded.setVisible(not narrow)
        for pictured in self._pictured:
            pictured.setVisible(narrow)

    # What is shown ---------------------------------------------------------------------------

    def begin(self, name: str) -> None:
        """A report is on its way."""
        self.going.begin(name)
        self.stack.setCurrentIndex(1)

    def put(self, figures: Figures | None) -> None:
        """Show these; None: what was shown is gone."""
        self.figures = figures
        self.table.put(figures)
        self.stack.setCurrentIndex(0 if figures is None else 2)
        self._again()

    def back(self) -> None:
        """What ran is over without an answer: as it was before."""
        self.stack.setCurrentIndex(0 if self.figures is None else 2)

    def _again(self) -> None:
        figures, ctx = self.figures, self.desk.ctx
        if figures is None or ctx is None:
            return
        self.name.raw(f"{said(figures.report.title)}  ·  {said(figures.detail.title)}")
        self.about.raw(f"{period_of(figures)}  ·  {rows_of(figures)}")
        self._mark(figures)
        self.act.setVisible(bool(numbers_of(figures)) and self.desk.allows("followups.edit"))
        self.notes.raw("\n".join(said(one) for one in figures.notes))
        self.notes.setVisible(bool(figures.notes))
        self.formula.raw(said(figures.report.formula))
        self.table.relabel()
        self.table.setVisible(bool(figures.rows))
        self.empty.setVisible(not figures.rows)
        drawn = self.picture.put(figures)
        self.draw.setVisible(drawn)
        self.picture.setVisible(drawn and self._draws())

    def _draws(self) -> bool:
        """As somebody wanted it last; else where there is room for both picture and table."""
        if self._chart_wanted is not None:
            return self._chart_wanted
        return self.height() >= theme.px(_ROOM)

    def _toggle_chart(self) -> None:
        self._chart_wanted = self.picture.isHidden()
        self.picture.setVisible(self._chart_wanted)

    def _mark(self, figures: Figures) -> None:
        """Sensitivity, and from when each branch's data is: stale ones in red, and first."""
        today, zone = self.desk.context().today(), str(figures.zone)
        level = figures.detail.sensitivity
        pills = [_pill(later(SENSITIVITY[level]), "gold" if level == "personal" else "muted")]
        ordered = sorted(figures.as_of, key=lambda one: not one.stale)
        pills += [
            _pill(fresh(one, zone, today), "danger" if one.stale else "ok")
            for one in ordered[:_MOST_BRANCHES]
        ]
        if more := ordered[_MOST_BRANCHES:]:
            pills.append(_pill(t("{n} more branches", n=len(more)), "muted"))
            pills[-1].setToolTip("\n".join(fresh(one, zone, today) for one in more))
        self.marks.only(pills)

    def _toggle(self) -> None:
        self._formula_room.setVisible(self._formula_room.isHidden())

    def _save_menu(self) -> None:
        menu = QMenu(self)
        wear(menu)
        for form, words, _icon in FORMS:
            action = menu.addAction(later(words))
            action.triggered.connect(lambda _checked=False, form=form: self.save_wanted.emit(form))
        menu.aboutToHide.connect(menu.deleteLater)
        under = self.save if self.save.isVisible() else self._pictured[1]
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))


def numbers_of(figures: Figures) -> list[str]:
    """Numbers of the orders or customers that the rows are about, in their order."""
    names = [column.name for column in figures.detail.columns]
    at = next((names.index(name) for name in ("number", "order") if name in names), None)
    if at is None:
        return []
    return list(dict.fromkeys(str(row[at]) for row in figures.rows if row[at]))


def _pill(words: str, tone: str) -> Pill:
    made = Pill("", tone)
    made.setText(words)
    made.setAccessibleName(words)
    return made

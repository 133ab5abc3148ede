"""What departments may see: reports level by level, and who belongs to a department.

Ticks are kept until Save, for one department after the other; each is then granted or withdrawn by
itself and noted, as on the command line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from ui import theme
from ui.customers.forms import Form
from ui.i18n import N_, bind, say, t
from ui.reports import granting
from ui.reports.words import SENSITIVITY, said
from ui.widgets import Choice, Field, Label, note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QKeyEvent

    from jewelcrm.context import Context
    from jewelcrm.reports.model import Detail
    from ui.shell.desk import Desk

_KEY = int(Qt.ItemDataRole.UserRole)
_HIGH = 200
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def show(desk: Desk) -> None:
    """Open the window."""
    Grants(desk).open()


@dataclass(frozen=True)
class Tick:
    """A line that can be ticked: its key, its words, and whether it is fixed."""

    key: str
    words: str
    fixed: bool = False


@dataclass
class Wanted:
    """What stands ticked of one department."""

    levels: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)


class Ticks(QTreeWidget):
    """Lines to tick or untick, perhaps under headings; Space does it, the arrows walk."""

    ticked = Signal(str)

    def __init__(self, name: str, high: int = _HIGH) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self._high = high
        self.setMinimumHeight(theme.px(high))
        self.setIndentation(22)
        say(self.setAccessibleName, name)
        self.itemChanged.connect(self._changed)

    def sizeHint(self) -> QSize:
        """No higher than it must be: two of them stand in one dialog."""
        return QSize(super().sizeHint().width(), theme.px(self._high))

    def offer(self, groups: Iterable[tuple[str, Iterable[Tick]]]) -> None:
        """These lines, under headings; a group without one stands at the top."""
        self.blockSignals(True)
        self.clear()
        for words, ticks in groups:
            under = self._heading(words) if words else self.invisibleRootItem()
            for tick in ticks:
                line = QTreeWidgetItem(under, [tick.words])
                line.setData(0, _KEY, tick.key)
                line.setFlags(_FIXED | Qt.ItemFlag.ItemIsUserCheckable)
                line.setDisabled(tick.fixed)
        self.blockSignals(False)
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)

    def _heading(self, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [words])
        item.setFlags(_FIXED)
        item.setFont(0, theme.font(14, theme.SEMIBOLD))
        return item

    def tick(self, keys: set[str]) -> None:
        """Tick these and no others; a heading with a tick in it is opened."""
        self.blockSignals(True)
        for line in self._lines():
            on = line.isDisabled() or str(line.data(0, _KEY)) in keys
            line.setCheckState(0, _ON if on else _OFF)
            if on and (above := line.parent()) is not None:
                above.setExpanded(True)
        self.blockSignals(False)

    def _lines(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        below = [top.child(at) for top in tops if top for at in range(top.childCount())]
        return [one for one in (*tops, *below) if one is not None and one.data(0, _KEY)]

    def _changed(self, item: QTreeWidgetItem, _column: int) -> None:
        self.ticked.emit(str(item.data(0, _KEY)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as Space does; it does not save behind somebody's back."""
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            if item.data(0, _KEY) and not item.isDisabled():
                item.setCheckState(0, _OFF if item.checkState(0) == _ON else _ON)
            else:
                item.setExpanded(not item.isExpanded())
            return
        super().keyPressEvent(event)


class Grants(Form):
    """One department at a time."""

    help = "reports#Which department may see what"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("What departments may see"), save=N_("Save"), width=620)
        self.found: granting.Granted | None = None
        self.wanted: dict[str, Wanted] = {}
        self.department = Choice((), raw=True)
        self.department.chosen.connect(lambda _name: self._show())
        self.levels = Ticks(N_("Reports and their levels of detail"))
        self.people = Ticks(N_("People of the department"), 120)
        self.levels.ticked.connect(self._level)
        self.people.ticked.connect(self._person)
        self.add(
            Field(N_("Department"), self.department, name="department"),
            Label(N_("Reports and their levels of detail"), "strong"),
            self.levels,
            Label(N_("People of the department"), "strong"),
            self.people,
            note(N_("Whoever is not granted a report sees none of it. Each change is noted.")),
        )
        bind(self._reword, lambda: "")
        desk.read(self, granting.granted, self._begin, self.show_error)

    def _begin(self, found: granting.Granted) -> None:
        self.found = found
        self.wanted = {
            name: Wanted(set(found.levels[name]), set(found.people[name])) for name in found.names
        }
        self._reword()

    def _reword(self, _text: str = "") -> None:
        if self.found is None:
            return
        names = self.found.names
        self.department.offer([(name, said(words)) for name, words in names.items()])
        self.levels.offer(
            (
                said(report.title),
                [Tick(f"{report.name}/{one.name}", _level_words(one)) for one in report.details],
            )
            for report in self.found.reports
        )
        self._show()

    def _show(self) -> None:
        """The ticks of the department in force."""
        found, name = self.found, self.department.value()
        if found is None or not name:
            return
        self.levels.tick(self.wanted[name].levels)
        fixed = found.by_role.get(name, frozenset())
        self.people.offer(
            [("", [Tick(key, words, key in fixed) for key, words in found.staff.items()])]
        )
        self.people.tick(self.wanted[name].people)

    def _level(self, key: str) -> None:
        self.wanted[self.department.value()].levels ^= {key}

    def _person(self, key: str) -> None:
        self.wanted[self.department.value()].people ^= {key}

    def work(self) -> Callable[[Context], object]:
        found, wanted = self.found, self.wanted

        def changed(ctx: Context) -> object:
            ticks = {
                name: (frozenset(one.levels), frozenset(one.people)) for name, one in wanted.items()
            }
            return granting.regrant(ctx, found, ticks) if found is not None else 0

        return changed

    def saved(self, _answer: object) -> None:
        """It counts at once, also for who has a report open."""
        self.desk.toast(t("Kept. It counts from now on."))
        self.accept()


def _level_words(detail: Detail) -> str:
    words = said(detail.title)
    if detail.sensitivity == "personal":
        return f"{words}  ·  {t(SENSITIVITY['personal'])}"
    return words

"""The tab History: who changed what, with undo of one change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jewelcrm.history import commands, queries
from jewelcrm.history.queries import Detail, HistoryEntry
from jewelcrm.history.rules import UNDOING
from ui.customers.card.acting import Acts
from ui.customers.card.load import CardView
from ui.customers.filling import Filler
from ui.customers.parts import Line
from ui.customers.words import joined
from ui.format import labelled, moment, names
from ui.i18n import N_, language, later, t
from ui.shell.desk import Desk
from ui.widgets import Button, LinkButton, VBox, ask_yes, muted

_PAGE = 40


class History(QWidget):
    """Changes, newest first, by pages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: CardView | None = None
        self._oldest: int | None = None
        box = VBox(spacing=12)
        self._filler = Filler(self, box)
        self.more = LinkButton(N_("Show older changes"), "chevron-down", self._more)
        self.more.hide()
        self.setLayout(VBox(box, self.more, None, spacing=12))

    def show_view(self, view: CardView, acts: Acts) -> None:
        """Read the newest changes."""
        self._view, self._oldest = view, None
        if not acts.desk.allows("customers.history"):
            self._filler.fill([muted(N_("You are not allowed to do this. Ask your manager."))])
            return
        self._read()

    def _more(self) -> None:
        self._read()

    def _read(self) -> None:
        assert self._view is not None
        customer, before, tongue = self._view.card.id, self._oldest, language()
        self._desk.read(
            self,
            lambda ctx: queries.of(
                ctx, "customer", customer, before=before, limit=_PAGE, language=tongue
            ),
            lambda found: self._show(found, first=before is None),
            key="history",
        )

    def _show(self, found: Sequence[HistoryEntry], *, first: bool) -> None:
        lines = (self._line(entry) for entry in found)
        if first:
            self._filler.fill(lines, lambda: muted(N_("Nothing has been changed yet.")))
        else:
            self._filler.add(lines)
        self._oldest = found[-1].n if found else self._oldest
        self.more.setVisible(len(found) == _PAGE)

    def _line(self, entry: HistoryEntry) -> Line:
        assert self._view is not None
        text = later(entry.act, {"thing": later(entry.thing)})
        who = joined(
            moment(entry.at, self._view.zone, self._view.today),
            names(entry.who, entry.who_zh)[0],
            _why(entry.why),
        )
        details = "\n".join(map(_detail, entry.what))
        line = Line(_icon(entry), text, f"{details}\n{who}" if details else who)
        if entry.can_undo:
            undo = Button(N_("Undo"), "undo", lambda: self._ask(entry, text))
            undo.setAccessibleDescription(text)
            row = line.layout()
            assert row is not None
            row.addWidget(undo)
        elif entry.why_not:
            line.setToolTip(later(entry.why_not))
        return line

    def _ask(self, entry: HistoryEntry, text: str) -> None:
        ask_yes(
            self._desk,
            N_("Undo this change?"),
            joined(text, *(_detail(one) for one in entry.what[:3])),
            N_("Undo"),
            lambda: self._undo(entry.n),
        )

    def _undo(self, n: int) -> None:
        self._desk.write(
            self,
            lambda ctx: commands.undo(ctx, n),
            lambda _done: self._desk.toast(t("The change has been undone")),
        )


def _why(reason: str) -> str:
    return t("an earlier change was undone") if reason.startswith(UNDOING) else reason


def _detail(one: Detail) -> str:
    name = later(one.label)
    if one.old and one.new:
        return labelled(name, f"{one.old} → {one.new}")
    if one.old:
        return t("{field}: {old} taken out", field=name, old=one.old)
    return labelled(name, one.new)


def _icon(entry: HistoryEntry) -> str:
    if "added" in entry.act:
        return "plus-circle"
    return "pencil" if "changed" in entry.act else "archive"

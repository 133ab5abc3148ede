"""A section of Today: its name, how many there are, the first rows, and the rest on demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from ui.customers.filling import Filler
from ui.customers.parts import Glyph
from ui.i18n import bind, t
from ui.widgets import Card, Label, LinkButton, Pill, Row, VBox, muted

if TYPE_CHECKING:
    from jewelcrm.followups.model import Section

T = TypeVar("T")
_FIRST = 6


class TodaySection(Card):
    """Filled again at every change; what was unfolded stays unfolded."""

    def __init__(self, name: str, icon: str, tone: str, nothing: str) -> None:
        super().__init__(margins=16, spacing=8)
        self._count = Pill("", "muted")
        self._rows = VBox(spacing=2)
        self._filler = Filler(self, self._rows)
        self._nothing = muted(nothing)
        self._all = False
        self._makers: Sequence[Callable[[], QWidget]] = ()
        self._total, self._capped = 0, False
        self.more = LinkButton("", "chevron-down", self._unfold)
        bind(self.more.setText, self._more_words)
        head = Row(Glyph(icon, tone, 20), Label(name, "heading"), self._count, None, spacing=8)
        for part in (head, self._rows):
            self.box.addLayout(part)
        self.box.addWidget(self._nothing)
        self.box.addLayout(Row(self.more, None))

    def show_section(self, found: Section[T], make: Callable[[T], QWidget]) -> None:
        """Show these items; `make` makes the row of one."""
        self._total, self._capped = found.total, found.more
        self._makers = [_maker(make, item) for item in found.items]
        self._count.setText(f"{found.total:,}{'+' if found.more else ''}")
        self._nothing.setVisible(not found.items)
        self._count.setVisible(bool(found.items))
        self._show()

    def _show(self) -> None:
        shown = self._makers if self._all else self._makers[:_FIRST]
        self._filler.fill(make() for make in shown)
        self.more.setVisible(len(self._makers) > len(shown))
        self.more.setText(self._more_words())

    def _more_words(self) -> str:
        return t("Show all {n}", n=len(self._makers))

    def _unfold(self) -> None:
        self._all = True
        self._show()


def _maker(make: Callable[[T], QWidget], item: T) -> Callable[[], QWidget]:
    return lambda: make(item)

"""A state in the top bar: a picture, and as many words beside it as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton

from ui import icons
from ui.i18n import bind, say
from ui.widgets.buttons import restyle

if TYPE_CHECKING:
    from ui.shell.desk import Desk

_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly
_BEFORE_WORDS = 4  # what Qt puts between a picture and its words


class Said(NamedTuple):
    """What a pill shows, and what is told to the mouse and to screen readers."""

    forms: tuple[str, ...]
    """The same in ever fewer words, the longest first; an empty one is the picture alone."""
    icon: str
    tone: str
    name: str
    tip: str


class StatePill(QToolButton):
    """A press opens the page that says more. Not there while there is nothing to say."""

    page = ""
    about = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._forms: tuple[str, ...] = ("",)
        self._form = 0
        self.setProperty("look", "line")
        self.setIconSize(QSize(18, 18))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, self.about)
        bind(self._say, lambda: "")
        self.clicked.connect(lambda _checked=False: desk.open(self.page))
        self.hide()

    def said(self) -> Said | None:
        """What there is to say now."""
        raise NotImplementedError

    def widths(self) -> list[int]:
        """How wide it is in each of its forms."""
        rest = self.sizeHint().width() - self._wide(self.text())
        return [rest + self._wide(form) for form in self._forms]

    def take(self, form: int) -> None:
        """Say it in this form."""
        self._form = form
        text = self._forms[min(form, len(self._forms) - 1)]
        self.setToolButtonStyle(_WITH_WORDS if text else _ALONE)
        self.setText(text)

    def _wide(self, text: str) -> int:
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(f" {text} ") + _BEFORE_WORDS if text else 0

    def _say(self, _text: str = "") -> None:
        said = self.said()
        self.setVisible(said is not None)
        if said is None:
            return
        self._forms = said.forms
        self.take(self._form)
        self.setIcon(icons.icon(said.icon, said.tone))
        self.setAccessibleName(said.name)
        self.setToolTip(said.tip)
        restyle(self, tone=said.tone)


def shortened(widths: Sequence[Sequence[int]], room: int) -> list[int]:
    """Which form each takes, given how wide its forms are: shorter in turn until all have room."""
    chosen = [0] * len(widths)
    for form in range(1, max(map(len, widths), default=0)):
        for at, forms in enumerate(widths):
            if sum(one[now] for one, now in zip(widths, chosen, strict=True)) <= room:
                return chosen
            chosen[at] = min(form, len(forms) - 1)
    return chosen

"""The settings page: parts on the left, the chosen part on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from ui.i18n import N_
from ui.settings.about import About
from ui.settings.asking import Asking
from ui.settings.looks import Looks
from ui.settings.office import Office
from ui.settings.part import Part
from ui.settings.people import People
from ui.settings.receipts import Receipts
from ui.settings.rules import Rules
from ui.settings.safety import Safety
from ui.settings.scanning import Scanning
from ui.settings.shop import Shop
from ui.shell.page import Page
from ui.widgets.buttons import Chips
from ui.widgets.frames import Column, Row, Scroll
from ui.widgets.labels import title

if TYPE_CHECKING:
    from ui.shell.desk import Desk


@dataclass(frozen=True)
class Entry:
    """A part of the settings."""

    key: str
    words: str
    make: Callable[[Desk], Part]
    right: str = ""


PARTS = (
    Entry("looks", N_("Window"), Looks),
    Entry("shop", N_("Shop"), Shop),
    Entry("safety", N_("Sign-in"), Safety),
    Entry("scanner", N_("Scanner"), Scanning),
    Entry("receipts", N_("Receipts"), Receipts),
    Entry("asking", N_("What is asked"), Asking),
    Entry("rules", N_("Reminder rules"), Rules, "followups.view"),
    Entry("people", N_("People"), People, "people.view"),
    Entry("office", N_("Head office"), Office, "sync.view"),
    Entry("about", N_("Health and about"), About),
)


class SettingsPage(Page):
    """Each part is made when it is first looked at."""

    name = "settings"
    icon = "settings"
    title = N_("Settings")
    help = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        entries = [e for e in PARTS if not e.right or desk.allows(e.right)]
        self.chips = Chips([(e.key, e.words) for e in entries], name="Parts of the settings")
        self.stack = QStackedWidget()
        self._parts: dict[str, Part] = {}
        self._frames: dict[str, Scroll] = {}
        body = Column(Row(title("Settings"), None), self.chips, self.stack, spacing=14)
        body.setStretch(2, 1)
        self.setLayout(body)
        self.chips.chosen.connect(self.show_part)

    def enter(self, **where: object) -> None:
        """desk.open("settings", part="people"); part="about", examine=True begins at once."""
        self.show_part(str(where.get("part") or self.chips.value()))
        about = self._parts.get("about")
        if where.get("examine") and isinstance(about, About):
            about.examine()

    def show_part(self, key: str) -> None:
        """Bring a part to the front."""
        entry = next((e for e in PARTS if e.key == key), PARTS[0])
        if entry.key not in self._parts:
            part = self._parts[entry.key] = entry.make(self.desk)
            column = Column(part, None)
            self._frames[entry.key] = Scroll(column)
            self.stack.addWidget(self._frames[entry.key])
        self.chips.choose(entry.key)
        self.stack.setCurrentWidget(self._frames[entry.key])
        self._parts[entry.key].load()

    def part(self, key: str) -> Part:
        """A part, for tests and pictures."""
        self.show_part(key)
        return self._parts[key]

    def refresh(self, tables: frozenset[str]) -> None:
        """Settings, people or rules changed."""
        if not tables or tables & {"setting", "staff", "followup_rule", "branch", "sync"}:
            self._parts[self.chips.value()].load()


PAGE = SettingsPage

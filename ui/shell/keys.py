"""The keyboard map of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.i18n import N_

LANGUAGE_KEY = "Ctrl+Shift+L"  # these two and Ctrl+L also work in dialogs
THEME_KEY = "Ctrl+Shift+D"


class Key(NamedTuple):
    """A key and what it does, as the help shows it."""

    keys: str
    does: str


MAP = (
    Key("Ctrl+K", N_("Search, pages and deeds in one list")),
    Key("Ctrl+F", N_("Go to the search box")),
    Key("Ctrl+1 … Ctrl+9, Ctrl+0", N_("The pages of the side bar")),
    Key("Ctrl+N", N_("New customer")),
    Key("Ctrl+O", N_("New order")),
    Key("Ctrl+P", N_("Take payment")),
    Key("F5", N_("Read everything again")),
    Key("Ctrl+L", N_("Lock")),
    Key(LANGUAGE_KEY, N_("The other language")),
    Key(THEME_KEY, N_("Light or dark")),
    Key("F1", N_("Help for this page")),
    Key("Esc", N_("Close what is open")),
)


def bind_keys(window: QWidget, deeds: dict[str, Callable[[], object]]) -> list[QShortcut]:
    """Tie keys to deeds for the whole window."""
    made = []
    for keys, deed in deeds.items():
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(deed)
        made.append(shortcut)
    return made

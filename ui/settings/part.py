"""What every part of the settings is: a card that loads itself and keeps what is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.i18n import t
from ui.widgets.frames import Card
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.settings import Value
    from ui.shell.desk import Desk
    from ui.shell.window import Window

_WIDTH = 760


class Part(Card):
    """One card of the settings page."""

    def __init__(self, desk: Desk, title: str, words: str = "", *, width: int = _WIDTH) -> None:
        super().__init__(margins=24, spacing=14)
        self.desk = desk
        self.setMaximumWidth(width)
        self.box.addWidget(Label(title, "heading"))
        if words:
            self.box.addWidget(Label(words, "muted", wrap=True))

    def load(self) -> None:
        """Read what is in force; called whenever the part comes to the front."""
        self.desk.read(self, _everything, self.show_settings, key="settings")

    def show_settings(self, settings: dict[str, Value]) -> None:
        """Show what is in force."""

    def keep(self, key: str, value: Value) -> None:
        """Change one setting of this PC."""
        self.desk.write(self, lambda ctx: _put(ctx, key, value), lambda _n: self.kept(key, value))

    def kept(self, key: str, value: Value) -> None:
        """It is kept: tell whoever goes by it."""
        self.desk.toast(t("Saved."))
        self.desk.settled.emit(key, value)

    def may_edit(self) -> bool:
        """Whether the person may change settings of the shop."""
        return self.desk.allows("settings.edit")

    def shell(self) -> Window | None:
        """The window, for what it keeps itself (language, theme, text size)."""
        from ui.shell.window import Window

        window: QWidget = self.window()
        return window if isinstance(window, Window) else None


def _everything(ctx: Context) -> dict[str, Value]:
    from jewelcrm.settings import everything

    return everything(ctx)


def _put(ctx: Context, key: str, value: Value) -> None:
    from jewelcrm.settings import put

    put(ctx, key, value)

"""Language, theme and size of text: at once, without losing what is typed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QCheckBox

from jewelcrm.commissioning import logon
from jewelcrm.errors import Unavailable
from ui import i18n
from ui.i18n import N_, say
from ui.settings.part import Part
from ui.widgets.buttons import Chips
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk
    from ui.theme import Mode

_SIZES = tuple((str(size), f"{size} %") for size in (90, 100, 115, 130, 150, 175, 200))


class Looks(Part):
    """How the window looks on this computer; everybody may choose."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Window", "How the window looks on this computer.")
        self.language = Chips(list(i18n.NATIVE_NAMES.items()), name="Language")
        self.theme = Chips(
            [
                ("system", N_("As the computer")),
                ("light", N_("Light")),
                ("dark", N_("Dark")),
            ],
            name="Theme",
        )
        self.text_size = Chips(_SIZES, name="Size of text")
        for words, chips in (
            (N_("Language"), self.language),
            (N_("Theme"), self.theme),
            (N_("Size of text"), self.text_size),
        ):
            self.box.addWidget(Label(words, "muted"))
            self.box.addWidget(chips)
        self.at_logon, self.tray = QCheckBox(), QCheckBox()
        say(self.at_logon.setText, "Start when somebody logs on to this computer")
        say(self.tray.setText, "Show a light beside the clock: backups and head office")
        for box in (self.at_logon, self.tray):
            self.box.addWidget(box)
        self.at_logon.clicked.connect(self._start_at_logon)
        self.tray.clicked.connect(self._show_tray)
        self.language.chosen.connect(self._speak)
        self.theme.chosen.connect(self._dress)
        self.text_size.chosen.connect(self._resize)
        desk.languageChanged.connect(self.load)
        desk.themeChanged.connect(self.load)

    def load(self) -> None:
        """What the window says of itself."""
        window = self.shell()
        if window is not None:
            self.language.choose(i18n.language())
            self.theme.choose(window.likes.mode())
            self.text_size.choose(str(window.likes.text_size))
            self.tray.setChecked(window.likes.tray)
            self.at_logon.setChecked(logon.is_on())

    def _speak(self, key: str) -> None:
        if (window := self.shell()) is not None:
            window.use_language(cast("i18n.Language", key))

    def _start_at_logon(self, on: bool) -> None:  # noqa: FBT001 - a slot
        try:
            logon.switch(on=on)
        except Unavailable as error:
            self.at_logon.setChecked(not on)
            self.desk.fail(error, self)

    def _show_tray(self, on: bool) -> None:  # noqa: FBT001 - a slot
        if (window := self.shell()) is not None:
            window.show_tray()
            if window.tray is not None:
                window.tray.switch(on=on)

    def _dress(self, key: str) -> None:
        if (window := self.shell()) is not None:
            window.use_theme(cast("Mode", key))

    def _resize(self, key: str) -> None:
        if (window := self.shell()) is not None:
            window.use_text_size(int(key))

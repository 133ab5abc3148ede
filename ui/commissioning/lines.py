"""Steps and their lights, one below the other, as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from jewelcrm.commissioning.words import STEPS, said_in
from ui import icons
from ui.format import labelled
from ui.i18n import N_, in_script, language, t, words_of
from ui.widgets.frames import Column, Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.commissioning.journal import Outcome
    from jewelcrm.doctor.model import Light, Line

_LIGHTS: dict[Light, tuple[str, str, str]] = {
    "green": ("check-circle", "ok", N_("in order")),
    "amber": ("alert-circle", "gold", N_("to be done")),
    "red": ("close-circle", "danger", N_("not in order")),
}


class Lines(QWidget):
    """Lines that can be emptied and grow."""

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(spacing=10)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._column)
        self._told: list[tuple[str, Light, str, str]] = []

    def again(self) -> None:
        """The same in another language, or in other colours."""
        told = self._told
        self.clear()
        for one in told:
            self.add(*one)

    def clear(self) -> None:
        """None of them."""
        self._told = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, name: str, light: Light, words: str, advice: str) -> None:
        """One more."""
        self._told.append((name, light, words, advice))
        picture, tone, meaning = _LIGHTS[light]
        lamp = QLabel()
        lamp.setPixmap(icons.pixmap(picture, 22, tone))
        lamp.setFixedWidth(24)
        lamp.setAccessibleName(t(meaning))
        said = Label(wrap=True).raw(labelled(step_word(name), sentence(words)))
        texts = Column(said, spacing=2)
        if advice and light != "green":
            texts.addWidget(Label(look="muted", wrap=True).raw(sentence(advice)))
        row = QWidget()
        row.setLayout(Row(lamp, texts, spacing=12))
        row.setAccessibleName(labelled(step_word(name), t(meaning)))
        self._column.addWidget(row)

    def line(self, line: Line) -> None:
        """A check of the computer."""
        self.add(line.check, line.light, line.words, line.advice)

    def outcome(self, one: Outcome) -> None:
        """A step that was taken."""
        self.add(one.step, one.light, one.words, one.advice)


def step_word(name: str) -> str:
    """A step's name in the present language."""
    return name.capitalize() if language() == "en" else in_script(STEPS.get(name, name))


def sentence(text: str) -> str:
    """What a step says, in the present language."""
    return text if language() == "en" else said_in(text, words_of(language()))

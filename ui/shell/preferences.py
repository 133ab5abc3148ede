"""How the window looks on this PC: needed before anybody signs in, so it is kept outside the store.

It holds nothing about anybody: language, theme, text size, where the window stood, and which report
was asked for last.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import cast

from ui.i18n import LANGUAGES, Language
from ui.theme import Mode

FILE_NAME = "window.json"
_MODES = ("light", "dark", "system")


@dataclass
class Preferences:
    """What was chosen; an empty language means nobody has chosen yet."""

    language: str = ""
    theme: str = "system"
    text_size: int = 100
    tray: bool = True  # the light beside the computer's clock
    geometry: str = ""  # Qt's own, base64
    report: str = ""  # JSON of what was chosen last on the page Reports

    def spoken(self, fallback: Language) -> Language:
        """The language chosen, or the fallback."""
        return next((known for known in LANGUAGES if known == self.language), fallback)

    def mode(self) -> Mode:
        """The theme chosen."""
        return cast("Mode", self.theme) if self.theme in _MODES else "system"

    def scale(self) -> float:
        """The text size, 1.0 being normal."""
        return min(200, max(80, self.text_size)) / 100


def load(folder: Path) -> Preferences:
    """What is kept in the folder; defaults where it is missing or not readable."""
    try:
        kept = json.loads((folder / FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    plain = Preferences()
    for field in fields(Preferences):
        value = kept.get(field.name)
        if type(value) is type(getattr(plain, field.name)):
            setattr(plain, field.name, value)
    return plain


def save(folder: Path, preferences: Preferences) -> None:
    """Keep it; a folder that cannot be written is no reason to stop anybody."""
    target = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = target.with_suffix(".new")
        draft.write_text(json.dumps(asdict(preferences)), "utf-8")
        draft.replace(target)
    except OSError:
        return

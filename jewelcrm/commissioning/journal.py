"""How far a commissioning has come, beside the store: no secret and no name of a customer in it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from db.files import write_private
from jewelcrm.doctor.model import Light

FILE = "commissioning.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One step that was taken."""

    step: str
    light: Light
    words: str
    advice: str = ""
    seconds: float = 0.0
    at: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    def good(self) -> bool:
        """Whether it need not be taken again."""
        return self.light != "red"


def load(folder: Path) -> dict[str, Outcome]:
    """What was done, by step; nothing when there is no journal, or it is not one."""
    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
        return {one["step"]: Outcome(**one) for one in kept["steps"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def keep(folder: Path, done: dict[str, Outcome]) -> None:
    """Write it down."""
    steps = [asdict(one) for one in done.values()]
    write_private(folder / FILE, json.dumps({"steps": steps}, ensure_ascii=False).encode())


def stamp() -> str:
    """Now, as it is kept."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")

"""How the line to head office is just now, and who wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from jewelcrm.log import log

Word = Literal["stopped", "starting", "on_line", "off_line", "refused", "revoked"]


@dataclass(frozen=True, slots=True)
class LineState:
    """How the line is; `why` is a code, `text` what a person reads (English, to be translated)."""

    word: Word
    why: str = ""
    text: str = ""
    failures: int = 0


Listener = Callable[[LineState], None]


class Told:
    """The state, told to whoever listens when it becomes another one."""

    def __init__(self, listener: Listener | None = None) -> None:
        self.state = LineState("stopped")
        self._listeners = [listener] if listener else []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with each new state; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, state: LineState) -> None:
        """The line is so now."""
        if state == self.state:
            return
        self.state = state
        for listener in list(self._listeners):
            try:
                listener(state)
            except Exception as error:  # noqa: BLE001 - whoever listens does not stop the line
                log.error("sync listener failed", error=type(error).__name__)

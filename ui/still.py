"""A window that keeps showing what it shows while something else is made ready behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def hold_still(window: QWidget) -> None:
    """Nothing is painted until `go_on_painting`."""
    window.setUpdatesEnabled(False)


def go_on_painting(window: QWidget) -> None:
    """Paint what has come meanwhile, and what was waiting when the window stood still.

    WORKAROUND: what somebody asked to be painted just before is asked for in vain while the window
    stands still, and Qt neither forgets it nor asks again: it holds every later update() for part
    of the same request, and the window would stand still for good. The platform's own request
    paints all that waits.
    """
    window.setUpdatesEnabled(True)
    if (handle := window.windowHandle()) is not None:
        handle.requestUpdate()

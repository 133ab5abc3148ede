"""Scenes that went wrong: the error is printed at once, the names again at the end.

The window catches what nobody caught (`ui.shell.trouble.Watch`), so an exception of a scene that
goes up to the top would end the process without a word.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable

FAULTS: list[str] = []


def tried(name: str, scene: Callable[[], object]) -> None:
    """Go through a scene; what goes wrong in it does not keep the others from being taken."""
    try:
        scene()
    except Exception:  # noqa: BLE001 - any of them is told
        FAULTS.append(name)
        print(f"  {name} went wrong:", file=sys.stderr)
        traceback.print_exc()


def told() -> int:
    """Name all that went wrong; the exit code."""
    if FAULTS:
        print(f"{len(FAULTS)} pictures went wrong: {', '.join(FAULTS)}", file=sys.stderr)
    return 1 if FAULTS else 0

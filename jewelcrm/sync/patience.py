"""Asking once more while somebody waits for the answer: a cut line, or a yes that is still due."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from jewelcrm.errors import Unavailable
from jewelcrm.sync.line import Refused, Unreachable

T = TypeVar("T")
TRIES, PAUSE_S = 6, 1.0


def again(ask: Callable[[], T]) -> T:
    """The answer; a line that is cut for a moment does not cost the code.

    Raises:
        Unreachable, Refused: there is none, or it is no.
    """
    for tried in range(1, TRIES):
        try:
            return ask()
        except Unreachable as error:
            time.sleep(error.retry or PAUSE_S * tried)
    return ask()


def confirmed(ask: Callable[[], T], seconds: float, waits: Callable[[], None]) -> T:
    """The answer, once somebody at head office has confirmed this PC; `waits` is called meanwhile.

    Raises:
        Unavailable: nobody has, in so many seconds. Unreachable, Refused: see `again`.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            return again(ask)
        except Refused as no:
            if no.code != "waiting":
                raise
        if time.monotonic() > until:
            raise Unavailable(
                "Nobody at head office has confirmed this PC. Once somebody has, try again with the"
                " same code, within the hour."
            )
        waits()
        time.sleep(PAUSE_S)

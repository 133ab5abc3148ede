"""How often somebody may ask: a bucket of tokens for each, filled as time goes by."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from threading import Lock

from jewelcrm.office.refusals import Refusal

_KEPT = 20_000


class Allowance:
    """`burst` requests at once and `rate` a second after that, for each name."""

    def __init__(
        self, rate: float, burst: float, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self.rate = rate
        self.burst = burst
        self._ticks = ticks
        self._left: dict[Hashable, tuple[float, float]] = {}
        self._lock = Lock()

    def take(self, name: Hashable) -> None:
        """Use one token.

        Raises:
            Refusal: there is none; says when there will be.
        """
        now = self._ticks()
        with self._lock:
            left = self._of(name, now)
            if left < 1.0:
                raise Refusal("limit", retry=max(0.1, (1.0 - left) / self.rate))
            self._left[name] = (left - 1.0, now)
            if len(self._left) > _KEPT:
                self._forget(now)

    def spent(self, name: Hashable) -> bool:
        """True when nothing is left; takes nothing."""
        with self._lock:
            return self._of(name, self._ticks()) < 1.0

    def _of(self, name: Hashable, now: float) -> float:
        left, at = self._left.get(name, (self.burst, now))
        return min(self.burst, left + (now - at) * self.rate)

    def _forget(self, now: float) -> None:
        full = [name for name in self._left if self._of(name, now) >= self.burst]
        for name in full or list(self._left)[: _KEPT // 2]:
            del self._left[name]

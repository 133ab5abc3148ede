"""A line to head office that does nothing."""

from __future__ import annotations

import pytest


class Quiet:
    """A service that does nothing but count how often it is poked."""

    def __init__(self) -> None:
        self.poked = self.started = 0

    def start(self) -> bool:
        self.started += 1
        return True

    def stop(self, timeout: float = 0) -> None:
        """Nothing runs."""

    def poke(self) -> None:
        self.poked += 1


@pytest.fixture(autouse=True)
def service(monkeypatch: pytest.MonkeyPatch) -> Quiet:
    """No test of the window reaches for a head office."""
    made = Quiet()
    monkeypatch.setattr("ui.signin.keeping.make", lambda _ctx, _hear: made)
    return made

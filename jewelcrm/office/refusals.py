"""A request that is not answered: why, by a code that both sides know."""

from __future__ import annotations

from jewelcrm.wire.reasons import REFUSED


class Refusal(Exception):
    """Head office does not answer the request; nothing of it was kept.

    `code` is one of `jewelcrm.wire.reasons.REFUSED`; `retry` says after how many seconds it may be
    worth another try.
    """

    def __init__(self, code: str, retry: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry = retry

    @property
    def status(self) -> int:
        """The HTTP status it comes under."""
        return REFUSED[self.code]

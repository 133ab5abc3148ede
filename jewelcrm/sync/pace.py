"""How much is sent and read at once: less after trouble, more when it goes well."""

from __future__ import annotations

from jewelcrm.wire.messages import PULL_ROWS, PUSH_TXS

PATIENCE_S = 0.25
"""Seconds that a page may keep somebody from saving."""
_LEAST_ROWS = 250


class Pace:
    """Transactions of a push, rows of a page."""

    def __init__(self) -> None:
        self.txs, self.rows = PUSH_TXS, PULL_ROWS

    def sent(self) -> None:
        """A push was answered."""
        self.txs = min(PUSH_TXS, self.txs * 2)

    def too_big(self) -> None:
        """A push was refused for its size."""
        self.txs = max(1, self.txs // 2)

    def unanswered(self) -> None:
        """There was no answer: smaller pieces come through a bad line."""
        self.too_big()
        self.rows = max(_LEAST_ROWS, self.rows // 2)

    def applied(self, took: float) -> None:
        """Pages that are quickly applied grow; others shrink: somebody may wait to save."""
        if took > PATIENCE_S:
            self.rows = max(_LEAST_ROWS, self.rows // 2)
        else:
            self.rows = min(PULL_ROWS, self.rows * 2)

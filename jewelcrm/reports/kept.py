"""Rows kept beside the records: who waits to be looked at anew, and the looking, some at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as cipher

from db.work import Work
from jewelcrm.context import Context
from jewelcrm.reports.model import Progress


@dataclass(frozen=True, slots=True)
class Queue:
    """Records whose kept rows are old.

    `counted` counts them, no further than its one parameter; `some` looks at a few in one
    transaction; as many as `at_most` are looked at while somebody waits for a report.
    """

    counted: str
    at_most: int
    some: Callable[[Work], None]

    def waiting(self, ctx: Context, *, most: int = -1) -> int:
        """How many wait; counted no further than `most`."""
        with ctx.read() as conn:
            raw: cipher.Connection = conn.connection.driver_connection
            return int(raw.execute(self.counted, (most,)).fetchone()[0])

    def few_wait(self, ctx: Context) -> bool:
        """True when some wait, and no more than are looked at in a moment."""
        return 0 < self.waiting(ctx, most=self.at_most + 1) <= self.at_most

    def look_again(
        self, ctx: Context, *, most: int | None = None, progress: Progress | None = None
    ) -> int:
        """Look at those who wait, some in a transaction; returns how many are left.

        With `most`, stops after that many: for the moment before a report, and idle times.
        """
        left = total = self.waiting(ctx)
        while left and (most is None or total - left < most):
            with ctx.work("standing") as work:
                self.some(work)
            left = self.waiting(ctx)
            if progress is not None:
                progress(max(0, total - left), total, "summing")
        return left

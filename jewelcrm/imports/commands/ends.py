"""How each row of a batch ended: new, matched, skipped or rejected.

For customers a row is a row of the file (a card of a vCard file). For orders a row is an input
line, and for products a line too: new when the record it belongs to, or the line itself, was
added; matched when it was there. An order or product is kept whole or not at all: when one of its
lines is rejected, the others are held back with it, so that all can be mended together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from jewelcrm.imports.readers.model import Row

Document = list[Row]
"""The rows that belong together: one order, one product, one person."""

EMPTY_ROW = "the row is empty"
HEADER_AGAIN = "the header once more"
HELD_BACK = "held back: row {position} of the same {what} is rejected"


@dataclass(frozen=True, slots=True)
class RowEnd:
    """What would become of one row; the reason for what is not taken."""

    row: int
    end: str
    cells: list[str]
    reason: str = ""


@dataclass(slots=True)
class Ends:
    """Counts of a batch, with the reasons for what was not taken."""

    new: int = 0
    matched: int = 0
    skipped: int = 0
    rejected: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    rejects: list[tuple[int, str, list[str]]] = field(default_factory=list)
    watched: int = 0  # tell row by row of those up to here
    told: list[RowEnd] = field(default_factory=list)

    def add(self, rows: Sequence[Row]) -> None:
        self.new += len(rows)
        self._tell(rows, "new")

    def match(self, rows: Sequence[Row]) -> None:
        self.matched += len(rows)
        self._tell(rows, "matched")

    def skip(self, rows: Sequence[Row], reason: str) -> None:
        self.skipped += len(rows)
        self.reasons[reason] += len(rows)
        self._tell(rows, "skipped", reason)

    def reject(self, row: Row, reason: str) -> None:
        self._tell([row], "rejected", reason)
        self.rejected += 1
        self.reasons[_kind_of(reason)] += 1
        self.rejects.append((row[0], reason, row[1]))

    def reject_document(self, rows: Sequence[Row], wrong: dict[int, str], what: str) -> None:
        """The rows in `wrong` with their own reason, the others held back with the first."""
        first = min(wrong)
        for row in rows:
            self.reject(row, wrong.get(row[0]) or HELD_BACK.format(position=first, what=what))

    def _tell(self, rows: Sequence[Row], end: str, reason: str = "") -> None:
        if self.watched:
            for at, cells, _ in rows:
                if at <= self.watched:
                    self.told.append(RowEnd(at, end, cells, reason))


def _kind_of(reason: str) -> str:
    """Reasons that differ only in a row's number or text count as one."""
    return reason.split(":", 1)[0]

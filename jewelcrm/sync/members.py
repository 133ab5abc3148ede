"""Memberships as one transaction changes them, with each scope's count and check sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlcipher3 import dbapi2 as cipher

from db.shop import syncmembers
from db.shop.syncmembers import Cursor
from db.shop.syncrows import Plan
from db.types import Id
from jewelcrm.sync.masking import STUB, WHOLE, View, together
from jewelcrm.wire import digest

Known = Mapping[Id, tuple[int, str]]
Membership = tuple[int, int, str]
"""Scope number, revision, kind."""


class Members:
    """Scopes and their rows, inside one transaction; `close` writes the sums."""

    def __init__(self, raw: cipher.Connection) -> None:
        self._raw = raw
        self.cursors: dict[int, Cursor] = {c.no: c for c in syncmembers.cursors(raw)}
        self.numbers = {c.scope: c.no for c in self.cursors.values()}
        self._sums: dict[int, tuple[int, int]] = {}

    def view(self, no: int, kind: str) -> View:
        """How much of a row a membership of this kind in this scope shows."""
        cursor = self.cursors.get(no)
        if kind == "S" or cursor is None:
            return STUB
        return View(frozenset(cursor.mask.split())) if cursor.mask else WHOLE

    def views(self, table: Plan, ids: Sequence[Id]) -> dict[Id, View]:
        """How much this PC may see of the rows by all their memberships; no entry for none."""
        held = self.everywhere(table, ids)
        return {row_id: self.seen(memberships) for row_id, memberships in held.items()}

    def seen(self, memberships: Iterable[Membership]) -> View:
        """How much these memberships show together."""
        return together(self.view(no, kind) for no, _, kind in memberships)

    def known(self, no: int, table: Plan, ids: Sequence[Id]) -> dict[Id, tuple[int, str]]:
        """Revision and kind of those rows that are in the scope."""
        return syncmembers.in_scope(self._raw, no, table.number, ids)

    def everywhere(self, table: Plan, ids: Sequence[Id]) -> dict[Id, list[Membership]]:
        """Every membership of the rows."""
        return syncmembers.everywhere(self._raw, table.number, ids)

    def arrive(
        self, no: int, table: Plan, rows: Sequence[tuple[Id, int, str]], known: Known
    ) -> None:
        """Rows (id, revision, kind) are in the scope now."""
        if not rows:
            return
        count, total = self.digest(no)
        for row_id, rev, kind in rows:
            before = known.get(row_id)
            if before is None:
                count += 1
            else:
                total -= digest.row_hash(table.name, row_id, *before)
            total += digest.row_hash(table.name, row_id, rev, kind)
        self._sums[no] = count, total % digest.MODULUS
        number = table.number
        syncmembers.put(self._raw, ((no, number, i, rev, kind) for i, rev, kind in rows))

    def leave(self, no: int, table: Plan, known: Known) -> None:
        """Rows that were in the scope, at these revisions, no longer are."""
        if not known:
            return
        count, total = self.digest(no)
        gone = sum(digest.row_hash(table.name, row_id, *was) for row_id, was in known.items())
        self._sums[no] = count - len(known), (total - gone) % digest.MODULUS
        syncmembers.take(self._raw, ((no, table.number, row_id) for row_id in known))

    def digest(self, no: int) -> tuple[int, int]:
        """The scope's number of rows and check sum, as of now."""
        if no not in self._sums:
            cursor = self.cursors[no]
            self._sums[no] = cursor.count, digest.from_text(cursor.sum)
        return self._sums[no]

    def close(self) -> None:
        """Write the sums that changed."""
        for no, (count, total) in self._sums.items():
            syncmembers.set_digest(self._raw, no, count, digest.as_text(total))

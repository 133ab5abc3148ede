"""The answers of a push: what became of each transaction, and its rows as they are now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from db.office.kinds import Key
from jewelcrm.office import skew
from jewelcrm.office.grants import Grants
from jewelcrm.office.images import image_of
from jewelcrm.office.loading import keys_of
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import Known
from jewelcrm.office.merging.verdicts import Clash
from jewelcrm.office.skew import knows_table
from jewelcrm.wire import messages
from jewelcrm.wire.messages import Row, Tx, TxAnswer

Seen = tuple[Literal["P", "S"], frozenset[str], list[str]]


@dataclass(slots=True)
class Taken:
    """One transaction on its way through."""

    tx: Tx
    changes: list[Change]
    left: list[Change] = field(default_factory=list)
    """The changes without those about erased people."""
    state: str = ""
    why: str | None = None
    clashes: list[Clash] = field(default_factory=list)


class Answers:
    """The answers of a push: each row is described once, however many changed it."""

    def __init__(self, known: Known, schema: int, grants: Grants) -> None:
        self._known = known
        self._schema = schema
        self._grants = grants
        self._rows: dict[Key, Row] = {}
        self._sights: dict[tuple[tuple[str, str], ...], Seen | None] = {}
        self._as_said: set[Key] = set()

    def of(self, taken: Sequence[Taken]) -> list[TxAnswer]:
        """An answer each.

        What was added as its PC has it, and is not changed again in the push, is not told again.
        """
        if self._schema >= skew.SCHEMA:
            times = Counter((c.table, c.id) for one in taken for c in one.changes)
            self._as_said = {key for key in self._known.as_said if times[key] == 1}
        return [
            TxAnswer(
                one.tx.id,
                one.tx.n,
                one.state,  # type: ignore[arg-type]
                [row for key in keys_of(one.changes) if (row := self._row(key))],
                [_wire_clash(clash) for clash in one.clashes],
                one.why,
            )
            for one in taken
        ]

    def _row(self, key: Key) -> Row | None:
        if key not in self._rows:
            self._rows[key] = self._described(key)
        return self._rows[key]

    def _described(self, key: Key) -> Row:
        table, row_id = key
        if row_id in self._known.erased:
            return Row(table, row_id.hex(), "E")
        places, row = self._known.places.get(key), self._known.rows.get(key)
        seen = self._seen(tuple(places.items())) if places else None
        if row is None or seen is None or not knows_table(table, self._schema):
            return Row(table, row_id.hex(), "R")
        kind, hidden, scopes = seen
        if kind == "P" and not hidden and key in self._as_said:
            return Row(table, row_id.hex(), kind, 1, scopes, said=True)
        image = image_of(table, row, kind, schema=self._schema, hidden=hidden)
        return Row(table, row_id.hex(), kind, int(row["rev"] or 0), scopes, image)

    def _seen(self, places: tuple[tuple[str, str], ...]) -> Seen | None:
        """How the PC sees what stands in these places, and by which scopes of its own."""
        if places not in self._sights:
            mine = {scope: kind for scope, kind in places if scope in self._grants.scopes}
            seen = (*self._grants.sight(mine), sorted(mine)) if mine else None
            self._sights[places] = seen
        return self._sights[places]


def _wire_clash(clash: Clash) -> messages.Clash:
    kept = "yours" if clash.why == "overwrote" else "office"
    return messages.Clash(clash.key[0], clash.key[1].hex(), clash.column, kept)  # type: ignore[arg-type]

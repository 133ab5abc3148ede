"""The answers of a push: what became of each transaction, and its rows as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from db.office.kinds import Key
from jewelcrm.office.grants import Grants
from jewelcrm.office.images import image_of
from jewelcrm.office.loading import keys_of
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import Known
from jewelcrm.office.merging.verdicts import Clash
from jewelcrm.office.skew import knows_table
from jewelcrm.wire import messages
from jewelcrm.wire.messages import Row, Tx, TxAnswer


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
        self._scopes = grants.scopes
        self._rows: dict[Key, Row] = {}

    def of(self, taken: Sequence[Taken]) -> list[TxAnswer]:
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
        mine = self._scopes
        places = {s: k for s, k in self._known.places.get(key, {}).items() if s in mine}
        row = self._known.rows.get(key)
        if row is None or not places or not knows_table(table, self._schema):
            return Row(table, row_id.hex(), "R")
        kind, hidden = self._grants.sight(places)
        image = image_of(table, row, kind, schema=self._schema, hidden=hidden)
        rev = int(row["rev"] or 0)
        return Row(table, row_id.hex(), kind, rev, sorted(places), image)


def _wire_clash(clash: Clash) -> messages.Clash:
    kept = "yours" if clash.why == "overwrote" else "office"
    return messages.Clash(clash.key[0], clash.key[1].hex(), clash.column, kept)  # type: ignore[arg-type]

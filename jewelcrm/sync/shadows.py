"""Rows as people see them: head office's image, and this PC's unsent changes on top, in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import String
from sqlcipher3 import dbapi2 as cipher

from db.shop import syncchanges as changes
from db.shop import syncrows as rows
from db.shop.syncchanges import Change
from db.shop.syncrows import Plan
from db.tables import metadata
from db.types import Id
from jewelcrm.sync.masking import View, hidden_columns, narrowed
from jewelcrm.sync.outbox import values
from jewelcrm.wire.papers import EMPTIED

Image = Mapping[str, Any]
Arrived = tuple[Id, int, Image]
"""Id, revision and image of a row."""

_MONEY = "payment"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class Shown:
    """What the tables show, inside one transaction. A shadow is kept only while changes wait."""

    def __init__(self, raw: cipher.Connection, touched: set[str]) -> None:
        self._raw = raw
        self._touched = touched
        self._waiting = changes.any_waiting(raw)
        self._shadowed = rows.has_shadows(raw)

    def put(self, table: Plan, arrived: Sequence[Arrived]) -> None:
        """Head office's images of rows, with what waits of each on top."""
        if not arrived:
            return
        ids = [row_id for row_id, _, _ in arrived]
        waiting = changes.waiting_for(self._raw, table.name, ids) if self._waiting else {}
        rows.put(self._raw, table, [_bound(table, one, waiting.get(one[0])) for one in arrived])
        self._touched.add(table.name)
        if self._shadowed:
            rows.drop_shadows(self._raw, table, (i for i in ids if i not in waiting))
        self._shadow(table, [one for one in arrived if one[0] in waiting])

    def confirm(self, table: Plan, arrived: Sequence[Arrived]) -> None:
        """Images of rows that are shown just so: only their revision is new."""
        ids = [row_id for row_id, _, _ in arrived]
        waiting = changes.waiting_for(self._raw, table.name, ids) if self._waiting else {}
        rows.set_revs(self._raw, table, ((rev, i) for i, rev, _ in arrived if i not in waiting))
        self._drop_shadows(table, ids)
        self.put(table, [one for one in arrived if one[0] in waiting])

    def unbase(self, table: Plan, ids: Sequence[Id]) -> None:
        """Head office no longer has these rows for us: only a record still to be sent is left.

        Their history goes with them: it holds the words of somebody whom this PC may not see. Of
        money that was taken here only the words go: were head office put back to before it put
        the payment aside, nobody else could tell it again.
        """
        if not ids:
            return
        waiting = changes.waiting_for(self._raw, table.name, ids) if self._waiting else {}
        own = {i: w for i, w in waiting.items() if w[0].op == "I"}
        rows.take(self._raw, table, (i for i in ids if i not in own))
        if table.name == _MONEY:
            changes.empty(self._raw, ids, known=EMPTIED[_MONEY])
        else:
            changes.forget_known(self._raw, (i for i in ids if i not in own))
        self._drop_shadows(table, ids)
        rows.put(self._raw, table, [own_image(table, row_id, ops) for row_id, ops in own.items()])
        self._touched.add(table.name)

    def narrow(self, table: Plan, row_id: Id, view: View) -> None:
        """Only so much of the row may be seen from now on; its history holds no more of it."""
        images = self.images(table, [row_id])
        self.put(table, [(i, rev, narrowed(table.name, image, view)) for i, rev, image in images])
        changes.empty(self._raw, [row_id], known=hidden_columns(table.name, view))

    def forget(self, table: Plan, ids: Sequence[Id]) -> None:
        """Leave nothing of these rows, unsent changes and history included."""
        rows.take(self._raw, table, ids)
        self._drop_shadows(table, ids)
        changes.erase(self._raw, ids)
        self._touched.add(table.name)

    def empty(self, table: Plan, ids: Sequence[Id], waiting: Collection[str]) -> None:
        """Leave no words of these rows in the history; of what waits, these columns go.

        A record that was never sent shows what is left of it: no answer would come to correct it.
        """
        words = metadata.tables[table.name].columns
        texts = [c.name for c in words if isinstance(c.type, String)]
        changes.empty(self._raw, ids, known=texts, waiting=waiting)
        left = changes.waiting_for(self._raw, table.name, ids) if self._waiting else {}
        own = [own_image(table, i, ops) for i, ops in left.items() if ops[0].op == "I"]
        rows.put(self._raw, table, own)
        self._touched.add(table.name)

    def images(self, table: Plan, ids: Sequence[Id]) -> list[Arrived]:
        """Head office's images of rows as far as this PC still has them."""
        kept = rows.shadows(self._raw, table, ids) if self._shadowed else {}
        found: list[Arrived] = [(i, rev, _decode(image)) for i, (rev, image) in kept.items()]
        shown = rows.read(self._raw, table, (i for i in ids if i not in kept))
        return found + [(i, rev, table.image(cells)) for i, (rev, cells) in shown.items()]

    def revs(self, table: Plan, ids: Iterable[Id]) -> dict[Id, int]:
        """The revisions that are shown."""
        return rows.shown_revs(self._raw, table, ids)

    def never_sent(self, table: Plan, ids: Sequence[Id]) -> set[Id]:
        """Those of the rows that are shown as they were added here."""
        revs = self.revs(table, ids)
        return {row_id for row_id in ids if revs.get(row_id) == 0}

    def _shadow(self, table: Plan, arrived: Sequence[Arrived]) -> None:
        if arrived:
            self._shadowed = True
            rows.put_shadows(
                self._raw,
                [(table.number, i, rev, _encode(image).decode()) for i, rev, image in arrived],
            )

    def _drop_shadows(self, table: Plan, ids: Iterable[Id]) -> None:
        if self._shadowed:
            rows.drop_shadows(self._raw, table, ids)


def _bound(table: Plan, arrived: Arrived, waiting: list[Change] | None) -> rows.Bound:
    row_id, rev, image = arrived
    return table.bind(row_id, rev, image if waiting is None else over(table.name, image, waiting))


def over(table: str, image: Image, waiting: Iterable[Change]) -> dict[str, Any]:
    """The image with the changes that wait on top; one that adds the row is in it already."""
    shown = dict(image)
    for change in waiting:
        if change.op != "I":
            shown.update(values(table, change.cols))
            shown["updated_at"] = change.at
    return {name: value for name, value in shown.items() if value is not None}


def own_image(table: Plan, row_id: Id, ops: Sequence[Change]) -> rows.Bound:
    """A record that head office has never seen."""
    first = ops[0]
    added = values(table.name, first.cols) | {"created_at": first.at, "updated_at": first.at}
    return table.bind(row_id, 0, over(table.name, added, ops))

"""One unit of work: everything a person's act changes, in one transaction, with its trace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from db import rows
from db.connections import Line
from db.errors import Refused, our_errors
from db.shop import audit, sessions
from db.shop.numbers import paper_number
from db.types import Id, new_id, to_millis

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table


class Session(Protocol):
    """In whose sign-in an act is done; proves it with a stamp."""

    def stamp(self, tx: Id, hlc: int, at: int) -> sessions.Stamp:
        """The stamp on a transaction."""
        ...


class Work:
    """A write transaction, given out by `Store.write`; it commits when its block ends well."""

    def __init__(
        self,
        line: Line,
        *,
        actor: Id,
        now: dt.datetime,
        tx: Id,
        hlc: int,
        pc: Id,
        branch_id: Id,
        after: int,
    ) -> None:
        self._line = line
        self.raw = line.raw
        """The driver's connection of this transaction, for statements on the quick path."""
        self.actor = actor
        self.now = now
        self.tx = tx
        self.hlc = hlc
        self.pc = pc
        self.branch_id = branch_id
        self.after = after
        """The last change that was captured before this unit of work."""
        self.touched: set[str] = set()
        self.numbered: tuple[str, int] | None = None
        """The letter and the next number, once numbers were given."""

    def sign(self, session: Session) -> None:
        """Stamp the transaction in a person's session, if it changed anything that travels."""
        last = self.raw.execute("SELECT tx FROM change ORDER BY n DESC LIMIT 1").fetchone()
        if last is not None and last[0] == self.tx:
            stamp = session.stamp(self.tx, self.hlc, to_millis(self.now))
            sessions.put_stamp(self.raw, self.tx, stamp)

    @property
    def conn(self) -> Connection:
        """SQLAlchemy's connection of this transaction."""
        return self._line.conn

    def insert(self, table: Table, **values: Any) -> Id:
        """Add a record; its id, branch, and times are filled in. Returns its id."""
        row = self._stamped(values)
        with our_errors():
            rows.insert(self.raw, table, row)
        self.touched.add(table.name)
        return row["id"]  # type: ignore[no-any-return]

    def insert_many(self, table: Table, records: Iterable[Mapping[str, Any]]) -> None:
        """Add many records that all name the same columns."""
        stamped = [self._stamped(record) for record in records]
        if not stamped:
            return
        with our_errors():
            rows.insert_many(self.raw, table, list(stamped[0]), (list(r.values()) for r in stamped))
        self.touched.add(table.name)

    def update(self, table: Table, row_id: Id, **changes: Any) -> None:
        """Change a record; raises Refused when there is no such record."""
        changes["updated_at"] = self.now
        with our_errors():
            found = rows.update(self.raw, table, row_id, changes)
        if not found:
            raise Refused("This record is no longer there. Look it up again.")
        self.touched.add(table.name)

    def archive(self, table: Table, row_id: Id) -> None:
        """Put a record away; it stays in its history and can be brought back."""
        self.update(table, row_id, archived_at=self.now)

    def next_number(self) -> str:
        """The next number of this PC, e.g. `HK01-A-000123-7`; never given twice."""
        return self.next_numbers(1)[0]

    def next_numbers(self, count: int) -> list[str]:
        """The next `count` numbers of this PC, for imports."""
        with our_errors():
            code, letter, after = self.raw.execute(
                "UPDATE pc SET next_number = next_number + ?"
                " RETURNING branch_code, letter, next_number",
                (count,),
            ).fetchone()
        self.numbered = (letter, after)
        return [paper_number(code, letter, n) for n in range(after - count, after)]

    def audit(
        self,
        action: str,
        subject: Id | None = None,
        columns: Sequence[str] = (),
        reason: str | None = None,
        outcome: str = "done",
    ) -> None:
        """Add an act to the audit log: names of things, never their values."""
        with our_errors():
            audit.append(
                self.raw,
                hlc=self.hlc,
                at=to_millis(self.now),
                actor=self.actor,
                pc=self.pc,
                action=action,
                subject=subject,
                columns=columns,
                reason=reason,
                outcome=outcome,
            )

    def _stamped(self, values: Mapping[str, Any]) -> dict[str, Any]:
        row: dict[str, Any] = {"id": None, "branch_id": self.branch_id, **values}
        if row["id"] is None:
            row["id"] = new_id()
        row["created_at"] = row.get("created_at") or self.now
        row["updated_at"] = self.now
        return row

"""One transaction at head office: rows, versions, feeds and the books about them, in bulk."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import astuple
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection

from db.audit import COLUMNS, GENESIS, Entry, entry_hash
from db.clock import COUNTER_BITS
from db.office import feed, tables
from db.office.kinds import (
    HELD,
    Applied,
    FeedEntry,
    Head,
    Key,
    Mark,
    Members,
    Row,
    Stored,
    Versions,
)
from db.office.known import Known
from db.office.port import Port
from db.office.scopes import Scopes
from db.office.turns import Turns, alone
from db.tables import NAMES, NUMBERS, metadata
from db.types import Id

NOBODY = bytes(16)
T = TypeVar("T")
Later = Callable[[], T]
"""What was asked; calling it waits for the answer."""
_HASHES = 500


class OfficeWork:
    """Given out by `OfficeStore.write` and `read`; everything in it happens, or nothing.

    Every method takes many at once and asks the database once a table.
    """

    def __init__(self, port: Port, known: Known, *, server: Id) -> None:
        self.port = port
        self._known = known
        self.scopes = Scopes(port, known.scopes)
        self.server = server
        self.heads = feed.Heads()
        self.marked: dict[str, int] = {}
        """The scopes that got news, and their heads."""
        self._audit: list[tuple[Any, ...]] = []

    def beside(self) -> OfficeWork:
        """The same transaction for another PC, which sees nothing yet where scopes are guarded."""
        other = OfficeWork(self.port.beside(), self._known, server=self.server)
        other.scopes = Scopes(other.port, self._known.scopes, self.scopes.fresh)
        other.heads, other.marked, other._audit = self.heads, self.marked, self._audit
        return other

    @property
    def conn(self) -> Connection:
        """SQLAlchemy's connection, for what is not asked often."""
        return self.port.conn

    def hash_key(self) -> bytes:
        """Head office's key for hashes."""
        if not self._known.hash_key:
            self._known.hash_key = bytes(self.port.all("SELECT hash_key FROM office_state")[0][0])
        return self._known.hash_key

    # Records

    def rows(self, table: str, ids: Iterable[Id], *, lock: bool = False) -> dict[Id, Row]:
        """Whole stored rows by id; `lock` holds them until the transaction ends."""
        return self.rows_where(table, "id", ids, lock=lock)

    def rows_where(
        self, table: str, column: str, values: Iterable[Stored], *, lock: bool = False
    ) -> dict[Id, Row]:
        """Whole stored rows whose column is one of `values`, by id."""
        return self.ask_rows(table, values, column=column, lock=lock)()

    def ask_rows(
        self, table: str, values: Iterable[Stored], *, column: str = "id", lock: bool = False
    ) -> Later[dict[Id, Row]]:
        """`rows_where`, asked: what is asked before it is read is waited for once."""
        wanted = set(values)
        if not wanted:
            return dict
        names = _names(table)
        asked = self.port.ask_where(metadata.tables[table], column, wanted, lock=lock)
        return lambda: {row[0]: dict(zip(names, row, strict=True)) for row in asked.rows()}

    def put_rows(
        self,
        table: str,
        rows: Sequence[Row],
        *,
        fresh: Collection[Key] = frozenset(),
        there: Collection[Key] = frozenset(),
    ) -> None:
        """Insert whole rows, or overwrite those that are there.

        `fresh` ones surely are not; those `there` were read by this transaction.
        """
        if rows:
            new, old = ({key[1] for key in some if key[0] == table} for some in (fresh, there))
            self.port.put_records(metadata.tables[table], rows, new, old)

    def drop_rows(self, table: str, ids: Iterable[Id]) -> None:
        """Delete rows and who wrote them, for erasing only. Their feed entries become `E`."""
        gone = list(ids)
        if gone:
            self.port.drop(metadata.tables[table], [(row_id,) for row_id in gone])
            self.port.drop(tables.row_version, [(NUMBERS[table], row_id) for row_id in gone])

    # Versions

    def versions(self, keys: Iterable[Key]) -> dict[Key, Versions]:
        """Who wrote the rows' columns last; a row that never was is not in the answer."""
        return self.ask_versions(keys)()

    def ask_versions(self, keys: Iterable[Key]) -> Later[dict[Key, Versions]]:
        """`versions`, asked."""
        wanted = {(NUMBERS[table], row_id) for table, row_id in keys}
        columns = ("tbl", "id", "hlc", "writer", "rev", "cols")
        asked = self.port.ask_pick(tables.row_version, columns, wanted)
        return lambda: {
            (NAMES[tbl], row_id): Versions(hlc, writer, rev, _cols(cols))
            for tbl, row_id, hlc, writer, rev, cols in asked.rows()
        }

    def put_versions(self, versions: Mapping[Key, Versions]) -> None:
        """Keep who wrote the rows' columns last."""
        rows = [
            (NUMBERS[table], row_id, v.hlc, v.writer, v.rev, json.dumps(v.cols) if v.cols else None)
            for (table, row_id), v in versions.items()
        ]
        self.port.put(tables.row_version, rows)

    def writer(self, device: Id, epoch: int) -> int:
        """The number that stands for a PC in one of its epochs; made when it is new."""
        sql = "SELECT no FROM writer WHERE device = ? AND epoch = ?"
        key = (self.port.bind(device), epoch)
        rows = self.port.all(sql, key)
        if not rows:
            self.port.run(
                "INSERT INTO writer(device, epoch) VALUES (?, ?) ON CONFLICT DO NOTHING", key
            )
            rows = self.port.all(sql, key)
        return int(rows[0][0])

    def writer_device(self, number: int) -> tuple[Id, int]:
        """The PC and epoch that a writer's number stands for."""
        device, epoch = self.port.pick(tables.writer, ("device", "epoch"), [(number,)])[0]
        return device, epoch

    # Feeds

    def members(self, keys: Iterable[Key]) -> Members:
        """In which scopes the rows are now, whole (P) or as stubs (S)."""
        return feed.members(self, set(keys), ever=False)

    def ask_members(self, keys: Iterable[Key]) -> Later[Members]:
        """`members`, asked."""
        return feed.ask_members(self, set(keys), ever=False)

    def ever(self, keys: Iterable[Key]) -> dict[Key, set[str]]:
        """Every scope that has any entry of the rows, tombstones too."""
        found = feed.members(self, set(keys), ever=True)
        return {key: set(scopes) for key, scopes in found.items()}

    def mark(self, marks: Sequence[Mark], at: int, *, fresh: Collection[Key] = frozenset()) -> None:
        """Make these rows the newest of their scopes; heads are locked in ascending order.

        `fresh` rows were inserted by this transaction: no scope has held them before.
        """
        alone(self.mark_in_turns(marks, at, fresh=fresh))

    def mark_in_turns(
        self, marks: Sequence[Mark], at: int, *, fresh: Collection[Key] = frozenset()
    ) -> Turns[None]:
        """`mark`, for work that shares the transaction."""
        if marks:
            yield from feed.mark(self, marks, at, fresh)

    def head(self, scope: str) -> Head:
        """The scope's head; all zero for one that nothing was ever put in."""
        return feed.head(self, scope)

    def feed(self, scope: str, after: int, limit: int) -> list[FeedEntry]:
        """The entries after number `after`, in order."""
        return feed.feed(self, scope, after, limit)

    def listing(
        self,
        scope: str,
        *,
        upto: int,
        after: Key | None,
        limit: int,
        tables: Collection[str] | None = None,
        kinds: Collection[str] = HELD,
    ) -> list[FeedEntry]:
        """What is in the scope, by the table's number and id; nothing newer than `upto`."""
        only = NUMBERS if tables is None else tables
        return feed.listing(
            self, scope, upto=upto, after=after, limit=limit, only=only, kinds=kinds
        )

    def buckets(self, scope: str) -> list[tuple[int, int]]:
        """Sum and count of each of the 256 buckets (`db.digest.bucket`)."""
        return feed.buckets(self, scope)

    def bucket_rows(self, scope: str, buckets: Collection[int]) -> list[FeedEntry]:
        """What lies in these buckets."""
        return feed.bucket_rows(self, scope, buckets)

    def collect(self, scope: str, before: int) -> None:
        """Forget tombstones made before this moment (ms); the feed's floor rises over them."""
        feed.collect(self, scope, before)

    def widen(self, scopes: Collection[str]) -> None:
        """Let this transaction see more scopes, where it has found that it must."""
        known = self.scopes.all_known(scopes)
        self.port.widen({name: known.get(name) for name in scopes})

    # Transactions of the PCs

    def applied(self, txs: Iterable[Id]) -> dict[Id, str]:
        """What became of transactions that were dealt with before."""
        return self.ask_applied(txs)()

    def ask_applied(self, txs: Iterable[Id]) -> Later[dict[Id, str]]:
        """`applied`, asked."""
        asked = self.port.ask_pick(tables.applied_tx, ("tx", "state"), {(tx,) for tx in txs})
        return lambda: dict(asked.rows())

    def put_applied(self, applied: Sequence[Applied]) -> None:
        """Keep that these transactions are dealt with."""
        self.port.put(tables.applied_tx, [tuple(one) for one in applied])

    def applied_at(self, device: Id, epoch: int, n: int) -> Id | None:
        """The transaction that head office knows under a PC's number."""
        rows = self.port.all(
            "SELECT tx FROM applied_tx WHERE device = ? AND epoch = ? AND n = ? LIMIT 1",
            (self.port.bind(device), epoch, n),
        )
        return rows[0][0] if rows else None

    def forget_applied(self, before: int) -> None:
        """Drop what was dealt with before this moment (ms); at least 400 days ago."""
        self.port.run("DELETE FROM applied_tx WHERE at < ?", (before,))

    def last_n(self, device: Id, epoch: int) -> int:
        """The last number seen of a PC's epoch; 0 before the first."""
        rows = self.port.pick(tables.device_epoch, ("last_n",), [(device, epoch)])
        return int(rows[0][0]) if rows else 0

    def set_last_n(self, device: Id, epoch: int, n: int) -> None:
        """Keep the last number seen of a PC's epoch."""
        self.port.run(
            "INSERT INTO device_epoch(device, epoch, last_n) VALUES (?, ?, ?)"
            " ON CONFLICT(device, epoch) DO UPDATE SET last_n = excluded.last_n",
            (self.port.bind(device), epoch, n),
        )

    def erased_among(self, hashes: Collection[bytes]) -> set[bytes]:
        """Those of the hashes (of phones, of addresses) that were of somebody who was erased."""
        return self.ask_erased_among(hashes)()

    def ask_erased_among(self, hashes: Collection[bytes]) -> Later[set[bytes]]:
        """`erased_among`, asked."""
        asked = []
        wanted = sorted(set(hashes))
        for start in range(0, len(wanted), _HASHES):
            some = wanted[start : start + _HASHES]
            marks = ", ".join("?" * len(some))
            sql = f"SELECT key_hash FROM erasure WHERE key_hash IN ({marks})"
            asked.append(self.port.ask(sql, some))
        return lambda: {bytes(row[0]) for one in asked for row in one.rows()}

    # The audit log

    def audit(  # noqa: PLR0917 - the order of db.work.Work.audit
        self,
        actor: Id,
        action: str,
        subject: Id | None = None,
        columns: Sequence[str] = (),
        reason: str | None = None,
        outcome: str = "done",
        device: Id | None = None,
        at: int | None = None,
    ) -> None:
        """Add an act to the audit log when the transaction ends: names, never values."""
        moment = time.time_ns() // 1_000_000 if at is None else at
        pc = device or self.server
        words = " ".join(columns)
        self._audit.append((moment, actor, pc, action, subject, words, reason, outcome))

    def finish(self) -> None:
        """What is left to write before the transaction commits."""
        if not self._audit:
            return
        self.port.chain_lock()
        last = self.port.all("SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1")
        seq, previous = last[0] if last else (0, GENESIS)
        rows = []
        for at, *rest in self._audit:
            seq += 1
            entry = Entry(seq, at << COUNTER_BITS, at, *rest)
            fresh = entry_hash(previous, entry)
            rows.append((*astuple(entry), previous, fresh))
            previous = fresh
        self.port.add(tables.audit_log, rows)
        self._audit.clear()

    def audit_break(self) -> int | None:
        """The number of the first entry that does not follow from the one before it, or None."""
        previous, expected = GENESIS, 1
        for row in self.port.all(f"SELECT {COLUMNS}, prev, hash FROM audit_log ORDER BY seq"):
            entry = Entry(*row[:10])
            if (entry.seq, row[10], row[11]) != (expected, previous, entry_hash(previous, entry)):
                return expected
            previous, expected = row[11], expected + 1
        return None


@lru_cache(maxsize=64)
def _names(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in metadata.tables[table].columns)


def _cols(text: str | None) -> dict[str, tuple[int, int, int]]:
    if not text:
        return {}
    return {name: (hlc, writer, rev) for name, (hlc, writer, rev) in json.loads(text).items()}

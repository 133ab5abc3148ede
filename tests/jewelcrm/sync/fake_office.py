"""A small head office in memory: the executable model's server, speaking wire messages.

It keeps to sync.md 2.5-2.13 and to nothing else: no store, no rights, scopes by branch.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from db.migrations import SCHEMA
from db.tables import NUMBERS
from jewelcrm.sync.line import Refused
from jewelcrm.sync.masking import initials
from jewelcrm.wire import digest
from jewelcrm.wire import messages as wire

NEXT_STAGE = {
    None: {"draft"},
    "draft": {"confirmed", "cancelled"},
    "confirmed": {"in_work", "cancelled"},
    "in_work": {"ready"},
    "ready": {"collected"},
}
FUTURE_MS = 5 * 60_000
Key = tuple[str, str]


class FakeOffice:
    """Rows, feeds and sums; `access` says which scopes each device may see."""

    def __init__(self) -> None:
        self.rows: dict[Key, dict[str, Any]] = {}
        self.feed: dict[str, dict[Key, tuple[int, str, int]]] = {}
        self.head: dict[str, int] = {}
        self.sums: dict[str, int] = {}
        self.floor: dict[str, int] = {}
        self.applied: set[str] = set()
        self.effects: dict[str, int] = {}
        self.last: dict[tuple[str, int], int] = {}
        self.seen: dict[tuple[str, int, int], str] = {}
        self.epochs: dict[str, int] = {}
        self.letters = 0
        self.conflicts: list[tuple[Any, ...]] = []
        self.overwritten: list[tuple[Any, ...]] = []
        self.quarantine: list[tuple[Any, ...]] = []
        self.erased: set[str] = set()
        self.access: dict[str, set[str]] = {}
        self.leases: dict[str, tuple[list[str], int]] = {}
        self.hlc = 0
        self.now = 1_790_000_000_000
        self.listings_only = False
        self.schema = SCHEMA

    def told(self, kind: str) -> str:
        """A row's kind as the sums have it: one of an older release takes stubs for whole rows."""
        return kind if self.schema >= digest.KINDS_SINCE else "P"

    # Feeds

    def mark(self, scope: str, key: Key, kind: str) -> None:
        """Put the row's one entry at the head of the scope's feed."""
        entries = self.feed.setdefault(scope, {})
        old = entries.get(key)
        seq = self.head[scope] = self.head.get(scope, 0) + 1
        total = self.sums.get(scope, 0)
        if old and old[1] in "PS":
            total = digest.minus(total, key[0], bytes.fromhex(key[1]), old[2], self.told(old[1]))
        rev = self.rows[key]["rev"] if kind in "PS" else 0
        if kind in "PS":
            total = digest.plus(total, key[0], bytes.fromhex(key[1]), rev, self.told(kind))
        self.sums[scope] = total
        entries[key] = (seq, kind, rev)

    def touch(self, key: Key) -> None:
        """A new revision, in the feed of every scope that holds the row."""
        row = self.rows[key]
        row["rev"] += 1
        for scope in sorted(row["scopes"]):
            self.mark(scope, key, row["kinds"].get(scope, "P"))

    def put(self, table: str, row_id: str, image: dict[str, Any], scopes: set[str]) -> None:
        """Head office writes a row itself."""
        key = (table, row_id)
        row = self.rows.setdefault(
            key, {"rev": 0, "data": {}, "ver": {}, "scopes": set(scopes), "kinds": {}}
        )
        row["data"].update(image)
        row["data"] = {k: v for k, v in row["data"].items() if v is not None}
        row["ver"].update(dict.fromkeys(image, (self.now << 16, "office", row["rev"] + 1)))
        row["data"].setdefault("created_at", self.now)
        row["data"]["updated_at"] = self.now
        self.touch(key)

    def image(self, key: Key, device: str) -> dict[str, Any]:
        """All that the PC may see of the row, whatever scope it comes by."""
        row = self.rows[key]
        if not self.can(device, key):
            data = row["data"]
            kept = ("branch_id", "number", "tier", "created_at", "updated_at")
            return {k: data[k] for k in kept if k in data} | {"name": initials(data["name"])}
        return dict(row["data"])

    def can(self, device: str, key: Key) -> bool:
        row = self.rows.get(key)
        return row is not None and any(
            scope in self.access[device] and row["kinds"].get(scope) != "S"
            for scope in row["scopes"]
        )

    # Push

    def push(self, device: str, ask: wire.PushAsk) -> wire.PushAnswer:
        self._require(device)
        at = (device, ask.epoch)
        newest = self.epochs[device] = max(self.epochs.get(device, 0), ask.epoch)
        last = self.last.get(at, 0)
        if ask.epoch < newest or (not ask.tx and ask.acked < last):
            return self._put_back(device, ask)
        if any(tx.n <= last and self.seen.get((*at, tx.n), tx.id) != tx.id for tx in ask.tx):
            return self._put_back(device, ask)
        answer = wire.PushAnswer(ask.req, self.now, self.hlc)
        for tx in ask.tx:
            if tx.n > last + 1:
                answer.expect = last + 1
                break
            if tx.id in self.applied:
                answer.res.append(self._result(device, tx, "dup"))
            else:
                self.effects[tx.id] = self.effects.get(tx.id, 0) + 1
                state = self._apply_tx(device, ask.epoch, tx)
                self.applied.add(tx.id)
                answer.res.append(self._result(device, tx, state))
            last = max(last, tx.n)
            self.seen[*at, tx.n] = tx.id
        self.last[at] = last
        answer.hlc = self.hlc
        return answer

    def _put_back(self, device: str, ask: wire.PushAsk) -> wire.PushAnswer:
        epoch = self.epochs[device] + (not self._unused(device, ask.epoch))
        self.epochs[device] = epoch
        self.letters += epoch > ask.epoch
        letter = "BCDEFGHJKMNPQRSTVWXYZ"[self.letters % 21]
        return wire.PushAnswer(ask.req, self.now, self.hlc, epoch=epoch, letter=letter)

    def _unused(self, device: str, epoch: int) -> bool:
        newest = self.epochs[device]
        return newest > epoch and not self.last.get((device, newest))

    def _apply_tx(self, device: str, epoch: int, tx: wire.Tx) -> wire.Outcome:
        hlc = min(tx.hlc, (self.now + FUTURE_MS) << 16)
        self.hlc = max(self.hlc, hlc)
        states = [self._apply(device, f"{device}#{epoch}", tx, op, hlc) for op in tx.ops]
        return "quarantined" if "quarantined" in states else "ok"

    def _apply(self, device: str, writer: str, tx: wire.Tx, op: wire.Op, hlc: int) -> str:
        key = (op.t, op.id)
        if op.id in self.erased:
            return "erased"
        if op.op == "I":
            return self._insert(device, writer, tx, op, hlc)
        if not self.can(device, key):
            self.quarantine.append((tx.id, key, "gone", dict(op.set)))
            return "quarantined"
        row, changed = self.rows[key], False
        for column, value in op.set.items():
            if column == "stage":
                changed |= self._step(row, key, value, tx, hlc=hlc, writer=writer)
            else:
                changed |= self._set(
                    row, key, (column, value), tx, base=op.base, hlc=hlc, writer=writer
                )
        if changed:
            row["data"]["updated_at"] = tx.at
            self.touch(key)
        return "ok"

    def _insert(self, device: str, writer: str, tx: wire.Tx, op: wire.Op, hlc: int) -> str:
        key = (op.t, op.id)
        if key in self.rows:
            return "ok"
        scopes = self.scopes_of(op.t, op.set)
        if not scopes & self.access[device]:
            self.quarantine.append((tx.id, key, "scope", dict(op.set)))
            return "quarantined"
        data = {k: v for k, v in op.set.items() if v is not None} | {"updated_at": tx.at}
        versions = dict.fromkeys(op.set, (hlc, writer, 1))
        self.rows[key] = {"rev": 0, "data": data, "ver": versions, "scopes": scopes, "kinds": {}}
        self.touch(key)
        return "ok"

    def scopes_of(self, table: str, image: dict[str, Any]) -> set[str]:
        parent = ("customer", image.get("customer_id"))
        if table not in ("sales_order", "payment") and parent in self.rows:
            return set(self.rows[parent]["scopes"])
        order = ("sales_order", image.get("order_id"))
        if order in self.rows:
            return set(self.rows[order]["scopes"])
        return {f"B:{image.get('branch_id')}"}

    def _step(self, row: Any, key: Key, value: Any, tx: wire.Tx, *, hlc: int, writer: str) -> bool:
        now = row["data"].get("stage")
        if value in NEXT_STAGE.get(now, set()):
            row["data"]["stage"] = value
            row["ver"]["stage"] = (hlc, writer, row["rev"] + 1)
            return True
        if value != now:
            self.conflicts.append((key, "stage", value, tx.id, "illegal"))
        return False

    def _set(
        self,
        row: Any,
        key: Key,
        written: tuple[str, Any],
        tx: wire.Tx,
        *,
        base: int,
        hlc: int,
        writer: str,
    ) -> bool:
        column, value = written
        current = row["ver"].get(column, (0, "", 0))
        concurrent = current[2] > base and current[1] != writer
        if concurrent and (hlc, writer) < current[:2]:
            self.conflicts.append((key, column, value, tx.id, "lost"))
            return False
        here = row["data"].get(column)
        if concurrent and here != value:
            self.overwritten.append((key, column, here, tx.id))
            self.conflicts.append((key, column, here, tx.id, "overwrote"))
        if value is None:
            row["data"].pop(column, None)
        else:
            row["data"][column] = value
        row["ver"][column] = (hlc, writer, row["rev"] + 1)
        return True

    def _result(self, device: str, tx: wire.Tx, state: wire.Outcome) -> wire.TxAnswer:
        keys = dict.fromkeys((op.t, op.id) for op in tx.ops)
        return wire.TxAnswer(tx.id, tx.n, state, rows=[self._row(device, key) for key in keys])

    def _row(self, device: str, key: Key) -> wire.Row:
        if key[1] in self.erased:
            return wire.Row(*key, "E")
        if not self.can(device, key):
            return wire.Row(*key, "R")
        row = self.rows[key]
        scopes = sorted(row["scopes"] & self.access[device])
        return wire.Row(*key, "P", row["rev"], scopes, self.image(key, device))

    # Pull

    def pull(self, device: str, ask: wire.PullAsk) -> wire.PullAnswer:
        self._require(device)
        feeds = [self._feed(device, cursor, ask.limit) for cursor in ask.scopes]
        grants = sorted(self.access[device])
        lease = self.now + 14 * 86_400_000
        return wire.PullAnswer(
            ask.req, self.now, self.hlc, feeds, grants, lease, schema=self.schema
        )

    def _feed(self, device: str, cursor: wire.Cursor, limit: int) -> wire.Feed:
        scope, start = cursor.s, cursor.cur
        if scope not in self.access[device]:
            return wire.Feed(scope, start, start, drop=True)
        entries, head = self.feed.get(scope, {}), self.head.get(scope, 0)
        reset = start < self.floor.get(scope, 0) or start > head
        if reset and self.listings_only:
            return wire.Feed(scope, start, start, reset=True, more=True)
        news = sorted(
            (seq, key, kind)
            for key, (seq, kind, _) in entries.items()
            if (reset and kind in "PS") or (not reset and seq > start)
        )
        whole = reset or len(news) <= limit
        items = [self._item(device, *one) for one in (news if whole else news[:limit])]
        mask, until = self.leases.get(scope, ([], None))
        feed = wire.Feed(scope, start, head, items, reset=reset, mask=mask, until=until)
        if whole:
            feed.count = sum(kind in "PS" for _, kind, _ in entries.values())
            feed.sum = digest.as_text(self.sums.get(scope, 0))
        else:
            feed.cursor = items[-1].seq
        return feed

    def _item(self, device: str, seq: int, key: Key, kind: str) -> wire.Item:
        if kind not in "PS":
            return wire.Item(*key, kind, seq)
        return wire.Item(*key, kind, seq, self.rows[key]["rev"], self.image(key, device))

    # First copy and repair

    def snapshot(self, device: str, ask: wire.SnapshotAsk) -> wire.SnapshotAnswer:
        self._require(device)
        rows = [key for key in self._listed(ask.s) if self._is_open(key) == (ask.stage == "open")]
        after = ask.after and (NUMBERS[ask.after[0]], ask.after[1])
        left = [k for k in rows if after is None or (NUMBERS[k[0]], k[1]) > after]
        chunk = left[: ask.limit]
        items = [self._item(device, *self._entry(ask.s, key)) for key in chunk]
        sha = hashlib.sha256(msgspec.json.encode(items)).hexdigest()
        more = chunk[-1] if len(left) > len(chunk) else None
        at = ask.at if ask.at is not None else self.head.get(ask.s, 0)
        return wire.SnapshotAnswer(ask.s, at, items, sha, more, len(rows))

    def _entry(self, scope: str, key: Key) -> tuple[int, Key, str]:
        seq, kind, _ = self.feed[scope][key]
        return seq, key, kind

    def _listed(self, scope: str) -> list[Key]:
        entries = self.feed.get(scope, {})
        inside = [key for key, (_, kind, _) in entries.items() if kind in "PS"]
        return sorted(inside, key=lambda key: (NUMBERS[key[0]], key[1]))

    def _is_open(self, key: Key) -> bool:
        return key[0] == "sales_order"

    def buckets(self, device: str, ask: wire.BucketsAsk) -> wire.BucketsAnswer:
        self._require(device)
        sums, counts = [0] * 256, [0] * 256
        for table, row_id in self._listed(ask.s):
            raw = bytes.fromhex(row_id)
            at = digest.bucket(raw)
            _, kind, rev = self.feed[ask.s][table, row_id]
            sums[at] = digest.plus(sums[at], table, raw, rev, self.told(kind))
            counts[at] += 1
        texts = [digest.as_text(total) for total in sums]
        return wire.BucketsAnswer(ask.s, self.head.get(ask.s, 0), texts, counts, self.schema)

    def listing(self, device: str, ask: wire.ListingAsk) -> wire.ListingAnswer:
        listed = [
            key
            for key in self._listed(ask.s)
            if digest.bucket(bytes.fromhex(key[1])) in ask.buckets
        ]
        entries = [self.feed[ask.s][key] for key in listed]
        rows = [(*key, rev) for key, (_, _, rev) in zip(listed, entries, strict=True)]
        stubs = [at for at, (_, kind, _) in enumerate(entries) if self.told(kind) == "S"]
        return wire.ListingAnswer(ask.s, self.head.get(ask.s, 0), rows, stubs)

    def fetch(self, device: str, ask: wire.FetchAsk) -> wire.FetchAnswer:
        inside = set(self._listed(ask.s))
        items = [
            self._item(device, *self._entry(ask.s, tuple(key)))
            for key in ask.rows
            if tuple(key) in inside
        ]
        return wire.FetchAnswer(ask.s, self.head.get(ask.s, 0), items)

    # Head office's own commands

    def move(self, key: Key, there: str, to: str) -> None:
        row = self.rows.get(key)
        if row is None or there not in row["scopes"]:
            return
        row["scopes"] = (row["scopes"] - {there}) | {to}
        self.mark(there, key, "R")
        self.touch(key)

    def see_as(self, key: Key, scope: str, kind: str) -> None:
        """The row is in the scope as P or S from now on."""
        row = self.rows[key]
        row["scopes"].add(scope)
        row["kinds"][scope] = kind
        self.touch(key)

    def leave(self, key: Key, scope: str) -> None:
        self.rows[key]["scopes"].discard(scope)
        self.mark(scope, key, "R")

    def erase(self, row_id: str) -> None:
        self.erased.add(row_id)
        for key in [key for key in self.rows if key[1] == row_id]:
            del self.rows[key]
        for scope, entries in self.feed.items():
            for key in [key for key in entries if key[1] == row_id]:
                self.mark(scope, key, "E")
        self.conflicts = [c for c in self.conflicts if c[0][1] != row_id]
        self.overwritten = [c for c in self.overwritten if c[0][1] != row_id]
        self.quarantine = [q for q in self.quarantine if q[1][1] != row_id]

    def collect(self, scope: str) -> None:
        """Forget removals; an older cursor must take a reset."""
        entries = self.feed.get(scope, {})
        for key in [key for key, entry in entries.items() if entry[1] not in "PS"]:
            del entries[key]
        self.floor[scope] = self.head.get(scope, 0)

    def _require(self, device: str) -> None:
        if device not in self.access:
            raise Refused("revoked")

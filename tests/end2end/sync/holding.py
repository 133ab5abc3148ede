"""What must hold when a history has come to rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from db.clock import COUNTER_BITS
from db.shop import search
from db.tables import NAMES
from db.types import Id
from jewelcrm.wire import digest
from jewelcrm.wire.papers import EMPTIED
from tests.end2end.sync import aging
from tests.end2end.sync.oracle import TABLES, Truth, image, read

AHEAD_MS = 5 * 60_000
EXPECTED_ASIDE = {"gone", "missing", "not_yours"}
"""Why honest work may be put aside; anything else is a mistake of the program."""


def pc(world: Any, one: Any, truth: Truth) -> Iterator[str]:
    """What is wrong with a PC."""
    waiting = one.waiting()
    if waiting:
        yield f"never sent {len(waiting)}"
    if one.ask("SELECT 1 FROM sync_shadow"):
        yield "keeps shadows"
    alarms = one.ask("SELECT value FROM setting WHERE key = 'sync.alarms'")
    if alarms:
        yield f"had alarms {alarms[0][0][:200]}"
    yield from _compare(one, truth)
    yield from _sums(world, one)
    yield from _clock(world, one)
    yield from _erased(world, one)
    if world.watch:
        with one.store.read() as conn:
            yield from search.check(conn, sample=3)


def meanwhile(one: Any) -> Iterator[str]:
    """What must hold at any time: whoever waits for the line sees her own last words.

    What head office has answered once, and was put back behind, is only sent again: until it
    answers anew its last word on the record stands. That may be somebody's later one, or the stub
    of a customer who has moved away.
    """
    last: dict[tuple[str, Id, str], Any] = {}
    rows = one.ask(
        "SELECT tx, tbl, id, cols FROM change"
        " WHERE pushed_at IS NULL AND op = 'U' AND tbl <> '' ORDER BY n"
    )
    for table, row_id, cols in (row[1:] for row in rows if row[0] not in one.line.answered):
        last |= {(table, row_id, name): value for name, value in json.loads(cols).items()}
    last = {key: value for key, value in last.items() if key[2] != "customer_id"}  # maybe erased,
    # as the free text of her papers may be
    for (table, row_id, name), value in last.items():
        found = one.ask(f'SELECT "{name}" FROM {table} WHERE id = ?', row_id)
        emptied = bool(found) and found[0][0] is None and name in EMPTIED.get(table, ())
        if found and not emptied and not _same(found[0][0], value):
            yield f"shows {found[0][0]!r} for {table}.{name}, not the {value!r} that waits"
    late = one.engine.moment()
    for scope, count in one.ask(
        "SELECT c.scope, count(m.id) FROM sync_cursor c JOIN sync_member m ON m.scope = c.no"
        ' WHERE c."until" <= ? GROUP BY 1',
        late,
    ):
        if one.cleared and count:
            yield f"still holds {count} rows of {scope[:2]}, which has ended"


def _same(stored: Any, told: Any) -> bool:
    if isinstance(stored, bytes):
        return isinstance(told, str) and stored.hex() == told.lower()
    return stored == told


def _compare(one: Any, truth: Truth) -> Iterator[str]:
    want = aging.projected(one.schema, truth.of(one.device))
    have = {
        (table, i): image(row) for table in TABLES for i, row in read(one.slot.raw, table).items()
    }
    for key in sorted(want.keys() | have.keys()):
        if want.get(key) != have.get(key):
            yield f"differs in {key[0]} {key[1].hex()[-6:]}: {want.get(key)} / {have.get(key)}"
            return


def _sums(world: Any, one: Any) -> Iterator[str]:
    heads = _heads(world, one.schema)
    for no, scope, count, total, seq in one.ask(
        "SELECT no, scope, count, sum, seq FROM sync_cursor"
    ):
        rows = one.ask("SELECT tbl, id, rev, kind FROM sync_member WHERE scope = ?", no)
        mine = digest.as_text(digest.total((NAMES[t], *row) for t, *row in rows))
        if (len(rows), mine) != (count, total):
            yield f"keeps a wrong sum of {scope}"
        there = heads.get(scope, (0, 0, digest.as_text(0)))
        if (seq, count, total) != there:
            yield f"is not at the head of {scope}: {(seq, count, total)} / {there}"


def _heads(world: Any, schema: int) -> dict[str, tuple[int, int, str]]:
    """Each scope's head, with the number and the sum of the rows that the program knows."""
    raw = world.store.slot.raw
    found = {}
    for no, name, seq in raw.execute(
        "SELECT s.no, s.name, h.seq FROM scope_head h JOIN scope s ON s.no = h.scope"
    ).fetchall():
        held = raw.execute(
            "SELECT tbl, id, rev, kind FROM scope_feed WHERE scope = ? AND kind IN ('P', 'S')",
            (no,),
        ).fetchall()
        rows = [(NAMES[t], *row) for t, *row in held if aging.known(schema, NAMES[t])]
        found[name] = seq, len(rows), digest.as_text(digest.total(rows))
    return found


def _clock(world: Any, one: Any) -> Iterator[str]:
    """Nobody's clock was dragged along by another's that is fast."""
    highest = max(world.time.ms, world.time.ms + one.clock.skew) + AHEAD_MS
    if one.ask("SELECT last_hlc FROM sync_state")[0][0] >> COUNTER_BITS > highest:
        yield "has a clock far ahead"


def _erased(world: Any, one: Any) -> Iterator[str]:
    told = "\n".join(
        text for row in one.ask("SELECT cols, old FROM change") for text in row if text
    )
    for table in ("sync_shadow", "change"):
        for row in one.ask(f"SELECT id FROM {table}"):
            if row[0] in world.erased:
                yield f"keeps an erased record in {table}"
    for customer in world.erased & world.ledger.words.keys():
        if any(word in told for word in world.ledger.words[customer]):
            yield "keeps words of an erased person among its changes"


def office(world: Any, truth: Truth) -> Iterator[str]:
    """What is wrong at head office."""
    raw = world.store.slot.raw
    yield from world.ledger.missing(raw, known=not world.put_back)
    yield from _payments(world, truth)
    yield from _feeds(raw)
    for row in truth.rows["quarantine"].values():
        if row["why"] not in EXPECTED_ASIDE:
            yield f"put aside as {row['why']}: {row['detail']}"
    for table in TABLES:
        if world.erased & truth.rows[table].keys():
            yield f"still holds an erased {table}"
    kept = " ".join(
        str(value)
        for table in ("quarantine", "conflict", "notice", "customer", "contact_point", "note")
        for row in truth.rows[table].values()
        for value in row.values()
    )
    for customer in world.erased & world.ledger.words.keys():
        if any(word in kept for word in world.ledger.words[customer]):
            yield "keeps words of an erased person"
    if world.office.hearing._hlc >> COUNTER_BITS > world.time.ms + AHEAD_MS:
        yield "has a clock far ahead"


def _payments(world: Any, truth: Truth) -> Iterator[str]:
    lost = {one.place[1] for one in world.ledger.written if one.lost}
    aside = " ".join(row["ops"] for row in truth.rows["quarantine"].values())
    for payment, cents in world.ledger.paid.items():
        row = truth.rows["payment"].get(payment)
        put_aside = payment.hex() in aside
        scrubbed = payment.hex() in world.ledger.scrubbed
        if row is None and not put_aside and payment not in lost and not scrubbed:
            yield "a payment is lost"
        if row is not None and row["amount_cents"] != cents:
            yield "a payment has changed"
        if row is not None and put_aside:
            yield "a payment was taken and put aside"


def _feeds(raw: Any) -> Iterator[str]:
    """Every feed's numbers have no double, its head is its newest, its sum its rows'."""
    for no, name in raw.execute("SELECT no, name FROM scope").fetchall():
        rows = raw.execute(
            "SELECT seq, tbl, id, kind, rev FROM scope_feed WHERE scope = ?", (no,)
        ).fetchall()
        head = raw.execute(
            "SELECT seq, cnt, sum128, floor FROM scope_head WHERE scope = ?", (no,)
        ).fetchone()
        held = [(NAMES[t], i, rev, kind) for _, t, i, kind, rev in rows if kind in "PS"]
        if len({row[0] for row in rows}) != len(rows) or (
            rows and max(row[0] for row in rows) > head[0]
        ):
            yield f"the feed of {name} has double numbers"
        if (len(held), digest.total(held)) != (head[1], int.from_bytes(head[2], "big")):
            yield f"the head of {name} has a wrong sum"
        yield from _members_of(raw, no, name, rows)
        for table, row_id, rev, _ in held:
            found = raw.execute(f"SELECT rev FROM {table} WHERE id = ?", (row_id,)).fetchone()
            if found is None or found[0] != rev:
                yield f"the feed of {name} has a {table} at {rev}, the row is at {found}"


def _members_of(raw: Any, no: int, name: str, rows: list[Any]) -> Iterator[str]:
    feed = {(t, i): kind for _, t, i, kind, _ in rows}
    members = raw.execute("SELECT tbl, id, kind FROM scope_member WHERE scope = ?", (no,))
    if feed != {(t, i): kind for t, i, kind in members}:
        yield f"the members of {name} are not those of its feed"

"""What years of history add to the cost of a push, on both stores.

A branch of a chain of twenty pushes 500 transactions at a head office that holds 100,000 rows, and
at one that holds `JEWELCRM_BENCH_HISTORY` of them (1,000,000 unless that says otherwise; 10,000,000
is the goal's). The encrypted file, which is for small chains, gets 1,000,000 at most. The two take
turns, push by push, and each pair is compared: a machine that is slower for a while is so for both.
The bare write of the same run says what the database itself has become slower by.

Half of a push is about customers who were known before. What history alone adds shows when these
are the newest at both head offices. When they are any of all the years, the longer history also
spreads them over more of the database's pages; the goal is then that the push grows no more than
the bare write does.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import md5
from statistics import median

from db.office import tables
from db.office.kinds import Row
from db.office.store import OfficeStore, create_embedded, create_postgres
from db.tables import NUMBERS
from db.types import Id, new_id
from tests.benchmarks import offices
from tests.benchmarks.figures import BUILD, Figure
from tests.benchmarks.office_storage import TXS, Pc
from tests.db.office.builders import a_customer, a_note
from tests.office_stores import APP, PASSWORD, Cluster

BRANCHES, EACH, SHORT, MOST_IN_A_FILE = 20, 20, 100_000, 1_000_000
"""Of `EACH` rows the first is a customer, and the others are her notes."""
ROUND, STEP = BRANCHES * EACH, 500_000
WARM, PAIRS = 6, 30
CUSTOMER, NOTE = NUMBERS["customer"], NUMBERS["note"]
EDITED = {"the newest customers": SHORT // ROUND, "customers of all years": None}
"""Whom half of a push is about, and how many of the newest these are."""


@dataclass
class Pairs:
    """Seconds of the pushes after a long history and after a short one, in turn."""

    long: list[float]
    short: list[float]

    @property
    def times(self) -> float:
        """How many times as long the one takes as the other."""
        return median(a / b for a, b in zip(self.long, self.short, strict=True))


def run(scale: int) -> list[dict[str, object]]:
    """What a push costs with a long history, to what it costs with a short one."""
    wanted = int(os.environ.get("JEWELCRM_BENCH_HISTORY", "1000000"))
    return [figure.row() for store in offices.stores() for figure in _of(store, wanted)]


def _of(store: str, wanted: int) -> Iterator[Figure]:
    rows = wanted if store == "postgresql" else min(wanted, MOST_IN_A_FILE)
    branches = [new_id() for _ in range(BRANCHES)]
    with (_on_postgres if store == "postgresql" else _in_files)(branches, (rows, SHORT)) as made:
        pcs = [Pc(office, branches[0]) for office in made]
        for whom, newest in EDITED.items():
            for pc, has in zip(pcs, (rows, SHORT), strict=True):
                pc.known = _customers(has)[-newest if newest else 0 :]
            ours, bare = _in_turn(pcs)
            name = f"push about {whom}, {rows:,} rows to {SHORT:,} ({store})"
            yield Figure(name, ours.times, bare.times, 1.1, "x", ratio=newest is None)
            name = f"push about {whom}, storage part, after {rows:,} rows ({store})"
            rate, bare_rate = (2 * TXS / median(side.long) for side in (ours, bare))
            yield Figure(name, rate, bare_rate, 0.5, "changes/s", ratio=True, least=True)


def _in_turn(pcs: list[Pc]) -> tuple[Pairs, Pairs]:
    """Pushes, and bare writes of the same."""
    for pc in pcs:
        for _round in range(WARM):
            pc.push(), pc.bare()
    pushes = [[pc.push() for pc in pcs] + [pc.bare() for pc in pcs] for _round in range(PAIRS)]
    long, short, long_bare, short_bare = (list(column) for column in zip(*pushes, strict=True))
    return Pairs(long, short), Pairs(long_bare, short_bare)


def _customers(rows: int) -> list[Id]:
    """The first branch's customers among the first rows, the newest last."""
    return [_id(number) for number in range(0, rows, ROUND)]


def _id(number: int) -> Id:
    """The row's key: in the order of time, like every key (`history_id` in SQL)."""
    dice = md5(str(number).encode(), usedforsecurity=False).hexdigest()
    return bytes.fromhex(f"{1_600_000_000_000 + number * 10:012x}7{dice[:3]}8{dice[3:18]}")


@contextmanager
def _in_files(branches: list[Id], wanted: tuple[int, ...]) -> Iterator[list[OfficeStore]]:
    folder = BUILD / "history"
    shutil.rmtree(folder, ignore_errors=True)
    made = []
    for rows in wanted:
        office = create_embedded(folder / f"{rows}")
        made.append(office)
        _written(office, branches, _scopes(office, branches), rows)
    yield made
    for office in made:
        office.close()
    shutil.rmtree(folder)


def _scopes(office: OfficeStore, branches: list[Id]) -> list[int]:
    names = [f"B:{branch.hex()}" for branch in branches]
    with office.write() as work:
        numbers = work.scopes.of(names)
    return [numbers[name] for name in names]


def _written(office: OfficeStore, branches: list[Id], scopes: list[int], end: int) -> None:
    device = new_id()
    for first in range(0, end, ROUND * 25):
        numbers = range(first, min(end, first + ROUND * 25))
        of = [number // EACH % BRANCHES for number in numbers]
        rows = [_row(number, branches[at]) for number, at in zip(numbers, of, strict=True)]
        keys = [(CUSTOMER if n % EACH == 0 else NOTE, _id(n)) for n in numbers]
        placed = list(zip(numbers, of, keys, strict=True))
        with office.write() as work:
            work.put_rows("customer", rows[::EACH])
            work.put_rows("note", [row for n, row in zip(numbers, rows, strict=True) if n % EACH])
            work.port.put_feed([(scopes[at], *key, _seq(n), "P", 1, 1) for n, at, key in placed])
            work.port.put_members([(*key, scopes[at], "P") for _, at, key in placed])
            work.port.put(tables.row_version, [(*key, 9, 1, 1, None) for key in keys])
            done = [(_id(-n - 1), device, 1, n, "ok", 1) for n in numbers if n % 4 == 0]
            work.port.put(tables.applied_tx, done)
            work.port.run("UPDATE scope_head SET seq = ?, cnt = ?", (_seq(end - 1),) * 2)


def _seq(number: int) -> int:
    """The row's place in its branch's feed."""
    return number // ROUND * EACH + number % EACH + 1


def _row(number: int, branch: Id) -> Row:
    customer = _id(number - number % EACH)
    row = a_note(branch, customer) if number % EACH else a_customer(branch)
    return row | {"id": _id(number)}


# On PostgreSQL it is made where it is to lie

_SETTING_OUT = """
CREATE TABLE history_branch(at int PRIMARY KEY, branch uuid, scope bigint);
CREATE FUNCTION history_id(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(1600000000000 + n * 10), 12, '0') || '7' || substr(md5(n::text), 1, 3)
    || '8' || substr(md5(n::text), 4, 15))::uuid $$;
CREATE VIEW history AS
  SELECT n, history_id(n) AS id, history_id(n - n % {each}) AS owner, b.branch, b.scope,
    n / {round} * {each} + n % {each} + 1 AS seq,
    CASE WHEN n % {each} = 0 THEN {customer} ELSE {note} END AS tbl
  FROM history_branch b, LATERAL generate_series(
    current_setting('history.start')::bigint, current_setting('history.last')::bigint) n
  WHERE b.at = n / {each} % {branches};
"""
_ALL = (
    "SET session_replication_role = replica;"
    " SET history.start = {start}; SET history.last = {last};"
)
_STATEMENTS = f"""
INSERT INTO customer(id, branch_id, number, name, name_zh, created_at, updated_at, rev)
  SELECT id, branch, 'HK01-A-' || n, 'Chan Tai Man', '陳大文', 1, 1, 1
  FROM history WHERE tbl = {CUSTOMER};
INSERT INTO note(id, branch_id, customer_id, channel, body, created_at, updated_at, rev)
  SELECT id, branch, owner, 'note', 'Likes jade', 1, 1, 1 FROM history WHERE tbl = {NOTE};
INSERT INTO scope_feed(scope, tbl, id, seq, kind, rev, at)
  SELECT scope, tbl, id, seq, 'P', 1, 1 FROM history;
INSERT INTO scope_member(tbl, id, scope, kind) SELECT tbl, id, scope, 'P' FROM history;
INSERT INTO row_version(tbl, id, hlc, writer, rev) SELECT tbl, id, 9, 1, 1 FROM history;
INSERT INTO applied_tx(tx, device, epoch, n, state, at)
  SELECT history_id(-n - 1), history_id(-1 - scope), 1, n, 'ok', 1 FROM history WHERE n % 4 = 0;
UPDATE scope_head h SET seq = new.seq, cnt = new.seq
  FROM (SELECT scope, max(seq) AS seq FROM history GROUP BY scope) new
  WHERE h.scope = new.scope;
"""


@contextmanager
def _on_postgres(branches: list[Id], wanted: tuple[int, ...]) -> Iterator[list[OfficeStore]]:
    with offices.cluster(offices.ALL_ITS_MEMORY) as where:
        made = [_on_database(where, branches, rows) for rows in wanted]
        where.sql("CHECKPOINT")
        yield made
        for office in made:
            office.close()


def _on_database(where: Cluster, branches: list[Id], rows: int) -> OfficeStore:
    name = where.database()
    office = create_postgres(where.url("jewelcrm_owner", name), APP, PASSWORD)
    shape = {"each": EACH, "round": ROUND, "branches": BRANCHES}
    where.sql(_SETTING_OUT.format(customer=CUSTOMER, note=NOTE, **shape), name)
    for at, scope in enumerate(_scopes(office, branches)):
        values = f"({at}, '{branches[at].hex()}', {scope})"
        where.sql(f"INSERT INTO history_branch VALUES {values}", name)
    for first in range(0, rows, STEP):
        before = _ALL.format(start=first, last=min(rows, first + STEP) - 1)
        where.sql(before + _STATEMENTS, name)
    where.sql("VACUUM (ANALYZE, FREEZE)", name)
    return office

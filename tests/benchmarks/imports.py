"""Importing: rows a second beside bare `executemany` of the very rows the import wrote.

The bare limit writes the same rows into the same tables of a fresh encrypted store, in batches of
the same size, three times: without triggers but with the change rows that capture writes, and with
the words of the full-text index ready-made (all that the import leaves in the file); the same
without those words; and, without the words too, as the tables are, with their capture triggers. It
reads no file, matches nobody, and makes no search words. CPU time, so that a busy machine does not
decide.
"""

from __future__ import annotations

import csv
import os
import random
import shutil
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from db.shop.search.sources import entries
from db.shop.search.tables import WORDED
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.imports.commands.bulk import COLUMNS
from jewelcrm.imports.commands.run import BATCH_ROWS, import_file
from jewelcrm.imports.readers import open_source
from jewelcrm.people.founding import NewShop, found
from tests.benchmarks.figures import BUILD, PASSWORD, Figure

REAL = Path(
    os.environ.get("JEWELCRM_REAL_DATA") or Path(__file__).parents[3] / "shared" / "data" / "real"
)
RETAIL = REAL / "online_retail" / "online_retail_2010_2011.csv.gz"
MOST_CUSTOMERS = 100_000
_BARE = ("id", "branch_id", "created_at", "updated_at")
_SEARCH = {
    "search_entry": ("rowid", "kind", "row_id", "text"),
    "search_number": ("kind", "key", "entry"),
}
_WORDS = {"search_index": ("rowid", "t")}
_CHANGE = ("tx", "hlc", "actor", "at", "tbl", "id", "op", "base", "cols", "reason")


def run(scale: int) -> list[dict[str, object]]:
    """Customers made up here; order lines of the real retail file when it is there."""
    place = BUILD / "import"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    try:
        return [figure.row() for figure in _figures(place, scale)]
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _figures(place: Path, scale: int) -> Iterator[Figure]:
    people = place / "people.csv"
    _write_people(people, min(scale, MOST_CUSTOMERS))
    yield from _beside("customers", people, place)
    if RETAIL.exists():
        yield from _beside("orders", _part(place), place)
    if RETAIL.exists() and scale >= 500_000:
        yield _whole(place)


def _whole(place: Path) -> Figure:
    """All 541,909 lines, from the packed file to the last commit."""
    ctx = _shop(place / "whole")
    start = time.process_time()
    done = import_file(ctx, RETAIL, "orders")
    speed = done.read / (time.process_time() - start)
    ctx.store.close()
    return Figure("import orders: the whole retail file", speed, None, 10_000, "rows/s", least=True)


def _beside(kind: Any, file: Path, place: Path) -> Iterator[Figure]:
    ctx = _shop(place / f"ours-{kind}")
    start = time.process_time()
    done = import_file(ctx, file, kind)
    ours = done.read / (time.process_time() - start)
    rows = _written(ctx)
    words = _words(ctx)
    ctx.store.close()
    start = time.process_time()
    for _ in open_source(file).rows():
        pass
    reading = done.read / (time.process_time() - start)
    yield Figure(f"import {kind}: the file only read", reading, None, 60_000, "rows/s", least=True)
    for name, triggers, more in (
        ("all that it leaves in the file", False, {"search_index": words}),
        ("with capture", True, {}),
        ("change rows by hand", False, {}),
    ):
        seconds = _bare(place / f"bare-{kind}-{name}", rows | more, triggers=triggers)
        yield Figure(
            f"import {kind}, {name}",
            ours,
            done.read / seconds,
            1 / 3,
            "rows/s",
            ratio=True,
            least=True,
        )


def _words(ctx: Context) -> list[tuple[Any, ...]]:
    """The rows of the full-text index, which gives back none of what was put in."""
    with ctx.store._linked() as line:
        raw = line.raw
        raw.execute("INSERT INTO search_dirty(kind, row_id) SELECT kind, row_id FROM search_entry")
        numbers = dict(raw.execute("SELECT row_id, rowid FROM search_entry").fetchall())
        found = [
            (numbers[row_id], entry.tokens)
            for kind in WORDED
            for row_id, entry in entries(raw, kind, b"", b"\xff" * 16)
        ]
        raw.execute("DELETE FROM search_dirty")
    return sorted(found)


def _shop(folder: Path) -> Context:
    found(folder, NewShop("HK01", "Nathan Road", "Bench Mark", PASSWORD))
    return sign_in(folder, "", PASSWORD)


def _written(ctx: Context) -> dict[str, list[tuple[Any, ...]]]:
    with ctx.read() as conn:
        return {
            table: [
                tuple(row)
                for row in conn.exec_driver_sql(
                    f"SELECT {', '.join(names)} FROM {table} ORDER BY {names[0]}"
                )
            ]
            for table, names in _tables().items()
        }


def _tables() -> dict[str, tuple[str, ...]]:
    """Every table that an import fills, with all the columns it fills."""
    filled = {table: (*_BARE, *names) for table, names in COLUMNS.items()}
    return {**filled, **_SEARCH, "change": _CHANGE}


def _bare(folder: Path, rows: dict[str, list[tuple[Any, ...]]], *, triggers: bool) -> float:
    """Seconds that executemany takes for the rows, committed in batches."""
    ctx = _shop(folder)
    if not triggers:
        _drop_triggers(ctx)
    start = time.process_time()
    for table, names in (_tables() | _WORDS).items():
        if table not in rows or (table == "change" and triggers):
            continue
        sql = f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        left = iter(rows[table])
        while batch := list(islice(left, BATCH_ROWS)):
            _write(ctx, sql, batch)
    seconds = time.process_time() - start
    ctx.store.close()
    return seconds


def _write(ctx: Context, sql: str, batch: list[tuple[Any, ...]]) -> None:
    """One transaction as the store makes it, but nothing of ours around it."""
    with ctx.store._linked() as line:
        raw = line.raw
        raw.execute(
            "INSERT INTO sync_tx(one, tx, hlc, actor, at, remote) VALUES (1, x'00', 0, x'00', 0, 0)"
        )
        raw.executemany(sql, batch)  # search_dirty stays full: indexing is not part of the limit
        raw.execute("DELETE FROM sync_tx")


def _drop_triggers(ctx: Context) -> None:
    with ctx.store._linked() as line:
        raw = line.raw
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            raw.execute(f"DROP TRIGGER {name}")


def _part(place: Path) -> Path:
    """The first 50,000 lines."""
    part = place / "retail.csv"
    rows = open_source(RETAIL)
    with part.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(rows.columns)
        writer.writerows(cells for _, cells, _ in islice(rows.rows(), 50_000))
    return part


_NAMES = (
    "CHAN",
    "WONG",
    "LEUNG",
    "CHEUNG",
    "LAU",
    "NG",
    "LI",
    "HO",
    "LAM",
    "YIP",
    "CHENG",
    "TSANG",
)
_GIVEN = ("Tai Man", "Siu Ming", "Wai Ling", "Ka Yan", "Chi Keung", "Mei Fong", "Kwok Wing")
_HAN = "大文小明偉玲嘉欣志強美芳國榮凱晴"


def _write_people(path: Path, count: int) -> None:
    chance = random.Random(11)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["name", "chinese_name", "phone", "email"])
        for n in range(count):
            name = f"{chance.choice(_NAMES)} {chance.choice(_GIVEN)}"
            zh = "陳" + "".join(chance.choices(_HAN, k=2))
            phone = f"{'569'[n % 3]}{1 + n % 6}{n * 7919 % 1_000_000:06d}"
            writer.writerow([name, zh, phone, f"p{n}@mail.hk"])

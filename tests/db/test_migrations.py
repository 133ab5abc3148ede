"""A store brought up step by step is the store that today's tables describe."""

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from db import digest, migrations
from db.migrations import SCHEMA, bring_up_to_date
from db.migrations.shop import trigger_faults
from db.shop import search as index
from db.shop import syncmembers
from db.shop.connect import FILE_NAME, connect
from db.shop.keys import open_with_password
from db.shop.local import local
from db.tables import NUMBERS, metadata
from jewelcrm.access.signin import sign_in
from jewelcrm.followups.commands import add as make_followup
from jewelcrm.money import Money
from jewelcrm.orders.queries import of_customer
from jewelcrm.search.queries import search
from tests.conftest import PASSWORD, SetClock
from tests.old_stores import FOLDER

AS_MADE = migrations._upgrade
"""The program's own way; while tests run there is a shorter one (`tests/ready_stores.py`)."""
VERSIONS = Path(__file__).resolve().parents[2] / "db" / "migrations" / "versions"


def shape(conn) -> dict[tuple[str, str], str]:
    """Every table and index: its definition without white space, quotes and order of columns."""
    rows = conn.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type != 'trigger'"
        " AND name NOT LIKE 'search_index_%' AND name != 'alembic_version'"
    )
    return {(kind, name): _plain(sql) for kind, name, sql in rows}


def _plain(sql: str) -> str:
    flat = re.sub(r'["\s]+', " ", sql).replace(" ,", ",")
    head, _, body = flat.partition("(")
    parts = re.split(r", (?![^(]*\))", body)
    return head.strip() + "(" + "|".join(sorted(p.strip(" )") for p in parts))


def test_a_migrated_store_has_exactly_todays_tables(ctx):
    engine = create_engine("sqlite://")
    with engine.begin() as fresh:
        metadata.create_all(fresh)
        local.create_all(fresh)
        for statement in index.DDL:
            if "VIRTUAL" not in statement and "search_index(" not in statement:
                fresh.exec_driver_sql(statement)
        wanted = shape(fresh)
    engine.dispose()
    with ctx.read() as conn:
        found = shape(conn)
    found.pop(("table", "search_index"))
    assert found == wanted


def test_a_store_of_the_tests_is_the_one_the_program_makes(tmp_path):
    kept = []
    for make in (AS_MADE, migrations._upgrade):
        at = tmp_path / f"{len(kept)}.db"
        with closing(connect(at, b"k" * 32)) as raw:
            make(raw)
        raw = connect(at, b"k" * 32)
        schema = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2")
        kept.append([schema.fetchall(), *raw.execute("PRAGMA user_version")])
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        for (table,) in tables.fetchall():
            kept[-1].append(raw.execute(f'SELECT * FROM "{table}"').fetchall())
        raw.close()
    assert kept[0] == kept[1]
    assert len(kept[0]) > len(metadata.tables)


def test_the_newest_step_is_the_schema_number(ctx):
    steps = sorted(path.stem for path in VERSIONS.glob("s*.py"))
    assert int(steps[-1][1:5]) == SCHEMA
    with ctx.read() as conn:
        assert conn.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA


@pytest.mark.parametrize("step", range(1, SCHEMA + 1))
def test_a_store_of_every_released_step_still_opens_with_all_it_held(step, tmp_path):
    folder = tmp_path / "old"
    shutil.copytree(FOLDER / f"{step:04d}", folder)
    ctx = sign_in(folder, "mei.chan", PASSWORD, clock=SetClock())
    with closing(ctx.store):
        (found,) = search(ctx, "陳大文", kinds=["customer"])
        (order,) = of_customer(ctx, found.id)
        assert (order.total, order.balance) == (Money(128_000), Money(100_000))
        with ctx.read() as conn:
            assert trigger_faults(conn) == []
        make_followup(ctx, title="Still works", due_on=ctx.today(), customer_id=found.id)


def test_stubs_are_told_from_whole_rows_by_an_older_stores_sums(tmp_path):
    folder = tmp_path / "old"
    shutil.copytree(FOLDER / "0007", folder)
    key = open_with_password(folder, None, "mei.chan", PASSWORD).key
    rows = [("customer", bytes(15) + b"1", 3, "P"), ("customer", bytes(15) + b"2", 4, "S")]
    as_whole = digest.total((*row, "P") for *row, _ in rows)
    with closing(connect(folder / FILE_NAME, key)) as raw:
        syncmembers.add_cursor(raw, "B:HK01", None)
        no = syncmembers.cursors(raw)[0].no
        syncmembers.put(raw, [(no, NUMBERS[table], *row) for table, *row in rows])
        syncmembers.set_digest(raw, no, 2, digest.as_text(as_whole))
    bring_up_to_date(folder, key)
    with closing(connect(folder / FILE_NAME, key)) as raw:
        (cursor,) = syncmembers.cursors(raw)
    assert (cursor.count, cursor.sum) == (2, digest.as_text(digest.total(rows)))


def test_an_older_store_is_copied_before_it_is_touched(shop, monkeypatch):
    ctx = sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    key = ctx.store.key
    ctx.store.close()
    _pretend_there_is_a_newer_step(monkeypatch)
    copy = bring_up_to_date(shop.folder, key)
    assert copy is not None
    raw = connect(copy, key)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
    raw.close()


def test_a_step_that_fails_leaves_the_store_as_it_was(shop, monkeypatch):
    ctx = sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    key = ctx.store.key
    ctx.store.close()
    _pretend_there_is_a_newer_step(monkeypatch)
    monkeypatch.setattr(migrations, "_upgrade", _half_a_step)
    with pytest.raises(ZeroDivisionError):
        bring_up_to_date(shop.folder, key)
    monkeypatch.undo()
    sign_in(shop.folder, "", PASSWORD, clock=SetClock()).store.close()


def _pretend_there_is_a_newer_step(monkeypatch):
    monkeypatch.setattr(migrations, "SCHEMA", SCHEMA + 1)


def _half_a_step(raw):
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("DROP TABLE followup_rule")
    raise ZeroDivisionError


def test_every_table_that_travels_has_a_number_of_its_own():
    travelling = {t.name for t in metadata.tables.values() if t.info.get("captured")}
    assert travelling == set(NUMBERS)
    assert len(set(NUMBERS.values())) == len(NUMBERS)

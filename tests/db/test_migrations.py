"""A store brought up step by step is the store that today's tables describe."""

import re
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from db.migrations import SCHEMA
from db.shop import search
from db.shop.local import local
from db.tables import metadata

VERSIONS = Path(__file__).resolve().parents[2] / "db" / "migrations" / "versions"


def shape(conn) -> dict[tuple[str, str], str]:
    """Every table and index: its definition without white space, quotes and order of columns."""
    rows = conn.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type != 'trigger'"
        " AND name NOT LIKE 'search_index_%' AND name != 'alembic_version'"
    )
    return {(kind, name): _plain(sql) for kind, name, sql in rows}


def _plain(sql: str) -> str:
    head, _, body = re.sub(r'["\s]+', " ", sql).partition("(")
    parts = re.split(r", (?![^(]*\))", body)
    return head.strip() + "(" + "|".join(sorted(p.strip(" )") for p in parts))


def test_a_migrated_store_has_exactly_todays_tables(ctx):
    engine = create_engine("sqlite://")
    with engine.begin() as fresh:
        metadata.create_all(fresh)
        local.create_all(fresh)
        for statement in search.DDL:
            if "VIRTUAL" not in statement and "search_index(" not in statement:
                fresh.exec_driver_sql(statement)
        wanted = shape(fresh)
    engine.dispose()
    with ctx.read() as conn:
        found = shape(conn)
    found.pop(("table", "search_index"))
    assert found == wanted


def test_the_newest_step_is_the_schema_number(ctx):
    steps = sorted(path.stem for path in VERSIONS.glob("s*.py"))
    assert int(steps[-1][1:5]) == SCHEMA
    with ctx.read() as conn:
        assert conn.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA


@pytest.mark.parametrize("step", range(1, SCHEMA + 1))
def test_every_released_step_has_an_old_store_that_proves_it(step):
    assert (Path(__file__).resolve().parents[1] / "data" / "old_stores" / f"{step:04d}").is_dir()

"""Which tables a request wrote to: told by triggers, so that nothing can be written unseen.

What is only read again or written as it was does not count, nor when a PC was last seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Table, text

from db.cipher import connect
from db.office import tables
from db.office.embedded import EmbeddedStore
from db.office.store import OfficeStore
from db.tables import NUMBERS, metadata
from tests.office_stores import Cluster

RECORDS = frozenset(NUMBERS)
WATCHED: tuple[Table, ...] = (
    *(metadata.tables[name] for name in NUMBERS),
    *tables.office.sorted_tables,
)
ASIDE = {"device": {"last_seen"}}
"""Columns that every request writes."""


class Witness:
    """Reads what the triggers told since it was asked last."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store
        self._read = 0
        self.touched()

    def touched(self) -> frozenset[str]:
        """The tables that were written to since the last time."""
        with self._store.read() as work:
            rows = work.conn.execute(
                text("SELECT n, t FROM witness WHERE n > :n"), {"n": self._read}
            ).fetchall()
        self._read = max([self._read, *(row[0] for row in rows)])
        return frozenset(row[1] for row in rows)


@contextmanager
def watched(
    store: OfficeStore, cluster: Cluster | None = None, database: str = ""
) -> Iterator[Any]:
    """A witness of everything that is written to the store while the block lasts."""
    say = _on_file(store) if isinstance(store, EmbeddedStore) else _on_server(cluster, database)
    for statement in _set_up(embedded=isinstance(store, EmbeddedStore)):
        say(statement)
    try:
        yield Witness(store)
    finally:
        for statement in _taken_down(embedded=isinstance(store, EmbeddedStore)):
            say(statement)


def digest(store: OfficeStore) -> dict[str, int]:
    """Everything head office holds, a number for each table: equal only when nothing changed."""
    with store.read() as work:
        return {
            table.name: _sum(table, work.conn.execute(text(f'SELECT * FROM "{table.name}"')))
            for table in WATCHED
        }


def _sum(table: Table, rows: Any) -> int:
    aside = ASIDE.get(table.name, set())
    return hash(
        frozenset(
            tuple((n, repr(v)) for n, v in row._mapping.items() if n not in aside) for row in rows
        )
    )


def _on_file(store: EmbeddedStore) -> Any:
    def say(statement: str) -> None:
        with closing(connect(store.path, store.key)) as raw:
            raw.execute(statement)

    return say


def _on_server(cluster: Cluster | None, database: str) -> Any:
    assert cluster is not None
    return lambda statement: cluster.sql(statement, database)


def _set_up(*, embedded: bool) -> Iterator[str]:
    if embedded:
        yield "CREATE TABLE witness(n INTEGER PRIMARY KEY, t TEXT NOT NULL)"
        for table in WATCHED:
            yield from _file_triggers(table)
        return
    yield "CREATE TABLE witness(n bigserial PRIMARY KEY, t text NOT NULL)"
    yield "GRANT SELECT ON witness TO jewelcrm_app_jobs"
    yield (
        "CREATE FUNCTION bear_witness() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$"
        " BEGIN IF TG_OP <> 'UPDATE' OR to_jsonb(OLD) - 'last_seen'"
        " IS DISTINCT FROM to_jsonb(NEW) - 'last_seen'"
        " THEN INSERT INTO public.witness(t) VALUES (TG_ARGV[0]); END IF; RETURN NULL; END $$"
    )
    for table in WATCHED:
        yield (
            f'CREATE TRIGGER witness AFTER INSERT OR UPDATE OR DELETE ON "{table.name}"'
            f" FOR EACH ROW EXECUTE FUNCTION bear_witness('{table.name}')"
        )


def _file_triggers(table: Table) -> Iterator[str]:
    aside = ASIDE.get(table.name, set())
    changed = " OR ".join(
        f'OLD."{c.name}" IS NOT NEW."{c.name}"' for c in table.columns if c.name not in aside
    )
    for act, when in (("INSERT", ""), ("UPDATE", f"WHEN {changed}"), ("DELETE", "")):
        yield (
            f'CREATE TRIGGER "witness_{table.name}_{act}" AFTER {act} ON "{table.name}" {when}'
            f" BEGIN INSERT INTO witness(t) VALUES ('{table.name}'); END"
        )


def _taken_down(*, embedded: bool) -> Iterator[str]:
    if embedded:
        for table in WATCHED:
            for act in ("INSERT", "UPDATE", "DELETE"):
                yield f'DROP TRIGGER "witness_{table.name}_{act}"'
    else:
        yield "DROP FUNCTION bear_witness() CASCADE"
    yield "DROP TABLE witness"

"""The doctor at the store: does it open, is it whole, does everything in it agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlcipher3 import dbapi2 as cipher

from db.backup import pages
from db.migrations import SCHEMA
from db.migrations.shop import trigger_faults
from db.shop import audit, search
from jewelcrm.doctor.model import N_, Line, Round
from jewelcrm.imports.queries import unfinished_kinds

RESTORE = N_(
    "Stop working on this PC, keep the damaged file, and restore the newest checked backup."
)


def store(at: Round) -> Iterator[Line]:
    count = at.conn.exec_driver_sql("SELECT count(*) FROM customer").scalar_one()
    megabytes = at.ctx.store.path.stat().st_size / 1e6
    if count == 1:
        yield Line("store", "green", f"opens; schema {SCHEMA}, one customer, {megabytes:,.0f} MB")
        return
    yield Line(
        "store", "green", f"opens; schema {SCHEMA}, {count:,} customers, {megabytes:,.0f} MB"
    )


def integrity(at: Round) -> Iterator[Line]:
    faults: Sequence[object] = pages.broken_in_use(
        at.ctx.store.path, at.ctx.store.key, stopped=at.stopped
    )
    if not faults:
        faults = [r for r in at.conn.exec_driver_sql("PRAGMA quick_check") if r[0] != "ok"]
    if not faults:
        faults = at.conn.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(10)
    if faults:
        yield Line(
            "integrity",
            "red",
            f"{len(faults)} damaged places",
            RESTORE,
        )
        return
    yield Line("integrity", "green", "every page is whole and every reference leads somewhere")


def capture(at: Round) -> Iterator[Line]:
    faults = trigger_faults(at.conn)
    if faults:
        yield Line(
            "change capture",
            "red",
            f"{len(faults)} triggers are missing or changed: {', '.join(faults[:5])}",
            "Somebody worked on the file with another program. Restore the newest backup.",
        )
        return
    yield Line("change capture", "green", "every table's triggers are as they should be")


def audit_chain(at: Round) -> Iterator[Line]:
    raw: cipher.Connection = at.conn.connection.driver_connection
    broken = audit.first_break(raw)
    if broken is not None:
        yield Line(
            "audit log",
            "red",
            f"the chain breaks at entry {broken}",
            "Entries were removed or edited. Keep this file and tell the security officer.",
        )
        return
    count = at.conn.exec_driver_sql("SELECT count(*) FROM audit_log").scalar_one()
    yield Line("audit log", "green", f"{count:,} entries, the chain holds")


def search_index(at: Round) -> Iterator[Line]:
    faults = search.check(at.conn)
    if faults:
        yield Line(
            "search",
            "amber",
            f"the index misses something: {faults[0]}",
            "Build it anew: jewelcrm-admin doctor --rebuild-search",
        )
        return
    yield Line("search", "green", "the index finds what it should")


def imports(at: Round) -> Iterator[Line]:
    kinds = unfinished_kinds(at.conn)
    if kinds:
        yield Line(
            "imports",
            "amber",
            f"an import is unfinished: {', '.join(kinds)}",
            "Import the same file again: it goes on where it was and nothing doubles.",
        )
        return
    yield Line("imports", "green", "every import that was begun is done")

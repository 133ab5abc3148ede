"""Head office on PostgreSQL 15 or newer, through psycopg 3.

Three roles: the owner makes and changes the tables and is not needed to run; `app` serves the PCs
behind row-level security; `app_jobs` does head office's own work. Several processes may share one
database: what one commits, the others hear of by LISTEN.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, make_url

from db.backup.stopping import Cancelled, never
from db.errors import NoStore
from db.office import rls, schema
from db.office.news import NewsLine
from db.office.pgline import JOBS, SCRUBBED, connect, engine_of, pg_errors
from db.office.pgport import PgPort
from db.office.store import Listener, OfficeStore
from db.office.work import OfficeWork
from db.tables import NUMBERS

_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


class PostgresStore(OfficeStore):
    """Head office's database, open. Safe to use from any thread."""

    dialect = "postgresql"

    def __init__(self, url: URL, jobs_url: URL) -> None:
        super().__init__()
        self._writers = {True: engine_of(url), False: engine_of(jobs_url)}
        self._readers = {
            True: engine_of(url, read_only=True),
            False: engine_of(jobs_url, read_only=True),
        }
        try:
            with pg_errors():
                self._refuse_what_we_cannot_use()
            with self.read() as work:
                self.server = schema.who(work.conn)
        except BaseException:
            self._dispose()
            raise
        self._news = NewsLine(lambda: connect(jobs_url), self._announce, self._every_scope)

    @contextmanager
    def write(self, scopes: Collection[str] | None = None) -> Iterator[OfficeWork]:
        """One transaction, kept whole when the block ends well, else not at all.

        Raises:
            Busy: it collided with another one; `run` tries again. StoreError: nothing was kept.
        """
        engine = self._writers[scopes is not None]
        with pg_errors(), engine.begin() as conn, PgPort.begun(conn, _WRITE) as port:
            work = self._work(port, scopes)
            yield work
            work.finish()
            port.commit()
        self._committed(work)
        if work.marked:
            self._news.tell(work.marked.keys())

    @contextmanager
    def read(self, scopes: Collection[str] | None = None) -> Iterator[OfficeWork]:
        """One moment of the database; cannot write."""
        engine = self._readers[scopes is not None]
        with pg_errors(), engine.begin() as conn, PgPort.begun(conn, _READ) as port:
            work = self._work(port, scopes)
            yield work
            port.commit()
        self._known.scopes.learn(work.scopes.fresh)

    def on_news(self, listener: Listener) -> Any:
        """As of `OfficeStore`; what other processes commit is heard too."""
        self._news.listen()
        return super().on_news(listener)

    def scrub(self, cancelled: Cancelled = never) -> None:
        """Nothing here: it needs the owner and locks tables (`scrub_postgres`, by night)."""

    def close(self) -> None:
        """Let go of the database; what is committed is first told to the other processes."""
        self._news.close()
        self._dispose()

    def _dispose(self) -> None:
        for engine in (*self._writers.values(), *self._readers.values()):
            engine.dispose()

    def _work(self, port: PgPort, scopes: Collection[str] | None) -> OfficeWork:
        work = OfficeWork(port, self._known, server=self.server)
        if scopes is not None:
            port.guard()
            work.widen(scopes)
        return work

    def _refuse_what_we_cannot_use(self) -> None:
        with self._readers[True].connect() as conn:
            schema.refuse_other(conn)
        rls.check_walls(self._writers[True])
        rls.check_jobs(self._writers[False])

    def _every_scope(self) -> frozenset[str]:
        return frozenset(self._known.scopes.by_name)


def create_postgres(owner_url: str, app_role: str, password: str) -> PostgresStore:
    """Make head office's tables, roles and walls in an empty database, and open it.

    Raises:
        StoreExists: there is a head office in it. StoreError: the owner may not do this.
    """
    from db.office.pgmaking import make_head_office

    return PostgresStore(*make_head_office(owner_url, app_role, password))


def open_postgres(url: str, jobs_url: str | None = None) -> PostgresStore:
    """Head office in a database; refuses to start where the walls are not up.

    Raises:
        NoStore: there is none. NoWall: branches are not guarded. NewerStore: update the program.
    """
    app = make_url(url)
    jobs = make_url(jobs_url) if jobs_url else app.set(username=f"{app.username}{JOBS}")
    return PostgresStore(app, jobs)


def update_postgres(owner_url: str) -> bool:
    """Bring an older head office up to date, as the owner; True when anything was changed."""
    engine = engine_of(make_url(owner_url))
    try:
        with pg_errors(), engine.begin() as conn:
            if not schema.number(conn):
                raise NoStore("There is no head office in this database.")
            changed = schema.bring_up_to_date(conn)
            if changed:
                rls.extend(conn)
            return changed
    finally:
        engine.dispose()


def scrub_postgres(owner_url: str) -> None:
    """Rewrite the tables that may still hold bytes of erased people, with their indexes.

    A plain VACUUM leaves the bytes in free space. Each table is locked while it is rewritten: for
    the night, as the owner. The write-ahead log ages out with its archive.
    """
    engine = engine_of(make_url(owner_url)).execution_options(isolation_level="AUTOCOMMIT")
    try:
        with pg_errors(), engine.connect() as conn:
            for name in (*NUMBERS, *SCRUBBED):
                conn.exec_driver_sql(f'VACUUM (FULL, ANALYZE) "{name}"')
            if _may_checkpoint(conn):
                conn.exec_driver_sql("CHECKPOINT")
    finally:
        engine.dispose()


def _may_checkpoint(conn: Any) -> bool:
    sql = "SELECT pg_has_role(current_user, 'pg_checkpoint', 'MEMBER')"
    return bool(conn.exec_driver_sql(sql).scalar_one())

"""Head office on PostgreSQL 15 or newer, through psycopg 3.

Three roles: the owner makes and changes the tables and is not needed to run; `app` serves the PCs
behind row-level security; `app_jobs` does head office's own work. Several processes may share one
database: what one commits, the others hear of by LISTEN.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import URL, Engine, String, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError

from db.errors import Busy, DiskFull, NoStore, Refused, StoreError, StoreExists
from db.office import rls, schema, tables
from db.office.news import NewsLine
from db.office.pgport import PgPort
from db.office.store import Listener, OfficeStore
from db.office.work import OfficeWork
from db.tables import NUMBERS, metadata

JOBS = "_jobs"
SCRUBBED = ("row_version", "lookup_log", "lookup_ticket", "lookup_key", "lease", "erasure_case")
SHORT = 24
"""Letters of the longest text that is a code or a paper's number, never a person's words."""
POOL, MORE = 8, 24
_OPTIONS = (
    "-c plan_cache_mode=force_custom_plan -c jit=off -c timezone=UTC"
    " -c lock_timeout=15s -c idle_in_transaction_session_timeout=60s"
)


class PostgresStore(OfficeStore):
    """Head office's database, open. Safe to use from any thread."""

    dialect = "postgresql"

    def __init__(self, url: URL, jobs_url: URL) -> None:
        super().__init__()
        self._writers = {True: _engine(url), False: _engine(jobs_url)}
        self._readers = {
            True: _engine(url, read_only=True),
            False: _engine(jobs_url, read_only=True),
        }
        try:
            with pg_errors():
                self._refuse_what_we_cannot_use()
            with self.read() as work:
                self.server = schema.who(work.conn)
        except BaseException:
            self._dispose()
            raise
        self._news = NewsLine(lambda: _connect(jobs_url), self._announce, self._every_scope)

    @contextmanager
    def write(self, scopes: Collection[str] | None = None) -> Iterator[OfficeWork]:
        """One transaction, kept whole when the block ends well, else not at all.

        Raises:
            Busy: it collided with another one; `run` tries again. StoreError: nothing was kept.
        """
        with pg_errors(), self._writers[scopes is not None].begin() as conn:
            work = self._work(conn, scopes)
            yield work
            work.finish()
        self._committed(work)
        if work.marked:
            self._news.tell(work.marked.keys())

    @contextmanager
    def read(self, scopes: Collection[str] | None = None) -> Iterator[OfficeWork]:
        """One moment of the database; cannot write."""
        with pg_errors(), self._readers[scopes is not None].begin() as conn:
            work = self._work(conn, scopes)
            yield work
        self._numbers.learn(work.scopes.fresh)

    def on_news(self, listener: Listener) -> Any:
        """As of `OfficeStore`; what other processes commit is heard too."""
        self._news.listen()
        return super().on_news(listener)

    def scrub(self) -> None:
        """Nothing here: it needs the owner and locks tables (`scrub_postgres`, by night)."""

    def close(self) -> None:
        """Let go of the database; what is committed is first told to the other processes."""
        self._news.close()
        self._dispose()

    def _dispose(self) -> None:
        for engine in (*self._writers.values(), *self._readers.values()):
            engine.dispose()

    def _work(self, conn: Any, scopes: Collection[str] | None) -> OfficeWork:
        port = PgPort(conn)
        work = OfficeWork(port, self._numbers, server=self.server)
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
        return frozenset(self._numbers.by_name)


def create_postgres(owner_url: str, app_role: str, password: str) -> PostgresStore:
    """Make head office's tables, roles and walls in an empty database, and open it.

    Raises:
        StoreExists: there is a head office in it. StoreError: the owner may not do this.
    """
    owner, jobs = make_url(owner_url), app_role + JOBS
    engine = _engine(owner)
    try:
        with pg_errors(), engine.begin() as conn:
            if schema.number(conn):
                raise StoreExists("There is a head office in this database. Choose another one.")
            for role in (app_role, jobs):
                _make_role(conn, role, password)
            _let_in(conn, app_role, jobs)
            schema.bring_up_to_date(conn)
            rls.build(conn, app=app_role, jobs=jobs)
            _keep_words_out_of_statistics(conn)
    finally:
        engine.dispose()
    return PostgresStore(
        owner.set(username=app_role, password=password),
        owner.set(username=jobs, password=password),
    )


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
    engine = _engine(make_url(owner_url))
    try:
        with pg_errors(), engine.begin() as conn:
            if not schema.number(conn):
                raise NoStore("There is no head office in this database.")
            return schema.bring_up_to_date(conn)
    finally:
        engine.dispose()


def scrub_postgres(owner_url: str) -> None:
    """Rewrite the tables that may still hold bytes of erased people, with their indexes.

    A plain VACUUM leaves the bytes in free space. Each table is locked while it is rewritten: for
    the night, as the owner. The write-ahead log ages out with its archive.
    """
    engine = _engine(make_url(owner_url)).execution_options(isolation_level="AUTOCOMMIT")
    try:
        with pg_errors(), engine.connect() as conn:
            for name in (*NUMBERS, *SCRUBBED):
                conn.exec_driver_sql(f'VACUUM (FULL, ANALYZE) "{name}"')
            if _may_checkpoint(conn):
                conn.exec_driver_sql("CHECKPOINT")
    finally:
        engine.dispose()


def _keep_words_out_of_statistics(conn: Any) -> None:
    """PostgreSQL keeps a sample of common values; a person's words would outlive her erasure."""
    for name in (*NUMBERS, *SCRUBBED):
        table = metadata.tables[name] if name in NUMBERS else tables.office.tables[name]
        for column in table.columns:
            if isinstance(column.type, String) and (column.type.length or SHORT + 1) > SHORT:
                conn.exec_driver_sql(
                    f'ALTER TABLE "{name}" ALTER COLUMN "{column.name}" SET STATISTICS 0'
                )


def _may_checkpoint(conn: Any) -> bool:
    sql = "SELECT pg_has_role(current_user, 'pg_checkpoint', 'MEMBER')"
    return bool(conn.exec_driver_sql(sql).scalar_one())


def _make_role(conn: Any, role: str, password: str) -> None:
    """Roles belong to the whole cluster; one that is there already keeps its password."""
    known = conn.exec_driver_sql("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).first()
    if known is None:
        raw = conn.connection.driver_connection.pgconn  # the password stays out of the log
        secret = raw.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
        quoted = psycopg.sql.Literal(secret.decode()).as_string()
        conn.exec_driver_sql(f'CREATE ROLE "{role}" LOGIN PASSWORD {quoted}'.replace("%", "%%"))


def _let_in(conn: Any, *roles: str) -> None:
    """Both may connect, also where the database is closed to everybody (`database.sql`)."""
    name = conn.exec_driver_sql("SELECT quote_ident(current_database())").scalar_one()
    for role in roles:
        sql = f'GRANT CONNECT ON DATABASE {name} TO "{role}"'
        conn.exec_driver_sql(sql.replace("%", "%%"))


def _engine(url: URL, *, read_only: bool = False) -> Engine:
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
        pool_size=POOL,
        max_overflow=MORE,
        pool_use_lifo=True,
        pool_pre_ping=True,  # a restarted database is met again without a failed request
        pool_timeout=30,
        hide_parameters=True,
        connect_args={"prepare_threshold": None, "options": _OPTIONS, "connect_timeout": 10},
    )

    @event.listens_for(engine, "connect")
    def _as_wanted(raw: Any, _record: Any) -> None:
        raw.read_only = read_only

    return engine


def _connect(url: URL) -> psycopg.Connection[Any]:
    """A connection of its own, for news."""
    where: dict[str, Any] = url.translate_connect_args(username="user", database="dbname")
    where |= url.query
    return psycopg.connect(**where, autocommit=True, prepare_threshold=None, connect_timeout=10)


@contextmanager
def pg_errors() -> Iterator[None]:
    """Turn every error of the driver raised inside into one of ours."""
    try:
        yield
    except (DBAPIError, psycopg.Error) as error:
        origin = error.orig if isinstance(error, DBAPIError) else error
        raise _in_our_words(origin) from error


_WORDS: dict[str, tuple[type[StoreError], str]] = {
    "40001": (Busy, "Two changes met. Try again in a moment."),
    "40P01": (Busy, "Two changes met. Try again in a moment."),
    "53100": (DiskFull, "The database's disk is full. Nothing was saved; free some space."),
    "55P03": (Busy, "Somebody else is changing the same. Try again in a moment."),
    "25P03": (Busy, "The change took too long. Try again in a moment."),
    "53300": (Busy, "The database has too many connections. Try again in a moment."),
    "57P01": (Busy, "The database is being restarted. Try again in a moment."),
    "42501": (Refused, "The database refused the change: outside the transaction's scopes."),
    "23503": (Refused, "The store refused the change: it names a record that is not there."),
    "23505": (Refused, "The store refused the change: there is such a row already."),
}


def _in_our_words(error: BaseException | None) -> StoreError:
    state = getattr(error, "sqlstate", None)
    if state in _WORDS:
        kind, words = _WORDS[state]
        return kind(words)
    if isinstance(error, psycopg.OperationalError):
        return Busy("The database cannot be reached. Try again in a moment.")
    return Refused(f"The store refused the change ({state or type(error).__name__}).")

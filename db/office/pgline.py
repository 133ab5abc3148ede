"""The line to PostgreSQL: engines, single connections, and its errors in our words."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError

from db.errors import Busy, DiskFull, OutOfReach, Refused, StoreError

JOBS = "_jobs"
SCRUBBED = ("row_version", "lookup_log", "lookup_ticket", "lookup_key", "lease", "erasure_case")
"""Head office's own tables in which a person's words may stand."""
POOL, MORE = 8, 24
RESTED_S = 0.1
_USED = "used"
_OPTIONS = (
    "-c enable_seqscan=off"  # plans last, and most tables are empty when they are made
    " -c jit=off -c timezone=UTC"
    " -c lock_timeout=15s -c idle_in_transaction_session_timeout=60s"
)


def engine_of(url: URL, *, read_only: bool = False) -> Engine:
    """Connections to a database, kept ready."""
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
        pool_size=POOL,
        max_overflow=MORE,
        pool_use_lifo=True,
        pool_timeout=30,
        hide_parameters=True,
        connect_args={
            "prepare_threshold": None,  # what comes often is prepared by `db.office.pgpipe`
            "options": _OPTIONS,
            "connect_timeout": 10,
        },
    )

    @event.listens_for(engine, "connect")
    def _as_wanted(raw: Any, _record: Any) -> None:
        raw.read_only = read_only

    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", _try_first)
    return engine


def _note_use(_raw: Any, record: Any) -> None:
    record.info[_USED] = time.monotonic()


def _try_first(raw: Any, record: Any, _proxy: Any) -> None:
    """A restarted database is met again without a failed request: who rested is tried first."""
    if time.monotonic() - record.info.get(_USED, -math.inf) < RESTED_S:
        return
    try:
        raw.execute("")
        raw.rollback()
    except psycopg.Error as error:
        raise DisconnectionError from error


def connect(url: URL) -> psycopg.Connection[Any]:
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
    "57P01": (OutOfReach, "The database is being restarted. Try again in a moment."),
    "57P02": (OutOfReach, "The database is being restarted. Try again in a moment."),
    "57P03": (OutOfReach, "The database is being restarted. Try again in a moment."),
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
        return OutOfReach("The database cannot be reached. Try again in a moment.")
    return Refused(f"The store refused the change ({state or type(error).__name__}).")

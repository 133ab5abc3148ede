"""Statements to PostgreSQL, many in one turn.

What a turn costs is not what is asked but that two processes must wake each other: a prepared
question asked alone took 42 microseconds here and 45 in PostgreSQL, one of ten in a turn 7 and 8.
So statements wait here until an answer is wanted, and go all at once; each text is prepared on its
connection when it first comes. Much is sent before that: PostgreSQL then works on it while we
prepare what follows. Values travel as text, and PostgreSQL finds out their types where they stand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from typing import Any

import psycopg
from psycopg import generators
from psycopg.abc import Buffer, PQGen
from psycopg.adapt import Loader, Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus
from psycopg.pq.abc import PGconn, PGresult

from db.office.port import Tuple

MOST_PREPARED = 400
"""Texts that a connection keeps prepared; what comes after them is sent with its text."""
MUCH = 32_768
"""Bytes of values that are sent though no answer is wanted yet: far more work than waking up."""
_GOOD = (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK)
_UTC = dt.UTC


class _KeyLoader(Loader):
    def load(self, data: Buffer) -> bytes:
        return bytes.fromhex(bytes(data).decode().replace("-", ""))


class _FlagLoader(Loader):
    def load(self, data: Buffer) -> int:
        return int(bytes(data) == b"t")


class Asked:
    """A statement on its way; reading it sends everything that waits."""

    __slots__ = ("_found", "_pipe", "params", "sql")

    def __init__(self, pipe: Pipe, sql: str, params: list[Any]) -> None:
        self._pipe, self.sql, self.params = pipe, sql, params
        self._found: list[Tuple] | psycopg.Error | None = None

    def rows(self) -> list[Tuple]:
        """Its rows.

        Raises:
            psycopg.Error: it failed, or one before it did.
        """
        if self._found is None:
            self._pipe.flush()
        if isinstance(self._found, list):
            return self._found
        raise self._found or psycopg.InterfaceError("the statement was never sent")

    def answer(self, found: list[Tuple] | psycopg.Error) -> None:
        """What became of it."""
        self._found = found


class Pipe:
    """One connection's statements, in order."""

    def __init__(self, raw: psycopg.Connection[Tuple]) -> None:
        self._raw = raw
        self._pg: PGconn = raw.pgconn
        self._names: dict[str, bytes] = {}
        self._numbers = count(1)
        self._waiting: list[Asked] = []
        self._size = 0
        """Bytes of the values that wait."""
        self._begun: list[tuple[Asked, bool]] = []
        """What was sent and not heard of yet, and whether it is prepared with it."""
        cursor = raw.cursor()
        cursor.adapters.register_loader("uuid", _KeyLoader)
        cursor.adapters.register_loader("bool", _FlagLoader)
        self._loaded = Transformer(cursor)

    def ask(self, sql: str, params: Sequence[Any] = ()) -> Asked:
        """A statement written with `?`; it is sent when an answer is wanted, or when it is much."""
        asked = Asked(self, sql, [None if one is None else _text(one) for one in params])
        self._waiting.append(asked)
        self._size += sum(map(len, filter(None, asked.params)))
        if self._size >= MUCH:
            self._begin()
            self._pg.flush()  # what the line does not take now goes with what comes next
        return asked

    def forget(self) -> None:
        """What was not sent yet never is; what was is heard out, whatever has become of it."""
        self._waiting, self._size = [], 0
        if self._begun:
            with suppress(psycopg.Error):
                self.flush()

    def flush(self) -> None:
        """Send what waits and hear all answers.

        Raises:
            psycopg.Error: the first that went wrong; nothing after it was done.
        """
        waiting = self._waiting
        if self._begun or len(waiting) > 1 or (waiting and waiting[0].sql not in self._names):
            self._all()
        elif waiting:
            self._waiting, self._size = [], 0
            self._alone(waiting[0])

    def _alone(self, one: Asked) -> None:
        result = self._pg.exec_prepared(self._names[one.sql], one.params)
        error = self._hear(one, result)
        if error is not None:
            raise error

    def _begin(self) -> None:
        """On its way, all that waits; the line is in pipeline mode until everything is heard."""
        waiting, self._waiting, self._size = self._waiting, [], 0
        if not self._begun:
            self._pg.enter_pipeline_mode()
        for one in waiting:
            self._begun.append((one, self._send(one)))

    def _all(self) -> None:
        try:
            self._begin()
            begun = self._begun
            self._pg.pipeline_sync()
            many = len(begun) + sum(fresh for _, fresh in begun) + 1
            results = iter(self._raw.wait(self._turn(many)))
        finally:
            self._begun = []
            self._leave()
        errors = [
            self._hear_both(one, self._error(next(results)) if fresh else None, next(results))
            for one, fresh in begun
        ]
        for error in errors:
            if error is not None:
                raise error

    def _send(self, one: Asked) -> bool:
        """On its way; True when it is prepared with it."""
        name = self._names.get(one.sql)
        if name is not None:
            self._pg.send_query_prepared(name, one.params)
            return False
        if len(self._names) >= MOST_PREPARED:
            self._pg.send_query_params(_numbered(one.sql), one.params)
            return False
        name = self._names[one.sql] = b"jc%d" % next(self._numbers)
        self._pg.send_prepare(name, _numbered(one.sql))
        self._pg.send_query_prepared(name, one.params)
        return True

    def _turn(self, many: int) -> PQGen[list[PGresult]]:
        """Send it all, and hear so many answers; the last says only that the turn has ended."""
        yield from generators.send(self._pg)
        results = []
        for _ in range(many):
            results += yield from generators.fetch_many(self._pg)
        return results

    def _hear_both(
        self, one: Asked, before: psycopg.Error | None, result: PGresult
    ) -> psycopg.Error | None:
        """What went wrong with a statement, or `before` that with preparing it."""
        error = self._hear(one, result)
        if before is None:
            return error
        self._names.pop(one.sql, None)
        one.answer(before)
        return before

    def _hear(self, one: Asked, result: PGresult) -> psycopg.Error | None:
        error = self._error(result)
        one.answer(self._rows(result) if error is None else error)
        return error

    def _rows(self, result: PGresult) -> list[Tuple]:
        if not result.ntuples:
            return []
        self._loaded.set_pgresult(result)
        return self._loaded.load_rows(0, result.ntuples, tuple)

    def _error(self, result: PGresult) -> psycopg.Error | None:
        if result.status in _GOOD:
            return None
        if self._pg.status == ConnStatus.BAD:
            return psycopg.OperationalError("the connection is lost")
        if result.status == ExecStatus.PIPELINE_ABORTED:
            return psycopg.InternalError("a statement before this one failed")
        return error_from_result(result, encoding=self._raw.info.encoding)

    def _leave(self) -> None:
        """Out of the mode; a line on which answers are still to come is of no use any more."""
        try:
            self._pg.exit_pipeline_mode()
        except psycopg.Error:
            self._raw.close()


def _numbered(sql: str) -> bytes:
    """The statement with `$1` for the first `?`, and so on."""
    first, *rest = sql.split("?")
    return (first + "".join(f"${n}{part}" for n, part in enumerate(rest, 1))).encode()


def _text(value: Any) -> bytes:
    """A value as PostgreSQL reads it."""
    match value:
        case str():
            return value.encode()
        case bool():
            return b"t" if value else b"f"
        case bytes() | bytearray() | memoryview():
            return b"\\x" + bytes(value).hex().encode()
        case list() | tuple() | set() | frozenset():
            return b"{" + b",".join(_element(one) for one in value) + b"}"
        case dt.datetime():
            value = value.astimezone(_UTC).isoformat()
    return str(value).encode()


def _element(value: Any) -> bytes:
    if value is None:
        return b"NULL"
    text = _text(value)
    if value.__class__ is int:
        return text
    return b'"' + text.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'

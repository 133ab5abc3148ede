"""A dump of head office's PostgreSQL database: made as one moment, and loaded into an empty one.

Only data is loaded: tables, roles and walls are made by this program first, so that neither the
names of the roles nor the version of PostgreSQL need be those of before. The data come in one
transaction with the walls' one gap: the owner may write past them until it ends.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, text

from db.errors import Refused, StoreError
from db.office import tables
from db.office.pgline import engine_of, pg_errors
from db.office.rls import GUARDED
from db.tables import metadata

_MADE_HERE = ("office_schema",)
"""Tables whose rows are made with the tables."""


def dump(jobs: URL, target: Path) -> dict[str, int]:
    """`pg_dump` of one moment into `target`; returns how many rows each table had then.

    Raises:
        StoreError: it could not be made.
    """
    engine = engine_of(jobs, read_only=True)
    try:
        with pg_errors(), engine.connect() as conn:
            moment = conn.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one()
            counted = count(conn)
            _tool(
                "pg_dump",
                "--format=custom",
                "--enable-row-security",
                f"--snapshot={moment}",
                f"--file={target}",
                _bare(jobs),
                password=jobs.password,
            )
    finally:
        engine.dispose()
    return counted


def load(owner: URL, source: Path) -> None:
    """The dump's data into tables that were just made; all of it, or nothing.

    Raises:
        StoreError: nothing was loaded.
    """
    with _wanted(source) as listed, tempfile.TemporaryFile() as said:
        reader = _started(
            "pg_restore",
            "--data-only",
            f"--use-list={listed}",
            "--file=-",
            str(source),
            out=subprocess.PIPE,
            err=said,
        )
        writer = _started(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            "--output=/dev/null",
            _bare(owner),
            password=owner.password,
            into=subprocess.PIPE,
            err=said,
        )
        assert reader.stdout is not None
        assert writer.stdin is not None
        try:
            writer.stdin.write(_before().encode())
            while part := reader.stdout.read(1 << 20):
                writer.stdin.write(part)
            if reader.wait() == 0:
                writer.stdin.write(_after().encode())
                writer.stdin.close()
        except BrokenPipeError:
            reader.kill()
        finally:
            ended = _ended(reader, writer)
        if ended:
            raise Refused(f"{ended} could not load the dump. Nothing was kept of it.")


def rows_in(source: Path) -> dict[str, int]:
    """How many rows of each table a dump holds, every byte of it read; no database is needed.

    Raises:
        StoreError: it cannot be read to its end.
    """
    found: dict[str, int] = {}
    name = ""
    with tempfile.TemporaryFile() as said:
        reader = _started(
            "pg_restore", "--data-only", "--file=-", str(source), out=subprocess.PIPE, err=said
        )
        assert reader.stdout is not None
        with reader.stdout as lines:
            for line in lines:  # a row is a line: pg_dump writes a line's end inside one as \\n
                if name:
                    name = "" if line == b"\\.\n" else name
                    found[name] = found.get(name, 0) + bool(name)
                elif begun := _COPIED.match(line):
                    name = begun[1].decode()
    if reader.wait():
        raise StoreError("pg_restore could not read the dump to its end.")
    return found


_COPIED = re.compile(rb'COPY public\."?(\w+)"? .*FROM stdin;$')


def count(conn: Connection) -> dict[str, int]:
    """How many rows each table has."""
    names = [*metadata.tables, *tables.office.tables]
    return {name: _rows(conn, name) for name in names}


def _rows(conn: Connection, name: str) -> int:
    return int(conn.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one())


def _before() -> str:
    gap = [f'ALTER TABLE public."{name}" NO FORCE ROW LEVEL SECURITY;' for name in GUARDED]
    return "\n".join([*gap, "DELETE FROM public.office_state;", ""])


def _after() -> str:
    whole = "SET CONSTRAINTS ALL IMMEDIATE;"  # references are looked at before the walls go up
    walls = [f'ALTER TABLE public."{name}" FORCE ROW LEVEL SECURITY;' for name in GUARDED]
    return "\n".join([whole, *walls, ""])


@contextmanager
def _wanted(source: Path) -> Iterator[str]:
    """The dump's contents as a list for `pg_restore`, without what is made here."""
    listed = _tool("pg_restore", "--list", str(source))
    gone = tuple(f" TABLE DATA public {name} " for name in _MADE_HERE)
    kept = [line for line in listed.splitlines() if not any(part in line for part in gone)]
    with tempfile.NamedTemporaryFile("w", prefix="jewelcrm-", suffix=".list") as file:
        file.write("\n".join(kept) + "\n")
        file.flush()
        yield file.name


def _ended(reader: subprocess.Popen[bytes], writer: subprocess.Popen[bytes]) -> str:
    """The name of the program that failed, after both have ended."""
    assert reader.stdout is not None
    assert writer.stdin is not None
    reader.stdout.close()
    failed = reader.wait()
    if failed and not writer.stdin.closed:
        writer.kill()  # so that what came so far is not committed
    if not writer.stdin.closed:
        writer.stdin.close()
    wrote = writer.wait()
    return "psql" if wrote and not failed else "pg_restore" if failed else ""


def _bare(url: URL) -> str:
    """The address without the password, which other users of the machine could see."""
    return url._replace(drivername="postgresql", password=None).render_as_string()


def _environment(password: str | None) -> Mapping[str, str]:
    return {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}


def _started(
    *command: str,
    out: int = subprocess.DEVNULL,
    into: int = subprocess.DEVNULL,
    err: object = subprocess.DEVNULL,
    password: object = None,
) -> subprocess.Popen[bytes]:
    environment = _environment(str(password) if password else None)
    made: subprocess.Popen[bytes] = subprocess.Popen(  # type: ignore[call-overload]  # noqa: S603
        command, stdin=into, stdout=out, stderr=err, env=environment
    )
    return made


def _tool(*command: str, password: object = None) -> str:
    done = subprocess.run(  # noqa: S603 - a fixed program; the address is our own configuration
        command,
        env=_environment(str(password) if password else None),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise StoreError(f"{command[0]} failed (exit code {done.returncode}). Nothing was kept.")
    return done.stdout

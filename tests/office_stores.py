"""Head office's two stores for tests: `office_store` runs a test on each of them.

PostgreSQL is a cluster of the tests' own: in a temporary folder, on a socket only, gone with the
process that asked for it however that ends. `tests/conftest.py` gives the fixtures to every test.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, make_url

from db.office.embedded import EmbeddedStore, _kept_key
from db.office.news import NewsLine
from db.office.pgline import JOBS, connect
from db.office.postgres import PostgresStore
from db.office.store import OfficeStore, create_embedded, create_postgres, open_postgres

APP, PASSWORD = "jewelcrm_app", "quiet brass lamp"
QUICK = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "shared_buffers=64MB",
    "max_connections=200",
)
EMPTY = """
SET session_replication_role = replica;
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
    AND (relkind = 'p' OR relkind = 'r' AND pg_relation_size(oid) > 0) AND NOT relispartition
    AND relname NOT IN ('office_schema', 'office_state')
  LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
  UPDATE office_state SET name = NULL, letters = '{}', recovery_key = NULL;
END $$;
"""
_numbers = count(1)


@dataclass(frozen=True)
class Cluster:
    """A running PostgreSQL; `superuser` reaches it by its socket."""

    socket: Path

    def url(self, role: str, database: str) -> str:
        """SQLAlchemy's address of a database, as one of the roles."""
        secret = PASSWORD.replace(" ", "%20")
        return f"postgresql+psycopg://{role}:{secret}@/{database}?host={self.socket}"

    def line(self, database: str, role: str = "postgres") -> Any:
        """psycopg's connection, each statement a transaction."""
        import psycopg

        return psycopg.connect(host=str(self.socket), user=role, dbname=database, autocommit=True)

    def sql(self, statement: str, database: str = "postgres", role: str = "postgres") -> None:
        with self.line(database, role) as conn:
            conn.execute(statement)

    def database(self) -> str:
        """A new database of the role that owns head office's tables."""
        name = f"office_{next(_numbers)}"
        self.sql(f"CREATE DATABASE {name} OWNER jewelcrm_owner")
        return name

    def copy(self, made: str) -> str:
        """A database as `made`, to which nobody may be connected, with the rights on it."""
        name = f"office_{next(_numbers)}"
        self.sql(f"CREATE DATABASE {name} OWNER jewelcrm_owner TEMPLATE {made} STRATEGY file_copy")
        self.sql(f"GRANT CONNECT ON DATABASE {name} TO {APP}, {APP}{JOBS}", role="jewelcrm_owner")
        return name


def binaries() -> Path | None:
    """The folder of `initdb` and `postgres`: the newest installed, or what PATH says."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda at: int(at.parts[-3])
    )
    on_path = shutil.which("initdb")
    found = [*installed, *([Path(on_path).resolve()] if on_path else [])]
    return next((at.parent for at in reversed(found) if (at.parent / "postgres").exists()), None)


@contextmanager
def running_cluster(programs: Path, *options: str) -> Iterator[Cluster]:
    """A cluster of our own, until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="jcrm-pg-", dir=_short_folder()))
    _own(folder)
    plain = ("-U", "postgres", "-A", "trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8")
    made = [*_as_nobody_special(), programs / "initdb", "-D", folder / "data", *plain]
    subprocess.run(made, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    server = _start(programs, folder, (*QUICK, *options))
    cluster = Cluster(folder)
    try:
        _wait_for(cluster)
        cluster.sql("CREATE ROLE jewelcrm_owner LOGIN CREATEROLE")
        yield cluster
    finally:
        assert server.stdin is not None
        server.stdin.close()
        server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """A cluster of our own; the test is skipped where PostgreSQL is not installed."""
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here (apt-get install postgresql)")
    with running_cluster(programs) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def ready_database(postgres_cluster: Cluster) -> str:
    """A database as it was made, to be copied; nobody connects to it."""
    name = postgres_cluster.database()
    create_postgres(postgres_cluster.url("jewelcrm_owner", name), APP, PASSWORD).close()
    return name


@pytest.fixture(scope="session")
def postgres_database(postgres_cluster: Cluster, ready_database: str) -> str:
    """A database with head office's tables."""
    return postgres_cluster.copy(ready_database)


class _OnKeptLines(PostgresStore):
    """A process over the database whose connections outlive it: new ones cost more than a test."""

    def __init__(self, kept: PostgresStore, url: URL) -> None:
        OfficeStore.__init__(self)
        self._writers, self._readers, self.server = kept._writers, kept._readers, kept.server
        self._news = NewsLine(lambda: connect(url), self._announce, self._every_scope)

    def _dispose(self) -> None:
        """They are kept."""


@pytest.fixture(scope="session")
def _postgres_lines(
    postgres_cluster: Cluster, postgres_database: str
) -> Iterator[tuple[PostgresStore, Any]]:
    """Connections to the database that the tests use one after the other, and a superuser's."""
    kept = open_postgres(postgres_cluster.url(APP, postgres_database))
    assert isinstance(kept, PostgresStore)
    with postgres_cluster.line(postgres_database) as superuser:
        yield kept, superuser
    kept.close()


@pytest.fixture
def postgres(
    postgres_cluster: Cluster, postgres_database: str, _postgres_lines: tuple[PostgresStore, Any]
) -> Iterator[OfficeStore]:
    """An empty head office on PostgreSQL; emptied again afterwards, as that is quickest."""
    kept, superuser = _postgres_lines
    store = _OnKeptLines(kept, make_url(postgres_cluster.url(f"{APP}{JOBS}", postgres_database)))
    yield store
    store.close()
    superuser.execute(EMPTY)


@pytest.fixture(scope="session")
def _first_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first") / "office"
    create_embedded(folder).close()
    return folder


@pytest.fixture
def embedded(_first_office: Path, tmp_path: Path) -> Iterator[OfficeStore]:
    """A fresh head office on an encrypted file."""
    shutil.copytree(_first_office, tmp_path / "office")
    store = EmbeddedStore(tmp_path / "office", _kept_key(tmp_path / "office"))
    yield store
    store.close()


@pytest.fixture(params=["embedded", "postgres"])
def office_store(request: pytest.FixtureRequest) -> OfficeStore:
    """A fresh head office, once on each store."""
    store: OfficeStore = request.getfixturevalue(request.param)
    return store


def _start(programs: Path, folder: Path, wanted: Sequence[str]) -> subprocess.Popen[str]:
    """The server, under a shell that lives as long as our end of its input and takes it along."""
    options = [part for option in ("listen_addresses=", *wanted) for part in ("-c", option)]
    server = [programs / "postgres", "-D", folder / "data", "-k", folder, *options]
    shell = ("sh", "-c", '"$@" & at=$!; read -r _; kill -QUIT $at; wait $at', "sh")
    with (folder / "log").open("w") as log:
        return subprocess.Popen(
            [*_as_nobody_special(), *shell, *server],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=log,
            cwd=folder,
            text=True,
        )


def _short_folder() -> str:
    """A socket's path may have 107 bytes."""
    wanted = tempfile.gettempdir()
    return wanted if len(wanted) < 60 else "/tmp"


def _as_nobody_special() -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def _own(folder: Path) -> None:
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)


def _wait_for(cluster: Cluster, seconds: float = 30) -> None:
    import psycopg

    until = time.monotonic() + seconds
    while True:
        try:
            return cluster.sql("SELECT 1")
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)

"""A store's main file stands still while it is copied, whoever moves the log meanwhile."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db.backup import frozen
from db.cipher import connect
from db.errors import Busy

KEY = bytes(32)
_MOVING = 121  # the byte of the -shm file that a checkpoint locks (sqlite.org/walformat.html 2.2.4)

posix = pytest.mark.skipif(os.name != "posix", reason="the lock of another program is taken so")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "store.db"
    with closing(connect(path, KEY)) as raw:
        raw.execute("CREATE TABLE t(n INTEGER)")
        raw.execute("INSERT INTO t VALUES (1)")
        yield path


@contextmanager
def somebody_moving(path: Path) -> Iterator[None]:
    """Another program is in the middle of a checkpoint."""
    script = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b');"
        f" fcntl.lockf(file, fcntl.LOCK_EX, 1, {_MOVING}); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, f"{path}-shm"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        try:
            yield
        finally:
            other.stdin.close()


@posix
def test_no_copy_begins_while_another_moves_the_log(path, monkeypatch):
    monkeypatch.setattr(frozen, "_PATIENCE_S", 0.2)
    with somebody_moving(path), pytest.raises(Busy), frozen.frozen(path, KEY):
        pass


def test_the_file_is_held_still_while_others_write_and_move(path):
    with frozen.frozen(path, KEY) as still, closing(connect(path, KEY)) as raw:
        before = path.read_bytes()
        raw.execute("INSERT INTO t VALUES (2)")
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        still.check()
        assert path.read_bytes() == before
        assert still.raw.execute("SELECT count(*) FROM t").fetchone() == (1,)

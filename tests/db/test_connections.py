"""Connections are opened when needed and used again; both kinds are in one transaction."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2 as cipher

from db import connections
from db.connections import Lines
from db.errors import Busy


class Opened:
    """Opens connections to one file, and counts them."""

    def __init__(self, path: Path) -> None:
        self.path, self.count = path, 0

    def __call__(self) -> cipher.Connection:
        self.count += 1
        return cipher.connect(str(self.path), isolation_level=None, check_same_thread=False)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    path = tmp_path / "plain.db"
    raw = cipher.connect(str(path))
    raw.execute("CREATE TABLE thing(n INTEGER)")
    raw.close()
    return Opened(path)


@pytest.fixture
def lines(opened: Opened) -> Iterator[Lines]:
    made = Lines(opened, 2)
    yield made
    made.close()


def count(lines: Lines) -> int:
    with lines.taken() as line:
        return int(line.raw.execute("SELECT count(*) FROM thing").fetchone()[0])


def test_a_connection_is_used_again(lines: Lines, opened: Opened) -> None:
    assert (count(lines), count(lines), opened.count) == (0, 0, 1)


def test_both_kinds_write_in_one_transaction(lines: Lines) -> None:
    with lines.taken() as line, suppress(ZeroDivisionError), line.begun():
        line.raw.execute("INSERT INTO thing VALUES (1)")
        line.conn.execute(text("INSERT INTO thing VALUES (2)"))
        assert line.raw.execute("SELECT count(*) FROM thing").fetchone() == (2,)
        raise ZeroDivisionError
    assert count(lines) == 0


def test_sqlalchemy_may_be_asked_for_when_the_transaction_has_begun(lines: Lines) -> None:
    connections._engine.cache_clear()  # nobody in this process has needed it yet
    with lines.taken() as line, line.begun():
        line.raw.execute("INSERT INTO thing VALUES (1)")
        assert line.conn.execute(text("SELECT count(*) FROM thing")).scalar() == 1
        assert line.raw.in_transaction
    assert count(lines) == 1


def test_a_statement_that_fails_leaves_the_connection_fit_for_the_next(lines: Lines) -> None:
    for _ in range(2):
        with pytest.raises(Exception, match="no such table"), lines.taken() as line, line.begun():
            line.conn.execute(text("SELECT * FROM nowhere"))
    with lines.taken() as line, line.begun():
        line.conn.execute(text("INSERT INTO thing VALUES (1)"))
    assert count(lines) == 1


def test_whoever_waits_too_long_for_a_connection_is_told(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_PATIENCE", 0.01)
    with lines.taken(), lines.taken(), pytest.raises(Busy), lines.taken():
        pass


def test_one_that_cannot_be_opened_takes_nobodys_place(opened: Opened) -> None:
    def refuse() -> cipher.Connection:
        raise OSError

    lines = Lines(refuse, 1)
    for _ in range(2):
        with pytest.raises(OSError), lines.taken():
            pass


def test_one_that_is_in_use_when_all_are_closed_closes_when_it_is_given_back(lines: Lines) -> None:
    with lines.taken() as line:
        lines.close()
        assert line.raw.execute("SELECT count(*) FROM thing").fetchone() == (0,)
    with pytest.raises(cipher.ProgrammingError):
        line.raw.execute("SELECT 1")


def test_the_last_one_used_is_used_first(lines: Lines) -> None:
    with lines.taken() as first, lines.taken() as second:
        pass
    assert first is not second
    with lines.taken() as again:
        assert again is first


def test_each_thread_gets_a_connection_of_its_own(lines: Lines) -> None:
    seen = []

    def look() -> None:
        with lines.taken() as line:
            seen.append(line)

    with lines.taken() as mine:
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert seen
    assert seen[0] is not mine

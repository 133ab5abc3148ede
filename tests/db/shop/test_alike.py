"""Two files under two keys hold the same, or it is said in which table they do not."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as cipher

from db.cipher import connect
from db.shop.alike import unlike

SHAPE = (
    "CREATE TABLE keyed(id BLOB PRIMARY KEY, a, b TEXT COLLATE NOCASE) WITHOUT ROWID",
    "CREATE TABLE pair(x, y, z, PRIMARY KEY (y, x)) WITHOUT ROWID",
    "CREATE TABLE plain(a, b)",
    "CREATE TABLE numbered(n INTEGER PRIMARY KEY AUTOINCREMENT, a)",
    "CREATE INDEX by_a ON plain(a)",
)
ROWS = (
    "INSERT INTO keyed VALUES (x'01', 1, 'Chan'), (x'02', NULL, '')",
    "INSERT INTO pair VALUES (1, 2, 'z'), (2, 1, NULL)",
    "INSERT INTO plain VALUES (1, 'x'), (NULL, NULL), (1, 'x'), (3.5, x'00ff')",
    "INSERT INTO numbered(a) VALUES ('x'), ('y')",
    "DELETE FROM numbered WHERE n = 1",
)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[cipher.Connection, cipher.Connection, Path, bytes]]:
    """A file, another connection to its copy under another key, where that is and its key."""
    key, path = secrets.token_bytes(32), tmp_path / "other.db"
    with (
        closing(connect(tmp_path / "one.db", secrets.token_bytes(32))) as one,
        closing(connect(path, key)) as other,
    ):
        for raw in (one, other):
            for statement in (*SHAPE, *ROWS):
                raw.execute(statement)
        yield one, other, path, key


def found(two) -> str | None:
    one, _other, path, key = two
    return unlike(one, path, key, lambda *_: None)


def test_the_same_is_the_same(two):
    assert found(two) is None
    assert found(two) is None, "and the other file is let go of"


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("INSERT INTO plain VALUES (9, 'y')", "plain"),
        ("DELETE FROM plain WHERE a IS NULL", "plain"),
        ("UPDATE plain SET b = 'X' WHERE a = 1", "plain"),
        ("UPDATE plain SET b = NULL WHERE a = 3.5", "plain"),
        ("UPDATE plain SET a = 0 WHERE a IS NULL", "plain"),
        ("UPDATE plain SET b = x'00fe' WHERE a = 3.5", "plain"),
        ("UPDATE keyed SET b = 'CHAN' WHERE id = x'01'", "keyed"),
        ("UPDATE keyed SET id = x'03' WHERE id = x'01'", "keyed"),
        ("UPDATE keyed SET a = '' WHERE a IS NULL", "keyed"),
        ("UPDATE pair SET z = 'Z' WHERE x = 1", "pair"),
        ("UPDATE pair SET x = 3 WHERE x = 1", "pair"),
        ("UPDATE numbered SET n = 7", "numbered"),
        ("DROP INDEX by_a", ""),
        ("CREATE TABLE more(a)", ""),
    ],
)
@pytest.mark.parametrize("side", [0, 1])
def test_whatever_is_another_is_seen_from_either_side(two, change: str, table: str, side: int):
    two[side].execute(change)
    assert found(two) == table


def test_rows_that_changed_places_are_not_the_same(two):
    two[1].execute("DELETE FROM plain")
    two[1].execute("INSERT INTO plain VALUES (NULL, NULL), (1, 'x'), (1, 'x'), (3.5, x'00ff')")
    assert found(two) == "plain"


def test_it_tells_how_far_it_is(two):
    one, _other, path, key = two
    told: list[tuple[int, int]] = []
    unlike(one, path, key, lambda done, total: told.append((done, total)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]

"""Any number of keys can be asked for, and any number comes back, in order."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2 as cipher

from db.shop.among import PIECE, all_found, all_keys, among
from db.tables.people import staff
from db.types import new_id
from jewelcrm.context import Context


@pytest.fixture
def raw() -> cipher.Connection:
    raw = cipher.connect(":memory:", isolation_level=None)
    raw.execute("CREATE TABLE thing(id BLOB PRIMARY KEY, n INTEGER) WITHOUT ROWID")
    return raw


def test_more_keys_than_one_question_holds_are_all_answered(raw: cipher.Connection) -> None:
    ids = [new_id() for _ in range(2 * PIECE + 1)]
    raw.executemany("INSERT INTO thing VALUES (?, ?)", [(one, n) for n, one in enumerate(ids)])

    found = dict(among(raw, "SELECT id, n FROM thing WHERE n >= ? AND id IN", ids, (1,)))

    assert found == {one: n for n, one in enumerate(ids) if n}


def test_what_stands_after_the_keys_is_asked_too(raw: cipher.Connection) -> None:
    ids = [new_id() for _ in range(3)]
    raw.executemany("INSERT INTO thing VALUES (?, ?)", [(one, 1) for one in ids])

    rows = among(raw, "SELECT n, count(*) FROM thing WHERE id IN", ids, end="GROUP BY n")

    assert list(rows) == [(1, 3)]


def test_keys_come_back_in_the_order_of_the_question(raw: cipher.Connection) -> None:
    ids = [b"\0" * 16, *(new_id() for _ in range(9)), b"\xff" * 16]
    raw.executemany("INSERT INTO thing VALUES (?, ?)", [(one, n % 3) for n, one in enumerate(ids)])
    order = "SELECT id FROM thing WHERE n >= ? ORDER BY n DESC, id LIMIT 5"

    assert all_keys(raw, order, (1,)) == [row[0] for row in raw.execute(order, (1,))]
    assert len(all_keys(raw, order, (1,))) == 5


def test_no_keys_are_an_empty_list(raw: cipher.Connection) -> None:
    assert all_keys(raw, "SELECT id FROM thing") == []


def test_keys_of_sqlalchemy_s_question_come_back_in_its_order(ctx: Context) -> None:
    newest = select(staff.c.id).order_by(staff.c.id.desc()).limit(5)
    with ctx.work("test") as work:
        for n in range(9):
            work.insert(staff, login=f"among{n}", name="A", role="sales", active=True)
    with ctx.read() as conn:
        assert all_found(conn, newest) == list(conn.scalars(newest))
        assert len(all_found(conn, newest)) == 5
        assert all_found(conn, newest.where(staff.c.login == "nobody")) == []

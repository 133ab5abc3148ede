"""The audit log notices every entry that was dropped, edited, reordered or forged."""

import random

import pytest
from sqlcipher3 import dbapi2 as cipher

from db.shop import audit

ENTRIES = 200


@pytest.fixture
def log() -> cipher.Connection:
    raw = cipher.connect(":memory:", isolation_level=None)
    raw.execute(
        "CREATE TABLE audit_log(seq INTEGER PRIMARY KEY, hlc, at, actor, pc, action, subject,"
        " columns, reason, outcome, prev, hash)"
    )
    for n in range(ENTRIES):
        audit.append(
            raw,
            hlc=n,
            at=n,
            actor=b"a" * 16,
            pc=b"p" * 16,
            action="customers.view",
            subject=None,
            columns=("phone",),
            reason=None,
            outcome="done",
        )
    return raw


def test_an_untouched_log_holds(log):
    assert audit.first_break(log) is None


@pytest.mark.parametrize("seq", random.Random(5).sample(range(1, ENTRIES), 40))
def test_a_dropped_entry_is_noticed(log, seq):
    log.execute("DELETE FROM audit_log WHERE seq = ?", (seq,))
    assert audit.first_break(log) == seq


@pytest.mark.parametrize(
    ("column", "value"),
    [("action", "x"), ("actor", b"b" * 16), ("at", 7), ("outcome", "denied"), ("reason", "y")],
)
def test_an_edited_entry_is_noticed(log, column, value):
    log.execute(f"UPDATE audit_log SET {column} = ? WHERE seq = 50", (value,))
    assert audit.first_break(log) == 50


def test_two_entries_that_changed_places_are_noticed(log):
    log.execute("UPDATE audit_log SET seq = -1 WHERE seq = 10")
    log.execute("UPDATE audit_log SET seq = 10 WHERE seq = 11")
    log.execute("UPDATE audit_log SET seq = 11 WHERE seq = -1")
    assert audit.first_break(log) == 10

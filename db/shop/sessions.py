"""Who did what on this PC, as it can be proved: persons' keys, sessions, stamps on acts.

A person's own key is sealed to the lock that their password opens. A session's private key lies
here in the open store until the session ends, so that a PIN can go on with it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlcipher3 import dbapi2 as cipher

from db.shop.among import among
from db.types import Id

_PURPOSE = b"jcrm person's key v1 "
_COLUMNS = "id, staff_id, begun_at, public, person_key, sig"


class Begun(NamedTuple):
    """A session as it is told."""

    id: Id
    staff_id: Id
    begun_at: int
    public: bytes
    person_key: bytes
    sig: bytes


class Stamp(NamedTuple):
    """In which session an act was made."""

    session: Id
    sig: bytes


class PersonKey(NamedTuple):
    """A person's own key on this PC; `seal`: head office's word for it."""

    seed: bytes
    seal: str


def open_key(raw: cipher.Connection, staff_id: Id, lock: bytes) -> PersonKey | None:
    """A person's key, by the private half of their lock; None when there is none it opens."""
    from db.sealing import NotSealedForUs, unseal

    sql = "SELECT sealed, seal FROM person_key WHERE staff_id = ?"
    row = raw.execute(sql, (staff_id,)).fetchone()
    if row is None or not lock:
        return None
    try:
        return PersonKey(unseal(lock, row[0], _PURPOSE + staff_id), row[1])
    except NotSealedForUs:
        return None


def keep_key(
    raw: cipher.Connection, staff_id: Id, key: PersonKey, *, public: bytes, lock: bytes
) -> None:
    """Keep a person's key behind their lock, whose public half this is."""
    from db.sealing import seal

    raw.execute(
        "INSERT INTO person_key(staff_id, public, sealed, seal) VALUES (?, ?, ?, ?)"
        " ON CONFLICT(staff_id) DO UPDATE SET public = excluded.public, sealed = excluded.sealed,"
        " seal = excluded.seal",
        (staff_id, public, seal(lock, key.seed, _PURPOSE + staff_id), key.seal),
    )


def vouch(raw: cipher.Connection, staff_id: Id, public: bytes, seal: str) -> None:
    """Head office has given its word for a person's key."""
    sql = "UPDATE person_key SET seal = ? WHERE staff_id = ? AND public = ?"
    raw.execute(sql, (seal, staff_id, public))


def seals(raw: cipher.Connection) -> dict[bytes, str]:
    """Head office's word for each key it knows, by the public half."""
    return dict(raw.execute("SELECT public, seal FROM person_key"))


def add(raw: cipher.Connection, begun: Begun, private: bytes) -> None:
    """A session begins; what ended before it cannot be gone on with."""
    raw.execute(
        f"INSERT INTO session({_COLUMNS}, private) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*begun, private),
    )


def add_ended(raw: cipher.Connection, begun: Begun) -> None:
    """A session of this store's earlier life: it proves what it stamped, and goes on no more."""
    marks = f"INSERT INTO session({_COLUMNS}, private) VALUES (?, ?, ?, ?, ?, ?, NULL)"
    raw.execute(marks, tuple(begun))


def end(raw: cipher.Connection, before: int, staff_id: Id | None = None) -> None:
    """Sessions begun before a moment, and a person's earlier ones, stamp nothing any more."""
    raw.execute(
        "UPDATE session SET private = NULL WHERE private IS NOT NULL"
        " AND (begun_at < ? OR staff_id = ?)",
        (before, staff_id),
    )


def newest(raw: cipher.Connection, staff_id: Id) -> tuple[Begun, bytes] | None:
    """A person's session that can be gone on with, and its private key."""
    row = raw.execute(
        f"SELECT {_COLUMNS}, private FROM session WHERE staff_id = ? AND private IS NOT NULL"
        " ORDER BY begun_at DESC LIMIT 1",
        (staff_id,),
    ).fetchone()
    return (Begun._make(row[:6]), row[6]) if row else None


def open_ones(raw: cipher.Connection, ids: Collection[Id]) -> dict[Id, bytes]:
    """The private keys of those of the sessions that can be gone on with."""
    sql = "SELECT id, private FROM session WHERE private IS NOT NULL AND id IN "
    return dict(among(raw, sql, ids))


def put_stamp(raw: cipher.Connection, tx: Id, stamp: Stamp) -> None:
    """Keep in which session a transaction was made."""
    raw.execute("INSERT INTO act_stamp(tx, session, sig) VALUES (?, ?, ?)", (tx, *stamp))


def stamps(raw: cipher.Connection, txs: Collection[Id]) -> dict[Id, Stamp]:
    """The stamps on these transactions; one without was made in no session."""
    sql = "SELECT tx, session, sig FROM act_stamp WHERE tx IN "
    return {row[0]: Stamp(*row[1:]) for row in among(raw, sql, txs)}


def sessions(raw: cipher.Connection, ids: Collection[Id]) -> list[Begun]:
    """These sessions."""
    sql = f"SELECT {_COLUMNS} FROM session WHERE id IN "
    return [Begun._make(row) for row in among(raw, sql, ids)]


def prune(raw: cipher.Connection, txs: Collection[Id]) -> None:
    """Forget the stamps on transactions that are never sent again."""
    raw.executemany("DELETE FROM act_stamp WHERE tx = ?", ((tx,) for tx in txs))

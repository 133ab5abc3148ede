"""Head office as this PC reaches it: its address, its authority, and this PC's own keys."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlcipher3 import dbapi2 as cipher

from db.types import Id


@dataclass(frozen=True, slots=True)
class Address:
    """Where head office is and who this PC is to it."""

    url: str
    ca: str
    """The certificate authority that is trusted, PEM; empty: a public one."""
    server: Id
    office_key: bytes
    """Head office's recovery key, public half."""
    device: Id
    sign_key: bytes = field(repr=False)
    seal_key: bytes = field(repr=False)
    offset: int = 0
    """Head office's clock less ours, in milliseconds."""


def address(raw: cipher.Connection) -> Address | None:
    """Head office, if this PC has one."""
    row = raw.execute(
        "SELECT h.url, h.ca, h.server, h.office_key, p.id, h.sign_key, h.seal_key, s.clock_offset"
        " FROM head_office h, pc p, sync_state s"
    ).fetchone()
    return Address(*row) if row else None


def set_office_key(raw: cipher.Connection, public: bytes) -> None:
    """Head office's recovery key was changed: this is its public half from now on."""
    raw.execute("UPDATE head_office SET office_key = ?", (public,))


def join(
    raw: cipher.Connection, where: Address, *, letter: str, now: int, at: int, lease_until: int
) -> None:
    """This PC belongs to head office from now on. `now` is head office's time, `at` this PC's."""
    raw.execute(
        "INSERT INTO head_office(one, url, server, ca, office_key, sign_key, seal_key, state,"
        " enrolled_at, lease_until, last_contact) VALUES (1, ?, ?, ?, ?, ?, ?, 'on', ?, ?, ?)",
        (
            where.url,
            where.server,
            where.ca,
            where.office_key,
            where.sign_key,
            where.seal_key,
            now,
            lease_until,
            now,
        ),
    )
    raw.execute("UPDATE sync_state SET clock_offset = ?", (now - at,))
    raw.execute("UPDATE pc SET letter = ?", (letter,))


def move(raw: cipher.Connection, url: str) -> None:
    """Head office answers at another address."""
    raw.execute("UPDATE head_office SET url = ?", (url,))


def leavers(raw: cipher.Connection) -> set[Id]:
    """People who have left: nothing of theirs may open this store."""
    sql = "SELECT id FROM staff WHERE NOT active OR archived_at IS NOT NULL"
    return {row[0] for row in raw.execute(sql)}

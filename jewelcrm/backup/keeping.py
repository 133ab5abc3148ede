"""What this PC keeps about its backups, in the encrypted store: the key that signs, the last."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as cipher

from db.backup.vault import Vault
from db.decoding import decode
from db.types import new_id
from jewelcrm.backup.model import Target
from jewelcrm.context import Context

SIGN, STATE, TARGETS = "backup.sign", "backup.state", "backup.targets"
CHECKED = "backup.checked"
"""Keys in `setting` that are not for anybody to set."""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """How far the backups of this store are; moments in milliseconds."""

    seq: int = 0
    last: str = ""
    """Id of the newest point."""
    last_digest: str = ""
    last_made: int = 0
    app: str = ""
    """Which release of the program made it."""
    drilled: int = 0
    drill_seconds: float = 0.0
    trouble: str = ""
    """The last thing that went wrong; empty since it went well."""
    trouble_at: int = 0
    carried: dict[str, int] = {}
    """By target: when it was given the newest point last."""
    office: str = ""
    """What the last drill heard from head office that is not well."""
    troubles: dict[str, str] = {}
    """By target: what went wrong there."""


def state(ctx: Context) -> State:
    """How far the backups are."""
    with ctx.read() as conn:
        return state_in(raw_of(conn))


def state_in(raw: cipher.Connection) -> State:
    """How far the backups are, by a store that is open without a context."""
    kept = _kept(raw, STATE)
    try:
        return decode(kept, State) if kept else State()
    except (ValueError, msgspec.DecodeError):
        return State()


def set_state(ctx: Context, now: State) -> None:
    """Keep how far the backups are."""
    _put(ctx, STATE, text_of(now))


def text_of(now: State) -> str:
    """As it is kept."""
    return msgspec.json.encode(now).decode()


def note_checked(ctx: Context, made: int) -> None:
    """Keep when the newest checked point was made, for whoever asks without looking at files."""
    _put(ctx, CHECKED, str(made))


def checked(raw: cipher.Connection) -> int | None:
    """When the newest checked point was made, by this PC's clock."""
    kept = _kept(raw, CHECKED)
    return int(kept) if kept else None


def targets(ctx: Context) -> list[Target]:
    """Where copies go besides this PC's own disk."""
    with ctx.read() as conn:
        kept = _kept(raw_of(conn), TARGETS)
    return [Target(**one) for one in json.loads(kept)] if kept else []


def set_targets(ctx: Context, wanted: Sequence[Target]) -> list[Target]:
    """Keep where copies go; a target without an id is given one."""
    named = [Target(t.kind, t.place, t.id or new_id().hex()[-12:]) for t in wanted]
    body = [{"kind": t.kind, "place": t.place, "id": t.id} for t in named]
    _put(ctx, TARGETS, json.dumps(body))
    return named


def vault(ctx: Context, folder: Path) -> Vault:
    """A vault of this store: only this PC's own word on its points counts."""
    return Vault(folder, trusted=frozenset(map(public_half, _signing_keys(ctx))))


def signing_key(ctx: Context) -> Ed25519PrivateKey:
    """The key that signs this PC's backups: its own at head office, else one of the store."""
    return _signing_keys(ctx)[0]


def _signing_keys(ctx: Context) -> list[Ed25519PrivateKey]:
    """The key in use first; then the one of before this PC had a head office."""
    with ctx.read() as conn:
        found = signing_keys_in(raw_of(conn))
    if not found:
        found = [Ed25519PrivateKey.generate()]
        _put(ctx, SIGN, json.dumps(found[0].private_bytes_raw().hex()))
    return found


def signing_keys_in(raw: cipher.Connection) -> list[Ed25519PrivateKey]:
    """The keys that sign, by a store that is open without a context; none before the first."""
    kept = _kept(raw, SIGN)
    own = [bytes.fromhex(json.loads(kept))] if kept else []
    return [Ed25519PrivateKey.from_private_bytes(key) for key in (*_of_office(raw), *own)]


def _of_office(raw: cipher.Connection) -> list[bytes]:
    """This PC's key at head office; an early release knew of no head office."""
    if raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'head_office'").fetchone() is None:
        return []
    return [row[0] for row in raw.execute("SELECT sign_key FROM head_office")]


def raw_of(conn: Connection) -> cipher.Connection:
    """The driver's connection."""
    raw: cipher.Connection = conn.connection.driver_connection
    return raw


def public_half(key: Ed25519PrivateKey) -> str:
    """What a manifest says of who signed it."""
    return key.public_key().public_bytes_raw().hex()


def _kept(raw: cipher.Connection, key: str) -> str | None:
    row = raw.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def _put(ctx: Context, key: str, value: str) -> None:
    with ctx.store.apply(now=ctx.clock.now()) as work:
        put_in(work.raw, key, value)
        work.touched.add("setting")


def put_in(raw: cipher.Connection, key: str, value: str) -> None:
    """Keep it, in whatever transaction there is."""
    raw.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, value),
    )

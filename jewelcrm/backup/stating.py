"""What a point of a shop's store says of itself, read from the store."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlcipher3 import dbapi2 as cipher

from db.backup import manifest as papers
from db.backup.copying import Copied
from db.backup.manifest import Forged, Manifest
from db.backup.vault import Vault
from db.shop import erasures, keys, slotfile
from db.types import Id, from_millis
from jewelcrm.backup.keeping import State, public_half
from jewelcrm.backup.model import Why

_NO_LETTER = "0"
_EPOCH = "SELECT epoch FROM sync_state"
_PC = "SELECT id, branch_id, branch_code, letter FROM pc"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which point is being made. `now`: milliseconds; `known`: how far the backups are."""

    folder: Path
    why: Why
    now: int
    known: State


def manifest_of(
    raw: cipher.Connection, copied: Copied, asked: Asked, signing: Ed25519PrivateKey
) -> Manifest:
    """The point's own words."""
    device, branch_id, branch, letter = raw.execute(_PC).fetchone()
    slots, known = keys.load(asked.folder), asked.known
    return Manifest(
        kind="shop",
        id=name_of(from_millis(asked.now), known.seq + 1, letter),
        made=asked.now,
        why=asked.why,
        app=version("jewelcrm"),
        schema=int(raw.execute("PRAGMA user_version").fetchone()[0]),
        store=slots.store,
        device=device.hex(),
        branch=branch,
        branch_id=branch_id.hex(),
        letter=letter,
        epoch=raw.execute(_EPOCH).fetchone()[0],
        seq=known.seq + 1,
        prev=known.last_digest,
        size=copied.size,
        chunk=copied.chunk,
        lists=copied.lists,
        counts=copied.counts,
        sums=copied.sums,
        slots=slotfile.text_of(slots).decode(),
        erased=[[table, row_id, str(at)] for table, row_id, at in erasures.ledger(raw)],
        facts={"added": str(copied.added), "chunks": str(copied.chunks)},
        signer=public_half(signing),
    )


def name_of(made: dt.datetime, seq: int, letter: str) -> str:
    """A point's id: its second, its count, its PC's letter. No two of a branch are the same.

    Sorted as text, points of one PC stand in the order in which they were made.
    """
    return f"{made:%Y%m%d-%H%M%S}-{seq:06x}-{letter or _NO_LETTER}"


def further(known: State, manifest: Manifest, data: bytes) -> State:
    """How far the backups are with this point."""
    return msgspec.structs.replace(
        known,
        seq=manifest.seq,
        last=manifest.id,
        last_digest=papers.digest(papers.opened(data)[1]),
        last_made=manifest.made,
        app=manifest.app,
    )


def beside(known: State, vault: Vault, device: Id) -> State:
    """How far the backups are; after a restore the vault is further than the store says."""
    for point in reversed(vault.ids()):
        with suppress(Forged):
            manifest, signed = vault.manifest(point)
            if manifest.seq > known.seq and manifest.device == device.hex():
                digest = papers.digest(signed)
                return msgspec.structs.replace(known, seq=manifest.seq, last_digest=digest)
            break
    return known

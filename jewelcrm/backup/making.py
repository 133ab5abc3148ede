"""Making a point: a frozen copy into this PC's vault, signed, checked, then carried further."""

from __future__ import annotations

import secrets
import time
from importlib.metadata import version

import msgspec

from db.backup import manifest as papers
from db.backup.copying import CHUNK, Copied, Source, copy_into
from db.backup.manifest import Manifest
from db.backup.vault import Vault
from db.migrations import SCHEMA
from db.shop import erasures, keys, slotfile, syncstate
from db.types import to_millis
from jewelcrm.backup import keeping, places, sums, verifying
from jewelcrm.backup.keeping import State
from jewelcrm.backup.model import Cancelled, Made, Progress, Why
from jewelcrm.context import Context
from jewelcrm.log import log


def back_up(ctx: Context, why: Why, *, progress: Progress, cancelled: Cancelled) -> Made:
    """Make a point, check it, carry it."""
    began = time.monotonic()
    with Vault(places.local(ctx.store.folder)) as vault:
        vault.begin(places.about(ctx))
        vault.sweep()
        copied = copy_into(
            vault,
            Source(ctx.store.path, ctx.store.key, sums.of_shop),
            told=lambda done, total: progress("copy", done, total),
            cancelled=cancelled,
        )
        manifest = _written(ctx, vault, copied, why)
        checked = verifying.check(ctx, vault, manifest.id, progress=progress)
        point = places.point_of(vault, manifest.id, places.LOCAL)
    log.info("backup made", point=manifest.seq, checked=checked.whole)
    return Made(point, checked.whole, time.monotonic() - began)


def _written(ctx: Context, vault: Vault, copied: Copied, why: Why) -> Manifest:
    known, signing = keeping.state(ctx), keeping.signing_key(ctx)
    manifest = _manifest(ctx, copied, why, known, keeping.public_half(signing))
    data = papers.sealed(manifest, signing, ctx.store.key)
    vault.keep(manifest, data)
    keeping.set_state(
        ctx,
        msgspec.structs.replace(
            known,
            seq=manifest.seq,
            last=manifest.id,
            last_digest=papers.digest(papers.opened(data)[1]),
            last_made=manifest.made,
        ),
    )
    return manifest


def _manifest(ctx: Context, copied: Copied, why: Why, known: State, signer: str) -> Manifest:
    now, pc = ctx.clock.now(), ctx.store.pc
    slots = keys.load(ctx.store.folder)
    with ctx.read() as conn:
        raw = conn.connection.driver_connection
        epoch, erased = syncstate.state(raw).epoch, erasures.ledger(raw)
    return Manifest(
        kind="shop",
        id=f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}",
        made=to_millis(now),
        why=why,
        app=version("jewelcrm"),
        schema=SCHEMA,
        store=slots.store,
        device=pc.id.hex(),
        branch=pc.branch_code,
        branch_id=pc.branch_id.hex(),
        letter=pc.letter,
        epoch=epoch,
        seq=known.seq + 1,
        prev=known.last_digest,
        size=copied.size,
        chunk=CHUNK,
        lists=copied.lists,
        counts=copied.counts,
        sums=copied.sums,
        slots=slotfile.text_of(slots).decode(),
        erased=[[table, row_id, str(at)] for table, row_id, at in erased],
        facts={"added": str(copied.added), "chunks": str(copied.chunks)},
        signer=signer,
    )

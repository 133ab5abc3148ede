"""The restore drill: the newest point put back beside the store, and opened as after a fire.

Through the recovery envelope, not the slot in use; erased again whom head office had erased since;
counted; and read by the program's own queries.
"""

from __future__ import annotations

import random
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec

from db.backup import checks
from db.backup import manifest as papers
from db.backup.beside import unattended
from db.backup.locking import alone
from db.backup.manifest import Forged, Manifest, Mark, Signed
from db.backup.stopping import Cancelled, Stopped, unless
from db.backup.vault import Vault
from db.errors import Damaged, StoreError
from db.files import write_private
from db.migrations import bring_up_to_date
from db.shop import erasures, keys
from db.shop.connect import FILE_NAME
from db.store import Store
from db.types import Id, to_millis
from jewelcrm.backup import keeping, opening, places, ports, scopes, sums, words
from jewelcrm.backup.keeping import raw_of
from jewelcrm.backup.model import Drilled, Progress
from jewelcrm.context import Context
from jewelcrm.customers import queries as customers
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.orders import queries as orders

RECORDS = 20
_TRIES = 50
"""Two random places may lead to one record; in a small shop there are fewer than wanted."""
WORK = "drill-"
NONE_YET = "There is no backup yet. Make one first."


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A drill on its way."""

    ctx: Context
    vault: Vault
    manifest: Manifest
    signed: Signed
    work: Path
    progress: Progress
    cancelled: Cancelled

    def blank(self) -> Drilled:
        """What is known before it began."""
        return Drilled(self.manifest.id, "recovery", 0, 0, 0, 0, (), 0.0, self.ctx.clock.now())


def drill(ctx: Context, *, progress: Progress, cancelled: Cancelled) -> Drilled:
    """Restore the newest point beside the store, and note how it went."""
    began = time.monotonic()
    folder = places.local(ctx.store.folder)
    with keeping.vault(ctx, folder) as vault:
        manifest, signed = newest(vault)
        with alone(folder, words.BUSY), _folder_in(vault) as work:
            drilled = _rehearsed(Rehearsal(ctx, vault, manifest, signed, work, progress, cancelled))
        drilled = replace(drilled, seconds=time.monotonic() - began)
        _note(ctx, vault, manifest, signed, drilled)
    log.info("backup drilled", point=manifest.seq, passed=drilled.passed, office=drilled.office)
    return drilled


@contextmanager
def _folder_in(vault: Vault) -> Iterator[Path]:
    """For the restored store, which goes with it."""
    work = vault.folder / f"{WORK}{secrets.token_hex(4)}"
    work.mkdir(mode=0o700)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def newest(vault: Vault) -> tuple[Manifest, Signed]:
    """The newest point that was not found damaged.

    Raises:
        CanFix: there is none.
    """
    for point in reversed(vault.ids()):
        mark = vault.mark(point)
        if mark is not None and (mark.trouble or mark.going):
            continue
        try:
            return vault.manifest(point)
        except Forged:
            continue
    raise CanFix(NONE_YET)


def _rehearsed(at: Rehearsal) -> Drilled:
    blank, folder, key = at.blank(), at.ctx.store.folder, at.ctx.store.key
    try:
        found = opening.through_recovery(at.manifest, folder, key)
        if found is None:  # no trial key is kept: the store's own key has to do
            found, blank = opening.among(at.signed, folder, key), replace(blank, way="own")
        if found is None or not papers.fits(at.signed, found):
            return replace(blank, faults=("The recovery envelope does not open this backup.",))
        return _opened(at, found, blank)
    except Stopped:
        raise
    except (StoreError, CanFix) as error:
        return replace(blank, faults=(str(error),))


def _opened(at: Rehearsal, key: bytes, blank: Drilled) -> Drilled:
    file, manifest = at.work / FILE_NAME, at.manifest

    def told(done: int, total: int) -> None:
        at.progress("drill", done, total)

    checks.put_together(at.vault, manifest, file, told, cancelled=at.cancelled)
    told(0, 0)  # how far it is from here on nobody can say
    if faults := checks.faults_of(file, key, manifest, sums.of_shop, cancelled=at.cancelled):
        return replace(blank, faults=tuple(faults))
    for name in keys.FILE_NAMES:
        write_private(at.work / name, manifest.slots.encode())
    bring_up_to_date(at.work, key)
    return _read(at, key, blank)


def _read(at: Rehearsal, key: bytes, blank: Drilled) -> Drilled:
    with at.ctx.read() as conn:
        ledger = erasures.ledger(raw_of(conn))
    with closing(Store(at.work, key)) as store:
        if wrong := _scopes(at.ctx, store):
            return replace(blank, faults=tuple(wrong))
        erased = ports.erase_again(store, ledger)
        read = _read_some(replace(at.ctx, store=store), random.Random(at.manifest.id))
        with store.read() as conn:
            people, business = (int(raw_of(conn).execute(sql).fetchone()[0]) for sql in _COUNTS)
        look = partial(unless, at.cancelled)
        said = unattended("backup question", partial(ports.office_says, at.ctx, store), look)
    found = replace(blank, customers=people, orders=business, read=read, erased_again=erased)
    return replace(found, office=said)


def _scopes(ctx: Context, restored: Store) -> list[str]:
    with ctx.read() as here, restored.read() as there:
        return scopes.faults(raw_of(there), raw_of(here))


_COUNTS = ("SELECT count(*) FROM customer", "SELECT count(*) FROM sales_order")
_ENDS = {
    "customer": "SELECT min(id), max(id) FROM customer",
    "sales_order": "SELECT min(id), max(id) FROM sales_order",
}
_NEXT = {
    "customer": "SELECT id FROM customer WHERE id >= ? ORDER BY id LIMIT 1",
    "sales_order": "SELECT id FROM sales_order WHERE id >= ? ORDER BY id LIMIT 1",
}


def _read_some(ctx: Context, chance: random.Random) -> int:
    """Up to twenty customers and orders, by what the window itself asks."""
    people, business = (_some(ctx, table, RECORDS // 2, chance) for table in _ENDS)
    for one in people:
        if customers.card(ctx, one).id != one:
            raise Damaged("A customer was read who is not the one that was asked for.")
    for one in business:
        if orders.order(ctx, one).id != one:
            raise Damaged("An order was read that is not the one that was asked for.")
    return len(people) + len(business)


def _some(ctx: Context, table: str, count: int, chance: random.Random) -> list[Id]:
    """Ids spread over the table: the first at or after a random place in its order."""
    found: dict[Id, None] = {}
    with ctx.read() as conn:
        raw = raw_of(conn)
        low, high = raw.execute(_ENDS[table]).fetchone()
        for _ in range(count * _TRIES if low else 0):
            at = chance.randint(int.from_bytes(low), int.from_bytes(high)).to_bytes(16)
            found[raw.execute(_NEXT[table], (at,)).fetchone()[0]] = None
            if len(found) == count:
                break
    return list(found)


def _note(ctx: Context, vault: Vault, manifest: Manifest, signed: Signed, drilled: Drilled) -> None:
    mark = vault.mark(manifest.id) or Mark(id=manifest.id, of=papers.digest(signed))
    at = to_millis(drilled.at) if drilled.passed else 0
    trouble = "" if drilled.passed else drilled.faults[0]
    noted = msgspec.structs.replace(mark, drilled=at, trouble=trouble)
    vault.set_mark(noted, keeping.signing_key(ctx))
    known = keeping.state(ctx)
    keeping.set_state(
        ctx,
        msgspec.structs.replace(
            known,
            drill_seconds=drilled.seconds,
            office=words.OFFICE_LACKS if drilled.office == "lacks" else "",
            drilled=to_millis(drilled.at) if drilled.passed else known.drilled,
            trouble="" if drilled.passed else f"The restore drill failed: {drilled.faults[0]}",
        ),
    )

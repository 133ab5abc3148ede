"""A point before a store is brought up to a newer program: made, checked, listed like any other.

The store is not open yet, and is of an earlier release: everything is read with the driver's own
connection. What is made here stays on this PC's own disk; the next one is carried further.
"""

from __future__ import annotations

import json
import secrets
from contextlib import closing
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlcipher3 import dbapi2 as cipher

from db.backup import checks
from db.backup import manifest as papers
from db.backup.copying import Source, copy_into
from db.backup.locking import alone
from db.backup.manifest import Forged, Manifest, Mark
from db.backup.stopping import Cancelled, Stopped
from db.backup.vault import About, Vault
from db.errors import StoreError
from db.shop import keys
from db.shop.connect import FILE_NAME, connect
from db.types import to_millis
from jewelcrm.backup import keeping, places, stating, sums, words
from jewelcrm.backup.verifying import remove
from jewelcrm.context import Clock
from jewelcrm.log import log

STOPPED = "Stopped. The store is as it was; it is brought up to date at the next sign-in."


def keep_a_point(folder: Path, key: bytes, clock: Clock, cancelled: Cancelled) -> bool:
    """A checked point of the store as it is; False where none could be made.

    Then whoever asked copies the file plainly, and says it when there is no room for that either.

    Raises:
        Stopped: somebody cancelled it; what was made by then is listed as not checked.
    """
    try:
        with closing(connect(folder / FILE_NAME, key)) as raw:
            return _Update(folder, key, to_millis(clock.now()), raw, cancelled).keep()
    except Stopped as error:
        raise Stopped(STOPPED) from error
    except (StoreError, Forged, cipher.Error, OSError, ValueError, KeyError) as error:
        log.warning("backup before update put off", error=type(error).__name__)
        return False


class _Update:
    """One store that is about to be brought up to date."""

    def __init__(
        self, folder: Path, key: bytes, now: int, raw: cipher.Connection, cancelled: Cancelled
    ) -> None:
        self._folder, self._key, self._now, self._raw = folder, key, now, raw
        self._cancelled = cancelled
        self._signing = self._key_that_signs()

    def keep(self) -> bool:
        with Vault(places.local(self._folder)) as vault:
            vault.begin(self._about())
            with alone(vault.folder, words.BUSY):
                vault.sweep()
                for bad in vault.bad_packs:
                    vault.set_aside(vault.packs / bad)
                manifest, data = self._made(vault)
                return self._checked(vault, manifest, data)

    def _key_that_signs(self) -> Ed25519PrivateKey:
        found = keeping.signing_keys_in(self._raw)
        if found:
            return found[0]
        fresh = Ed25519PrivateKey.generate()
        keeping.put_in(self._raw, keeping.SIGN, json.dumps(fresh.private_bytes_raw().hex()))
        return fresh

    def _about(self) -> About:
        branch, branch_id = self._raw.execute("SELECT branch_code, branch_id FROM pc").fetchone()
        return About(keys.load(self._folder).store, branch, branch_id.hex())

    def _made(self, vault: Vault) -> tuple[Manifest, bytes]:
        source = Source(self._folder / FILE_NAME, self._key, sums.of_shop)
        copied = copy_into(vault, source, cancelled=self._cancelled)
        device = self._raw.execute("SELECT id FROM pc").fetchone()[0]
        known = stating.beside(keeping.state_in(self._raw), vault, device)
        asked = stating.Asked(self._folder, "migration", self._now, known)
        manifest = stating.manifest_of(self._raw, copied, asked, self._signing)
        data = papers.sealed(manifest, self._signing, self._key)
        vault.keep(manifest, data)
        further = stating.further(known, manifest, data)
        keeping.put_in(self._raw, keeping.STATE, keeping.text_of(further))
        return manifest, data

    def _checked(self, vault: Vault, manifest: Manifest, data: bytes) -> bool:
        work, cancelled = vault.folder / f"check-{secrets.token_hex(4)}.db", self._cancelled
        try:
            checks.put_together(vault, manifest, work, cancelled=cancelled)
            faults = checks.faults_of(work, self._key, manifest, sums.of_shop, cancelled=cancelled)
        finally:
            remove(work)
        if not faults:
            of = papers.digest(papers.opened(data)[1])
            vault.set_mark(Mark(id=manifest.id, of=of, verified=self._now), self._signing)
        return not faults

"""Whether a file put together from a vault is a whole store: every page, reference and sum."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from functools import partial
from itertools import islice
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.backup import pages
from db.backup.beside import Beside
from db.backup.copying import PLAIN_HEADER
from db.backup.manifest import Manifest
from db.backup.plain import NOFOLLOW
from db.backup.stopping import Cancelled, Stopped, never, unless
from db.backup.vault import Vault
from db.cipher import connect
from db.errors import Damaged, StoreError
from db.files import in_our_words

Told = Callable[[int, int], None]
Figures = Mapping[str, object]
Count = Callable[[cipher.Connection], tuple[dict[str, int], dict[str, str]]]
_MOST, _NAME = 20, "backup check"


def put_together(
    vault: Vault,
    manifest: Manifest,
    target: Path,
    told: Told = lambda _done, _total: None,
    *,
    cancelled: Cancelled = never,
) -> None:
    """A point's file, written to `target`; every chunk is compared with its name.

    Raises:
        Damaged: a part is missing or changed. DiskFull: there is no room. Stopped: somebody
            cancelled it; what was written is left to whoever wanted it.
    """
    vault.look()
    names = vault.names(manifest)
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NOFOLLOW | _BINARY, 0o600)
        with os.fdopen(handle, "wb", buffering=1024 * 1024) as out:
            for n, name in enumerate(names):
                unless(cancelled)
                out.write(vault.read(name))
                if not n % 256:
                    told(n * manifest.chunk, manifest.size)
            written = out.tell()
    except OSError as error:
        raise in_our_words(error) from error
    if written != manifest.size:
        raise Damaged("A part of the backup is missing. It is not used.")


def read_through(vault: Vault, manifest: Manifest, *, cancelled: Cancelled = never) -> int:
    """Every chunk of a point read and compared with its name; how many bytes.

    Raises:
        Damaged: a part is missing or changed. Stopped: somebody cancelled it.
    """
    vault.look()
    size = 0
    for name in vault.names(manifest):
        unless(cancelled)
        size += len(vault.read(name))
    return size


def faults_of(
    path: Path,
    key: bytes,
    manifest: Manifest,
    count: Count,
    *,
    cancelled: Cancelled = never,
) -> list[str]:
    """What is wrong with a file that should be what the manifest says; empty: nothing.

    Raises:
        Stopped: somebody cancelled it, and nobody can say.
    """
    with path.open("rb") as file:
        if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            return ["The copy is not encrypted."]
    with ExitStack() as until:
        try:
            one, other = (until.enter_context(_reader(path, key)) for _ in range(2))
        except StoreError as error:
            return [f"page: {error}"]
        stop = threading.Event()
        checks = (
            Beside(_NAME, partial(_seals, path, key, stop.is_set), stop.set),
            Beside(_NAME, partial(_structure, one), one.interrupt),
            Beside(_NAME, partial(_differences, other, manifest, count), other.interrupt),
        )
        running = [until.enter_context(check) for check in checks]
        seals, shape, figures = [_found(check, partial(unless, cancelled)) for check in running]
    return [*seals, *shape, *([] if seals else figures)][:_MOST]


def _reader(path: Path, key: bytes) -> closing[cipher.Connection]:
    return closing(connect(path, key, read_only=True))


def _found(check: Beside[list[str]], look: Callable[[], None]) -> list[str]:
    try:
        return check.result(look)
    except Stopped:
        raise
    except Exception as error:  # noqa: BLE001 - a check that fails is a fault
        return [f"a check failed: {type(error).__name__}"]


def _differences(raw: cipher.Connection, manifest: Manifest, count: Count) -> list[str]:
    try:
        loose = raw.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
        counts, sums = count(raw)
    except (StoreError, cipher.Error) as error:
        return [str(error)]
    found = [f"{row[0]} refers to no {row[2]}" for row in loose]
    found += [
        f"{name} is not as it was"
        for name in _unlike(_of(counts, manifest.counts), manifest.counts)
    ]
    found += [f"{name} is not as it was" for name in _unlike(sums, manifest.sums)]
    return found


def _of(now: Figures, then: Figures) -> Figures:
    """What was counted then, too: a later program counts more."""
    return {name: count for name, count in now.items() if name in then}


def _unlike(now: Figures, then: Figures) -> list[str]:
    return sorted(name for name in {*now, *then} if now.get(name) != then.get(name))


def _seals(path: Path, key: bytes, stopped: Callable[[], bool]) -> list[str]:
    wrong = islice(pages.broken(path, key, stopped=stopped), _MOST)
    return [f"page: {number} is not as it was written" for number in wrong]


def _structure(raw: cipher.Connection) -> list[str]:
    try:
        rows = [str(row[0]) for row in raw.execute("PRAGMA quick_check").fetchmany(_MOST)]
    except cipher.Error as error:
        rows = [str(error)]
    return [f"structure: {row}" for row in rows if row != "ok"]


_BINARY = getattr(os, "O_BINARY", 0)

"""Whether a file put together from a vault is a whole store: every page, reference and sum."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.backup.copying import PLAIN_HEADER
from db.backup.manifest import Manifest
from db.backup.plain import NOFOLLOW
from db.backup.vault import Vault
from db.cipher import connect
from db.errors import Damaged, StoreError
from db.files import in_our_words

Told = Callable[[int, int], None]
Figures = Mapping[str, object]
Count = Callable[[cipher.Connection], tuple[dict[str, int], dict[str, str]]]
_MOST = 20


def put_together(
    vault: Vault, manifest: Manifest, target: Path, told: Told = lambda _done, _total: None
) -> None:
    """A point's file, written to `target`; every chunk is compared with its name.

    Raises:
        Damaged: a part is missing or changed. DiskFull: there is no room.
    """
    vault.look()
    names = vault.names(manifest)
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NOFOLLOW | _BINARY, 0o600)
        with os.fdopen(handle, "wb", buffering=1024 * 1024) as out:
            for n, name in enumerate(names):
                out.write(vault.read(name))
                if not n % 256:
                    told(n * manifest.chunk, manifest.size)
            written = out.tell()
    except OSError as error:
        raise in_our_words(error) from error
    if written != manifest.size:
        raise Damaged("A part of the backup is missing. It is not used.")


def read_through(vault: Vault, manifest: Manifest) -> int:
    """Every chunk of a point read and compared with its name; how many bytes.

    Raises:
        Damaged: a part is missing or changed.
    """
    vault.look()
    return sum(len(vault.read(name)) for name in vault.names(manifest))


def faults_of(path: Path, key: bytes, manifest: Manifest, count: Count) -> list[str]:
    """What is wrong with a file that should be what the manifest says; empty: nothing."""
    with path.open("rb") as file:
        if file.read(16) == PLAIN_HEADER:
            return ["The copy is not encrypted."]
    checks = (
        lambda: _said(path, key, "PRAGMA quick_check", "structure"),
        lambda: _said(path, key, "PRAGMA cipher_integrity_check", "page"),
        lambda: _differences(path, key, manifest, count),
    )
    shape, pages, figures = [one.result() for one in [_Beside(check) for check in checks]]
    return [*pages, *shape, *([] if pages else figures)][:_MOST]


def _differences(path: Path, key: bytes, manifest: Manifest, count: Count) -> list[str]:
    try:
        with closing(connect(path, key, read_only=True)) as raw:
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


class _Beside:
    """A check that runs beside others: a second core has nothing else to do."""

    def __init__(self, check: Callable[[], list[str]]) -> None:
        self._found: list[str] = []
        self._thread = threading.Thread(target=self._run, args=(check,), daemon=True)
        self._thread.start()

    def result(self) -> list[str]:
        self._thread.join()
        return self._found

    def _run(self, check: Callable[[], list[str]]) -> None:
        try:
            self._found = check()
        except BaseException as error:  # noqa: BLE001 - a check that fails is a fault
            self._found = [f"a check failed: {type(error).__name__}"]


def _said(path: Path, key: bytes, pragma: str, what: str) -> list[str]:
    try:
        with closing(connect(path, key, read_only=True)) as raw:
            rows = [str(row[0]) for row in raw.execute(pragma).fetchmany(_MOST)]
    except (StoreError, cipher.Error) as error:
        rows = [str(error)]
    return [f"{what}: {row}" for row in rows if row != "ok"]


_BINARY = getattr(os, "O_BINARY", 0)

"""A new store's tables out of a store without any rows, instead of by every step of migrations.

What `_upgrade` makes of an empty file is the same each time; the tests make some hundred stores.
The first is made by the program and kept; SQLCipher copies its tables into each of the others.
`tests/db/test_migrations.py` holds the copy against the original, stores of earlier releases are
brought up to date by the program itself, and so is every store of a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as cipher

from db import migrations


@pytest.fixture(autouse=True, scope="session")
def _tables_ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    at, upgrade = tmp_path_factory.mktemp("tables") / "ready.db", migrations._upgrade

    def made(raw: cipher.Connection) -> None:
        if raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            upgrade(raw)
        else:
            if not at.exists():
                with closing(cipher.connect(str(at), isolation_level=None)) as first:
                    upgrade(first)
            copy_tables(at, raw)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "_upgrade", made)
        yield


def copy_tables(at: Path, raw: cipher.Connection) -> None:
    """Into an empty store, from a file that is not encrypted."""
    raw.execute("ATTACH ? AS ready KEY ''", (str(at),))
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("SELECT sqlcipher_export('main', 'ready')").fetchall()
    raw.execute("COMMIT")
    raw.execute("DETACH ready")
    raw.execute(f"PRAGMA user_version = {migrations.SCHEMA}")

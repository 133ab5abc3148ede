"""Bringing a store of an earlier release up to this one, whole or not at all.

The file is copied before it is touched; a store of a newer program is refused politely.
`PRAGMA user_version` says which step a file has reached, so that an up-to-date store never waits
for Alembic to load.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.errors import DiskFull, NewerStore, our_errors
from db.shop.connect import FILE_NAME, connect, glance

SCHEMA = 8
"""The number of the newest step in `versions/`."""


def bring_up_to_date(
    folder: Path, key: bytes, *, keeps: Callable[[], bool] = lambda: False
) -> Path | None:
    """Migrate the store in `folder` when it is older; returns the copy made before, if any.

    `keeps`: makes a backup of the store as it is; without one the file is copied beside it.

    Raises:
        NewerStore: a newer program wrote it. StoreError: it is damaged or cannot be written.
    """
    if glance(folder / FILE_NAME, key) == SCHEMA:
        return None
    raw = connect(folder / FILE_NAME, key)
    try:
        found = int(raw.execute("PRAGMA user_version").fetchone()[0])
        if found > SCHEMA:
            raise NewerStore(
                "This store was written by a newer JewelCRM. Update the program on this PC;"
                " nothing was changed."
            )
        copy = _copy_first(folder, raw, found) if found and not keeps() else None
        with our_errors():
            _upgrade(raw)
        return copy
    finally:
        raw.close()


def _copy_first(folder: Path, raw: cipher.Connection, found: int) -> Path:
    """A copy of the whole encrypted file, taken while nobody else can write."""
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    copy = folder / f"before-update-{found}-{time.strftime('%Y%m%d-%H%M%S')}.db"
    try:
        shutil.copyfile(folder / FILE_NAME, copy)
    except OSError as error:
        copy.unlink(missing_ok=True)
        raise DiskFull(
            "There is no room for the copy that is made before an update. Free some space."
        ) from error
    return copy


def _upgrade(raw: cipher.Connection) -> None:
    """Run the missing steps in one transaction; a kill in the middle leaves the old store."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    from db.migrations.shop import renew_triggers

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    engine = create_engine("sqlite://", creator=lambda: raw, module=cipher, poolclass=StaticPool)
    with engine.connect() as conn:
        conn.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = conn
        try:
            command.upgrade(config, "head")
            renew_triggers(conn)
            conn.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
            conn.exec_driver_sql("COMMIT")
        except BaseException:
            if raw.in_transaction:
                conn.exec_driver_sql("ROLLBACK")
            raise

"""Backups of a head office on PostgreSQL: a dump of one moment, counted; and coming back from one.

Beside the dump lies the same `.keys` as beside an embedded backup: the server's configuration and
the authority that the PCs pin, sealed to the recovery key.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import URL, make_url

from db.decoding import decode
from db.errors import Damaged
from db.files import write_private
from db.office import schema
from db.office.pgline import JOBS
from db.office.postgres import scrub_postgres
from db.office.store import OfficeStore, open_postgres
from jewelcrm.errors import CanFix
from jewelcrm.office import backup_papers as papers
from jewelcrm.office import genuine, premises
from jewelcrm.office.backing_up import RESTORING, Restored, Wanted, begin
from jewelcrm.office.backup_papers import Manifest
from jewelcrm.office.coming_back import come_back
from jewelcrm.office.founding import owner_of, whole
from jewelcrm.office.visiting import ledgerfile

OTHER_RELEASE = (
    "This dump is of another release of JewelCRM (schema {schema}). Install that release, restore,"
    " and update then."
)


@dataclass(frozen=True, slots=True)
class Database:
    """The empty database to restore into, as its owner, and the role that the server works as."""

    owner_url: str
    app_role: str = "jewelcrm_app"


def dump(
    folder: Path, store: OfficeStore, known: premises.Premises, target: Path, now: dt.datetime
) -> Manifest:
    """A dump of the database, listed and counted before it gets its name.

    Raises:
        CanFix, StoreError: it could not be made.
    """
    from db.office import pgloading

    papers.refuse_there(target)
    _require("pg_dump", "pg_restore")
    part = target.with_name(f"{target.name}.part")
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        rows = pgloading.dump(make_url(known.jobs_url), part)
        manifest = Manifest(
            made_at=now.isoformat(timespec="seconds"),
            server=store.server.hex(),
            sha256=papers.sha256(part),
            rows=rows,
            sealed=papers.seal(folder, store, b""),
            store="postgresql",
            schema=schema.SCHEMA,
            content=genuine.content_of(part),
        )
        papers.write(target, genuine.sealed(store, manifest))
        part.replace(target)
    except OSError as error:
        raise papers.in_our_words(error) from error
    finally:
        part.unlink(missing_ok=True)
    papers.remember(store, now)
    ledgerfile.remember(store, target.parent)
    return manifest


def restore(folder: Path, wanted: Wanted, database: Database, now: dt.datetime) -> Restored:
    """Put head office up again in a new folder and an empty database.

    Raises:
        CanFix, StoreError: what is wrong; nothing runs on what was begun.
    """
    premises.refuse_taken(folder)
    _require("pg_restore", "psql")
    backup, manifest = wanted.backup, papers.read(wanted.backup)
    opener = papers.unseal(manifest, wanted.recovery_key)
    genuine.require(backup, manifest, wanted.recovery_key, unsealed=wanted.unsealed)
    if manifest.schema != schema.SCHEMA:
        raise CanFix(OTHER_RELEASE, schema=manifest.schema)
    config = decode(opener.config, premises.Premises)
    try:
        begin(folder)
        papers.put_authority(folder, opener)
        app, jobs = _load(folder, backup, database)
        with closing(open_postgres(whole(app), whole(jobs))) as store:
            _compare(store, manifest)
            back = come_back(store, wanted.later, now, dt.datetime.fromisoformat(manifest.made_at))
            store.run(lambda work: genuine.keep(work, wanted.recovery_key))
            ledgerfile.remember(store, folder, backup.parent)
        if back.again:
            scrub_postgres(whole(owner_of(database.owner_url)))
        fresh = msgspec.structs.replace(config, database_url=whole(app), jobs_url=whole(jobs))
        premises.save(folder, fresh)
        (folder / RESTORING).unlink()
    except OSError as error:
        raise papers.in_our_words(error) from error
    return Restored(manifest, back)


def take_away(folder: Path, database: Database) -> None:
    """A restore for trial goes again, whole or half done: only what this folder's has put there."""
    from db.office import pgmaking

    owner = owner_of(database.owner_url)
    if _works_on(folder, owner) or _began_in(folder, owner):
        role = database.app_role
        pgmaking.discard(whole(owner), f"{role}{JOBS}", role)


def _works_on(folder: Path, owner: URL) -> bool:
    """Whether the head office of this folder lives in that database."""
    if not (folder / premises.CONFIG).exists():
        return False
    url = premises.load(folder).database_url
    return bool(url) and _place(make_url(url).set(username=owner.username)) == _place(owner)


def _began_in(folder: Path, owner: URL) -> bool:
    """Whether this folder's restore found the database empty, and put something there."""
    mark = folder / RESTORING
    return mark.exists() and mark.read_bytes() == _place(owner)


def _place(owner: URL) -> bytes:
    return str(owner.set(password=None)).encode()


def _load(folder: Path, backup: Path, database: Database) -> tuple[URL, URL]:
    """Tables, roles and walls made, and the data in them.

    The folder's mark names the database once it was found empty: what is in it after a kill is
    then this restore's own, and goes before it is begun anew.
    """
    from db.office import pgloading, pgmaking

    owner = owner_of(database.owner_url)
    if _began_in(folder, owner):
        pgmaking.discard(whole(owner))
    password = secrets.token_urlsafe(24)
    made = pgmaking.make_head_office(whole(owner), database.app_role, password)
    write_private(folder / RESTORING, _place(owner))
    pgloading.load(owner, backup)
    return made


def _compare(store: OfficeStore, manifest: Manifest) -> None:
    from db.office import pgloading

    with store.read() as work:
        if pgloading.count(work.conn) != manifest.rows:
            raise Damaged("The database does not hold what was dumped. Take another backup.")


def _require(*tools: str) -> None:
    for tool in tools:
        if shutil.which(tool) is None:
            raise CanFix("{tool} is not installed. Install PostgreSQL's client tools.", tool=tool)

"""Making a head office: its store, its keys, its first administrator."""

from __future__ import annotations

import base64
import datetime as dt
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, make_url, update
from sqlalchemy.exc import ArgumentError

from db.errors import ReadOnly, StoreError, StoreExists
from db.office import tables
from db.office.embedded import FILE_NAME as EMBEDDED
from db.office.store import (
    OfficeStore,
    OfficeWork,
    create_embedded,
    create_postgres,
    open_embedded,
    unmake_postgres,
)
from jewelcrm.access.catalogue import ADMINISTRATOR
from jewelcrm.access.passwords import check_password
from jewelcrm.errors import CanFix
from jewelcrm.office import certificates, genuine, people, premises
from jewelcrm.people.rules import check_login, check_name, login_from
from jewelcrm.wire import sealing

KEY_MARK = "JCRM-RECOVERY-1"
DRIVER = "postgresql+psycopg"
NO_URL = (
    "--database-url is not understood. It reads postgresql://OWNER:PASSWORD@HOST/DATABASE, with"
    " special characters of the password written as %XX."
)


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What a head office begins with."""

    admin_name: str
    password: str
    admin_login: str = ""
    database_url: str = ""
    app_role: str = "jewelcrm_app"
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Founded:
    """What must be written down: the log-in, and the recovery key, which is kept nowhere else."""

    server: str
    login: str
    recovery_key: str


def found(folder: Path, new: NewOffice, now: dt.datetime) -> Founded:
    """Make head office in `folder`.

    Raises:
        CanFix: a word is missing or the password is weak. StoreExists, StoreError: the folder or
            the database.
    """
    premises.refuse_taken(folder)
    name = check_name(new.admin_name)
    login = check_login(new.admin_login or login_from(name))
    check_password(new.password, about=[login, name])
    _make_folder(folder)
    certificates.ensure(folder, new.names or certificates.own_names(), now)
    private, public = sealing.new_office_pair()
    store, config = _make_store(folder, new)
    try:
        first = people.NewPerson(login, name, ADMINISTRATOR, new.password)
        store.run(lambda work: _first_rows(work, first, (private, public), now))
        premises.save(folder, config)
    except BaseException:
        store.close()
        _unmake(folder, new)
        raise
    server = store.server.hex()
    store.close()
    return Founded(server, login, key_text(private))


def key_text(private: bytes) -> str:
    """The recovery key as it is written to paper or a file."""
    return f"{KEY_MARK} {base64.b64encode(private).decode()}"


def key_from(path: Path) -> bytes:
    """The recovery key back from its file.

    Raises:
        CanFix: the file is not there or holds none.
    """
    try:
        text = path.read_text(encoding="ascii").strip().removeprefix(f"{KEY_MARK} ")
        return base64.b64decode(text, validate=True)
    except (OSError, ValueError) as error:
        raise CanFix("There is no recovery key in {path}.", path=path) from error


def _first_rows(
    work: OfficeWork, first: people.NewPerson, pair: tuple[bytes, bytes], now: dt.datetime
) -> None:
    work.conn.execute(update(tables.office_state).values(recovery_key=pair[1]))
    genuine.keep(work, pair[0])
    person = people.add(work, first, now)
    work.audit(person.id, "office.made")


def _make_store(folder: Path, new: NewOffice) -> tuple[OfficeStore, premises.Premises]:
    if not new.database_url:
        return _embedded(folder), premises.Premises("embedded", names=new.names)
    owner = owner_of(new.database_url)
    password = secrets.token_urlsafe(24)
    store = create_postgres(whole(owner), new.app_role, password)
    app = owner.set(username=new.app_role, password=password)
    jobs = app.set(username=f"{new.app_role}_jobs")
    config = premises.Premises(
        "postgresql",
        database_url=whole(app),
        jobs_url=whole(jobs),
        names=new.names,
    )
    return store, config


def _embedded(folder: Path) -> OfficeStore:
    """A new store, or the one of a making that was cut short before anybody was in it."""
    if not (folder / EMBEDDED).exists():
        return create_embedded(folder)
    store = open_embedded(folder)
    with store.read() as work:
        anybody = people.everyone(work)
    if anybody:
        store.close()
        raise StoreExists(
            "There is a head office in this folder already, but its office.json is missing. Put it"
            " back from a copy, or choose another folder."
        )
    return store


def _unmake(folder: Path, new: NewOffice) -> None:
    """What was made goes again, so that it can be made once more; the error stays the first one."""
    with suppress(StoreError):
        if new.database_url:
            unmake_postgres(whole(owner_of(new.database_url)), new.app_role)
            return
    if not new.database_url:
        for left in folder.glob(f"{EMBEDDED}*"):
            left.unlink(missing_ok=True)


def owner_of(url: str) -> URL:
    """Where the owner signs in.

    Raises:
        CanFix: it is no address of a PostgreSQL database.
    """
    try:
        owner = make_url(url)
    except ArgumentError as error:
        raise CanFix(NO_URL) from error
    if owner.get_backend_name() != "postgresql" or not owner.database or not owner.username:
        raise CanFix(NO_URL)
    return owner.set(drivername=DRIVER)


def whole(url: URL) -> str:
    """The address with its password, as it is kept."""
    return url.render_as_string(hide_password=False)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise ReadOnly("The folder cannot be written. Choose another one.") from error

"""Head office's folder: which store it has, under which names it answers, its certificates.

`office.json` holds what must be known before the store is open. It is readable by the program's
user only: on PostgreSQL it holds the password of the program's role.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from db.decoding import decode
from db.errors import Damaged, NoStore, StoreExists
from db.files import write_private
from db.office.store import OfficeStore, open_embedded, open_postgres

CONFIG = "office.json"


class Premises(msgspec.Struct, frozen=True, omit_defaults=True):
    """What `office.json` says."""

    store: Literal["embedded", "postgresql"]
    database_url: str = ""
    jobs_url: str = ""
    names: list[str] = []
    """Host names and addresses in the server's own certificate; empty: this machine's."""
    certificate: str = ""
    certificate_key: str = ""
    authority: str = ""
    """Certificates made by somebody else: PEM files; `authority` only if PCs are to pin it."""
    port: int = 0
    """Where it was served last, for the tickets of new PCs; 0: never, or behind a proxy."""


def load(folder: Path) -> Premises:
    """The folder's configuration.

    Raises:
        NoStore: there is no head office. Damaged: the file cannot be read.
    """
    try:
        return decode((folder / CONFIG).read_bytes(), Premises)
    except FileNotFoundError as error:
        raise NoStore(
            "There is no head office in this folder. `jewelcrm-office init` makes one."
        ) from error
    except (OSError, ValueError) as error:
        raise Damaged("office.json cannot be read. Put it back from a copy.") from error


def save(folder: Path, premises: Premises) -> None:
    """Write the configuration."""
    data = msgspec.json.format(msgspec.json.encode(premises), indent=1)
    write_private(folder / CONFIG, data)


def refuse_taken(folder: Path) -> None:
    """Nothing when there is no head office in the folder yet.

    Raises:
        StoreExists: there is one.
    """
    if (folder / CONFIG).exists():
        raise StoreExists("There is a head office in this folder already. Choose another folder.")


def open_store(folder: Path, premises: Premises | None = None) -> OfficeStore:
    """The folder's store, open.

    Raises:
        StoreError: there is none, or it cannot be opened.
    """
    known = premises or load(folder)
    if known.store == "embedded":
        return open_embedded(folder)
    return open_postgres(known.database_url, known.jobs_url or None)

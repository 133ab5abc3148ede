"""The support package: what somebody who mends the program needs, and nothing about a person.

A zip of a few small texts. Numbers and states are taken by name; the log and crash stacks go
through `clean`. Whoever sends it can read all of it first.
"""

from __future__ import annotations

import io
import json
import platform
import re
import shutil
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from db.errors import StoreError
from db.files import write_private
from db.migrations import SCHEMA
from db.shop import keys, syncchanges, syncstate
from jewelcrm import __version__
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.doctor import clean, system
from jewelcrm.doctor.model import Line
from jewelcrm.settings import SETTINGS, value_in

LOG_BYTES = 2_000_000
_LIBRARIES = ("sqlcipher3", "SQLAlchemy", "cryptography", "PySide6-Essentials", "httpx", "msgspec")
_FILES = re.compile(
    r"^(?:store\.db(?:-wal|-shm)?|store\.rotating\.db|keyslots(?:\.copy)?\.json|window\.json"
    r"|before-update-[\d-]+\.db|aside-[\d-]+-store\.db(?:-wal|-shm)?|attempts\.json|making"
    r"|taken-off|recovery-asked|reserve)$"
)
_ACTION = re.compile(r"^[a-z][a-z_.]{0,40}$")
_README = """A support package of JewelCRM. All of it is text; read it before you send it.

doctor.json   what the doctor found: check, light, words
program.json  versions of the program and of this computer's system
store.json    sizes and counts: tables, waiting changes, acts of the audit log, choices in settings
log/          what the program noted: events and places in the program, ids replaced

It holds no name, phone number, address, note or amount, and no key or password.
"""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A package was written."""

    path: Path
    members: tuple[str, ...]
    size: int


@command("doctor.bundle")
def make(ctx: Context, path: Path, lines: Sequence[Line]) -> Bundle:
    """Write the package of this PC; `lines` is what the doctor found.

    Raises:
        ReadOnly, DiskFull: it cannot be written there.
    """
    done = write(path, ctx.store.folder, lines, ctx)
    with ctx.work("support package") as work:
        work.audit("doctor.bundle", ctx.store.pc.id)
    return done


def write(path: Path, folder: Path, lines: Sequence[Line], ctx: Context | None = None) -> Bundle:
    """Write the package; without `ctx` (the store cannot be opened) there is nothing of the store.

    Raises:
        ReadOnly, DiskFull: it cannot be written there.
    """
    texts = dict(_texts(folder, lines, ctx))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in texts.items():
            file.writestr(name, text)
    write_private(path, packed.getvalue())
    return Bundle(path, tuple(texts), len(packed.getvalue()))


def _texts(folder: Path, lines: Sequence[Line], ctx: Context | None) -> Iterator[tuple[str, str]]:
    names = clean.Names()
    yield "README.txt", _README
    yield "doctor.json", _json([_of_line(line) for line in lines])
    yield "program.json", _json(_program())
    yield "store.json", _json({**_on_disk(folder), **(_inside(ctx) if ctx is not None else {})})
    place = folder / "log"
    for number, path in enumerate(sorted(place.glob("jewelcrm.log*"))):
        yield f"log/program-{number}.txt", "\n".join(clean.log_lines(_lines(path), names))
    yield "log/crash.txt", "\n".join(clean.crash_lines(_lines(place / "crash.log")))


def _of_line(line: Line) -> dict[str, str]:
    """Without the advice: it may name a folder or a stick; support knows it by the words."""
    return {"check": line.check, "light": line.light, "words": clean.sentence(line.words)}


def _program() -> dict[str, Any]:
    return {
        "version": __version__,
        "schema": SCHEMA,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "frozen": bool(getattr(sys, "frozen", False)),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "memory": system.memory(),
    }


def _version(name: str) -> str | None:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(name)
    return None


def _on_disk(folder: Path) -> dict[str, Any]:
    """Files of ours by name and size; of others only how many there are."""
    found: dict[str, Any] = {"files": {}, "other_files": 0, "free": None}
    with suppress(OSError):
        found["free"] = shutil.disk_usage(folder).free
        for path in sorted(path for path in folder.iterdir() if path.is_file()):
            if _FILES.match(path.name):
                found["files"][path.name] = path.stat().st_size
            else:
                found["other_files"] += 1
    with suppress(StoreError):
        found["slots"] = Counter(slot.kind for slot in keys.load(folder).slots)
    return found


def _inside(ctx: Context) -> dict[str, Any]:
    """What can be read of the store; of what cannot, the kind of error."""
    found: dict[str, Any] = {}
    with suppress(StoreError), ctx.read() as conn:
        for name, look in _LOOKS.items():
            try:
                found[name] = look(conn)
            except Exception as error:  # noqa: BLE001 - a sick store has a package too
                found[name] = type(error).__name__
    return found


def _counts(conn: Connection) -> dict[str, int]:
    """Rows of every table that the program made."""
    names = conn.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    ).scalars()
    fit = [name for name in names if _ACTION.match(name)]
    sql = 'SELECT count(*) FROM "{}"'
    return {name: int(conn.exec_driver_sql(sql.format(name)).scalar_one()) for name in fit}


def _acts(conn: Connection) -> dict[str, int]:
    rows = conn.exec_driver_sql(
        "SELECT action, outcome, count(*) FROM audit_log GROUP BY action, outcome"
    )
    return {f"{act} {end}": n for act, end, n in rows if _ACTION.match(act) and _ACTION.match(end)}


def _settings(conn: Connection) -> dict[str, Any]:
    """What is chosen, not what is typed."""
    chosen = [
        key for key, one in SETTINGS.items() if not isinstance(one.default, str) or one.choices
    ]
    raw = conn.connection.driver_connection
    return {key: value_in(raw, key) for key in chosen}


def _pragma(name: str) -> Callable[[Connection], Any]:
    return lambda conn: conn.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def _waiting(conn: Connection) -> int:
    return syncchanges.how_many_wait(conn.connection.driver_connection)[0]


def _head_office(conn: Connection) -> bool:
    return syncstate.office(conn.connection.driver_connection) is not None


_LOOKS: dict[str, Callable[[Connection], Any]] = {
    "tables": _counts,
    "pages": _pragma("page_count"),
    "free_pages": _pragma("freelist_count"),
    "waiting": _waiting,
    "head_office": _head_office,
    "acts": _acts,
    "settings": _settings,
}


def _lines(path: Path) -> list[str]:
    with suppress(OSError), path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - LOG_BYTES))
        return file.read().decode("utf-8", "replace").splitlines()
    return []


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False)

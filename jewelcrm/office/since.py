"""What a restore must not undo, beside erasures: PCs that were taken off, people who came or left.

`since.jsonl` lies wherever the ledger of erasures lies, and is brought up to date with it. Each
line is under head office's seal, so that nobody adds one. A PC's line holds its id and keys; a
person's is sealed to the recovery key, so that only a restore reads it. Lines are only ever added;
of each PC and person the newest counts.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

from db.decoding import decode
from db.files import write_private
from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from db.types import Id, from_millis, to_millis
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.office import writing
from jewelcrm.office.visiting.keys import secret
from jewelcrm.wire import sealing

NAME = "since.jsonl"
OFF = ("revoked", "closed")
_INFO = b"jcrm since v1"
_PC = ("branch_id", "name", "letter", "sign_key", "seal_key")


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change that no restore undoes; `key` says what of whom, as of when."""

    kind: str  # pc | person
    key: str
    body: str
    """JSON of a PC; the box of a person, base64."""
    seal: str


@dataclass(frozen=True, slots=True)
class Undone:
    """How many PCs were taken off again, and people put as they were."""

    pcs: int = 0
    people: int = 0
    strange: int = 0
    """Lines without head office's seal: not believed."""


def keep_in(store: OfficeStore, folder: Path) -> None:
    """Bring the file in a folder up to date."""
    before = read(folder / NAME)
    known = {line.key for line in before}
    with store.read() as work:
        fresh = [line for line in _lines(work, known) if line.key not in known]
    if fresh:
        lines = b"".join(msgspec.json.encode(line) + b"\n" for line in (*before, *fresh))
        write_private(folder / NAME, lines)


def read(*files: Path) -> list[Line]:
    """What the files say; one that is not there says nothing.

    Raises:
        CanFix: one of them is none of ours.
    """
    found: list[Line] = []
    for path in files:
        with suppress(FileNotFoundError):
            try:
                lines = path.read_bytes().splitlines()
                found += [decode(line, Line) for line in lines if line.strip()]
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise CanFix("{path} is no list of what no restore undoes.", path=path) from error
    return found


def replay(
    store: OfficeStore, lines: Sequence[Line], recovery_key: bytes | None, now: dt.datetime
) -> Undone:
    """Take PCs off again, and put people as they were; without the recovery key PCs only."""
    with store.read() as work:
        key = secret(work)
    true = [line for line in lines if hmac.compare_digest(line.seal, _seal(key, line))]
    off = {line.key.split(":")[1]: line for line in true if line.kind == "pc"}
    taken = sum(store.run(partial(_take_off, line, now)) for line in off.values())
    people = _latest(true, recovery_key) if recovery_key else []
    put = sum(store.run(partial(_put_person, one, now)) for one in people)
    if len(true) < len(lines):
        log.warning("lines without head office's seal", count=len(lines) - len(true))
    return Undone(taken, put, len(lines) - len(true))


# Writing


def _lines(work: OfficeWork, known: Iterable[str]) -> list[Line]:
    key, public = secret(work), _recovery_key(work)
    found = [*_pcs(work), *(_people(work, public, set(known)) if public else [])]
    return [msgspec.structs.replace(line, seal=_seal(key, line)) for line in found]


def _pcs(work: OfficeWork) -> list[Line]:
    d = tables.device
    rows = work.conn.execute(select(d).where(d.c.state.in_(OFF), d.c.revoked_by.is_not(None)))
    return [_pc(dict(row)) for row in rows.mappings()]


def _pc(row: Mapping[str, Any]) -> Line:
    told = {name: _text(row[name]) for name in _PC}
    told |= {"state": row["state"], "by": _text(row["revoked_by"])}
    told["at"] = to_millis(row["revoked_at"]) if row["revoked_at"] else 0
    return Line("pc", f"pc:{row['id'].hex()}:{row['state']}", json.dumps(told), "")


def _people(work: OfficeWork, public: bytes, known: set[str]) -> list[Line]:
    from db.tables.people import staff

    ids = list(work.conn.scalars(select(staff.c.id)))
    secrets = {row.staff_id: row for row in work.conn.execute(select(tables.credential))}
    to = hashlib.sha256(public).hexdigest()[:16]
    found = []
    for staff_id, row in work.rows("staff", ids).items():
        credential = secrets.get(staff_id)
        changed = to_millis(credential.changed_at) if credential else 0
        key = f"person:{staff_id.hex()}:{int(row['rev'] or 0)}:{changed}:{to}"
        if key in known:
            continue
        verifier = credential.verifier if credential else ""
        told = {"row": {name: _text(value) for name, value in row.items()}}
        box = sealing.seal(
            public, json.dumps({**told, "verifier": verifier, "changed": changed}).encode(), _INFO
        )
        found.append(Line("person", key, base64.b64encode(box).decode(), ""))
    return found


def _text(value: object) -> Any:
    return {"hex": value.hex()} if isinstance(value, bytes) else value


def _recovery_key(work: OfficeWork) -> bytes:
    return bytes(work.conn.execute(select(tables.office_state.c.recovery_key)).scalar() or b"")


def _seal(key: bytes, line: Line) -> str:
    text = f"jcrm since v1\0{line.kind}\0{line.key}\0{line.body}".encode()
    return hmac.new(key, text, hashlib.sha256).hexdigest()


# Reading back


def _take_off(line: Line, now: dt.datetime, work: OfficeWork) -> bool:
    device, told = bytes.fromhex(line.key.split(":")[1]), json.loads(line.body)
    d = tables.device.c
    values = {
        "state": told["state"],
        "revoked_by": _value(told["by"]),
        "revoked_at": from_millis(told["at"]) if told["at"] else now,
        "server_share": None,
    }
    known = work.conn.execute(select(d.state).where(d.id == device)).scalar()
    if known in OFF:
        return False
    if known is None:
        own = {name: _value(told[name]) for name in _PC}
        work.conn.execute(
            tables.device.insert().values(
                id=device, bringing=False, enrolled_at=now, **own, **values
            )
        )
    else:
        work.conn.execute(tables.device.update().where(d.id == device).values(**values))
    work.audit(work.server, "device.revoked_again", device, at=to_millis(now))
    return True


def _latest(lines: Iterable[Line], recovery_key: bytes) -> list[dict[str, Any]]:
    """Each person as of the newest line that the recovery key opens."""
    found: dict[str, dict[str, Any]] = {}
    people = (line for line in lines if line.kind == "person")
    for line in sorted(people, key=_age, reverse=True):
        whose = line.key.split(":")[1]
        told = None if whose in found else _opened(line, recovery_key)
        if told is not None:
            found[whose] = told
    return list(found.values())


def _age(line: Line) -> tuple[int, int]:
    """A person's revision, and when the password was changed."""
    parts = line.key.split(":")
    return int(parts[2]), int(parts[3])


def _opened(line: Line, recovery_key: bytes) -> dict[str, Any] | None:
    try:
        box = base64.b64decode(line.body)
        return dict(json.loads(sealing.unseal(recovery_key, box, _INFO)))
    except (sealing.NotSealedForUs, ValueError):
        return None


def _put_person(told: dict[str, Any], now: dt.datetime, work: OfficeWork) -> bool:
    row = {name: _value(value) for name, value in told["row"].items()}
    staff_id = bytes(row["id"])
    there = work.rows("staff", [staff_id]).get(staff_id)
    changed = _put_password(work, staff_id, told)
    if there is not None and int(there["rev"] or 0) >= int(row["rev"]):
        return changed
    known = {name: row[name] for name in (there or row) if name in row}
    writing.put(work, "staff", [{**(there or {}), **known}], now)
    work.audit(work.server, "people.known_again", staff_id, at=to_millis(now))
    return True


def _put_password(work: OfficeWork, staff_id: Id, told: dict[str, Any]) -> bool:
    """The verifier as it was later; none for somebody who had left."""
    c = tables.credential
    had = work.conn.execute(select(c.c.changed_at).where(c.c.staff_id == staff_id)).scalar()
    newer = bool(told["changed"]) and (had is None or to_millis(had) < told["changed"])
    gone = had is not None and not told["verifier"]
    if newer or gone:
        work.conn.execute(c.delete().where(c.c.staff_id == staff_id))
    if newer:
        changed_at = from_millis(told["changed"])
        work.conn.execute(
            c.insert().values(
                staff_id=staff_id, verifier=told["verifier"], changed_at=changed_at, tries=0
            )
        )
    return newer or gone


def _value(told: Any) -> Any:
    return bytes.fromhex(told["hex"]) if isinstance(told, dict) else told

"""PCs that a restored head office does not know: they say so, and are taken in again.

Such a PC was enrolled after the backup was made. It shows who it was, signed with its own key, and
waits; somebody at head office compares the six words and takes it in again (`device readmit`). It
keeps its store, and all it has ever made is sent again. Nothing is believed of it before that.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select, update

from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from db.types import Id, to_millis
from jewelcrm.context import Clock
from jewelcrm.errors import CanFix
from jewelcrm.office import codes, given, lives, writing
from jewelcrm.office.devices import Pc
from jewelcrm.office.persons import SIGNING_SCHEMA, TRUST
from jewelcrm.office.refusals import Refusal
from jewelcrm.people.rules import check_branch_code
from jewelcrm.wire import signing
from jewelcrm.wire.enrolment import ReturnAsk
from jewelcrm.wire.visiting import Done

BACK = "back"
"""The state of a PC that asks to be taken in again."""
MOST, MOST_STRANGERS = 200, 20
"""So many may ask at once; and so many of them without head office's word that it knew them."""
KEPT = dt.timedelta(days=3)
"""So long a PC's request waits; while it goes on asking, it asks anew."""
PATH = "/v1/return"
_BRANCH = ("branch_id", "branch_code", "branch_name", "currency", "time_zone")
_ABOUT = (*_BRANCH, "brought", "schema")


def ask(store: OfficeStore, clock: Clock, ask: ReturnAsk, header: str | None, body: bytes) -> Done:
    """Keep that a PC asks to be taken in again; `waits` until somebody has.

    Raises:
        Refusal: `signature` for one of another head office or with another key than before,
            `clock`, `limit`, `update` for a program whose people could not prove what they do, or
            the state of a PC that is known.
    """
    if ask.schema < SIGNING_SCHEMA:
        raise Refusal("update")
    now = clock.now()
    _check(ask, header, body, to_millis(now))
    return store.run(lambda work: _keep(work, ask, now))


def readmit(work: OfficeWork, pc: Pc, now: dt.datetime, by: Id) -> None:
    """Take a PC in again; its branch too, when that is not known any more.

    Raises:
        CanFix: it does not ask for that, or its branch's code is another branch's now.
    """
    if pc.state != BACK:
        raise CanFix("This PC does not ask to be taken in again.")
    told = _told(work, pc.id)
    row = work.rows("branch", [bytes.fromhex(told["branch_id"])])
    if not row and not told["brought"]:
        _branch(work, told, now)
    d = tables.device.c
    work.conn.execute(
        update(tables.device)
        .where(d.id == pc.id)
        .values(
            state="on",
            bringing=not row and bool(told["brought"]),
            enrolled_by=by,
            signs_since=now,
            trust_until=now + TRUST,
        )
    )
    work.port.drop(tables.setting, [(_key(pc.id),)])
    work.audit(by, "device.readmitted", pc.id)


def _check(ask: ReturnAsk, header: str | None, body: bytes, now: int) -> None:
    try:
        signature = signing.read(header)
        key = base64.b64decode(ask.sign_key, validate=True)
        signing.check(key, signature, method="POST", path=PATH, body=body)
    except ValueError as error:  # BadSignature is one
        raise Refusal("signature") from error
    if signature.device.hex() != ask.device or len(key) != 32:
        raise Refusal("signature")
    if abs(signature.time - now) > signing.MAX_SKEW_MS:
        raise Refusal("clock")


def _keep(work: OfficeWork, ask: ReturnAsk, now: dt.datetime) -> Done:
    device, d = bytes.fromhex(ask.device), tables.device.c
    if ask.server != work.server.hex():
        raise Refusal("signature")
    known = work.conn.execute(select(d.state, d.sign_key).where(d.id == device)).first()
    if known is None:
        _add(work, device, ask, now)
        return Done(waits=True)
    if known.sign_key != base64.b64decode(ask.sign_key):
        raise Refusal("signature")
    if known.state not in {"on", BACK}:
        raise Refusal(known.state)
    return Done(waits=known.state == BACK)


def _add(work: OfficeWork, device: Id, ask: ReturnAsk, now: dt.datetime) -> None:
    known = _was_known(work, ask)
    if not known and lives.current(work) is None:
        raise Refusal("signature")  # nothing was forgotten here
    _make_room(work, now, known=known)
    work.conn.execute(
        tables.device.insert().values(
            id=device,
            branch_id=bytes.fromhex(ask.branch_id),
            name=ask.name[:120],
            letter=ask.letter,
            sign_key=_decoded(ask.sign_key),
            seal_key=_key_of(ask.seal_key),
            sealed_key=_decoded(ask.sealed) or None,
            state=BACK,
            bringing=False,
            enrolled_at=now,
            schema=ask.schema,
            signs_since=now if known else None,
            trust_until=now,
        )
    )
    told = json.dumps({name: getattr(ask, name) for name in _ABOUT})
    work.port.put(tables.setting, [(_key(device), told)])
    work.audit(device, "device.asks_back", device, device=device)


def _was_known(work: OfficeWork, ask: ReturnAsk) -> bool:
    """True when head office has given its word for just this PC, before it was put back."""
    return given.is_member(
        work,
        ask.word,
        bytes.fromhex(ask.device),
        branch=bytes.fromhex(ask.branch_id),
        key=_decoded(ask.sign_key),
        letter=ask.letter,
    )


def _make_room(work: OfficeWork, now: dt.datetime, *, known: bool) -> None:
    """Requests that nobody has repeated are over; then there must be a place.

    Raises:
        Refusal: `limit`.
    """
    d = tables.device.c
    over = list(work.conn.scalars(select(d.id).where(d.state == BACK, d.enrolled_at < now - KEPT)))
    if over:
        work.conn.execute(tables.device.delete().where(d.id.in_(over)))
        work.port.drop(tables.setting, [(_key(device),) for device in over])
    asking = select(func.count()).select_from(tables.device).where(d.state == BACK)
    strangers = asking.where(d.signs_since.is_(None))
    if work.conn.execute(asking).scalar_one() >= MOST:
        raise Refusal("limit", retry=3_600.0)
    if not known and work.conn.execute(strangers).scalar_one() >= MOST_STRANGERS:
        raise Refusal("limit", retry=3_600.0)


def _branch(work: OfficeWork, told: Mapping[str, Any], now: dt.datetime) -> None:
    code = check_branch_code(told["branch_code"])
    if codes.open_branch(work, code) is not None:
        raise CanFix(
            "There is another branch {code} since. Close it first (branch close), then take the"
            " PC in again.",
            code=code,
        )
    writing.insert(
        work,
        "branch",
        now,
        id=bytes.fromhex(told["branch_id"]),
        code=code,
        name=told["branch_name"] or code,
        currency=told["currency"],
        time_zone=told["time_zone"],
    )


def _told(work: OfficeWork, device: Id) -> dict[str, Any]:
    rows = work.port.pick(tables.setting, ("value",), [(_key(device),)])
    return dict(json.loads(rows[0][0]))


def _key(device: Id) -> str:
    return f"back:{device.hex()}"


def _key_of(text: str) -> bytes:
    key = _decoded(text)
    if len(key) != 32:
        raise Refusal("bad_request")
    return key


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Refusal("bad_request") from error

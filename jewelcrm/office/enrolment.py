"""Enrolling a PC with a one-time code, and keeping what opens its store again (security.md 3).

A code is for one branch, for ten minutes, for one PC, and takes five tries. A try is counted
before the proof is looked at.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Row, select, update

from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from db.tables.people import branch as branch_table
from db.types import Id, to_millis
from jewelcrm.context import Clock
from jewelcrm.errors import CanFix
from jewelcrm.office.refusals import Refusal
from jewelcrm.people.rules import check_branch_code
from jewelcrm.wire import enrolment as wire
from jewelcrm.wire.words import six_words

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # without I and O, which look like digits on paper
SHARE_BYTES = 32


@dataclass(frozen=True, slots=True)
class NewCode:
    """What a code is for."""

    branch_code: str
    brings: bool = False
    confirm: bool = False


def new_code(work: OfficeWork, new: NewCode, now: dt.datetime, by: Id) -> str:
    """A one-time code for a PC of the branch; with `brings`, for a stand-alone store that joins.

    Raises:
        CanFix: there is no such branch, or (with `brings`) there is one already.
    """
    code_of_branch = check_branch_code(new.branch_code)
    branch = open_branch(work, code_of_branch)
    if branch is None and not new.brings:
        raise CanFix("There is no branch {code}. See: branch list", code=code_of_branch)
    code = wire.new_code()
    c = tables.enrol_code.c
    long_gone = now - dt.timedelta(days=30)
    work.conn.execute(tables.enrol_code.delete().where(c.expires_at < long_gone))
    work.conn.execute(
        tables.enrol_code.insert().values(
            code_id=wire.code_id(code),
            code=code,
            branch_id=branch.id if branch else None,
            branch_code=code_of_branch,
            bringing=new.brings,
            confirm=new.confirm,
            made_at=now,
            made_by=by,
            expires_at=now + dt.timedelta(minutes=wire.CODE_MINUTES),
            tries=0,
        )
    )
    work.audit(by, "enrolment.code", branch.id if branch else None)
    return code


class OpenBranch(NamedTuple):
    """A branch that works."""

    id: Id
    code: str
    name: str


def open_branch(work: OfficeWork, code: str) -> OpenBranch | None:
    """The branch with this code that is not closed."""
    c = branch_table.c
    row = work.conn.execute(
        select(c.id, c.code, c.name).where(c.code == code, c.archived_at.is_(None))
    ).first()
    return OpenBranch(*row) if row else None


class Enrolment:
    """The server's side of `POST /v1/enrol`."""

    def __init__(self, store: OfficeStore, clock: Clock, ca: str = "") -> None:
        self._store = store
        self._clock = clock
        self._ca = ca

    def enrol(self, ask: wire.EnrolAsk) -> wire.EnrolAnswer:
        """Take the PC in.

        Raises:
            Refusal: `code` when the code or its proof is not right, `bad_request` for keys that
                are none, `revoked` for a PC that was taken off.
        """
        now = self._clock.now()
        code = self._store.run(lambda work: _count_try(work, ask.code_id, now))
        if code is None or not _same(ask.proof, wire.ask_proof(code.code, ask)):
            raise Refusal("code")
        _check_keys(ask)
        return self._store.run(lambda work: self._take_in(work, code, ask, now))

    def _take_in(
        self, work: OfficeWork, code: Row[Any], ask: wire.EnrolAsk, now: dt.datetime
    ) -> wire.EnrolAnswer:
        _use(work, code.code_id, bytes.fromhex(ask.device), now)
        branch_id, name = _branch_of(work, code, ask)
        values = _device_values(code, ask, now)
        letter = next_letter(work, branch_id)
        _keep_device(work, bytes.fromhex(ask.device), {**values, "branch_id": branch_id}, letter)
        work.audit(code.made_by, "enrolment.done", bytes.fromhex(ask.device))
        lease_until = now + dt.timedelta(days=_lease_days(work, bytes.fromhex(ask.device)))
        answer = wire.EnrolAnswer(
            server=work.server.hex(),
            branch_id=branch_id.hex(),
            branch_code=code.branch_code,
            branch_name=name,
            letter=letter,
            office_key=_text(_recovery_key(work)),
            server_share=_text(values["server_share"]),
            grants=["G:catalogue", "G:staff", f"B:{branch_id.hex()}"],
            lease_until=to_millis(lease_until),
            now=to_millis(now),
            proof="",
            ca=self._ca,
        )
        answer.proof = wire.answer_proof(code.code, ask, answer)
        return answer


def fingerprint_words(sign_key: bytes, seal_key: bytes) -> str:
    """The six words that the PC shows too."""
    return six_words(_text(sign_key), _text(seal_key))


def next_letter(work: OfficeWork, branch_id: Id) -> str:
    """The next PC letter of a branch: A to Z, then AA; one that was given is never given again.

    Neither is one that a PC of the branch has, however it came by it.
    """
    c = tables.office_state.c
    kept = work.conn.execute(select(c.letters).with_for_update()).scalar_one()
    given: dict[str, str] = json.loads(kept or "{}")
    pc = tables.device.c
    had = work.conn.scalars(select(pc.letter).where(pc.branch_id == branch_id))
    letter = _after(max([given.get(branch_id.hex(), ""), *had], key=_place))
    given[branch_id.hex()] = letter
    work.conn.execute(update(tables.office_state).values(letters=json.dumps(given)))
    return letter


def _place(letter: str) -> int:
    """How many letters are given when this one is: 0 for none, 1 for A."""
    number = 0
    for sign in letter:
        number = number * len(LETTERS) + LETTERS.index(sign) + 1
    return number


def _after(letter: str) -> str:
    """What follows a letter: A, B ... Z, AA, AB ... ZZ."""
    number = _place(letter)
    if number >= len(LETTERS) * (len(LETTERS) + 1):
        raise CanFix("This branch has had 600 PCs. No letter is left for another one.")
    high, low = divmod(number, len(LETTERS))
    return (LETTERS[high - 1] if high else "") + LETTERS[low]


def _count_try(work: OfficeWork, code_id: str, now: dt.datetime) -> Row[Any] | None:
    """The code, when it may still be tried; the try is counted."""
    c = tables.enrol_code.c
    row = work.conn.execute(
        select(tables.enrol_code).where(c.code_id == code_id).with_for_update()
    ).first()
    if row is None or row.used_at is not None or row.expires_at <= now:
        return None
    if row.tries >= wire.CODE_TRIES:
        return None
    work.conn.execute(
        update(tables.enrol_code).where(c.code_id == code_id).values(tries=row.tries + 1)
    )
    return row


def _use(work: OfficeWork, code_id: str, device: Id, now: dt.datetime) -> None:
    c = tables.enrol_code.c
    used = work.conn.execute(
        update(tables.enrol_code)
        .where(c.code_id == code_id, c.used_at.is_(None))
        .values(used_at=now, device=device, code="")
    )
    if used.rowcount != 1:
        raise Refusal("code")


def _branch_of(work: OfficeWork, code: Row[Any], ask: wire.EnrolAsk) -> tuple[Id, str]:
    """The branch the PC belongs to from now on, and its name."""
    if ask.brings != code.bringing:
        raise Refusal("code")
    if not code.bringing:
        row = open_branch(work, code.branch_code)
        if row is None:
            raise Refusal("closed")
        return row.id, row.name
    if ask.branch_id is None or ask.branch_code != code.branch_code:
        raise Refusal("code")
    branch_id = bytes.fromhex(ask.branch_id)
    there = open_branch(work, code.branch_code)
    if there is not None and there.id != branch_id:
        raise Refusal("code")
    return branch_id, there.name if there else code.branch_code


def _device_values(code: Row[Any], ask: wire.EnrolAsk, now: dt.datetime) -> dict[str, Any]:
    return {
        "name": ask.name[:120],
        "sign_key": _bytes(ask.sign_key),
        "seal_key": _bytes(ask.seal_key),
        "state": "waiting" if code.confirm else "on",
        "bringing": code.bringing,
        "enrolled_at": now,
        "enrolled_by": code.made_by,
        "schema": ask.schema,
        "server_share": secrets.token_bytes(SHARE_BYTES),
        "sealed_key": None,
        "opened_key": None,
    }


def _keep_device(work: OfficeWork, device: Id, values: dict[str, Any], letter: str) -> None:
    """Add the PC, or give one that comes again its new keys."""
    c = tables.device.c
    known = work.conn.execute(select(c.state, c.branch_id).where(c.id == device)).first()
    if known is None:
        work.conn.execute(tables.device.insert().values(id=device, letter=letter, **values))
        return
    if known.state in {"revoked", "closed"}:
        raise Refusal("revoked")
    work.conn.execute(update(tables.device).where(c.id == device).values(letter=letter, **values))


def _lease_days(work: OfficeWork, device: Id) -> int:
    c = tables.device.c
    return int(work.conn.execute(select(c.lease_days).where(c.id == device)).scalar_one())


def _recovery_key(work: OfficeWork) -> bytes:
    return bytes(work.conn.execute(select(tables.office_state.c.recovery_key)).scalar() or b"")


def _check_keys(ask: wire.EnrolAsk) -> None:
    try:
        sizes = {len(_bytes(ask.sign_key)), len(_bytes(ask.seal_key))}
    except (binascii.Error, ValueError) as error:
        raise Refusal("bad_request") from error
    if sizes != {32}:
        raise Refusal("bad_request")


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

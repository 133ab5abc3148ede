"""Enrolling a PC with a one-time code, and keeping what opens its store again (security.md 3).

A code is for one branch, for ten minutes, for one PC, and takes five tries. A try is counted
before the proof is looked at. The PC that used it may ask again with the same keys, for an hour,
until it has left its database key here: a wrong password or a cut line does not cost the code.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hmac
import secrets
from typing import Any, NamedTuple

from sqlalchemy import Row, select, update

from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from db.types import Id, to_millis
from jewelcrm.context import Clock
from jewelcrm.office import codes, given, persons
from jewelcrm.office.letters import next_letter
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire import enrolment as wire
from jewelcrm.wire.words import six_words

SHARE_BYTES = 32
_OFF = ("revoked", "closed")


class Kept(NamedTuple):
    """What a PC was given when it was taken in."""

    letter: str
    share: bytes


class Enrolment:
    """The server's side of `POST /v1/enrol`."""

    def __init__(self, store: OfficeStore, clock: Clock, ca: str = "") -> None:
        self._store = store
        self._clock = clock
        self._ca = ca

    def enrol(self, ask: wire.EnrolAsk) -> wire.EnrolAnswer:
        """Take the PC in; one that was taken in and has not finished gets the same answer.

        Raises:
            Refusal: `update` for a program whose people could not prove what they do, `code` when
                the code or its proof is not right, `bad_request` for keys that are none, `revoked`
                for a PC that was taken off.
        """
        if ask.schema < persons.SIGNING_SCHEMA:
            raise Refusal("update")  # costs no try: the code is for the updated program
        now = self._clock.now()
        code = self._store.run(lambda work: codes.count_try(work, ask, now))
        if code is None or not _same(ask.proof, wire.ask_proof(code.code, ask)):
            raise Refusal("code")
        _check_keys(ask)
        return self._store.run(lambda work: self._take_in(work, code, ask, now))

    def _take_in(
        self, work: OfficeWork, code: Row[Any], ask: wire.EnrolAsk, now: dt.datetime
    ) -> wire.EnrolAnswer:
        device = bytes.fromhex(ask.device)
        branch = _branch_of(work, code, ask)
        kept = _taken_in_before(work, code, ask)
        if kept is None:
            codes.use(work, code.code_id, device, now)
            values = {**_device_values(code, ask, now), "branch_id": branch[0]}
            kept = Kept(next_letter(work, branch[0]), values["server_share"])
            _keep_device(work, device, values, kept.letter)
            if not _recovery_key(work):
                codes.finished(work, device)
            work.audit(code.made_by, "enrolment.done", device)
        answer = _answer(work, ask, kept, branch, now)
        answer.ca, answer.branch_code = self._ca, code.branch_code
        answer.word = given.membership(work, device, answer.letter)
        answer.proof = wire.answer_proof(code.code, ask, answer)
        return answer


def fingerprint_words(sign_key: bytes, seal_key: bytes) -> str:
    """The six words that the PC shows too."""
    return six_words(_text(sign_key), _text(seal_key))


def _answer(
    work: OfficeWork, ask: wire.EnrolAsk, kept: Kept, branch: tuple[Id, str], now: dt.datetime
) -> wire.EnrolAnswer:
    """What the PC is told, but for its branch's code and the proof."""
    branch_id, name = branch
    lease_until = now + dt.timedelta(days=_lease_days(work, bytes.fromhex(ask.device)))
    return wire.EnrolAnswer(
        server=work.server.hex(),
        branch_id=branch_id.hex(),
        branch_code="",
        branch_name=name,
        letter=kept.letter,
        office_key=_text(_recovery_key(work)),
        server_share=_text(kept.share),
        grants=["G:catalogue", "G:staff", f"B:{branch_id.hex()}"],
        lease_until=to_millis(lease_until),
        now=to_millis(now),
        proof="",
    )


def _taken_in_before(work: OfficeWork, code: Row[Any], ask: wire.EnrolAsk) -> Kept | None:
    """What this PC was given, when it asks again with the keys that it used the code with.

    It has proved that it knows the code, so the try is given back.
    """
    c = tables.enrol_code.c
    proved = update(tables.enrol_code).where(c.code_id == code.code_id)
    work.conn.execute(proved.values(tries=code.tries))
    if code.used_at is None:
        return None
    d = tables.device.c
    pc = work.conn.execute(select(tables.device).where(d.id == code.device)).first()
    if pc is None or (pc.sign_key, pc.seal_key) != (_bytes(ask.sign_key), _bytes(ask.seal_key)):
        raise Refusal("code")
    if pc.state in _OFF:
        raise Refusal("revoked")
    return Kept(pc.letter, pc.server_share)


def _branch_of(work: OfficeWork, code: Row[Any], ask: wire.EnrolAsk) -> tuple[Id, str]:
    """The branch the PC belongs to from now on, and its name."""
    if ask.brings != code.bringing:
        raise Refusal("code")
    if not code.bringing:
        row = codes.open_branch(work, code.branch_code)
        if row is None:
            raise Refusal("closed")
        return row.id, row.name
    if ask.branch_id is None or ask.branch_code != code.branch_code:
        raise Refusal("code")
    branch_id = bytes.fromhex(ask.branch_id)
    there = codes.open_branch(work, code.branch_code)
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
        "signs_since": now,
        "trust_until": now + (persons.TRUST if code.bringing else dt.timedelta(0)),
        "server_share": secrets.token_bytes(SHARE_BYTES),
        "sealed_key": None,
        "opened_key": None,
        "revoked_at": None,
        "wiped_at": None,
    }


def _keep_device(work: OfficeWork, device: Id, values: dict[str, Any], letter: str) -> None:
    """Add the PC, or give one that comes again to its branch its new keys.

    A shop that joins is always the same PC: it also comes again when it was not quick enough once.
    """
    c = tables.device.c
    known = work.conn.execute(select(tables.device).where(c.id == device)).first()
    if known is None:
        work.conn.execute(tables.device.insert().values(id=device, letter=letter, **values))
        return
    if known.state in _OFF and not codes.never_finished(known):
        raise Refusal("revoked")
    if known.branch_id != values["branch_id"]:
        raise Refusal("code")  # another branch's code does not take a PC over
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

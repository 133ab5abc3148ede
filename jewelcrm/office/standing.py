"""What a PC says of itself at its first push, and in each new life of head office (`lives`)."""

from __future__ import annotations

from sqlalchemy import select, update

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import given, lives
from jewelcrm.office.grants import Device
from jewelcrm.office.hearing import Hearing, refusing
from jewelcrm.office.letters import given_before
from jewelcrm.office.putting_back import go_on, newest_epoch
from jewelcrm.office.visiting import proofs
from jewelcrm.wire.messages import PushAnswer, PushAsk, Standing


def hear(hearing: Hearing, device_id: Id, ask: PushAsk, now: int) -> tuple[int, str] | None:
    """Take in a PC's standing; the epoch and letter that it must go on under, if it must.

    Whom it knows to be erased and head office has again is erased before anything is answered.
    """
    standing = ask.standing
    if standing is None:
        return None
    device = hearing.grants(device_id, now).device
    with refusing():
        if standing.erased:
            proofs.hear(hearing.store, device.id, standing.erased, now)
        return hearing.store.run(lambda work: _take_in(work, device, ask, standing, now))


def give_word(hearing: Hearing, device: Id, ask: PushAsk, answer: PushAnswer) -> None:
    """What the PC can show, of its letter, to a head office that has forgotten it."""
    letter = answer.letter or (ask.standing.letter if ask.standing else "")
    with refusing(), hearing.store.read(()) as work:
        answer.word = given.membership(work, device, letter)


def of_another_life(hearing: Hearing, device: Id, ask: PushAsk, now: int) -> PushAnswer:
    """Nothing is taken in yet: the PC hears of this life first, and what it must send again."""
    with hearing.look(hearing.grants(device, now)) as work:
        last = work.last_n(device, ask.epoch)
    return PushAnswer(ask.req, now, 0, expect=last + 1 if ask.acked > last else None)


def _take_in(
    work: OfficeWork, device: Device, ask: PushAsk, standing: Standing, now: int
) -> tuple[int, str] | None:
    _own_life(work, device.id, ask, standing, now)
    invented = not _is_its_letter(work, device, standing)
    if standing.put_back or invented or _gives_again(work, device, ask, standing):
        return go_on(work, device.id, ask.epoch, now, said=standing.put_back)
    _keep_letter(work, device, ask.epoch, standing.letter, now)
    return None


def _is_its_letter(work: OfficeWork, device: Device, standing: Standing) -> bool:
    """True for the letter that head office gave the PC, also when it has forgotten that."""
    if standing.letter == device.letter:
        return True
    d = tables.device.c
    key = work.conn.execute(select(d.sign_key).where(d.id == device.id)).scalar_one()
    return given.is_member(
        work,
        standing.word,
        device.id,
        branch=device.branch_id,
        key=bytes(key),
        letter=standing.letter,
    )


def _own_life(work: OfficeWork, device: Id, ask: PushAsk, standing: Standing, now: int) -> None:
    """A PC of this very life shows an answer that head office does not know: it was put back.

    A PC that only says so puts nobody back: its own acts are asked for again, no more.
    """
    life = lives.current(work)
    here = life.id if life else ""
    if here != standing.life or ask.acked <= work.last_n(device, ask.epoch):
        return
    answered = given.answer(work, device, ask.epoch, ask.acked, here)
    if given.fits(standing.answered, answered):
        lives.begin(work, now, by=device)
    else:
        work.audit(device, "office.doubted", device, outcome="denied", device=device, at=now)


def _gives_again(work: OfficeWork, device: Device, ask: PushAsk, standing: Standing) -> bool:
    """True when its papers would get numbers that were given before.

    Another PC has its letter, or head office has papers of it that it does not know of. What
    belongs to an epoch that it has left is for the push to say.
    """
    if ask.epoch < newest_epoch(work, device.id):
        return False
    return given_before(
        work, device.branch_id, standing.letter, number=standing.number, device=device.id
    )


def _keep_letter(work: OfficeWork, device: Device, epoch: int, letter: str, now: int) -> None:
    """The letter is kept as this PC's, in case head office has forgotten that it gave it."""
    if epoch < newest_epoch(work, device.id):
        return
    d, e = tables.device.c, tables.device_epoch.c
    had = work.conn.execute(select(d.letter).where(d.id == device.id)).scalar()
    if had != letter:
        work.conn.execute(update(tables.device).where(d.id == device.id).values(letter=letter))
        work.audit(device.id, "device.letter", device.id, device=device.id, at=now)
    work.conn.execute(
        update(tables.device_epoch)
        .where(e.device == device.id, e.epoch == epoch, e.letter.is_distinct_from(letter))
        .values(letter=letter)
    )

"""The watchword: what a PC shows at each pull, so that two copies of one PC are noticed.

Head office gives a PC another word every few minutes, and the PC shows the newest it has kept. The
word it showed last is taken again, for the answer may have been lost, or the PC killed before it
kept the new one. Once the new one has been shown, an older one is shown by a PC that was put back
to an older state, or by a copy of it. Which of the two, the words that were good until then tell:
who was put back has lost them. If one of them comes again, both are at work (`two_places`).

What it does not notice: a copy of which only one is ever at work; a PC whose program is too old to
show a word, or was changed so that it shows none.
"""

from __future__ import annotations

import secrets

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from db.decoding import decode
from db.office import tables
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import two_places
from jewelcrm.office.grants import Device

TURN_MS = 5 * 60_000
"""A word is good for so long at least, and kept at most so often for a PC."""


class Kept(Struct, frozen=True, omit_defaults=True):
    """The words of one PC."""

    at: int
    """When the newest was given."""
    shown: str = ""
    given: str = ""
    """The newest; empty once it was shown."""
    left: tuple[str, ...] = ()
    """Those that were good when an older one came: only another copy can show them."""


class Judged(Struct, frozen=True):
    """What a word that was shown says."""

    kept: Kept
    give: str = ""
    """What the PC is to show from now on; empty: as before."""
    twice: bool = False


def judge(kept: Kept | None, shown: str, now: int) -> Judged:
    """What is known of a PC's words once it has shown this one."""
    if kept is None:
        return _give(Kept(now, shown), now)
    if shown == kept.given and shown:
        kept = replace(kept, shown=shown, given="")
    elif shown != kept.shown:
        return _older(kept, shown, now)
    return Judged(kept) if 0 <= now - kept.at < TURN_MS else _give(kept, now)


def _older(kept: Kept, shown: str, now: int) -> Judged:
    """It goes on from the word it has; those that others may have are remembered."""
    twice = bool(shown) and shown in kept.left
    good = tuple(word for word in (kept.shown, kept.given) if word)
    return msgspec.structs.replace(_give(Kept(now, shown, left=good), now), twice=twice)


def _give(kept: Kept, now: int) -> Judged:
    word = secrets.token_hex(8)
    return Judged(replace(kept, at=now, given=word), word)


def hear(work: OfficeWork, device: Device, shown: str, now: int) -> str:
    """Take in the word that a PC shows; the one to show from now on, or nothing."""
    before = _kept(work, device.id)
    judged = judge(before, shown, now)
    if judged.kept != before:
        _keep(work, device.id, judged.kept)
    if judged.twice:
        two_places.note(work, device.id, device.branch_id, device.letter, now)
    return judged.give


def is_news(work: OfficeWork, device: Id, shown: str, now: int) -> bool:
    """True when `hear` would have something to keep or to say."""
    before = _kept(work, device)
    return before is None or judge(before, shown, now).kept != before


def forget(work: OfficeWork, device: Id) -> None:
    """The PC goes on anew: whichever word it shows next is the first."""
    s = tables.setting
    work.conn.execute(s.delete().where(s.c.key == _key(device)))


def _kept(work: OfficeWork, device: Id) -> Kept | None:
    rows = work.port.pick(tables.setting, ("value",), [(_key(device),)])
    return decode(rows[0][0], Kept) if rows else None


def _keep(work: OfficeWork, device: Id, kept: Kept) -> None:
    work.port.put(tables.setting, [(_key(device), msgspec.json.encode(kept).decode())])


def _key(device: Id) -> str:
    return f"watchword:{device.hex()}"

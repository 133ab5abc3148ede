"""What this PC says of itself to head office, at its first push and in each new life of it.

Head office may have been put back to an older state. Then it has forgotten the letters it gave and
whom it erased; this PC remembers its own letter, and the sealed notes about erased people that came
with the news.
"""

from __future__ import annotations

import json

import msgspec
from sqlcipher3 import dbapi2 as cipher

from db.decoding import convert
from db.shop import anew, syncstate
from jewelcrm.wire.messages import Erased, PullAnswer, PushAnswer, Standing

LIFE, NOTES = "sync.life", "sync.erased_notes"
WORD, ANSWERED, WATCHWORD = "sync.word", "sync.answered", "sync.watchword"
"""Keys in `setting` that are not for anybody to set."""
KEPT_MS = 400 * 86_400_000
"""So long a note is kept: longer than any backup of head office's."""
_MOST = 500  # notes in one push


def of(raw: cipher.Connection) -> Standing:
    """This PC's standing as it is now."""
    letter, number = raw.execute("SELECT letter, next_number FROM pc").fetchone()
    return Standing(
        letter,
        number,
        anew.is_waiting(raw),
        life(raw),
        untold(raw),
        word=word(raw),
        answered=_answered(raw),
    )


def word(raw: cipher.Connection) -> str:
    """Head office's word for this PC and its letter; empty from a head office that gives none."""
    return str(_kept(raw, WORD, ""))


def keep_word(raw: cipher.Connection, given: str) -> None:
    """Keep head office's word."""
    if given and given != word(raw):
        _keep(raw, WORD, given)


def keep_answer(raw: cipher.Connection, epoch: int, n: int, given: str) -> None:
    """Keep head office's word that it has answered up to a transaction."""
    if given:
        _keep(raw, ANSWERED, [epoch, n, given])


def watchword(raw: cipher.Connection) -> str:
    """What this PC shows when it reads, so that a copy of it is noticed; empty before the first."""
    return str(_kept(raw, WATCHWORD, ""))


def next_watchword(raw: cipher.Connection, shown: str | None, given: str) -> bool:
    """Keep what is to be shown from now on; True when it was given for the one that is kept."""
    if not given or shown != watchword(raw):
        return False
    _keep(raw, WATCHWORD, given)
    return True


def _answered(raw: cipher.Connection) -> str:
    state = syncstate.state(raw)
    epoch, n, given = convert(_kept(raw, ANSWERED, [0, 0, ""]), tuple[int, int, str])
    return given if (epoch, n) == (state.epoch, state.acked_n) else ""


def life(raw: cipher.Connection) -> str:
    """The life of head office that this PC knows."""
    return str(_kept(raw, LIFE, ""))


def untold(raw: cipher.Connection) -> list[Erased]:
    """Notes about people of whom nothing is left here, that head office has not heard of yet."""
    if syncstate.must_forget(raw):
        return []
    return [one for one, told in _notes(raw).values() if not told][:_MOST]


def take_in(raw: cipher.Connection, answer: PullAnswer) -> bool:
    """Keep the notes that came with news; True when head office is in another life."""
    if answer.erased:
        notes = _notes(raw)
        fresh = {one.customer: (one, False) for one in answer.erased if one.customer not in notes}
        _keep_notes(raw, {**notes, **fresh}, answer.now)
    return answer.life != life(raw)


def answered(raw: cipher.Connection, said: Standing, answer: PushAnswer) -> None:
    """Head office has heard this standing."""
    heard = {one.customer for one in said.erased}
    anew_told = answer.life != life(raw)
    notes = {
        key: (one, key in heard or (told and not anew_told))
        for key, (one, told) in _notes(raw).items()
    }
    if notes:
        _keep_notes(raw, notes, answer.now)
    if anew_told:
        _keep(raw, LIFE, answer.life)


def _notes(raw: cipher.Connection) -> dict[str, tuple[Erased, bool]]:
    found = convert(_kept(raw, NOTES, []), list[tuple[Erased, bool]])
    return {one.customer: (one, told) for one, told in found}


def _keep_notes(raw: cipher.Connection, notes: dict[str, tuple[Erased, bool]], now: int) -> None:
    kept = [
        [msgspec.to_builtins(one), told] for one, told in notes.values() if now - one.at < KEPT_MS
    ]
    _keep(raw, NOTES, kept)


def _kept(raw: cipher.Connection, key: str, otherwise: object) -> object:
    row = raw.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return json.loads(row[0]) if row else otherwise


def _keep(raw: cipher.Connection, key: str, value: object) -> None:
    raw.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(value)),
    )

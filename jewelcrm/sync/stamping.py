"""What proves who made the transactions of a push: their stamps, and the sessions these are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlcipher3 import dbapi2 as cipher

from db.shop import sessions
from db.shop.sessions import Begun
from db.shop.syncchanges import Change
from db.types import Id
from jewelcrm.wire.messages import Tx
from jewelcrm.wire.persons import Session, Vouched, acts_of, bytes_of, stamp_together, text_of


def stamp(raw: cipher.Connection, txs: Sequence[Tx], heads: Sequence[Change]) -> None:
    """Put the stamps on transactions, whose first changes these are."""
    found = sessions.stamps(raw, {head.tx for head in heads})
    for tx, head in zip(txs, heads, strict=True):
        made = found.get(head.tx)
        if made is None:
            continue
        tx.sess, tx.stamp = made.session.hex(), text_of(made.sig)
        if tx.id != head.tx.hex():
            tx.act, tx.part = head.tx.hex(), head.n


def sessions_of(raw: cipher.Connection, txs: Sequence[Tx]) -> list[Session]:
    """The sessions that the transactions were made in."""
    ids = sorted({bytes.fromhex(tx.sess) for tx in txs if tx.sess})
    if not ids:
        return []
    device = raw.execute("SELECT id FROM pc").fetchone()[0]
    seals = sessions.seals(raw)
    found = sessions.sessions(raw, ids)
    return [said(begun, device, seals.get(begun.person_key, "")) for begun in found]


def together(raw: cipher.Connection, txs: Sequence[Tx]) -> dict[str, str]:
    """The stamps of sessions on all their transactions, where there are several.

    Only a session that can still be gone on with makes one. The stamps on the single transactions
    go along: who has checked this one need not check those.
    """
    made = Counter(tx.sess for tx in txs if tx.sess)
    several = {bytes.fromhex(session) for session, count in made.items() if count > 1}
    if not several:
        return {}
    return {
        session.hex(): text_of(stamp_together(key, session, acts_of(session.hex(), txs)))
        for session, key in sessions.open_ones(raw, several).items()
    }


def said(begun: Begun, device: Id, seal: str) -> Session:
    """A session as head office hears of it."""
    return Session(
        begun.id.hex(),
        begun.staff_id.hex(),
        device.hex(),
        begun.begun_at,
        text_of(begun.public),
        text_of(begun.person_key),
        text_of(begun.sig),
        seal,
    )


def vouched(raw: cipher.Connection, told: Sequence[Vouched]) -> None:
    """Head office has given its word for keys of people here."""
    for one in told:
        sessions.vouch(raw, bytes.fromhex(one.person), bytes_of(one.key), one.seal)

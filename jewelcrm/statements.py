"""What is signed to prove who did what: the bytes of sessions, acts and questions.

Loads nothing of the wire: every sign-in needs it (`jewelcrm.access.sessions`), head office checks
by it (`jewelcrm.wire.persons`).

What a stamp does not prove: what was changed. `of_act` names the transaction, its clock and its
moment, not its values. A PC whose program was altered can put other values, columns or records into
an act that a person stamped, as far as the person's role allows, and head office takes them for
theirs. It cannot make an act of somebody who did not sign in there, nor carry one over to another
PC, session or moment; and the PC's own signature of the push (`jewelcrm.wire.signing`) says which
PC it came from.

To prove the values too (an act's second form), all of this has to come together:

1. Shop's schema: `change.salt`, 16 random bytes that the capture triggers fill in, and
   `act_stamp.leaves`. A *leaf* is SHA-256 of "jcrm leaf 2", the salt, table, id, `op` and the
   captured columns as canonical JSON (names in order, no blanks, keys in small letters as
   `outbox.values` makes them). Left out, because they change between saving and sending: `base`
   (`syncchanges.doubt`), `old`, `created_at` and what `papers.completed` adds.
2. `Work.sign` reads the transaction's changes by `n`, keeps their leaves, and signs "jcrm act 2"
   with session, transaction, clock, moment, and SHA-256 over the count and the leaves. A stamp on
   many acts (`of_acts`) then names that of each, too.
3. Wire: `Tx.leaves`, `Op.salt` and `Op.leaf` (its place), all to be left out. A part of a
   transaction (`part_of`) has the leaves of the whole and the ops of its own.
4. Erasing: a husk loses its salt (`syncchanges.erase`), and so does a change of which columns were
   taken (`empty`). The salt never left the PC, so the leaf that stays says nothing about a value
   that could be guessed. Head office keeps no leaves: it checks them and forgets them.
5. Head office, in `persons.Sessions`, before `up_to_date`: each op with a salt has its leaf; one
   without is of a record that is erased or emptied here; the ops of a whole are no fewer than its
   leaves, less husks of such records. Else the act is put aside as not signed.
6. `reoffering` carries salts and leaves along (`put_again`, `put_stamp`).
7. First forms are taken from PCs whose schema is older, and from newer ones for what they made
   before (as `signs_since` does); `device list` says of such a PC that values are not signed.

To be measured with it: saving (a hash and 48 bytes more a change), pushing (a hash and canonical
JSON an op, of 200 microseconds that an op may take), and the erasure proof on every file.
"""

from __future__ import annotations

from collections.abc import Iterable


def of_session(
    session: bytes, *, person: bytes, device: bytes, begun: int, key: bytes, person_key: bytes
) -> bytes:
    """That a person signed in on a PC, and the session's own public key."""
    parts = (session, person, device, begun.to_bytes(8, "big"), key, person_key)
    return b"jcrm session 1\n" + b"".join(parts)


def of_act(session: bytes, *, tx: bytes, hlc: int, at: int) -> bytes:
    """That a transaction, with its clock and its moment, was made in a session."""
    return b"jcrm act 1\n" + session + tx + hlc.to_bytes(8, "big") + at.to_bytes(8, "big")


def of_acts(session: bytes, acts: Iterable[tuple[bytes, int, int]]) -> bytes:
    """That these acts, each with its clock and its moment, were all made in a session.

    It says nothing that the stamps on the single acts do not say, to whoever checks many of them.
    """
    told = (tx + hlc.to_bytes(8, "big") + at.to_bytes(8, "big") for tx, hlc, at in acts)
    return b"jcrm acts 1\n" + session + b"".join(told)


def of_question(session: bytes, signature: str) -> bytes:
    """That a question which the PC has signed so is asked in a session."""
    return b"jcrm ask 1\n" + session + signature.encode()

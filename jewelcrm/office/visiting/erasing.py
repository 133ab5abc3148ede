"""Erasing a person: one administrator asks, another one seconds it, and nothing of her is left.

Her records go, and every scope that ever held one is told so; her orders and payments stay without
her. A ledger keeps the ids that must never come back, and keyed hashes of her phones and
addresses, so that an old file with her in it is noticed (sync.md 2.10). Head office's audit log
names acts and ids only; it is never rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from db.backup.stopping import Cancelled, never
from db.errors import Busy
from db.office import tables
from db.office.kinds import Key, Mark, Row
from db.office.store import OfficeStore
from db.office.work import OfficeWork
from db.tables import NUMBERS
from db.types import Id, from_millis
from jewelcrm.log import log
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.scoping import rescope
from jewelcrm.office.visiting import keys, owing
from jewelcrm.office.visiting.acting import asker, run
from jewelcrm.office.visiting.blanking import emptied, ops_without
from jewelcrm.office.visiting.records import put_changed, replace_places
from jewelcrm.office.visiting.subject import Subject, gather
from jewelcrm.wire.papers import EMPTIED
from jewelcrm.wire.visiting import Done, EraseAsk

if TYPE_CHECKING:
    from jewelcrm.office.service import Office

ACTION = "privacy.erase"
LONGEST_REASON = 300
TO_SCRUB = "erasing.to_scrub"
"""Set while the database's files may still hold bytes of somebody erased."""


@dataclass(frozen=True, slots=True)
class Erasing:
    """Who wants whom erased, and why; `approve`: seconds what another person asked."""

    by: Id
    customer_id: Id
    reason: str
    approve: bool
    now: int
    device: Id | None = None


def erase(office: Office, device: Id, ask: EraseAsk) -> Done:
    """Ask for a person to be erased, or second such a request.

    Raises:
        Refusal: `denied`: no administrator, or the same person twice; `not_found`: no such
            customer, or nobody has asked; `bad_request` without a reason.
    """
    now = office.now()

    def act(work: OfficeWork) -> Done:
        asking = asker(work, device, ask.actor, ACTION, now)
        customer_id = bytes.fromhex(ask.customer_id)
        return decide(
            work, Erasing(asking.id, customer_id, ask.reason, ask.approve, now, asking.device.id)
        )

    done = run(office, act)
    if not done.waits:
        finish(office.store)
    return done


def decide(work: OfficeWork, wanted: Erasing) -> Done:
    """Keep the request, or carry it out when a second person seconds it.

    Raises:
        Refusal: see `erase`.
    """
    case = tables.erasure_case
    asked = work.conn.execute(
        select(case).where(case.c.customer_id == wanted.customer_id).with_for_update()
    ).first()
    if asked is not None and asked.done_at is not None:
        return Done()
    if not wanted.approve:
        return _ask(work, wanted, new=asked is None)
    if asked is None:
        raise _refuse(work, wanted, "not_found")
    if asked.asked_by == wanted.by:
        raise _refuse(work, wanted, "denied")
    carry_out(work, wanted)
    work.conn.execute(
        update(case)
        .where(case.c.customer_id == wanted.customer_id)
        .values(approved_by=wanted.by, done_at=from_millis(wanted.now), reason="")
    )
    return Done()


def _ask(work: OfficeWork, wanted: Erasing, *, new: bool) -> Done:
    reason = wanted.reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise _refuse(work, wanted, "bad_request")
    if wanted.customer_id not in work.rows("customer", [wanted.customer_id]):
        raise _refuse(work, wanted, "not_found")
    if new:
        work.conn.execute(
            tables.erasure_case.insert().values(
                customer_id=wanted.customer_id,
                asked_at=from_millis(wanted.now),
                asked_by=wanted.by,
                reason=reason,
            )
        )
        _audit(work, wanted, "asked")
    return Done(waits=True)


def _refuse(work: OfficeWork, wanted: Erasing, code: str) -> Refusal:
    _audit(work, wanted, "denied", code)
    return Refusal(code)


def _audit(work: OfficeWork, wanted: Erasing, outcome: str, why: str | None = None) -> None:
    work.audit(
        wanted.by,
        ACTION,
        wanted.customer_id,
        reason=why,
        outcome=outcome,
        device=wanted.device,
        at=wanted.now,
    )


# The act


def carry_out(work: OfficeWork, wanted: Erasing) -> None:
    """Erase the person, now that two want it.

    Raises:
        Refusal: `not_found`.
    """
    subject = gather(work, wanted.customer_id)
    if ("customer", wanted.customer_id) not in subject.gone:
        raise _refuse(work, wanted, "not_found")
    _set_aside(work, subject, wanted.now)
    _mark_erased(work, subject.gone, wanted.now)  # PCs hear of her before they hear of her papers
    _empty_papers(work, subject, wanted.now)
    _ledger(work, subject, wanted)
    owing.owe(work, wanted.customer_id, subject.ids)
    _forget_lookups(work, subject)
    _drop(work, subject.gone)
    rescope(work, subject.payers, wanted.now)
    work.port.put(tables.setting, [(TO_SCRUB, "1")])
    _audit(work, wanted, "done")


def _set_aside(work: OfficeWork, subject: Subject, now: int) -> None:
    """Transactions put aside: without her, or gone when they were about her alone."""
    gone, papers, traces = subject.erased_ids, subject.paper_ids, subject.traces
    for key, row in subject.aside.items():
        left = ops_without(str(row["ops"]), gone, papers, traces)
        if left is None:
            subject.gone[key] = row
        else:
            _change(work, key, row, now, {"ops": left, "customer_id": None})


def _empty_papers(work: OfficeWork, subject: Subject, now: int) -> None:
    traces = subject.traces
    for key, row in (subject.papers | subject.others).items():
        changes = emptied(key[0], row, traces, subject.ids) if key[0] in EMPTIED else {}
        if changes:
            _change(work, key, row, now, changes)
    replace_places(work, subject.papers, now)


def _change(work: OfficeWork, key: Key, row: Row, now: int, changes: Row) -> None:
    fresh = {**row, **changes, "updated_at": now, "rev": int(row["rev"] or 0) + 1}
    put_changed(work, key[0], [fresh], now, list(changes))


def _ledger(work: OfficeWork, subject: Subject, wanted: Erasing) -> None:
    """Ids that never come back, orders whose free text never does, hashes to be asked about."""
    hashes = keys.hashes_of(work, subject.contacts)
    orders = [("sales_order", order_id) for order_id in subject.orders]
    work.port.put(
        tables.erasure,
        [
            (key[1], key[0], wanted.customer_id, hashes.get(key), wanted.now, wanted.by)
            for key in dict.fromkeys((*subject.gone, *orders, *_late(subject)))
        ],
    )


def _late(subject: Subject) -> list[Key]:
    """What never came further than a transaction put aside: what follows of it must not, either."""
    return [key for key in subject.unseen if key[0] not in EMPTIED]


def _forget_lookups(work: OfficeWork, subject: Subject) -> None:
    ids, index, asked = list(subject.ids), tables.lookup_key, tables.lookup_log
    kept = {
        row.key_hash
        for row in work.conn.execute(select(index.c.key_hash).where(index.c.customer_id.in_(ids)))
    }
    kept |= set(keys.hashes_of(work, subject.contacts).values())
    work.conn.execute(delete(index).where(index.c.customer_id.in_(ids)))
    work.conn.execute(update(asked).where(asked.c.key_hash.in_(sorted(kept))).values(key_hash=None))
    ticket, lease = tables.lookup_ticket, tables.lease
    work.conn.execute(delete(ticket).where(ticket.c.customer_id.in_(ids)))
    work.conn.execute(update(lease).where(lease.c.customer_id.in_(ids)).values(words=None))


def _mark_erased(work: OfficeWork, gone: dict[Key, Row], now: int) -> None:
    """Every scope that ever held one of the records is told."""
    ever = work.ever(gone)
    marks = [
        Mark(scope, *key, "E", int(row["rev"] or 0))
        for key, row in gone.items()
        for scope in ever[key]
    ]
    work.mark(marks, now)


def _drop(work: OfficeWork, gone: dict[Key, Row]) -> None:
    """The records themselves, and who wrote them."""
    by_table: dict[str, list[Id]] = {}
    for table, row_id in gone:
        by_table.setdefault(table, []).append(row_id)
    for table in sorted(by_table, key=NUMBERS.__getitem__, reverse=True):
        work.drop_rows(table, by_table[table])


def finish(store: OfficeStore, cancelled: Cancelled = never) -> bool:
    """After an erasure has been committed: in the ledgers, and out of the files; see `scrub`."""
    from jewelcrm.office.visiting import ledgerfile

    ledgerfile.keep(store)
    return scrub(store, cancelled)


def scrub(store: OfficeStore, cancelled: Cancelled = never) -> bool:
    """Leave nothing in the database's files; when somebody reads just now, housekeeping will."""
    with store.read() as work:
        if not work.port.pick(tables.setting, ("value",), [(TO_SCRUB,)]):
            return True
    try:
        store.scrub(cancelled)
    except Busy:
        log.warning("erasing waits for readers")
        return False
    store.run(lambda work: work.port.drop(tables.setting, [(TO_SCRUB,)]))
    return True


def erased_before(work: OfficeWork, contacts: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the contacts (kind and normal form) that an erased person had: ask before adding.

    Kinds are `phone` and `email`.
    """
    key = keys.secret(work)
    asked = {keys.keyed(key, one): one for one in contacts}
    return {asked[found] for found in keys.erased_among(work, asked)}

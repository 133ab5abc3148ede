"""Consent: of two answers of which neither branch knew the other's, the most restrictive counts.

Entries are never changed. A consent that came in without knowledge of a refusal is kept, and head
office enters the refusal once more behind it, for a manager to look at.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.clock import COUNTER_BITS
from db.office.kinds import Key, Row, Versions
from db.tables.base import BOOKKEEPING
from jewelcrm.office.merging.keys import key_in
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.verdicts import Clash, Told

RECEIVED = "+received"
"""Kept with an entry's versions: when head office came to know it."""

AGREED = "consented"
_ALL = "all"


def received(versions: Versions, writer: int, now: int) -> None:
    """Note when head office came to know the entry."""
    versions.cols[RECEIVED] = (now << COUNTER_BITS, writer, 1)


def strictest(draft: Draft, key: Key, row: Row) -> Row | None:
    """The refusal to be entered again behind a consent that did not know of it, if there is one."""
    if row["state"] != AGREED:
        return None
    refusal = max(_unknown_refusals(draft, row), key=_obtained, default=None)
    if refusal is None:
        return None
    version = draft.version(("consent", key_in(refusal, "id")))
    draft.clashes.append(
        Clash(
            key,
            "state",
            "strictest",
            Told(refusal["state"], version.writer, version.hlc),
            Told(row["state"], draft.writer, draft.hlc),
            "manager",
        )
    )
    return refusal


def again(refusal: Row, behind: Row) -> Row:
    """The refusal once more, a moment behind the consent, so that it is the one that counts."""
    words = {name: value for name, value in refusal.items() if name not in BOOKKEEPING}
    moment = max(_obtained(refusal), _obtained(behind)) + 1
    return {**words, "obtained_at": moment, "branch_id": behind["branch_id"]}


def _unknown_refusals(draft: Draft, row: Row) -> Iterator[Row]:
    """Refusals that the PC cannot have known: head office had them later than it wrote."""
    for other_id, other in draft.siblings("consent", key_in(row, "customer_id")).items():
        if other["state"] == AGREED or not _meets(row, other):
            continue
        versions = draft.version(("consent", other_id))
        if not draft.own(versions.writer) and versions.of(RECEIVED)[0] > draft.hlc:
            yield other


def _meets(one: Row, other: Row) -> bool:
    """True when there is a message that both entries are about."""
    return one["purpose"] == other["purpose"] and all(
        one[name] == other[name] or _ALL in (one[name], other[name])
        for name in ("channel", "subject_class")
    )


def _obtained(row: Row) -> int:
    return int(row["obtained_at"] or 0)

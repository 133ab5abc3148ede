"""Payments are only ever added; what looks wrong is flagged, never refused (sync.md 2.9)."""

from __future__ import annotations

from collections.abc import Iterable

from db.office.kinds import Key, Row
from jewelcrm.office.merging.keys import key_in, key_or_none
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.verdicts import Flag

TWICE_WITHIN_MS = 10 * 60_000


def flag(draft: Draft, key: Key, row: Row) -> None:
    """Flag a payment that looks taken twice, or is more than the order comes to."""
    order_id, customer_id = key_in(row, "order_id"), key_or_none(row, "customer_id")
    others = [r for r in draft.siblings("payment", order_id).values() if r["id"] != row["id"]]
    if any(looks_twice(row, other) for other in others):
        draft.flags.append(Flag("twice", key, customer_id, _params(row)))
    over = overpaid(draft.siblings("order_line", order_id).values(), [*others, row])
    if over > 0 and _cents(row) > 0:
        draft.flags.append(Flag("overpaid", key, customer_id, {**_params(row), "over": over}))


def looks_twice(one: Row, other: Row) -> bool:
    """True for two takings of the same money on one order within ten minutes."""
    if _cents(one) <= 0 or one["reverses_id"] is not None:
        return False
    apart = abs(int(one["taken_at"] or 0) - int(other["taken_at"] or 0))
    same = (one["amount_cents"], one["currency"]) == (other["amount_cents"], other["currency"])
    return same and apart <= TWICE_WITHIN_MS


def overpaid(lines: Iterable[Row], payments: Iterable[Row]) -> int:
    """By how many cents the payments are more than the lines; 0 for an order without lines."""
    live = [int(line["amount_cents"] or 0) for line in lines if line["archived_at"] is None]
    return max(0, sum(map(_cents, payments)) - sum(live)) if live else 0


def _cents(row: Row) -> int:
    return int(row["amount_cents"] or 0)


def _params(row: Row) -> dict[str, object]:
    return {"number": row["receipt_number"], "cents": row["amount_cents"], "cur": row["currency"]}

"""Each customer's faults and days, kept beside the records: what makes reports of a million quick.

One row a customer who counts, and one for each of her days (`db.shop.standing`). Triggers name whom
to look at anew in the very transaction that changes a record of hers; `QUEUE` does so, a few
thousand at a time. Nobody ever reads an old row: as long as somebody waits, `current` says no and
the figures come from the records themselves.
"""

from __future__ import annotations

from db.work import Work
from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.reports.kept import Queue
from jewelcrm.reports.model import Source

AT_ONCE = 5_000
"""Customers looked at in one transaction: a fifth of a second of a busy shop."""
AT_MOST = 20_000
"""As many are looked at while somebody waits for a report."""

OURS = f"customer.archived_at IS NULL AND customer.merged_into IS NULL AND {OWN_OR_SHARED}"
"""A customer who counts: own or shared, neither put away nor merged."""


def has(kind: str, more: str = "") -> str:
    """She can be reached by something of which `kind` (of `c`) is true."""
    return (
        "EXISTS (SELECT 1 FROM contact_point c WHERE c.customer_id = customer.id"
        f" AND c.archived_at IS NULL AND {kind}{more})"
    )


FAULTS = {
    "no-contact": f"NOT {has('1')}",
    "no-phone": f"NOT {has('''c.kind = 'phone' ''')}",
    "bad-phone": has("c.kind = 'phone'", " AND c.checked = 'unlikely'"),
    "bounced": has("c.checked = 'bounced'"),
    "twice": has(
        "1",
        " AND EXISTS (SELECT 1 FROM contact_point d JOIN customer x ON x.id = d.customer_id"
        " WHERE d.normal = c.normal AND d.customer_id <> customer.id"
        " AND d.archived_at IS NULL AND x.archived_at IS NULL AND x.merged_into IS NULL)",
    ),
    "not-asked": "NOT EXISTS (SELECT 1 FROM consent k WHERE k.customer_id = customer.id)",
    "no-owner": "customer.owner_id IS NULL",
    "no-district": "coalesce(customer.district, '') = ''",
    "no-language": "coalesce(customer.language, '') = ''",
}
"""What can be wrong with a record, whatever the day is; each has its bit, in this order."""

BITS = {name: 1 << at for at, name in enumerate(FAULTS)}

REACH = {
    "phone": "c.kind = 'phone'",
    "whatsapp": "c.kind = 'whatsapp'",
    "wechat": "c.kind = 'wechat'",
    "email": "c.kind = 'email'",
}
"""Kinds of contact that can work."""

_WORKS = " AND coalesce(c.checked, '') NOT IN ('bounced', 'unlikely')"
GUARDED = (
    "EXISTS (SELECT 1 FROM relation r WHERE r.customer_id = customer.id AND r.kind = 'guardian'"
    " AND r.archived_at IS NULL)"
)
_REACH = {
    **{name: has(sql, _WORKS) for name, sql in REACH.items()},
    "mail": "coalesce(customer.address, '') <> ''",
    "minor": "coalesce(customer.is_minor, 0)",
    "guarded": GUARDED,
}
REACH_BITS = {name: 1 << at for at, name in enumerate(_REACH)}
_REACHED = " + ".join(f"({sql}) * {REACH_BITS[name]}" for name, sql in _REACH.items())
_TOLD = (
    "(SELECT json_group_array(json_array(k.purpose, k.channel, k.subject_class, k.state, k.source)"
    " ORDER BY k.obtained_at, k.id) FROM consent k WHERE k.customer_id = customer.id"
    " AND k.archived_at IS NULL HAVING count(*) > 0)"
)
_CODED = " + ".join(f"({sql}) * {BITS[name]}" for name, sql in FAULTS.items())
BORN = (
    "(SELECT max(o.year) FROM occasion o WHERE o.customer_id = customer.id"
    " AND o.kind = 'birthday' AND coalesce(o.whose, '') = '' AND o.archived_at IS NULL)"
)
_WHO = "(SELECT id FROM customer_dirty WHERE id <= :last)"
_ANEW = (
    f"DELETE FROM sum_customer WHERE id IN {_WHO}",
    f"DELETE FROM sum_occasion WHERE customer_id IN {_WHO}",
    (
        f"INSERT INTO sum_told(told) SELECT DISTINCT {_TOLD} AS told FROM customer"
        f" WHERE customer.id IN {_WHO} AND told IS NOT NULL ON CONFLICT DO NOTHING"
    ),
    (
        "INSERT INTO sum_customer(id, faults, touched, reach, told, born, branch_id, owner_id,"
        f" tier, district, gender, language, source) SELECT customer.id, {_CODED},"
        f" customer.updated_at, {_REACHED}, (SELECT n FROM sum_told WHERE told = {_TOLD}), {BORN},"
        " customer.branch_id, customer.owner_id, customer.tier, customer.district, customer.gender,"
        f" customer.language, customer.source FROM customer WHERE customer.id IN {_WHO} AND {OURS}"
    ),
    (
        "INSERT INTO sum_occasion(customer_id, id, calendar, month, day, leap_month, kind,"
        " branch_id, owner_id) SELECT c.id, n.id, n.calendar, n.month, n.day, n.leap_month,"
        " n.kind, c.branch_id, c.owner_id FROM sum_customer c JOIN occasion n"
        " ON n.customer_id = c.id"
        f" AND n.archived_at IS NULL WHERE c.id IN {_WHO}"
    ),
    "DELETE FROM customer_dirty WHERE id <= :last",
)
_LAST = "SELECT max(id) FROM (SELECT id FROM customer_dirty ORDER BY id LIMIT :most)"


def current(source: Source) -> bool:
    """True when every customer's row is as her records are now."""
    return next(source.rows("SELECT NOT EXISTS (SELECT 1 FROM customer_dirty)"))[0] == 1


def _some(work: Work) -> None:
    last = work.raw.execute(_LAST, {"most": AT_ONCE}).fetchone()[0]
    for statement in _ANEW:
        work.raw.execute(statement, {"last": last})


QUEUE = Queue("SELECT count(*) FROM (SELECT 1 FROM customer_dirty LIMIT ?)", AT_MOST, _some)
"""The customers to look at anew."""

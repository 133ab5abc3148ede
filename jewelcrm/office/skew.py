"""Programs of different ages: which columns a PC's release knows, and how old ones are read.

Rows are shown in the columns of the PC's schema. A PC too old to be shown anything may still push
for ever: what it says is brought up to today's words (sync.md 2.11).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import Op

SCHEMA = 8
"""The newest schema: the last step in db/migrations/versions."""

SERVED = 4
"""How many schemas before the newest are still shown rows; some concern a PC's own tables only."""

SINCE: Mapping[str, int] = {
    **dict.fromkeys(("conflict", "quarantine", "notice", "customer_share"), 2),
    **dict.fromkeys(("report_grant", "department_member"), 4),
    "target": 5,
}
"""Tables and columns (`table.column`) that came after the first schema."""

Convert = Callable[[Op], Op | None]
UP: Mapping[int, Convert] = {}
"""Schema to what turns a change of it into one of the next; None: it says nothing any more."""


def require_readable(schema: int) -> None:
    """Nothing for a PC that can read what head office has.

    Raises:
        Refusal: its program is too old; it may still push.
    """
    if schema < SCHEMA - SERVED:
        raise Refusal("update")


def up_to_date(ops: list[Op], schema: int) -> list[Op]:
    """Changes of an older schema in the words of the newest."""
    for step in range(schema, SCHEMA):
        convert = UP.get(step)
        if convert is not None:
            ops = [new for new in map(convert, ops) if new is not None]
    return ops


@lru_cache(maxsize=256)
def columns_unknown_to(table: str, schema: int) -> tuple[str, ...]:
    """The table's columns that a PC of this schema does not have."""
    columns = PLANS[table].columns
    return tuple(name for name in columns if SINCE.get(f"{table}.{name}", 1) > schema)


@lru_cache(maxsize=16)
def tables_unknown_to(schema: int) -> tuple[str, ...]:
    """The tables that a PC of this schema does not have."""
    return tuple(name for name in PLANS if not knows_table(name, schema))


@lru_cache(maxsize=256)
def knows_table(table: str, schema: int) -> bool:
    """True when a PC of this schema has the table."""
    return SINCE.get(table, 1) <= schema

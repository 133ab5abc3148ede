"""What a dialog must ask before rows leave, and the book of what has left."""

from __future__ import annotations

from dataclasses import dataclass

from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.extraction import rules
from jewelcrm.extraction.gate import RIGHT, alone, taken_today


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked for so many rows: shown before anything is written.

    `left_today` are the rows about people that this person may still take out alone today;
    `alone`: nobody else could be the second person, so it is her own password again.
    """

    rows: int
    left_today: int
    purpose_needed: bool
    second_needed: bool
    alone: bool
    encrypted: bool


@query(RIGHT)
def demand(ctx: Context, *, rows: int, personal: bool) -> Demand:
    """What so many rows need to leave as a file."""
    with ctx.read() as conn:
        taken = taken_today(conn, ctx.staff.id, ctx.today())
    role = ctx.staff.role
    second = rules.needs_second(role, rows=rows, personal=personal, taken=taken)
    return Demand(
        rows=rows,
        left_today=rules.budget_left(role, taken),
        purpose_needed=personal,
        second_needed=second,
        alone=second and alone(ctx),
        encrypted=personal,
    )

"""The rules as this shop has them: the declared ones, with the shop's own steps and switches."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from db.tables.followups import followup_rule
from jewelcrm.followups.rules import RULES, Plan, plan


def plans(conn: Connection) -> dict[str, Plan]:
    """Every rule by its key, in the order declared. A row of `followup_rule` is one step."""
    steps: dict[str, list[int]] = defaultdict(list)
    off: set[str] = set()
    for row in conn.execute(
        select(followup_rule.c.rule, followup_rule.c.days, followup_rule.c.active).where(
            followup_rule.c.archived_at.is_(None)
        )
    ):
        steps[row.rule].append(row.days)
        if not row.active:
            off.add(row.rule)
    return {key: plan(rule, steps.get(key), active=key not in off) for key, rule in RULES.items()}

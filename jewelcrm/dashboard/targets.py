"""What a manager wants of a month, by measure."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import Connection

from jewelcrm.access.doors import command, query
from jewelcrm.context import Context
from jewelcrm.dashboard.model import MEASURES
from jewelcrm.errors import CanFix

_KEY = "dashboard_targets"
_MOST = {"money": 10**13, "count": 10**7, "share": 10_000}


@query("reports.ask")
def targets(ctx: Context) -> dict[str, int]:
    """The targets there are: a month's figure by the measure's name."""
    with ctx.read() as conn:
        return kept(conn)


def kept(conn: Connection) -> dict[str, int]:
    """The targets, within a reading."""
    row = conn.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (_KEY,)).first()
    found = json.loads(str(row[0])) if row is not None else {}
    return {name: int(value) for name, value in found.items() if name in MEASURES}


@command("settings.edit")
def set_targets(ctx: Context, wanted: Mapping[str, int | None]) -> None:
    """Say what each of these measures should be in a month; None or 0 takes a target away.

    Raises:
        CanFix: a measure has no target, or the figure cannot be reached by anybody.
    """
    for name, value in wanted.items():
        _check(name, value)
    with ctx.work("targets") as work:
        now = {**kept(work.conn), **wanted}
        work.raw.execute(
            "INSERT INTO setting(key, value) VALUES (?, ?)"
            " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (_KEY, json.dumps({name: value for name, value in now.items() if value})),
        )
        work.audit("dashboard.targets", columns=sorted(wanted))
        work.touched.add("setting")


def _check(name: str, value: int | None) -> None:
    measure = MEASURES.get(name)
    if measure is None or not measure.targeted:
        raise CanFix("There is no target of this kind.", field=name)
    if value is not None and not 0 <= value <= _MOST[measure.unit]:
        raise CanFix("This target cannot be reached. Type a smaller figure.", field=name)

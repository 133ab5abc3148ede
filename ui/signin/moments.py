"""A moment to go back to, and a restore that is done, in words, before anybody has signed in.

The branch's zone is inside the store. Who comes from a page of the store brings it along; else
times are by this computer's clock, and say so.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ui.format import capital, day_words
from ui.i18n import t, tn

if TYPE_CHECKING:
    from jewelcrm.backup.model import Point, Restored


def moment_words(point: Point, zone: str) -> str:
    """Yesterday 18:00, 12,431 customers, checked; `zone` as in `time_words`."""
    customers = tn("{n} customers", point.customers, one="{n} customer")
    state = t("checked") if point.state == "checked" else t("not checked yet")
    time = capital(time_words(point.made_at, zone))
    return t("{time}, {customers}, {state}", time=time, customers=customers, state=state)


def time_words(at: dt.datetime, zone: str) -> str:
    """Yesterday 18:00 at the branch; without a zone, yesterday 18:00 (UTC+08:00) on this PC."""
    from zoneinfo import ZoneInfo

    where = ZoneInfo(zone) if zone else None
    here = at.astimezone(where)
    today = dt.datetime.now(dt.UTC).astimezone(where).date()
    time = f"{day_words(here.date(), today)} {here:%H:%M}"
    return time if zone else t("{time} ({zone})", time=time, zone=f"UTC{here.isoformat()[-6:]}")


def restored_words(restored: Restored) -> str:
    """What is there again, and what is not."""
    point = restored.point
    customers = tn("{n} customers", point.customers, one="{n} customer")
    orders = tn("{n} orders", point.orders, one="{n} order")
    said = [
        t(
            "The store is back as it was {time}: {customers}, {orders}.",
            time=time_words(point.made_at, restored.zone),
            customers=customers,
            orders=orders,
        )
    ]
    said += _unsent(restored)
    if restored.safety is not None:
        said.append(
            t("The store as it was before lies, whole, in {folder}.", folder=str(restored.safety))
        )
    return "\n\n".join(said)


def _unsent(restored: Restored) -> list[str]:
    unsynced = restored.unsynced
    if not unsynced.known:
        return [t("What the store before had not sent to head office, nobody can say.")]
    if not unsynced.changes:
        return []
    return [
        tn(
            "{n} changes had not been sent to head office; they are in the store set aside only."
            " Once this PC has reached head office, the page Backups offers to bring them back.",
            unsynced.changes,
            one="{n} change had not been sent to head office; it is in the store set aside only."
            " Once this PC has reached head office, the page Backups offers to bring it back.",
        )
    ]

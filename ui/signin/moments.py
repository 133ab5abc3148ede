"""A moment to go back to, and a restore that is done, in words, before anybody has signed in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ui.format import capital, day_words
from ui.i18n import t, tn

if TYPE_CHECKING:
    from jewelcrm.backup.model import Point, Restored


def moment_words(point: Point) -> str:
    """Yesterday 18:00, 12,431 customers, checked; by this computer's own zone."""
    customers = tn("{n} customers", point.customers, one="{n} customer")
    state = t("checked") if point.state == "checked" else t("not checked yet")
    time = capital(time_words(point.made_at))
    return t("{time}, {customers}, {state}", time=time, customers=customers, state=state)


def time_words(at: dt.datetime) -> str:
    """A point in time by this computer's own zone: the branch's is inside the store."""
    here = at.astimezone()
    today = dt.datetime.now(dt.UTC).astimezone().date()
    return f"{day_words(here.date(), today)} {here.hour:02}:{here.minute:02}"


def restored_words(restored: Restored) -> str:
    """What is there again, and what is not."""
    point = restored.point
    customers = tn("{n} customers", point.customers, one="{n} customer")
    orders = tn("{n} orders", point.orders, one="{n} order")
    said = [
        t(
            "The store is back as it was {time}: {customers}, {orders}.",
            time=time_words(point.made_at),
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
            "{n} changes had not been sent to head office; they are in the store set aside only.",
            unsynced.changes,
            one="{n} change had not been sent to head office; it is in the store set aside only.",
        )
    ]

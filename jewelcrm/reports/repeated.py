"""Figures asked for again while nothing has been written since: given as they were.

Every unit of work, head office's rows too, moves the store's clock (`sync_state.last_hlc`), so
that the same clock is the same store. Kept in memory only, a few, and never the long ones.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from weakref import WeakKeyDictionary

from db.store import Store
from jewelcrm.reports.model import Detail, Figures, Report, Source, number

_MOST, _MOST_ROWS = 24, 60_000
"""Answers, and rows of all of them together."""

Key = tuple[object, ...]
_kept: WeakKeyDictionary[Store, OrderedDict[Key, tuple[int, Figures]]] = WeakKeyDictionary()
_turn = threading.Lock()


def _clock(source: Source) -> int:
    return number(next(source.rows("SELECT last_hlc FROM sync_state"))[0])


def _key(source: Source, report: Report, detail: Detail) -> Key:
    asked = source.asked
    return (
        (report.name, detail.name, asked.period, asked.branch, asked.currency, asked.language),
        (tuple(sorted(asked.filters.items())), asked.paper, source.today, source.zone.key),
        (source.ctx.staff.id, source.ctx.staff.name),
    )


def find(source: Source, report: Report, detail: Detail) -> Figures | None:
    """The figures as they were, of now; None when something has been written since."""
    with _turn:
        known = _kept.get(source.ctx.store, OrderedDict()).get(_key(source, report, detail))
    if known is None or known[0] != _clock(source):
        return None
    return known[1]


def keep(source: Source, figures: Figures) -> None:
    """Remember figures; the oldest go, so that never many rows lie in memory."""
    with _turn:
        here = _kept.setdefault(source.ctx.store, OrderedDict())
        key = _key(source, figures.report, figures.detail)
        here[key] = _clock(source), figures
        here.move_to_end(key)
        while len(here) > _MOST or sum(len(f.rows) for _, f in here.values()) > _MOST_ROWS:
            here.popitem(last=False)

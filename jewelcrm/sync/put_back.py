"""A store that was put back to an older state: the door for whoever puts it back.

A store notices by itself when an older file lies beside a newer mark (`db.shop.mark`). Whoever
restores a backup knows it, and says so here: papers that were given after the backup are with the
customers, and their numbers must not be given again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from db.shop.mark import Reached
from db.store import Store
from db.types import to_millis
from jewelcrm.log import log


def begin_anew(store: Store, now: dt.datetime, marks: Iterable[Reached] = ()) -> int:
    """This store was just restored: a new series of numbers before its next paper.

    Returns the first running number, which no earlier life of the store can have reached. In a
    chain, head office is told at the first contact and gives a new epoch and a new letter, under
    which the numbers begin at 1. `marks`: what is known of the store that it replaces
    (`db.shop.mark.beside` of its folder). Calling it twice does no harm.
    """
    first = store.begin_anew(to_millis(now), marks)
    log.warning("store put back", pc=store.pc.id)
    return first

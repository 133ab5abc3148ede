"""What a customer is in a list: all that the window needs for its first page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.types import Id


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of a customer list."""

    id: Id
    number: str
    name: str
    name_zh: str | None
    phones: tuple[str, ...]
    tier: str | None
    owner_id: Id | None
    last_order_at: dt.datetime | None
    open_orders: int
    archived: bool

"""A subscription and what it has prepared, as they are kept and as they are told."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import RowMapping

from db.types import Id
from jewelcrm.reports.model import Asked, Period

Every = Literal["opening", "daily", "weekly", "monthly"]
Deliver = Literal["queue", "print"]


@dataclass(frozen=True, slots=True)
class Subscription:
    """A report that is prepared by itself, and the last time it was."""

    id: Id
    staff_id: Id
    report: str
    asked: Asked
    every: Every
    deliver: Deliver
    purpose: str
    last_turn: str | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a subscription has made. `ready` False: `problem` says why, or it was taken back."""

    id: Id
    subscription_id: Id
    report: str
    detail: str
    turn: str
    at: dt.datetime
    rows: int
    personal: bool
    ready: bool
    problem: str
    printed_at: dt.datetime | None
    read_at: dt.datetime | None


def written(asked: Asked) -> dict[str, object]:
    return {
        "detail": asked.detail,
        "branch": asked.branch.hex() if asked.branch else "",
        "currency": asked.currency,
        "language": asked.language,
        "filters": dict(asked.filters),
        "paper": asked.paper,
    }


def read_back(row: RowMapping) -> Subscription:
    kept = json.loads(row["asked"])
    asked = Asked(
        detail=kept["detail"],
        period=Period(dt.date.min, dt.date.min),
        branch=bytes.fromhex(kept["branch"]) or None,
        currency=kept["currency"],
        language=kept["language"],
        filters=kept["filters"],
        paper=kept["paper"],
    )
    names = ("id", "staff_id", "report", "every", "deliver", "purpose", "last_turn")
    return Subscription(asked=asked, **{name: row[name] for name in names})


def told(row: RowMapping) -> Prepared:
    return Prepared(
        id=row["id"],
        subscription_id=row["subscription"],
        report=row["report"],
        detail=json.loads(row["asked"])["detail"],
        turn=row["turn"],
        at=row["at"],
        rows=row["rows"],
        personal=bool(row["personal"]),
        ready=bool(row["ready"]),
        problem=row["problem"],
        printed_at=row["printed_at"],
        read_at=row["read_at"],
    )

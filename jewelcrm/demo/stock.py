"""The demo's catalogue and gold board, put in once."""

from __future__ import annotations

import datetime as dt
from itertools import accumulate
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from db.tables.catalogue import gold_rate, product
from jewelcrm.demo.batch import Batch
from jewelcrm.demo.ids import Ids
from jewelcrm.demo.pieces import GOLD_BUY, GOLD_SELL, Piece, catalogue, row
from jewelcrm.demo.world import Quote

BOARD_DAYS = 60
_SEED = "demo stock"


def pieces() -> list[Piece]:
    """The catalogue: the same pieces with the same ids in every demo."""
    ids, opened = Ids(_SEED), dt.datetime(2019, 3, 1, 2, tzinfo=dt.UTC)
    return catalogue(Random(_SEED), iter(lambda: ids.at(opened), None))


def often(of: list[Piece]) -> list[int]:
    """How often each piece sells, summed up."""
    return list(accumulate(piece.model.often for piece in of))


def stock(batch: Batch, of: list[Piece], conn: Connection) -> None:
    """Put the pieces in that are not there yet."""
    there = set(conn.scalars(select(product.c.id).where(product.c.id.in_([p.id for p in of]))))
    for piece in of:
        if piece.id not in there:
            batch.add(product, row(piece))


def board(batch: Batch, conn: Connection, now: dt.datetime, zone: ZoneInfo) -> dict[dt.date, Quote]:
    """The gold board of the last days; a day that has a price keeps it."""
    kept = _kept(conn, now - dt.timedelta(days=BOARD_DAYS + 1), zone)
    today, chance = now.astimezone(zone).date(), Random(_SEED)
    ids = Ids(f"{_SEED} {today}")
    sell = GOLD_SELL * 96 // 100
    for ago in range(BOARD_DAYS, -1, -1):
        day = today - dt.timedelta(days=ago)
        sell += (GOLD_SELL - sell) // (ago + 1) + (chance.randrange(-30, 31) * 1000 if ago else 0)
        if day not in kept:
            kept[day] = _add(batch, ids, min(_opening(day, zone), now), sell // 1000 * 1000)
    return kept


def _opening(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(9, 30), zone).astimezone(dt.UTC)


def _kept(conn: Connection, since: dt.datetime, zone: ZoneInfo) -> dict[dt.date, Quote]:
    c = gold_rate.c
    rows = conn.execute(
        select(c.id, c.at, c.sell_cents)
        .where(c.metal == "gold", c.grade == "ornament", c.unit == "tael", c.at >= since)
        .order_by(c.at)
    )
    return {row.at.astimezone(zone).date(): Quote(row.id, row.sell_cents) for row in rows}


def _add(batch: Batch, ids: Ids, at: dt.datetime, sell: int) -> Quote:
    rate_id = ids.at(at)
    batch.add(
        gold_rate,
        {
            "id": rate_id,
            "at": at,
            "metal": "gold",
            "grade": "ornament",
            "unit": "tael",
            "sell_cents": sell,
            "buy_cents": sell * GOLD_BUY // GOLD_SELL // 1000 * 1000,
            "currency": "HKD",
            "source": "demo",
            "created_at": at,
        },
    )
    return Quote(rate_id, sell)

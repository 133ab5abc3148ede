"""The list of orders: who, what, where it is, by when, how much is owed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from jewelcrm.orders import queries
from jewelcrm.orders.model import OrderRow
from ui.customers.parts import zone_of
from ui.format import day_at, day_words, money
from ui.i18n import N_, t
from ui.orders.words import (
    customer_word,
    kind_word,
    promise_tone,
    promise_words,
    stage_tone,
    stage_word,
    stay_words,
    today_at,
)
from ui.shell.desk import Desk
from ui.widgets import Column, LazyTable, PersonCell, PillCell, TextCell

_Today = Callable[[], dt.date]
_TEXT_TONES = {"danger": "danger", "gold": "gold", "muted": "text"}


def order_table(desk: Desk) -> LazyTable[OrderRow]:
    """A list for any number of orders."""

    def today() -> dt.date:
        return today_at(desk)

    def zone() -> str:
        return zone_of(desk)

    def fetch(ids: Sequence[bytes]) -> list[OrderRow]:
        return queries.rows(desk.context(), ids)

    def branch(row: OrderRow) -> str:
        return desk.line.elsewhere(row.branch_id)

    return LazyTable(_columns(today, zone, branch), fetch, desk.background, N_("Orders"))


def _columns(
    today: _Today, zone: Callable[[], str], branch: Callable[[OrderRow], str]
) -> list[Column[OrderRow]]:
    return [
        Column(
            N_("Customer"),
            PersonCell[OrderRow](
                lambda row: row.customer_name or customer_word(None, row.customer_name_zh),
                lambda row: row.customer_name_zh,
                lambda row: row.number,
            ),
            width=240,
            stretch=3,
        ),
        Column(
            N_("Order"),
            TextCell[OrderRow](lambda row: row.summary, lambda row: _kind(row, branch(row))),
            width=150,
            stretch=3,
            hide_below=820,
        ),
        Column(
            N_("Stage"),
            PillCell[OrderRow](_stage, lambda row: stage_tone(row.stage)),
            width=150,
            hide_below=530,
        ),
        Column(
            N_("Promised"),
            TextCell[OrderRow](
                lambda row: promise_words(row, today()) or "–",
                lambda row: _stay(row, today(), zone()),
                tone=lambda row: _TEXT_TONES[promise_tone(row, today())],
            ),
            width=130,
            hide_below=660,
        ),
        Column(
            N_("Balance"),
            TextCell[OrderRow](
                lambda row: money(row.balance) if row.balance else t("Paid"),
                lambda row: money(row.total),
                strong=True,
                right=True,
                tone=lambda row: "text" if row.balance else "ok",
            ),
            width=160,
        ),
    ]


def _kind(row: OrderRow, branch: str) -> str:
    rush = t("Rush") if row.rush else ""
    more = f"+{row.line_count - 1}" if row.line_count > 1 else ""
    return "  ·  ".join(part for part in (kind_word(row.kind), branch, rush, more) if part)


def _stage(row: OrderRow) -> str:
    return stage_word(row.stage)


def _stay(row: OrderRow, today: dt.date, zone: str) -> str:
    """Since when it is there; for finished ones the day."""
    if row.stage in ("collected", "cancelled", "returned_unrepaired"):
        return day_words(day_at(row.stage_since, zone), today)
    return stay_words(row.days_in_stage)

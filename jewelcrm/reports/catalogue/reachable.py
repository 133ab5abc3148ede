"""A list of customers for a purpose: only those who agreed to exactly that, and how to reach them.

Whether somebody may be written to is decided by the one rule that every sender uses
(`customers.rules.consent.can_market`), person by person; nobody is in the list without it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from db.types import from_millis
from jewelcrm.customers.lists import CHANNELS, SUBJECT_CLASSES
from jewelcrm.customers.rules.consent import Standing, can_market
from jewelcrm.reports import standing
from jewelcrm.reports.model import (
    Column,
    Detail,
    Filter,
    Report,
    Row,
    Source,
    Words,
    number,
    text,
)
from jewelcrm.reports.pieces import choices_sql, staff_filter, value_filter
from jewelcrm.reports.sql import here, person, quoted
from jewelcrm.reports.standing import GUARDED, OURS, REACH_BITS
from jewelcrm.script import said

_CHANNEL, _CLASS = Words("Channel", "渠道"), Words("About", "內容類別")
_FILTERS = (
    staff_filter("customer.owner_id"),
    *(
        value_filter(name, title, f"customer.{name}", "customer")
        for name, title in (
            ("tier", Words("Tier", "等級")),
            ("district", Words("District", "地區")),
            ("language", Words("Language", "語言")),
        )
    ),
)


_ASKED = (
    Filter("channel", _CHANNEL, "1", choices_sql(CHANNELS.codes())),
    Filter("about", _CLASS, "1", choices_sql(SUBJECT_CLASSES.codes())),
)
_REACHED_BY = {
    "phone": ("phone",),
    "sms": ("phone",),
    "whatsapp": ("whatsapp", "phone"),
    "wechat": ("wechat",),
    "email": ("email",),
}
_ASKED_PEOPLE = (
    "FROM customer JOIN consent k ON k.customer_id = customer.id AND k.archived_at IS NULL"
    f" WHERE {OURS} AND {here('customer')}"
)
_REACHED_AT = (
    "coalesce((SELECT p.value FROM contact_point p WHERE p.customer_id = {table}.id"
    " AND p.archived_at IS NULL AND coalesce(p.checked, '') NOT IN ('bounced', 'unlikely')"
    " AND p.kind IN ({kinds}) ORDER BY p.kind <> '{best}', p.preferred DESC, p.id LIMIT 1), '')"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    purpose: str
    channel: str
    subject_class: str
    state: str
    source: str
    obtained_at: dt.datetime
    confirm_due: dt.date | None = None


def _listed(table: str, channel: str) -> str:
    """SQL of a row of the list, with the number or address that the channel takes; '' for none."""
    kinds = _REACHED_BY.get(channel, ("phone",))
    at = _REACHED_AT.format(table=table, kinds=quoted(kinds), best=kinds[0])
    if channel == "mail":
        at = f"coalesce({table}.address, '')"
    return (
        f"{table}.number, {person(table)}, coalesce({table}.preferred_name, ''),"
        f" coalesce({table}.language, ''), {at}"
    )


def _live(source: Source) -> Iterator[Row]:
    """From the records: everybody who was ever asked is looked at; who never was is in no list."""
    channel, about = _wanted(source)
    found = source.rows(
        f"SELECT customer.id, {_listed('customer', channel)}, customer.is_minor, {GUARDED},"
        " k.purpose, k.channel, k.subject_class, k.state, k.source, k.obtained_at"
        f" {_ASKED_PEOPLE} AND {source.where(*_FILTERS)} ORDER BY customer.id, k.obtained_at, k.id"
    )
    for _, rows in groupby(found, key=lambda row: row[0]):
        answers = list(rows)
        first = answers[0]
        standing_ = Standing(is_minor=bool(first[6]), has_guardian=bool(first[7]))
        if first[5] and can_market(standing_, map(_entry, answers), channel, about).allowed:
            yield first[1:6]


def _entry(row: Row) -> _Entry:
    purpose, channel, subject_class, state, how = map(text, row[8:13])
    return _Entry(purpose, channel, subject_class, state, how, from_millis(number(row[13])))


def _wanted(source: Source) -> tuple[str, str]:
    given = source.asked.filters
    return given.get("channel", "phone"), given.get("about", "all")


_ALIKE = (
    "SELECT a.is_minor, a.guardian, a.told, count(*) FROM (SELECT customer.id, customer.is_minor,"
    f" {GUARDED} AS guardian, json_group_array(json_array(k.purpose, k.channel, k.subject_class,"
    " k.state, k.source) ORDER BY k.obtained_at, k.id) AS told"
    f" {_ASKED_PEOPLE}"
)
"""Customers whose answers were alike are counted together: of a million there are few kinds."""


_KINDS = (
    f"SELECT k.reach & {REACH_BITS['minor']}, k.reach & {REACH_BITS['guarded']}, t.told, k.n, t.n,"
    " k.reach FROM (SELECT customer.told, customer.reach, count(*) AS n FROM sum_customer customer"
    f" WHERE customer.told IS NOT NULL AND {here('customer')}"
)
"""The same from the rows that are kept, and how each kind can be reached."""


def _kinds(source: Source) -> Iterator[Row]:
    """Kinds of customers who were ever asked, with how many there are."""
    if standing.current(source):
        return source.rows(
            f"{_KINDS} AND {source.where(*_FILTERS)} GROUP BY 1, 2) k"
            " JOIN sum_told t ON t.n = k.told"
        )
    return source.rows(
        f"{_ALIKE} AND {source.where(*_FILTERS)} GROUP BY customer.id) a"
        " GROUP BY a.is_minor, a.guardian, a.told"
    )


def _verdict(row: Row, channel: str, about: str) -> str:
    """What stands against writing to customers of this kind; empty: nothing."""
    alike = Standing(is_minor=bool(row[0]), has_guardian=bool(row[1]))
    verdict = can_market(alike, _entries_in(text(row[2])), channel, about)
    return "" if verdict.allowed else verdict.reason


def _counts(source: Source) -> Iterator[Row]:
    channel, about = _wanted(source)
    language = source.asked.language
    yes = Words("May be reached", "可聯絡").say(language)
    counts: Counter[str] = Counter()
    for row in _kinds(source):
        against = _verdict(row, channel, about)
        counts[said(language, against) if against else yes] += number(row[3])
    return iter(counts.most_common())


def _entries_in(told: str) -> tuple[_Entry, ...]:
    """Answers in the order they were given; only the order decides, not the moments."""
    answers: list[tuple[str, str, str, str, str]] = json.loads(told)
    return tuple(_Entry(*words, from_millis(turn)) for turn, words in enumerate(answers))


def _list(source: Source) -> Iterator[Row]:
    return (_kept if standing.current(source) else _live)(source)


def _tally(source: Source) -> Row:
    """How many the list has."""
    if not standing.current(source):
        return (sum(1 for _ in _live(source)),)
    return (sum(number(row[3]) for row in _reached(source)),)


def _reached(source: Source) -> list[Row]:
    """Kinds of customers who may be written to and can be reached."""
    channel, about = _wanted(source)
    ways = ("mail",) if channel == "mail" else _REACHED_BY.get(channel, ("phone",))
    bits = sum(REACH_BITS[way] for way in ways)
    return [
        row
        for row in source.once("kinds", lambda: _kinds(source))
        if not _verdict(row, channel, about) and number(row[5]) & bits
    ]


def _kept(source: Source) -> Iterator[Row]:
    """Those of the kinds that may be written to and can be reached, and nobody else."""
    kinds = json.dumps([number(row[4]) << 8 | number(row[5]) for row in _reached(source)])
    return source.rows(
        f"SELECT {_listed('c', _wanted(source)[0])}"
        " FROM sum_customer customer JOIN customer c ON c.id = customer.id"
        f" WHERE {here('customer')} AND (customer.told << 8 | customer.reach) IN"
        f" (SELECT value FROM json_each(:kinds)) AND {source.where(*_FILTERS)}"
        " ORDER BY customer.id",
        kinds=kinds,
    )


REPORT = Report(
    name="customers-for-purpose",
    title=Words("Customers for a purpose", "按用途的顧客名單"),
    owner="manager",
    about=Words(
        "Whom we may tell about our goods: by telephone, or by the way chosen.",
        "可按某渠道推廣的顧客；未指明渠道時為電話。",
    ),
    formula=Words(
        "Only customers who agreed to this channel and this class of goods (Cap. 486 s.35E), whose"
        " spoken consent was confirmed in writing, who are of age or have a guardian, and who can"
        " be reached there. Who refused, withdrew or was never asked is not in it. The numbers go"
        " by everybody who was ever asked.",
        "只列已同意該渠道及類別（香港法例第 486 章第 35E 條）、口頭同意已書面確認、"
        "已成年或有監護人，並有有效聯絡方法的顧客。"
        "拒絕、撤回或從未獲詢問者不在名單內。數目以曾獲詢問的顧客計。",
    ),
    uses_period=False,
    filters=(*_ASKED, *_FILTERS),
    details=(
        Detail(
            "counts",
            Words("Numbers", "數目"),
            (
                Column("answer", Words("Answer", "結果")),
                Column("customers", Words("Customers", "顧客"), "count", total=True),
            ),
            _counts,
        ),
        Detail(
            "list",
            Words("Names", "名單"),
            (
                Column("number", Words("Number", "編號")),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("called", Words("Called", "稱呼"), personal=True),
                Column("language", Words("Language", "語言")),
                Column("reach", Words("Reached at", "聯絡方法"), personal=True),
            ),
            _list,
            tally=_tally,
        ),
    ),
)

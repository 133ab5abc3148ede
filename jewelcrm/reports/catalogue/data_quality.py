"""Data quality: what is missing or wrong in customers' records, counted and by name."""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.reports import standing
from jewelcrm.reports.model import Chart, Column, Detail, Read, Report, Row, Source, Words
from jewelcrm.reports.pieces import STAFF, staff_filter, value_filter
from jewelcrm.reports.sql import branch_name, here, person
from jewelcrm.reports.standing import BITS, FAULTS, OURS

_TIER = Words("Tier", "等級")
_FILTERS = (
    staff_filter("customer.owner_id"),
    value_filter("tier", _TIER, "customer.tier", "customer"),
)
_STALE_MS = 730 * 86_400_000
"""Two years (domain.md 1.4)."""

_TITLES = {
    "no-contact": Words("No way to reach", "無聯絡方法"),
    "no-phone": Words("No telephone", "無電話"),
    "bad-phone": Words("A telephone that cannot be right", "電話號碼有誤"),
    "bounced": Words("E-mail came back", "電郵被退回"),
    "twice": Words("Same telephone or e-mail as another", "與另一顧客的電話或電郵相同"),
    "not-asked": Words("Never asked about marketing", "未曾詢問推廣意願"),
    "no-owner": Words("Nobody looks after", "無負責員工"),
    "no-district": Words("No district", "無地區"),
    "no-language": Words("No language", "無語言"),
    "stale": Words("Not touched for two years", "兩年未更新"),
}
_STALE = f"customer.{{}} < :now - {_STALE_MS}"
_LIVE = {**FAULTS, "stale": _STALE.format("updated_at")}
_KEPT = {
    **{name: f"(customer.faults & {bit} <> 0)" for name, bit in BITS.items()},
    "stale": _STALE.format("touched"),
}


def _people(source: Source) -> tuple[str, dict[str, str]]:
    """Where customers are read, with what is wrong: the rows kept for it, or the records."""
    whose = f"{here('customer')} AND {source.where(*_FILTERS)}"
    if standing.current(source):
        return f"FROM sum_customer customer {{}} WHERE {whose}", _KEPT
    return f"FROM customer {{}} WHERE {OURS} AND {whose}", _LIVE


def _counts(source: Source) -> Iterator[Row]:
    people, faults = _people(source)
    (found,) = source.rows(
        f"SELECT count(*), {', '.join(f'sum({one})' for one in faults.values())}"
        f" {people.format('')}"
    )
    every, *counts = (int(value or 0) for value in found)
    for name, count in zip(faults, counts, strict=True):
        share = count * 10_000 // every if every else None
        yield _TITLES[name].say(source.asked.language), count, share


def _under(key: str, label: str, joined: str) -> Read:
    """Counted by the key first, and named then: there are few."""

    def read(source: Source) -> Iterator[Row]:
        people, faults = _people(source)
        found = source.rows(
            f"SELECT coalesce(nullif({label}, ''), :none) AS label, sum(k.n), sum(k.bad) FROM"
            f" (SELECT {key} AS key, count(*) AS n, sum({' OR '.join(faults.values())}) AS bad"
            f" {people.format('')} GROUP BY 1) k LEFT JOIN {joined} ON x.id = k.key"
            " GROUP BY label ORDER BY 3 DESC, label"
        )
        for label_, every, bad in found:
            yield label_, every, bad, int(bad or 0) * 10_000 // int(every or 1)

    return read


def _list(source: Source) -> Iterator[Row]:
    titles = [title.say(source.asked.language) for title in _TITLES.values()]
    between = Words("; ", "；").say(source.asked.language)
    people, faults = _people(source)
    wrong = " OR ".join(faults.values())
    found = source.rows(
        f"SELECT c.number, {person('c')}, {person('s')}, {', '.join(faults.values())}"
        f" {people.format(_NAMED)} AND ({wrong}) ORDER BY c.number"
    )
    for no, name, staff, *bad in found:
        told = [title for title, one in zip(titles, bad, strict=True) if one]
        yield no, name, staff, len(told), between.join(told)


_NAMED = "JOIN customer c ON c.id = customer.id LEFT JOIN staff s ON s.id = customer.owner_id"


def _tally(source: Source) -> Row:
    people, faults = _people(source)
    wrong = " OR ".join(faults.values())
    bad = " + ".join(f"({one})" for one in faults.values())
    (sums,) = source.rows(f"SELECT count(*), sum({bad}) {people.format('')} AND ({wrong})")
    return sums


_CUSTOMERS = Column("customers", Words("Customers", "顧客"), "count", total=True)
_BAD = Column("bad", Words("With a problem", "有問題"), "count", total=True)
_SHARE = Column("share", Words("Share", "比例"), "share")


def _level(name: str, title: Words, read: Read) -> Detail:
    return Detail(f"by-{name}", title, (Column(name, title), _CUSTOMERS, _BAD, _SHARE), read)


REPORT = Report(
    name="data-quality",
    title=Words("Data quality", "資料質素"),
    owner="manager",
    about=Words("What is missing or wrong in customers' records.", "顧客資料的缺漏及錯誤。"),
    formula=Words(
        "Customers of the branch or shared with it that are not put away or merged. One customer"
        " may have several problems. Not touched: the record was not changed for 730 days. Same"
        " telephone or e-mail: written the same way after normalising. Share: part of all of them.",
        "計本分店或共享、未封存亦未合併的顧客；一人可有多項問題。未更新：730 天內無改動。"
        "相同電話或電郵：標準化後相同。"
        "比例：佔全部顧客。",
    ),
    uses_period=False,
    filters=_FILTERS,
    details=(
        Detail(
            "by-problem",
            Words("By problem", "按問題"),
            (
                Column("problem", Words("Problem", "問題")),
                Column("customers", Words("Customers", "顧客"), "count"),
                _SHARE,
            ),
            _counts,
            Chart("problem", "customers"),
        ),
        _level(
            "branch",
            Words("Branch", "分店"),
            _under("customer.branch_id", branch_name("x"), "branch x"),
        ),
        _level("staff", STAFF, _under("customer.owner_id", person("x"), "staff x")),
        Detail(
            "list",
            Words("By name", "名單"),
            (
                Column("number", Words("Number", "編號")),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("staff", STAFF),
                Column("problems", Words("Problems", "問題數"), "count", total=True),
                Column("what", Words("What", "問題")),
            ),
            _list,
            tally=_tally,
        ),
    ),
)

"""Data quality: what is missing or wrong in customers' records, counted and by name."""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.reports.model import Chart, Column, Detail, Read, Report, Row, Source, Words
from jewelcrm.reports.pieces import STAFF, staff_filter, value_filter
from jewelcrm.reports.sql import branch_name, here, person

_TIER = Words("Tier", "等級")
_FILTERS = (
    staff_filter("customer.owner_id"),
    value_filter("tier", _TIER, "customer.tier", "customer"),
)
_OURS = (
    "customer.archived_at IS NULL AND customer.merged_into IS NULL"
    f" AND {here('customer')} AND {OWN_OR_SHARED}"
)
_STALE_MS = 730 * 86_400_000
"""Two years (domain.md 1.4)."""


def _has(kind: str, more: str = "") -> str:
    return (
        "EXISTS (SELECT 1 FROM contact_point c WHERE c.customer_id = customer.id"
        f" AND c.archived_at IS NULL AND {kind}{more})"
    )


_PROBLEMS = {
    "no-contact": (Words("No way to reach", "無聯絡方法"), f"NOT {_has('1')}"),
    "no-phone": (Words("No telephone", "無電話"), f"NOT {_has('''c.kind = 'phone' ''')}"),
    "bad-phone": (
        Words("A telephone that cannot be right", "電話號碼有誤"),
        _has("c.kind = 'phone'", " AND c.checked = 'unlikely'"),
    ),
    "bounced": (Words("E-mail came back", "電郵被退回"), _has("c.checked = 'bounced'")),
    "twice": (
        Words("Same telephone or e-mail as another", "與另一顧客的電話或電郵相同"),
        _has(
            "1",
            " AND EXISTS (SELECT 1 FROM contact_point d JOIN customer x ON x.id = d.customer_id"
            " WHERE d.normal = c.normal AND d.customer_id <> customer.id"
            " AND d.archived_at IS NULL AND x.archived_at IS NULL AND x.merged_into IS NULL)",
        ),
    ),
    "not-asked": (
        Words("Never asked about marketing", "未曾詢問推廣意願"),
        "NOT EXISTS (SELECT 1 FROM consent k WHERE k.customer_id = customer.id)",
    ),
    "no-owner": (Words("Nobody looks after", "無負責員工"), "customer.owner_id IS NULL"),
    "no-district": (Words("No district", "無地區"), "coalesce(customer.district, '') = ''"),
    "no-language": (Words("No language", "無語言"), "coalesce(customer.language, '') = ''"),
    "stale": (Words("Not touched for two years", "兩年未更新"),
              f"customer.updated_at < :now - {_STALE_MS}"),
}  # fmt: skip


def _counts(source: Source) -> Iterator[Row]:
    (found,) = source.rows(
        f"SELECT count(*), {', '.join(f'sum({one})' for _, one in _PROBLEMS.values())}"
        f" FROM customer WHERE {_OURS} AND {source.where(*_FILTERS)}"
    )
    every, *counts = (int(value or 0) for value in found)
    for (title, _), count in zip(_PROBLEMS.values(), counts, strict=True):
        yield title.say(source.asked.language), count, count * 10_000 // every if every else None


def _under(label: str, joined: str) -> Read:
    wrong = " OR ".join(one for _, one in _PROBLEMS.values())

    def read(source: Source) -> Iterator[Row]:
        found = source.rows(
            f"SELECT coalesce(nullif({label}, ''), :none) AS label, count(*), sum({wrong})"
            f" FROM customer {joined} WHERE {_OURS} AND {source.where(*_FILTERS)}"
            " GROUP BY label ORDER BY 3 DESC, label"
        )
        for label_, every, bad in found:
            yield label_, every, bad, int(bad or 0) * 10_000 // int(every or 1)

    return read


def _list(source: Source) -> Iterator[Row]:
    titles = [title.say(source.asked.language) for title, _ in _PROBLEMS.values()]
    flags = ", ".join(one for _, one in _PROBLEMS.values())
    found = source.rows(
        f"SELECT customer.number, {person('customer')}, {person('s')}, {flags} FROM customer"
        " LEFT JOIN staff s ON s.id = customer.owner_id"
        f" WHERE {_OURS} AND {source.where(*_FILTERS)} ORDER BY customer.number"
    )
    for no, name, staff, *bad in found:
        wrong = [title for title, one in zip(titles, bad, strict=True) if one]
        if wrong:
            yield no, name, staff, len(wrong), "; ".join(wrong)


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
        "計本分店或共享、未封存亦未合併的顧客；一人可有多項問題。未更新：730 日內無改動。"
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
        _level("branch", Words("Branch", "分店"),
               _under(branch_name("b"), "LEFT JOIN branch b ON b.id = customer.branch_id")),
        _level("staff", STAFF,
               _under(person("s"), "LEFT JOIN staff s ON s.id = customer.owner_id")),
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
        ),
    ),
)  # fmt: skip

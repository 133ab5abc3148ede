"""Distribution: where customers live, how old they are, what they speak, how they found us."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.reports.model import Chart, Column, Detail, Report, Row, Source, Words, number, text
from jewelcrm.reports.pieces import staff_filter, value_filter, with_shares
from jewelcrm.reports.sql import branch_name, here

_OURS = (
    "customer.archived_at IS NULL AND customer.merged_into IS NULL"
    f" AND {here('customer')} AND {OWN_OR_SHARED}"
)
_BANDS = ((0, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 120))
_DISTRICT, _TIER = Words("District", "地區"), Words("Tier", "等級")
_SOURCE = Words("How they found us", "得知途徑")
_FILTERS = (
    staff_filter("customer.owner_id"),
    *(
        value_filter(name, title, f"customer.{name}", "customer")
        for name, title in (("district", _DISTRICT), ("tier", _TIER), ("source", _SOURCE))
    ),
)


def _by(key: str, joined: str = "") -> Callable[[Source], Iterator[Row]]:
    def read(source: Source) -> Iterator[Row]:
        found = source.rows(
            f"SELECT coalesce(nullif(trim({key}), ''), :none) AS label, count(*)"
            f" FROM customer {joined} WHERE {_OURS} AND {source.where(*_FILTERS)}"
            " GROUP BY label ORDER BY count(*) DESC, label"
        )
        return with_shares({text(label): number(count) for label, count in found})

    return read


def _by_age(source: Source) -> Iterator[Row]:
    found = source.rows(
        "SELECT born.y, count(*) FROM customer LEFT JOIN"
        " (SELECT o.customer_id AS who, max(o.year) AS y FROM occasion o"
        "  WHERE o.kind = 'birthday' AND coalesce(o.whose, '') = '' AND o.archived_at IS NULL"
        f" GROUP BY o.customer_id) born ON born.who = customer.id WHERE {_OURS}"
        f" AND {source.where(*_FILTERS)} GROUP BY born.y"
    )
    counts: Counter[str] = Counter()
    for year, count in found:
        age = source.today.year - year if isinstance(year, int) else None
        counts[_band(age)] += number(count)
    none = text(source.values["none"])  # type: ignore[arg-type] # always a text
    return with_shares({label or none: counts[label] for label in sorted(counts)})


def _band(age: int | None) -> str:
    """Empty when the year was not given."""
    for first, last in _BANDS:
        if age is not None and first <= age <= last:
            return f"{first}+" if last == _BANDS[-1][1] else f"{first}-{last}"
    return ""


def _level(name: str, title: Words, read: Callable[[Source], Iterator[Row]]) -> Detail:
    count = Column("customers", Words("Customers", "顧客"), "count", total=True)
    share = Column("share", Words("Share", "比例"), "share")
    chart = Chart(name, "customers")
    return Detail(f"by-{name}", title, (Column(name, title), count, share), read, chart)


REPORT = Report(
    name="distribution",
    title=Words("Customer distribution", "顧客分布"),
    owner="manager",
    about=Words("Who our customers are, without names.", "顧客的分布，不具姓名。"),
    formula=Words(
        "Customers of the branch, or shared with it, that are not put away or merged into another."
        " Age: this year less the year of birth, where it was given. Share: part of all of them.",
        "計本分店或共享予本分店、未封存亦未合併的顧客。年齡：今年減出生年份（有提供者）。比例：佔全部顧客。",
    ),
    uses_period=False,
    filters=_FILTERS,
    details=(
        _level("district", _DISTRICT, _by("customer.district")),
        _level("age", Words("Age", "年齡"), _by_age),
        _level("gender", Words("Gender", "性別"), _by("customer.gender")),
        _level("language", Words("Language", "語言"), _by("customer.language")),
        _level("source", _SOURCE, _by("customer.source")),
        _level("tier", _TIER, _by("customer.tier")),
        _level("branch", Words("Branch", "分店"),
               _by(branch_name("b"), "LEFT JOIN branch b ON b.id = customer.branch_id")),
    ),
)  # fmt: skip
